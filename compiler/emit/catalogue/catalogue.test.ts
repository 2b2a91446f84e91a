// The description of a service reads as linked data without a single term that a reader would drop: held to by the jsonld package.
import jsonld from "jsonld";
import { expect, test } from "vitest";
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
  expect(node["cv:hasCost"]).toMatchObject([{ "dct:identifier": "permit-fee", "cv:currency": "GBP" }]);
  expect(node["cv:hasCost"]).not.toMatchObject([{ "cv:value": expect.anything() }]);
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
