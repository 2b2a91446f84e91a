// The part of a service that its form's element needs, in one language: what is asked, never the route or the rules' text.
// Words of other languages stay out, for each language is its own small file.
import type { Rule, Service } from "#contract";

/** The service as the element reads it. Rules keep only what places a question under a choice, and what a check reads. */
export function formService(service: Service, language: string): Service {
  const { contractVersion, name, title, agency, version, status, languages, timeZone, currency, applicants } = service;
  const slim: Service = {
    contractVersion,
    name,
    title,
    agency,
    version,
    status,
    languages,
    timeZone,
    currency,
    applicants,
    roles: service.roles,
    partners: service.partners,
    sources: withoutParameters(service.sources),
    lists: service.lists,
    calendars: {},
    ...(service.eligibility ? { eligibility: service.eligibility } : {}),
    sections: service.sections,
    rules: Object.fromEntries(Object.entries(service.rules).map(([id, rule]) => [id, slimRule(rule)])),
    outcomes: [],
    credentials: Object.fromEntries(Object.entries(service.credentials).map(([key, one]) => [key, { title: one.title, holds: [], acceptedBy: [] }])),
    messages: {},
    names: shownNames(service),
    fills: service.fills,
    sourceMap: {},
  };
  const tags = new Set(service.languages.map((one) => one.tag));
  return inOneLanguage(slim, language, tags, service.languages[0]?.tag ?? language);
}

function withoutParameters(sources: Service["sources"]): Service["sources"] {
  return Object.fromEntries(
    Object.entries(sources).map(([key, source]) => {
      const operations = Object.entries(source.operations).map(([name, one]) => [name, { needs: [], gives: [], ifUnavailable: one.ifUnavailable }]);
      const owner = source.runBy === undefined ? {} : { runBy: source.runBy };
      return [key, { title: source.title, ...owner, operations: Object.fromEntries(operations) }];
    }),
  );
}

/** "x is y" places a question under a choice; every other expression stands in conditions.js already. */
function slimRule({ gives, expression, reads }: Rule): Rule {
  const plain = expression.op === "is" && expression.left.op === "fact" && expression.right.op === "literal";
  return { gives, expression: plain ? expression : { op: "today" }, reads };
}

/** Only names that a page shows as a line of their own. */
function shownNames(service: Service): Service["names"] {
  const shown = new Set(JSON.stringify(service.sections).match(/(?<="kind":"shown","path":")[^"]+/g) ?? []);
  return Object.fromEntries(Object.entries(service.names).filter(([path]) => shown.has(path)));
}

/** Words keep the language, or the first where they are not translated. Words are records whose keys are all language tags. */
function inOneLanguage<T>(value: T, language: string, tags: ReadonlySet<string>, first: string): T {
  return JSON.parse(JSON.stringify(value), (_, part) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part);
    if (keys.length === 0 || !keys.every((key) => tags.has(key) && typeof part[key] === "string")) return part;
    const kept = keys.includes(language) ? language : keys.includes(first) ? first : keys[0];
    return kept === undefined ? part : { [language]: part[kept] };
  });
}
