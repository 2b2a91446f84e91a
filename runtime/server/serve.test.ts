import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ConfigurationError } from "./configuration.ts";
import { serve } from "./serve.ts";
import { writeBundle } from "./tests/installation.ts";

let folder = "";
let bundle = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "formwork-serve-"));
  bundle = await writeBundle(path.join(folder, "bundle"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function configure(name: string, change: (text: string) => string = (text) => text): Promise<string> {
  const file = path.join(folder, `${name}.yaml`);
  const text = `
listen: { host: 127.0.0.1, port: 0 }
publicAddress: http://127.0.0.1:0
store: { sqlite: ${name}/formwork.db }
files: ${name}/files
sessionSecret: { env: SESSION }
signIn:
  citizens: { issuer: "http://127.0.0.1:1", clientId: portal, clientSecret: one }
  officers: { issuer: "http://127.0.0.1:1", clientId: desk, clientSecret: two }
`;
  await writeFile(file, change(text));
  return file;
}

const environment = { SESSION: "a secret that is at least 32 characters long" };

test("a whole installation starts on a free port, keeps its definitions, and stops cleanly", async () => {
  const logged: string[] = [];
  const options = {
    bundles: [bundle],
    configFile: await configure("good"),
    signals: false,
    environment,
    writeLog: (line: string) => logged.push(line),
  };
  const first = await serve(options);
  expect((await fetch(`${first.address}/health`)).status).toBe(200);
  const [{ definition }] = (await (await fetch(`${first.address}/ready`)).json()).services;
  const asked = await fetch(`${first.address}/sign-in`, { redirect: "manual" });
  expect([asked.status, (await asked.text()).includes("We cannot reach another service")]).toEqual([503, true]);
  await Promise.all([first.stop(), first.stop()]);
  await expect(fetch(`${first.address}/health`)).rejects.toThrow();
  const second = await serve({ ...options, bundles: [] });
  const ready = await fetch(`${second.address}/ready`);
  expect([ready.status, (await ready.json()).hindrances]).toEqual([503, ["No service can be served."]]);
  await second.stop();
  expect(logged.filter((line) => line.includes(definition)).length).toBeGreaterThanOrEqual(2);
});

test("a wrong deployment file stops the start with every problem", async () => {
  const configFile = await configure("wrong", (text) => text.replace("store:", "storr:").replace("sqlite", "sqlit"));
  const start = serve({ bundles: [bundle], configFile, signals: false, environment: {}, writeLog: () => undefined });
  await expect(start).rejects.toThrow(ConfigurationError);
  await expect(start).rejects.toThrow(/storr[\s\S]*Did you mean “store”\?/);
});

test("a port that is taken is named, with what to do", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const configFile = await configure("taken", (text) => text.replace("port: 0", `port: ${port}`));
  await expect(
    serve({ bundles: [bundle], configFile, signals: false, environment, writeLog: () => undefined }),
  ).rejects.toThrow(`Port ${port} is taken`);
  taken.close();
});
