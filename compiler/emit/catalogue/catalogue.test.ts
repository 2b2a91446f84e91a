// The description of a service reads as linked data without a single term that a reader would drop: held to by the jsonld package.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
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

/** What the shapes of CPSV-AP 3.2.0 ask of what we say: at least so many, at most so many, of this class. */
const shapes: readonly (readonly [of: string, path: string, least: number, most: number, type?: string])[] = [
  ["cpsv:PublicService", "dct:identifier", 1, 1],
  ["cpsv:PublicService", "dct:title", 1, 99],
  ["cpsv:PublicService", "dct:description", 1, 99],
  ["cpsv:PublicService", "cv:hasCompetentAuthority", 1, 99, "cv:PublicOrganisation"],
  ["cpsv:PublicService", "adms:status", 0, 1, "skos:Concept"],
  ["cpsv:PublicService", "dct:language", 0, 99, "dct:LinguisticSystem"],
  ["cpsv:PublicService", "cv:thematicArea", 0, 99, "skos:Concept"],
  ["cpsv:PublicService", "cv:hasParticipation", 0, 99, "cv:Participation"],
  ["cpsv:PublicService", "cpsv:follows", 0, 99, "cpsv:Rule"],
  ["cpsv:PublicService", "cpsv:hasInput", 0, 99, "cv:Evidence"],
  ["cpsv:PublicService", "cpsv:produces", 0, 99, "cv:Output"],
  ["cpsv:PublicService", "cv:hasCost", 0, 99, "cv:Cost"],
  ["cpsv:PublicService", "cv:hasChannel", 0, 99, "cv:Channel"],
  ["cpsv:PublicService", "cv:contactPoint", 0, 99, "cv:ContactPoint"],
  ["cv:PublicOrganisation", "skos:prefLabel", 1, 99],
  ["cv:Participation", "dct:identifier", 1, 1],
  ["cv:Participation", "dct:description", 1, 99],
  ["cv:Participation", "cv:role", 1, 99, "skos:Concept"],
  ["cv:Participation", "cv:hasParticipant", 1, 1, "foaf:Agent"],
  ["foaf:Agent", "dct:identifier", 1, 1],
  ["foaf:Agent", "dct:title", 1, 99],
  ["cpsv:Rule", "dct:identifier", 1, 1],
  ["cpsv:Rule", "dct:title", 1, 99],
  ["cpsv:Rule", "dct:description", 1, 99],
  ["cpsv:Rule", "cpsv:implements", 0, 99, "eli:LegalResource"],
  ["cv:Evidence", "dct:identifier", 1, 1],
  ["cv:Evidence", "dct:title", 1, 99],
  ["cv:Output", "dct:identifier", 1, 1],
  ["cv:Output", "dct:title", 1, 99],
  ["cv:Cost", "dct:identifier", 1, 1],
  ["cv:Cost", "cv:currency", 0, 1, "skos:Concept"],
  ["cv:Cost", "cv:hasValue", 0, 1],
  ["cv:Channel", "dct:identifier", 1, 1],
];

test.each([
  ["parking", parking],
  ["food-business", example("food-business")],
  ["winter-warmth-payment", example("winter-warmth-payment")],
])(
  "%s says what the profile's shapes ask for, but for the region of the authority, which no text says",
  (_, service) => {
    const wrong: string[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return;
      const node = new Map<string, unknown>(Object.entries(value));
      for (const [of, path, least, most, type] of shapes.filter(([one]) => one === node.get("@type"))) {
        const found = [node.get(path) ?? []].flat();
        if (found.length < least || found.length > most) wrong.push(`${of} has ${found.length} ${path}`);
        if (type && !found.every((one) => isOf(one, type))) wrong.push(`${path} of ${of} is no ${type}`);
      }
      for (const [key, inside] of node) if (key !== "@context") visit(inside);
    };
    visit(emitCatalogue(service));
    expect(wrong).toEqual([]);
  },
);

function isOf(value: unknown, type: string): boolean {
  return typeof value === "object" && value !== null && "@type" in value && value["@type"] === type;
}

function example(name: string): Service {
  return JSON.parse(readFileSync(new URL(`../../../examples/${name}/expected/service.json`, import.meta.url), "utf8"));
}
