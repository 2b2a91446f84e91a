// Starting and stopping: real processes on free ports, ports that are taken, parts that die.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseConfiguration } from "@formwork/runtime/server/configuration.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addressesOf, defaultPorts } from "./addresses.ts";
import { withPorts, writeDeployment } from "./deployment.ts";
import { startPart } from "./part.ts";
import { findFreePorts } from "./ports.ts";
import { readSecrets } from "./secrets.ts";
import { startAll } from "./start-all.ts";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), "start-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

test("everything beside the runtime starts, answers, obeys control, and is gone after stop", async () => {
  const said: string[] = [];
  const running = await startAll({
    ports: "free",
    dataFolder,
    control: true,
    without: ["runtime", "playground"],
    say: (line) => said.push(line),
  });
  const { addresses } = running;
  try {
    expect((await fetch(`${addresses.signIn}/.well-known/openid-configuration`)).status).toBe(200);
    expect((await fetch(`${addresses.mail}/messages.json`)).status).toBe(200);
    await running.control("vehicles", "down");
    await expect(fetch(`${addresses.vehicles}/vehicles/EK68RWT`)).rejects.toThrow();
    await running.control("vehicles", "up");
    expect((await fetch(`${addresses.vehicles}/vehicles/EK68RWT`)).status).toBe(401);
    expect(running.output("vehicles")).toContain("Vehicle register ready");
    expect(said).toContain(`vehicle register ready on ${addresses.vehicles}`);
  } finally {
    await running.stop();
  }
  await expect(fetch(`${addresses.signIn}/health`)).rejects.toThrow();
  await running.stop();
});

test("the deployment file of the start is one that the runtime takes, on these ports and with these secrets", async () => {
  const ports = await findFreePorts();
  const addresses = addressesOf(ports);
  const file = writeDeployment(dataFolder, ports);
  const read = parseConfiguration(readFileSync(file, "utf8"), file, readSecrets(dataFolder));
  expect(read).toMatchObject({
    publicAddress: addresses.runtime,
    listen: { host: "127.0.0.1", port: ports.runtime },
    signIn: { citizens: { issuer: addresses.signIn }, officers: { issuer: addresses.signIn } },
    identity: { address: addresses.people },
    sources: { "vehicle-register": { address: addresses.vehicles } },
    payment: { address: addresses.payment },
    mail: { smtp: addresses.smtp },
  });
  expect(read.store.sqlite.startsWith(dataFolder)).toBe(true);
});

test("ports are replaced in one pass, so that a new port that is another part's usual one stays", () => {
  const ports = { ...defaultPorts, runtime: 4401, signIn: 4400 };
  expect(withPorts("port: 4400 at 127.0.0.1:4401, 127.0.0.1:9999", ports)).toBe(
    "port: 4401 at 127.0.0.1:4400, 127.0.0.1:9999",
  );
});

test("secrets are made once, differ from each other, and only their owner can read them", () => {
  const first = readSecrets(dataFolder);
  expect(readSecrets(dataFolder)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(statSync(path.join(dataFolder, "secrets.json")).mode & 0o077).toBe(0);
});

test("a taken port is named with its part and what to do", async () => {
  const other = createServer();
  // Something else may hold the port already on this machine: then the message must name it just the same.
  await new Promise<void>((done) => other.once("error", () => done()).listen(defaultPorts.vehicles, "127.0.0.1", done));
  try {
    await expect(startAll({ ports: "default", dataFolder, without: ["playground"] })).rejects.toThrow(
      /4403 {2}vehicle register[\s\S]*--ports free/,
    );
  } finally {
    other.close();
  }
});

test("a part that cannot start says its last words; one that dies later is told of, once, unless it was stopped", async () => {
  const deaths: string[] = [];
  const command = (script: string, readyAddress: string) => ({
    part: "mail" as const,
    script: ["--eval", script],
    folder: dataFolder,
    environment: {},
    readyAddress,
    logFile: path.join(dataFolder, "part.log"),
    onDeath: (words: string) => deaths.push(words),
  });
  await expect(
    startPart(command("console.error('the cupboard is bare'); process.exit(3)", "http://127.0.0.1:1/")),
  ).rejects.toThrow("the cupboard is bare");
  const { mail } = addressesOf(await findFreePorts());
  const server = `require("node:http").createServer((q, s) => { s.end(); if (q.url === "/die") { console.log("farewell"); process.exit(1); } }).listen(${new URL(mail).port}, "127.0.0.1")`;
  const dying = await startPart(command(server, `${mail}/`));
  await fetch(`${mail}/die`).catch(() => undefined);
  await expect.poll(() => deaths.length).toBe(1);
  expect(deaths[0]).toContain("farewell");
  await dying.stop();
  const stopped = await startPart(command(server, `${mail}/`));
  await stopped.stop();
  expect(deaths).toHaveLength(1);
});

test("kill -9 of the starter leaves nothing running", async () => {
  const { mail } = addressesOf(await findFreePorts());
  const server = `require("node:http").createServer((q, s) => s.end()).listen(${new URL(mail).port}, "127.0.0.1")`;
  const starter = `
    import { startPart } from ${JSON.stringify(new URL("./part.ts", import.meta.url).href)};
    await startPart({ part: "mail", script: ["--eval", ${JSON.stringify(server)}], folder: ".", environment: {},
      readyAddress: "${mail}/", logFile: ${JSON.stringify(path.join(dataFolder, "part.log"))}, onDeath: () => {} });
    console.log("up");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", starter], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((done) => child.stdout.once("data", done));
  expect((await fetch(mail)).status).toBe(200);
  child.kill("SIGKILL");
  await expect
    .poll(
      () =>
        fetch(mail).then(
          () => "up",
          () => "gone",
        ),
      { timeout: 10_000 },
    )
    .toBe("gone");
});
