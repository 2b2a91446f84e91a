// Starts a real Chromium for tests and screenshots: CHROMIUM_PATH, else a browser of the system, else the one that npm carries.
import { access, constants } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** For a closed network and a root user: without them Chromium calls home at every start and is refused. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Flags that npm's browser comes with and that make it unlike people's: they switch off what keeps origins apart, and its processes. */
const unlike = ["--single-process", "--headless", "--disable-web-security", "--allow-running-insecure-content"];

/** A headless Chromium; the caller closes it. Throws with what to do when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({ executablePath: found.path, args: [...flags, ...found.args], headless: true });
}

async function findBrowser(): Promise<{ path: string; args: readonly string[] }> {
  const wanted = process.env["CHROMIUM_PATH"];
  if (wanted) {
    if (await canRun(wanted)) return { path: wanted, args: [] };
    throw new Error(
      `CHROMIUM_PATH is ${wanted}, but there is no program there. Set it to a Chromium or Chrome, or leave it out.`,
    );
  }
  for (const path of systemBrowsers) if (await canRun(path)) return { path, args: [] };
  const { default: carried } = await import("@sparticuz/chromium");
  return {
    path: await carried.executablePath(),
    args: carried.args.filter((flag) => !unlike.some((one) => flag.startsWith(one))),
  };
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
