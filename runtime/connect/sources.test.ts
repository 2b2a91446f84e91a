// Asks real HTTP servers that answer well, badly, slowly, hugely and not at all.

import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { Service } from "#contract";
import { startVehicleRegister } from "../../examples/registers/vehicle-register.ts";
import type { CallReport, SourceBinding } from "./bindings.ts";
import { MappingProblem } from "./mapping.ts";
import { createSources } from "./sources.ts";

const compiled = new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url);
const parking: Service = JSON.parse(readFileSync(compiled, "utf8"));
const answer = "{ 'make': make, 'fuel': fuel, 'taxed': taxed, 'keeperPostcode': keeperPostcode, 'colour': colour }";
const car = { make: "Ford Fiesta", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT", colour: "Red" };
const kept = { make: "Ford Fiesta", fuel: "petrol", taxed: true, keeperPostcode: "AS1 4QT" };

const open: { close(): Promise<void> | void }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

async function register(respond: Answer): Promise<{ address: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    respond(request, response, requests.length);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const bound = server.address();
  return { address: `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}`, requests };
}

function json(body: unknown, status = 200): Answer {
  return (_request, response) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function ask(
  address: string,
  change: Partial<SourceBinding> = {},
  using: Record<string, string> = { registration: "EK68 RWT" },
) {
  const reports: CallReport[] = [];
  const operation = { method: "GET" as const, path: "/vehicles/{registration}", answer };
  const binding = { address, timeout: 400, key: "the-key", operations: { "find-vehicle": operation }, ...change };
  const call = createSources(
    { "vehicle-register": binding },
    { now: () => Date.parse("2026-04-01T08:00:00Z"), report: (one) => reports.push(one) },
  );
  const fetched = await call({ service: parking, source: "vehicle-register", operation: "find-vehicle", using });
  return { fetched, reason: reports[0]?.reason, reports };
}

test("the real vehicle register: present with only the declared values, absent when it knows no such vehicle", async () => {
  const real = await startVehicleRegister({ port: 0, key: "the-key" });
  open.push(real);
  const { fetched } = await ask(real.address);
  expect(fetched).toEqual({
    state: "present",
    source: "vehicle-register",
    operation: "find-vehicle",
    at: "2026-04-01T08:00:00.000Z",
    using: { registration: "EK68 RWT" },
    record: kept,
  });
  const unknown = await ask(real.address, {}, { registration: "ZZ99 ZZZ" });
  expect(unknown.fetched).not.toHaveProperty("record");
  expect(unknown.fetched.state).toBe("absent");
  const wrongKey = await ask(real.address, { key: "another" });
  expect(wrongKey.fetched.state).toBe("unavailable");
  expect(wrongKey.reason).toBe("refused with status 401");
});

test("only what is needed goes out: the path, the key, nothing of the applicant", async () => {
  const { address, requests } = await register(json(car));
  await ask(address, {}, { registration: "a/b?c d#é", nationalId: "AE 84" });
  expect(requests[0]?.url).toBe("/vehicles/a%2Fb%3Fc%20d%23%C3%A9");
  expect(requests[0]?.headers.authorization).toBe("Bearer the-key");
  expect(requests[0]?.headers.cookie).toBeUndefined();
});

test("values that would climb out of the path, or are missing, are not sent", async () => {
  const { address, requests } = await register(json(car));
  for (const registration of ["..", ".", "", "  ", "\ud800"])
    expect((await ask(address, {}, { registration })).fetched.state).toBe("absent");
  expect((await ask(address, {}, {})).fetched.state).toBe("absent");
  expect(requests).toHaveLength(0);
});

test("POST sends the needs as JSON, once, whatever comes of it", async () => {
  const bodies: string[] = [];
  const { address, requests } = await register((request, response) => {
    request.on("data", (chunk) => bodies.push(String(chunk)));
    request.on("end", () => response.writeHead(503).end());
  });
  const { fetched } = await ask(address, {
    operations: { "find-vehicle": { method: "POST", path: "/search", answer } },
  });
  expect(fetched.state).toBe("unavailable");
  expect(bodies).toEqual(['{"registration":"EK68 RWT"}']);
  expect(requests).toHaveLength(1);
});

test("a GET is asked again after a failure, and its second answer counts", async () => {
  const { address, requests } = await register((request, response, count) => {
    if (count === 1) request.socket.destroy();
    else json(car)(request, response, count);
  });
  expect((await ask(address)).fetched).toMatchObject({ state: "present", record: kept });
  expect(requests).toHaveLength(2);
});

const bad: [string, Answer, RegExp][] = [
  ["an error", json({ error: "no" }, 500), /status 500/],
  ["too many requests", json({}, 429), /status 429/],
  [
    "a maintenance page",
    (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Back soon</h1>"),
    /instead of JSON/,
  ],
  [
    "broken JSON",
    (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end('{"make": "Fo'),
    /not JSON/,
  ],
  [
    "a redirect elsewhere",
    (_request, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    /could not be reached/,
  ],
  ["a list instead of a vehicle", json([1, 2, 3]), /other than it promises/],
  ["nothing in it", json({}), /other than it promises/],
  ["null", json(null), /other than it promises/],
  ["a fuel that is no option", json({ ...car, fuel: "coal" }), /other than it promises/],
  ["text where yes or no is promised", json({ ...car, taxed: "yes" }), /other than it promises/],
  ["a record where text is promised", json({ ...car, make: { name: "Ford" } }), /other than it promises/],
  ["control characters", json({ ...car, make: "Fo\u0000rd" }), /other than it promises/],
  ["a novel", json({ ...car, make: "x".repeat(20_000) }), /other than it promises/],
  ["more than fits", json({ ...car, more: "x".repeat(300_000) }), /more than 256 kB/],
  [
    "no end",
    (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).write('{"make":'),
    /until the time was up/,
  ],
  ["no answer at all", () => {}, /did not answer within 400 ms/],
];

test.each(bad)(
  "%s is unavailable, with the reason for operators and no value in it",
  async (_name, respond, reason) => {
    const { address } = await register(respond);
    const asked = await ask(address);
    expect(asked.fetched).toMatchObject({ state: "unavailable", using: { registration: "EK68 RWT" } });
    expect(asked.fetched).not.toHaveProperty("record");
    expect(asked.reason).toMatch(reason);
    expect(JSON.stringify(asked.reports)).not.toMatch(/EK68|Ford|the-key/);
  },
);

test("an endless stream is cut off and the connection closed", async () => {
  let closed = false;
  const { address } = await register((request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const timer = setInterval(() => response.write("x".repeat(65_536)), 1);
    request.socket.on("close", () => {
      clearInterval(timer);
      closed = true;
    });
  });
  expect((await ask(address)).reason).toMatch(/more than 256 kB/);
  await expect.poll(() => closed).toBe(true);
});

test("values that the register does not have are left out; the rest counts", async () => {
  const { address } = await register(json({ make: "Ford Fiesta", fuel: null, taxed: false, keeperPostcode: "" }));
  expect((await ask(address)).fetched.record).toEqual({ make: "Ford Fiesta", taxed: false });
});

test("an answer that the bundle's own check refuses is not used", async () => {
  const { address } = await register(json(car));
  const operation = { method: "GET" as const, path: "/", answer };
  const binding = { address, timeout: 400, operations: { "find-vehicle": operation } };
  const asked: string[] = [];
  const validateGives = (_service: Service, name: string) => {
    asked.push(name);
    return (record: unknown) => JSON.stringify(record) !== JSON.stringify(kept);
  };
  const call = createSources({ "vehicle-register": binding }, { now: () => 0, validateGives });
  const using = { registration: "EK68 RWT" };
  expect(await call({ service: parking, source: "vehicle-register", operation: "find-vehicle", using })).toMatchObject({
    state: "unavailable",
  });
  expect(asked).toEqual(["vehicle-register/find-vehicle"]);
});

test("a register that is not there, and one that is not bound, are unavailable", async () => {
  expect((await ask("http://127.0.0.1:1")).reason).toContain("could not be reached");
  const call = createSources({}, { now: () => 0 });
  const using = { registration: "EK68 RWT" };
  expect(await call({ service: parking, source: "vehicle-register", operation: "find-vehicle", using })).toMatchObject({
    state: "unavailable",
  });
  await expect(call({ service: parking, source: "no-such", operation: "find-vehicle", using })).rejects.toThrow(
    RangeError,
  );
});

const mappings = [
  "$eval('1')",
  "{ 'a': $map([1], $eval) }",
  "($e := $eval; $e('1'))",
  "$now()",
  "{ 'make': make",
  "$random()",
];

test.each(mappings)("the mapping %s is refused before anything starts", (text) => {
  const operation = { method: "GET" as const, path: "/", answer: text };
  const binding = { address: "http://127.0.0.1:1", timeout: 1, operations: { "find-vehicle": operation } };
  expect(() => createSources({ "vehicle-register": binding }, { now: () => 0 })).toThrow(MappingProblem);
  expect(() => createSources({ "vehicle-register": binding }, { now: () => 0 })).toThrow(
    "sources.vehicle-register.operations.find-vehicle.answer",
  );
});

const endless = [
  "($f := function($n) { $f($n + 1) + 1 }; $f(0))",
  "($f := function($n) { $f($n + 1) }; $f(0))",
  "[1..9999999]",
];

test.each(endless)("the mapping %s is stopped, and the register counts as unavailable", async (text) => {
  const { address } = await register(json(car));
  const asked = await ask(address, { operations: { "find-vehicle": { method: "GET", path: "/", answer: text } } });
  expect(asked.reason).toMatch(/mapping cannot read/);
});
