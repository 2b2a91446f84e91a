// The description of a service reads as linked data without a single term that a reader would drop: held to by the jsonld package,
// and keeps the published shapes of the profile: held to by a SHACL validator.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { Parser, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { parking } from "../tests/parking.ts";
import { emitCatalogue } from "./catalogue.ts";

const cpsv = "http://purl.org/vocab/cpsv#";
const cv = "http://data.europa.eu/m8g/";

/** No address is ever fetched: the file holds all it needs. */
const options = {
  safe: true,
  documentLoader: (address: string) => Promise.reject(new Error(`The description wants ${address}`)),
};

test("every term has its meaning, every language its words, and nothing is fetched", async () => {
  const [service, ...others] = await jsonld.expand(emitCatalogue(parking), options);
  expect(others).toEqual([]);
  expect(service).toMatchObject({
    "@type": [`${cpsv}PublicService`],
    "http://purl.org/dc/terms/title": [
      { "@language": "en", "@value": "Resident parking permit" },
      { "@language": "cy", "@value": parking.title["cy"] },
    ],
    [`${cpsv}produces`]: [{ "@type": [`${cv}Output`] }],
    [`${cv}hasCompetentAuthority`]: [{ "@type": [`${cv}PublicOrganisation`] }],
  });
  const triples = await jsonld.toRDF(emitCatalogue(parking), { ...options, format: "application/n-quads" });
  expect(String(triples).split("\n").length).toBeGreaterThan(40);
});

test("evidence is what people bring and what registers say; a fee that depends on answers names its rule", () => {
  const node = emitCatalogue(parking);
  expect(node["cpsv:hasInput"]).toMatchObject([
    { "dct:identifier": "keeper-letter" },
    { "dct:identifier": "vehicle-register" },
  ]);
  expect(node["cv:hasCost"]).toMatchObject([
    { "dct:identifier": "permit-fee", "cv:currency": { "@type": "skos:Concept" } },
  ]);
  expect(node["cv:hasCost"]).not.toMatchObject([{ "cv:hasValue": expect.anything() }]);
});

test("a clock of the whole case is the processing time", () => {
  const route = parking.route && { ...parking.route, finish: { within: { amount: 8, unit: "weeks" as const } } };
  const { route: _, ...rest } = parking;
  expect(emitCatalogue({ ...rest, ...(route && { route }) })["cv:processingTime"]).toEqual({
    "@type": "xsd:duration",
    "@value": "P56D",
  });
  expect(emitCatalogue(parking)["cv:processingTime"]).toBeUndefined();
});

/** What the published shapes of CPSV-AP 3.2.0 find wrong, by a SHACL validator: one line for each finding. */
async function findings(service: Service): Promise<string[]> {
  const quads = await jsonld.toRDF(emitCatalogue(service), { ...options, format: "application/n-quads" });
  const parser = new Parser();
  const shapes = parser.parse(readFileSync(new URL("./cpsv-ap-3.2.0.shapes.ttl", import.meta.url), "utf8"));
  const validator = new SHACLValidator(new Store(shapes));
  const report = await validator.validate(new Store(new Parser({ format: "N-Quads" }).parse(String(quads))));
  const last = (term: { value: string } | null | undefined): string => term?.value.split(/[/#]/).at(-1) ?? "";
  return report.results.map(
    ({ focusNode, path, sourceConstraintComponent }) =>
      `${last(focusNode)}: ${Array.isArray(path) ? "" : last(path)} ${last(sourceConstraintComponent)}`,
  );
}

test("a licence that other systems know by a type says it: a name is a concept here, an address is the concept", async () => {
  const typed = (type: string): Service => {
    const credentials = Object.entries(parking.credentials).map(([name, one]) => [name, { ...one, type }]);
    return { ...parking, credentials: Object.fromEntries(credentials) };
  };
  const typeIn = (type: string) => emitCatalogue(typed(type))["cpsv:produces"];
  expect(typeIn("ParkingPermit")).toMatchObject([
    { "dct:type": { "@type": "skos:Concept", "skos:notation": "ParkingPermit" } },
  ]);
  expect(typeIn("urn:eu.example:permit:1")).toMatchObject([{ "dct:type": { "@id": "urn:eu.example:permit:1" } }]);
  await jsonld.expand(emitCatalogue(typed("ParkingPermit")), options);
  expect(await findings(typed("ParkingPermit"))).toEqual([]);
});

test.each([
  ["parking", parking],
  ["food-business", example("food-business")],
  ["winter-warmth-payment", example("winter-warmth-payment")],
  [
    "a region by its address",
    { ...parking, region: { en: "http://publications.europa.eu/resource/authority/atu/DEU_DE9" } },
  ],
])("%s keeps every shape of the profile", async (_, service) => {
  expect(await findings(service)).toEqual([]);
});

test("a text that names no region of its agency lacks that, and nothing else", async () => {
  const { region: _, ...service } = example("food-business");
  expect(await findings(service)).toEqual(["agency: spatial MinCountConstraintComponent"]);
});

test("the shapes find what is wrong", async () => {
  const nameless = { ...parking, agency: { ...parking.agency, title: {} } };
  expect(await findings(nameless)).toEqual(["agency: prefLabel MinCountConstraintComponent"]);
});

function example(name: string): Service {
  return JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8"));
}
