// Opens the whole house for a story: every part started on free ports in a folder of its own, and a real Chromium.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { CaughtMessage } from "../registers/mail-catcher.ts";
import type { Running } from "../start/running.ts";
import { startAll } from "../start/start-all.ts";
import { holdToInterfaces, interfacesOf } from "./interfaces.ts";

/** A running house with a browser; close it when the stories are told. */
export interface StoryHouse {
  readonly running: Running;
  /** A new person at a new computer: no cookies, no history. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  /** Messages that reached this address, newest first. */
  messagesTo(address: string): Promise<readonly CaughtMessage[]>;
  /** The message with this subject for this address, once it is there: mail is sent in the background. */
  awaitMessage(address: string, subject: string): Promise<CaughtMessage>;
  /** What the payment provider took for this application, in pence, one number for each payment that was settled. */
  settledPayments(reference: string): Promise<readonly number[]>;
  close(): Promise<void>;
}

/** One person's browser window. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything the browser complained about: script errors, refused content, missing files. */
  readonly complaints: readonly string[];
}

/** A line of the payment provider's ledger, as far as the stories read it. */
interface LedgerEntry {
  readonly payment?: { readonly id: string; readonly reference: string; readonly amount: number };
  readonly id?: string;
  readonly state?: string;
}

/** Starts everything. `bundles`: what is served instead of the examples; it may build them in the folder it is given. */
export async function openHouse(bundles?: (folder: string) => Promise<readonly string[]>): Promise<StoryHouse> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "formwork-story-"));
  const deaths: string[] = [];
  const said: string[] = [];
  const running = await startAll({
    ports: "free",
    dataFolder,
    ...(bundles && { bundles: await bundles(dataFolder) }),
    control: true,
    without: ["playground"],
    say: (line) => said.push(line),
    onDeath: (part, words) => deaths.push(`${part}: ${words}`),
  }).catch((error: Error) => {
    throw new Error(`${said.join("\n")}\n${error.message}`, { cause: error });
  });
  const browser = await launchBrowser();
  const interfaces = await interfacesOf(running.addresses.runtime);
  const messagesTo = async (address: string): Promise<readonly CaughtMessage[]> => {
    const response = await fetch(`${running.addresses.mail}/messages.json`);
    const messages = (await response.json()) as CaughtMessage[];
    return messages.filter((message) => message.to.includes(address));
  };
  return {
    running,
    async visitor(options) {
      const visitor = await openVisitor(browser, running.addresses.runtime, options);
      holdToInterfaces(visitor.context, running.addresses.runtime, interfaces);
      return visitor;
    },
    messagesTo,
    awaitMessage: async (address, subject) => {
      for (let tries = 0; tries < 300; tries += 1) {
        const found = (await messagesTo(address)).find((message) => message.subject === subject);
        if (found) return found;
        await new Promise((again) => setTimeout(again, 100));
      }
      const came = (await messagesTo(address)).map((message) => message.subject).join("; ");
      throw new Error(`No message "${subject}" came to ${address} in thirty seconds. These came: ${came || "none"}`);
    },
    settledPayments: async (reference) => {
      const ledger = await readFile(path.join(dataFolder, "payments", "payments.jsonl"), "utf8");
      const entries: LedgerEntry[] = ledger
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      const asked = entries.flatMap(({ payment }) => (payment?.reference === reference ? [payment] : []));
      return asked
        .filter(({ id }) => entries.some((entry) => entry.id === id && entry.state === "paid"))
        .map(({ amount }) => amount);
    },
    async close() {
      await browser.close();
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
      const breaches = interfaces.flatMap((one) => one.breaches);
      if (breaches.length > 0)
        throw new Error(`What the browser and the runtime said broke openapi.json:\n${breaches.join("\n")}`);
      if (deaths.length > 0) throw new Error(`These parts ended by themselves:\n${deaths.join("\n")}`);
    },
  };
}

async function openVisitor(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1100, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // A page that says what needs another look answers 422, which the browser notes as if it were a missing file.
    if (message.type() === "error" && !/status of 422/.test(message.text()))
      complaints.push(`console: ${message.text()} (${page.url()})`);
  });
  return { page, context, complaints };
}
