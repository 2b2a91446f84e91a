// The part of a service that one page of questions needs in the browser, in one language: no route, no other pages, no
// words of other languages. Rules themselves are in the script; here stands only what places a question and what it reads.
import type { Page, Rule, Service } from "#contract";
import { withKnownLists } from "../journey/known-lists.ts";
import { fieldsIn } from "../journey/parts-of.ts";

/** The service as the element reads it on one page. */
export function pageService(service: Service, page: Page, language: string): Service {
  const fields = fieldsIn(page.parts);
  const text = JSON.stringify(page);
  const tags = new Set(service.languages.map((one) => one.tag));
  const slim: Service = {
    contractVersion: service.contractVersion,
    name: service.name,
    title: {},
    agency: { name: service.agency.name, title: {} },
    version: service.version,
    status: { stage: service.status.stage },
    languages: [],
    timeZone: service.timeZone,
    currency: service.currency,
    applicants: [],
    roles: {},
    partners: {},
    sources: {},
    lists: pick(
      withKnownLists(service, language).lists,
      fields.flatMap(({ type }) => type.list ?? `:${type.kind}`),
    ),
    calendars: {},
    sections: [],
    rules: Object.fromEntries(
      Object.entries(pick(service.rules, rulesNamed(service, text))).map(([id, rule]) => [id, slimRule(rule)]),
    ),
    outcomes: [],
    credentials: {},
    messages: {},
    names: pick(
      service.names,
      page.parts.flatMap((part) => (part.kind === "shown" ? [part.path] : [])),
    ),
    fills: pick(
      service.fills,
      Object.keys(service.fills).filter((name) => text.includes(`{${name}}`)),
    ),
    sourceMap: {},
  };
  return inOneLanguage(slim, language, tags);
}

/** A value with all its words in one language, or the first they are written in. Words are records whose keys are all language tags. */
export function inOneLanguage<T>(value: T, language: string, tags: ReadonlySet<string>): T {
  return JSON.parse(JSON.stringify(value), (_, part) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    const keys = Object.keys(part);
    if (keys.length === 0 || !keys.every((key) => tags.has(key) && typeof part[key] === "string")) return part;
    return { [language]: part[language] ?? part[keys[0] ?? ""] };
  });
}

/** Keys of answers, records and identity that a page's rules, fills and prefills read. */
export function keysRead(service: Service, page: Page): ReadonlySet<string> {
  const text = JSON.stringify(page);
  const rules = new Set(rulesNamed(service, text));
  const keys = new Set<string>();
  for (const [name, fill] of Object.entries(service.fills)) {
    if (!text.includes(`{${name}}`)) continue;
    if (fill.rule) rules.add(fill.rule);
    if (fill.path?.[0]) keys.add(fill.path[0]);
  }
  for (const part of page.parts) {
    if (part.kind !== "shown") continue;
    const rule = service.names[part.path]?.rule;
    if (rule) rules.add(rule);
    keys.add(part.path.split(".")[0] ?? "");
  }
  for (const field of fieldsIn(page.parts)) {
    if (field.prefill?.from[0]) keys.add(field.prefill.from[0]);
    if (field.choicesFrom?.path[0]) keys.add(field.choicesFrom.path[0]);
    for (const option of service.lists[field.type.list ?? ""]?.options ?? [])
      if (option.showWhen) rules.add(option.showWhen);
  }
  for (const id of rules) for (const path of service.rules[id]?.reads ?? []) keys.add(path.split(".")[0] ?? "");
  return keys;
}

/** Ids of rules that stand in a page's text. */
function rulesNamed(service: Service, text: string): string[] {
  return Object.keys(service.rules).filter((id) => text.includes(JSON.stringify(id)));
}

function pick<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

/** "x is y" places a question under a choice; every other expression stands in the script already. */
function slimRule({ gives, expression, reads }: Rule): Rule {
  const plain = expression.op === "is" && expression.left.op === "fact" && expression.right.op === "literal";
  return { gives, expression: plain ? expression : { op: "today" }, reads };
}
