// The way there and back: a service's process is read back to the same route, and the text that comes of it has no errors.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { compile } from "../compile.ts";
import { emitBpmn, type ProcessFile } from "../emit/bpmn/emit-bpmn.ts";
import { randomService } from "../emit/bpmn/tests/random-route.ts";
import { formatText } from "../format/format-tree.ts";
import { importBpmn } from "../import/bpmn/import-bpmn.ts";
import { routeModel } from "./route-model.ts";
import { sayable } from "./sayable-route.ts";

/** Every text of the samples that compiles and has a route, and the examples as they were compiled. */
function compiledServices(): [string, Service][] {
  const texts = readdirSync("compiler/tests/samples", { recursive: true, encoding: "utf8" }).filter((one) =>
    one.endsWith(".service"),
  );
  const samples = texts.sort().flatMap((file): [string, Service][] => {
    const folder = path.join("compiler/tests/samples", path.dirname(file));
    const beside = readdirSync(folder).filter((one) => one.endsWith(".shared") || one.endsWith(".words"));
    const names = [path.basename(file), ...beside];
    const files = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
    const { service } = compile(path.basename(file), files);
    return service?.route ? [[file, service]] : [];
  });
  const examples = readdirSync("examples").flatMap((folder): [string, Service][] => {
    const file = path.join("examples", folder, "expected/service.json");
    try {
      return [[folder, JSON.parse(readFileSync(file, "utf8"))]];
    } catch {
      return [];
    }
  });
  return [...samples, ...examples];
}

async function readBack(
  service: Service,
  file: ProcessFile,
): Promise<{ text: string; stops: string[]; service: Service | undefined }> {
  const imported = importBpmn(new TextEncoder().encode(await emitBpmn(service, file)));
  if ("refusals" in imported) throw new Error(JSON.stringify(imported.refusals));
  const { problems, service: back } = compile("back.service", new Map([["back.service", imported.text]]));
  const stops = problems
    .filter(({ severity }) => severity === "stop")
    .map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
  return { text: imported.text, stops, service: back };
}

const services = compiledServices();

test("there are services to try", () => {
  expect(services.length).toBeGreaterThan(40);
});

test.each(services)("%s comes back to the same route", async (_name, service) => {
  for (const file of ["process.bpmn", "process.camunda.bpmn"] as const) {
    const back = await readBack(service, file);
    expect(back.stops).toEqual([]);
    expect(back.service && routeModel(back.service)).toEqual(routeModel(service));
    expect(formatText("back.service", back.text)).toBe(back.text);
  }
});

test("a tool that drops or changes what stands in marks leaves no half text: the file is read as it is drawn", async () => {
  const [, service] = services.find(([name]) => name === "resident-parking-permit") ?? [];
  if (!service) throw new Error("the example is not there");
  const file = await emitBpmn(service);
  const lines = /<formwork:lines part="(?:stage|outcome)".*?<\/formwork:lines>/gs;
  const places = [...file.matchAll(lines)];
  expect(places.length).toBeGreaterThan(5);
  for (const [piece] of places.slice(0, 3))
    for (const changed of [
      file.replace(piece, ""),
      file.replace(piece, piece.replace(/(stage|outcome) \S+/, "$1 x")),
    ]) {
      const imported = importBpmn(new TextEncoder().encode(changed));
      if ("refusals" in imported) continue;
      expect(imported.text).toContain("it was changed since");
    }
  const moved = file.replace(/x="(\d+)"/g, 'x="1$1"');
  expect(importBpmn(new TextEncoder().encode(moved))).toEqual(importBpmn(new TextEncoder().encode(file)));
});

test("random routes come back: whatever compiles has the same route, and every line of the text can be read", async () => {
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(randomService.map(sayable), async (service) => {
      const back = await readBack(service, "process.bpmn");
      expect(back.stops.filter((stop) => /^FW[12]/.test(stop))).toEqual([]);
      if (!back.service) return;
      whole += 1;
      expect(routeModel(back.service)).toEqual(routeModel(service));
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(whole).toBeGreaterThan(5);
}, 120_000);

test("where the calendar lets years and months end comes back", async () => {
  const [, plain] = services.find(([name]) => name.includes("calendar-without-effect/fixed")) ?? [];
  if (!plain) throw new Error("the sample is not there");
  const [[name, calendar]] = Object.entries(plain.calendars) as [[string, Service["calendars"][string]]];
  for (const years of ["--02-28", "--03-01"] as const)
    for (const months of ["last-day", "first-day-after"] as const) {
      const wanted = { ...calendar, yearsFrom29FebruaryEndOn: years, monthsEndOn: months };
      const { stops, service } = await readBack({ ...plain, calendars: { [name]: wanted } }, "process.bpmn");
      expect(stops).toEqual([]);
      expect(service?.calendars[name]).toMatchObject({ yearsFrom29FebruaryEndOn: years, monthsEndOn: months });
    }
});
