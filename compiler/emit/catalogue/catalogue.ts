// Emits catalogue.jsonld: the service as catalogues of public services describe one another's, in the Core Public Service Vocabulary
// Application Profile (CPSV-AP 3.2). Everything in it follows from the text; what the text does not say is left out.

import type { Duration, Service, Words } from "#contract";
import { coinDigits } from "#support/currencies.ts";
import { collectQuestions, type Questions } from "../json-schema/questions.ts";

/** A node of JSON-LD. */
export interface Node {
  readonly [key: string]: unknown;
}

/** The terms that are used, spelled out in the file itself: nothing is fetched to read it. */
const context = {
  cpsv: "http://purl.org/vocab/cpsv#",
  cv: "http://data.europa.eu/m8g/",
  dct: "http://purl.org/dc/terms/",
  adms: "http://www.w3.org/ns/adms#",
  atu: "http://data.europa.eu/88u/dataset/",
  eli: "http://data.europa.eu/eli/ontology#",
  foaf: "http://xmlns.com/foaf/0.1/",
  schema: "http://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The description of a service. Its address is a name (`urn:`), because the compiler does not know where it will be offered. */
export function emitCatalogue(service: Service): Node {
  const id = `urn:formwork:${encodeURIComponent(service.agency.name)}:${encodeURIComponent(service.name)}`;
  const about = (part: string): string => `${id}#${encodeURIComponent(part)}`;
  return {
    "@context": context,
    "@id": id,
    "@type": "cpsv:PublicService",
    "dct:identifier": service.name,
    "dct:title": said(service.title),
    "dct:description": said(service.about ?? service.title),
    "adms:status": { "@id": statuses[service.status.stage], "@type": "skos:Concept" },
    "schema:version": String(service.version.number),
    "dct:issued": { "@type": "xsd:date", "@value": service.version.starts },
    "dct:language": service.languages.map(({ tag }) => language(tag)),
    ...present("cv:thematicArea", topics(service, about)),
    "cv:hasCompetentAuthority": authority(service, about),
    ...present("cv:hasParticipation", participations(service, about)),
    ...present("cpsv:follows", rules(service, about)),
    ...present("cpsv:hasInput", inputs(service, about)),
    ...present("cpsv:produces", outputs(service, about)),
    ...present("cv:hasCost", costs(service, about)),
    ...present("cv:hasChannel", [{ "@id": about("channel"), "@type": "cv:Channel", "dct:identifier": "web-form" }]),
    ...present("cv:contactPoint", contacts(service, about)),
    ...processingTime(service),
  };
}

/** Words by language, as JSON-LD writes them. */
function said(words: Words): Node[] {
  return Object.entries(words).map(([language, text]) => ({ "@language": language, "@value": text }));
}

function present(key: string, values: readonly unknown[] | undefined): Node {
  return values === undefined || values.length === 0 ? {} : { [key]: values };
}

const vocabulary = "http://purl.org/adms/status/";
const statuses: Readonly<Record<Service["status"]["stage"], string>> = {
  draft: `${vocabulary}UnderDevelopment`,
  pilot: `${vocabulary}UnderDevelopment`,
  live: `${vocabulary}Completed`,
  closing: `${vocabulary}Deprecated`,
};

/** A language as linked data names it, by its ISO 639 code; a tag's region says nothing of it. */
function language(tag: string): Node {
  const code = tag.split("-")[0] ?? tag;
  const table = code.length === 2 ? "iso639-1" : "iso639-3";
  return { "@id": `http://lexvo.org/id/${table}/${code}`, "@type": "dct:LinguisticSystem", "dct:identifier": tag };
}

function topics({ topics: named = [], languages }: Service, about: (part: string) => string): Node[] {
  return named.map((topic) => ({
    "@id": about(`topic-${topic}`),
    "@type": "skos:Concept",
    "skos:prefLabel": said({ [languages[0]?.tag ?? "en"]: topic.replaceAll("-", " ") }),
  }));
}

function authority({ agency, region }: Service, about: (part: string) => string): Node {
  return {
    "@id": about("agency"),
    "@type": "cv:PublicOrganisation",
    "dct:identifier": agency.name,
    "dct:title": said(agency.title),
    "skos:prefLabel": said(agency.title),
    ...(region && { "dct:spatial": administrativeUnit(region, about) }),
  };
}

/** The region a body answers for: one of a published list where the text gives its address, else one known by its name here. */
function administrativeUnit(region: Words, about: (part: string) => string): Node {
  const address = Object.values(region).find((words) => URL.canParse(words));
  return {
    "@id": address ?? about("region"),
    "@type": "atu:atu-type",
    ...(address === undefined && { "skos:prefLabel": said(region) }),
  };
}

/** Other agencies and bodies that take part. */
function participations(service: Service, about: (part: string) => string): Node[] {
  return Object.values(service.partners).map(({ name, title }) => ({
    "@id": about(`partner-${name}`),
    "@type": "cv:Participation",
    "dct:identifier": `partner-${name}`,
    "dct:description": said(title),
    "cv:role": { "@id": about("role-partner"), "@type": "skos:Concept", "skos:prefLabel": said({ en: "partner" }) },
    "cv:hasParticipant": {
      "@id": about(`partner-${name}-body`),
      "@type": "foaf:Agent",
      "dct:identifier": name,
      "dct:title": said(title),
    },
  }));
}

/** The laws: those that allow the service, and those its rules rest on, each once. */
function rules(service: Service, about: (part: string) => string): Node[] {
  const bases = (service.privacy?.lawfulBases ?? []).map(({ law }) => law);
  const cited = Object.values(service.rules).flatMap(({ because }) => (because ? [because] : []));
  const laws: Words[] = [...bases, ...cited];
  const once = new Map(laws.map((law) => [JSON.stringify(law), law]));
  return [...once.values()].map((law, at) => ({
    "@id": about(`rule-${at + 1}`),
    "@type": "cpsv:Rule",
    "dct:identifier": `rule-${at + 1}`,
    "dct:title": said(law),
    "dct:description": said(law),
    "cpsv:implements": [{ "@id": about(`law-${at + 1}`), "@type": "eli:LegalResource", "dct:title": said(law) }],
  }));
}

/** What people bring: files they upload, and what registers say of them. */
function inputs(service: Service, about: (part: string) => string): Node[] {
  const files = questionsOf(collectQuestions(service)).filter(
    ({ kind }) => kind === "file" || kind === "files" || kind === "photo",
  );
  const evidence = files.map(({ name, label }) => ({
    "@id": about(`evidence-${name}`),
    "@type": "cv:Evidence",
    "dct:identifier": name,
    "dct:title": said(label),
  }));
  const looked = Object.entries(service.sources).map(([name, { title }]) => ({
    "@id": about(`register-${name}`),
    "@type": "cv:Evidence",
    "dct:identifier": name,
    "dct:title": said(title),
    "dct:description": [{ "@language": "en", "@value": "Asked from the register; people need not bring it." }],
  }));
  return [...evidence, ...looked];
}

function questionsOf({ own, repeats, rounds }: Questions): { name: string; label: Words; kind: string }[] {
  const fields = own.flatMap(({ part }) =>
    part.kind === "field" ? [{ name: part.name, label: part.label, kind: part.type.kind }] : [],
  );
  return [...fields, ...[...repeats, ...rounds].flatMap(({ inside }) => questionsOf(inside))];
}

function outputs(service: Service, about: (part: string) => string): Node[] {
  return Object.entries(service.credentials).map(([name, { title, type }]) => ({
    "@id": about(`output-${name}`),
    "@type": "cv:Output",
    "dct:identifier": name,
    "dct:title": said(title),
    ...(type !== undefined && { "dct:type": typeOf(type, about(`output-type-${name}`)) }),
  }));
}

/** The type by which other systems know a licence: its own address where it is one, else a concept that bears the name. */
function typeOf(type: string, own: string): Node {
  const isAddress = /^(https?:\/\/|urn:)\S+$/.test(type);
  return {
    "@id": isAddress ? type : own,
    "@type": "skos:Concept",
    "skos:prefLabel": said({ en: type }),
    "skos:notation": type,
  };
}

/** ISO 4217 codes as the Publications Office of the European Union names them. */
const currencies = "http://publications.europa.eu/resource/authority/currency/";

/** A fee that is the same for everybody is said; one that depends on answers is named by its rule. */
function costs(service: Service, about: (part: string) => string): Node[] {
  const payments = (service.route?.stages ?? []).flatMap(({ payment }) => payment ?? []);
  return payments.map(({ of, name }) => {
    const rule = service.rules[of];
    const { expression } = rule ?? {};
    const fixed = expression?.op === "literal" && typeof expression.value === "number" ? expression.value : undefined;
    return {
      "@id": about(`cost-${name}`),
      "@type": "cv:Cost",
      "dct:identifier": name,
      "cv:currency": { "@id": `${currencies}${service.currency}`, "@type": "skos:Concept" },
      ...(fixed !== undefined && {
        "cv:hasValue": { "@type": "xsd:double", "@value": amountOf(fixed, service.currency) },
      }),
      ...(rule?.because && { "dct:description": said(rule.because) }),
    };
  });
}

/** 12000 pence as 120.00, 500 yen as 500. */
function amountOf(coins: number, currency: string): string {
  const digits = coinDigits(currency);
  return (coins / 10 ** digits).toFixed(digits);
}

function contacts(service: Service, about: (part: string) => string): Node[] {
  if (!service.contact) return [];
  return [{ "@id": about("contact"), "@type": "cv:ContactPoint", "schema:description": said(service.contact) }];
}

/** The clock of the whole case where there is one; else that of its stages is no promise of the whole, and nothing is said. */
function processingTime({ route }: Service): Node {
  const within = route?.finish?.within;
  return within ? { "cv:processingTime": { "@type": "xsd:duration", "@value": isoLength(within) } } : {};
}

const letters: Readonly<Record<Duration["unit"], readonly [start: string, letter: string]>> = {
  minutes: ["PT", "M"],
  hours: ["PT", "H"],
  days: ["P", "D"],
  // A working day is at least a day; ISO 8601 has no word for it.
  "working-days": ["P", "D"],
  weeks: ["P", "D"],
  months: ["P", "M"],
  years: ["P", "Y"],
};

/** ISO 8601: P10D. Weeks as days, because xsd:duration has none. */
function isoLength({ amount, unit }: Duration): string {
  const [start, letter] = letters[unit];
  return `${start}${unit === "weeks" ? amount * 7 : amount}${letter}`;
}
