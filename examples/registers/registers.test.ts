// The registers as their callers meet them: over HTTP, with and without the key, broken on purpose and mended.
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { verifyChange } from "@formwork/runtime/connect/webhook.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { startPeopleRegister } from "./people-register.ts";
import type { RegisterOptions, RunningRegister } from "./register.ts";
import { levelGiven, readCitizens, readOfficers } from "./sign-in/accounts.ts";
import { startSignIn } from "./sign-in.ts";
import { startVehicleRegister } from "./vehicle-register.ts";

const open: RunningRegister[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function running(
  start: (options: RegisterOptions) => Promise<RunningRegister>,
  control = false,
): Promise<string> {
  const register = await start({ port: 0, key: "the-key", control });
  open.push(register);
  return register.address;
}

async function get(address: string, key = "the-key"): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: JSON.parse(await response.text()),
  };
}

/** A check of answers against the schema that the register's own OpenAPI file promises. */
function promised(file: string, schema: string): (body: unknown) => boolean {
  const { components } = parse(readFileSync(new URL(`./openapi/${file}`, import.meta.url), "utf8"));
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile({ components, $ref: `#/components/schemas/${schema}` });
  return (body) => validate(body) === true;
}

test("the vehicle register knows a registration however it is written, and keeps its interface's promise", async () => {
  const address = await running(startVehicleRegister);
  const isVehicle = promised("vehicle-register.yaml", "Vehicle");
  for (const written of ["EK68 RWT", "ek68rwt", "Ek68-rwt"]) {
    const { status, body } = await get(`${address}/vehicles/${encodeURIComponent(written)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ registration: "EK68 RWT", fuel: "petrol" });
    expect(isVehicle(body)).toBe(true);
  }
  expect(isVehicle({ make: "Ford" })).toBe(false);
});

test("its page ends the tax of a vehicle, and whoever asked hears which vehicle changed, signed, until they took it", async () => {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  const listener = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      // The first time it is not taken: it must come again.
      response.writeHead(heard.length === 1 ? 503 : 204).end();
    });
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", () => done()));
  const { port } = listener.address() as AddressInfo;
  const secret = `whsec_${Buffer.from("a secret of thirty-two bytes, no").toString("base64")}`;
  const changes = { address: `http://127.0.0.1:${port}/changes`, secret };
  const address = await running((options) => startVehicleRegister({ ...options, changes }));
  try {
    const page = await fetch(address);
    expect(await page.text()).toContain("End the tax of EK68 RWT");
    const body = new URLSearchParams({ registration: "EK68 RWT", taxed: "no" });
    const after = await fetch(`${address}/tax`, { method: "POST", body });
    expect(await after.text()).toContain("EK68 RWT is not taxed any more");
    expect((await get(`${address}/vehicles/EK68RWT`)).body).toMatchObject({ taxed: false });
    await expect.poll(() => heard.length, { timeout: 5000 }).toBe(2);
    for (const { headers, body: told } of heard)
      expect(verifyChange(secret, { headers, body: told }, Date.now())).toMatchObject({
        ok: true,
        notice: { key: { registration: "EK68RWT" } },
      });
    expect(new Set(heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const nobody = await fetch(`${address}/tax`, {
      method: "POST",
      body: "registration=ZZ99ZZZ&taxed=no",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(nobody.status).toBe(404);
  } finally {
    listener.close();
  }
});

test("every made-up person is in the register as its interface promises, without what only the sign-in knows", async () => {
  const address = await running(startPeopleRegister);
  const isPerson = promised("people-register.yaml", "Person");
  for (const { subject } of readCitizens()) {
    const { body } = await get(`${address}/people/${subject}`);
    expect(isPerson(body)).toBe(true);
    expect(body).not.toHaveProperty("level");
  }
});

test("without the key, with a wrong one, and for what is not there: problem details in words", async () => {
  const address = await running(startVehicleRegister);
  for (const key of ["", "the-key2", "x".repeat(5000)]) {
    expect(await get(`${address}/vehicles/EK68RWT`, key)).toMatchObject({
      status: 401,
      type: "application/problem+json; charset=utf-8",
    });
  }
  expect(await get(`${address}/vehicles/ZZ99ZZZ`)).toMatchObject({ status: 404, body: { title: "No such vehicle" } });
  expect(await get(`${address}/elsewhere`)).toMatchObject({ status: 404, body: { status: 404 } });
});

test("control takes a register down, slows it, makes it fail and brings it back; without --control there is no such address", async () => {
  const address = await running(startVehicleRegister, true);
  const control = (state: string, milliseconds?: number) =>
    fetch(`${address}/control`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state, milliseconds }),
    });
  const car = `${address}/vehicles/EK68RWT`;
  await control("down");
  await expect(get(car)).rejects.toThrow("fetch failed");
  await control("error");
  expect((await get(car)).status).toBe(500);
  await control("garbage");
  await expect(get(car)).rejects.toThrow(SyntaxError);
  await control("slow", 400);
  const began = performance.now();
  expect((await get(car)).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(380);
  await control("up");
  expect((await get(car)).status).toBe(200);
  expect((await control("on fire")).status).toBe(400);
  const closed = await running(startVehicleRegister);
  expect(
    (await fetch(`${closed}/control`, { method: "POST", headers: { authorization: "Bearer the-key" } })).status,
  ).toBe(404);
});

test("the test sign-in refuses to start in production", async () => {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await expect(startSignIn({ port: 0, clients: [] })).rejects.toThrow("does not start where NODE_ENV is production");
  } finally {
    process.env["NODE_ENV"] = before;
  }
});

test("the sign-in demands PKCE, knows its return addresses only, and leads back after signing out", async () => {
  const clients = [{ id: "formwork-portal", secret: "s".repeat(32), returnAddress: "http://127.0.0.1:9/signed-in" }];
  const signIn = await startSignIn({ port: 0, clients });
  open.push(signIn);
  const ask = (query: Record<string, string>) =>
    fetch(
      `${signIn.address}/auth?${new URLSearchParams({ client_id: "formwork-portal", response_type: "code", scope: "openid", ...query })}`,
      { redirect: "manual" },
    );
  const unproved = await ask({ redirect_uri: "http://127.0.0.1:9/signed-in" });
  expect(unproved.headers.get("location")).toContain("error=invalid_request");
  const elsewhere = await ask({ redirect_uri: "http://evil.example/" });
  expect(elsewhere.status).toBe(400);
  expect(await elsewhere.text()).toContain("Go back to the service");
  const out = (address: string) =>
    fetch(`${signIn.address}/session/end?${new URLSearchParams({ post_logout_redirect_uri: address, state: "a b" })}`, {
      redirect: "manual",
    });
  expect((await out("http://127.0.0.1:9/")).headers.get("location")).toBe("http://127.0.0.1:9/?state=a+b");
  expect((await out("http://evil.example/")).headers.get("location")).toBeNull();
  const stale = await fetch(`${signIn.address}/choose/nothing-like-this`);
  expect(stale.status).toBe(400);
  expect(await stale.text()).toContain("This sign-in is over");
});

test("people get the level that is asked for, never one above their own", () => {
  const [first] = readCitizens();
  const gwen = readCitizens().find(({ level }) => level === "high");
  const amina = readCitizens().find(({ level }) => level === "low");
  if (!first || !gwen || !amina) throw new Error("The data lack a person of some level.");
  expect(levelGiven(gwen, "high")).toBe("high");
  expect(levelGiven(gwen, undefined)).toBe("low");
  expect(levelGiven(first, "high")).toBe("substantial");
  expect(levelGiven(amina, "substantial")).toBe("low");
  expect(levelGiven(gwen, "nonsense")).toBe("low");
});

test("every role of the example services has an officer, and one officer has two roles", () => {
  const roles = readOfficers().flatMap((officer) => officer.roles ?? []);
  const compiled = JSON.parse(
    readFileSync(new URL("../resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
  );
  for (const role of Object.keys(compiled.roles)) expect(roles).toContain(role);
  expect(readOfficers().some((officer) => (officer.roles ?? []).length > 1)).toBe(true);
});
