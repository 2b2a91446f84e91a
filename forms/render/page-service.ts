// The part of a service that one page of questions needs in the browser, in one language: no route, no other pages, no
// words of other languages. Rules themselves are in the script; here stands only what places a question and what it reads.
import type { Page, Rule, Service } from "#contract";
import { allParts, isFilledWith } from "#support/changes-on-page.ts";
import { fieldsIn } from "../journey/parts-of.ts";

/** The service as the element reads it on one page, which is in words already (`pageInWords`), and so are the lists. */
export function pageService(service: Service, page: Page): Service {
  const fields = fieldsIn(page.parts);
  const lists = pick(
    service.lists,
    fields.flatMap(({ type }) => type.list ?? `:${type.kind}`),
  );
  const text = JSON.stringify([page, lists]);
  return {
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
    lists,
    calendars: {},
    sections: [],
    rules: Object.fromEntries(
      Object.entries(
        pick(
          service.rules,
          (page.checks ?? []).map((check) => check.rule),
        ),
      ).map(([id, rule]) => [id, slimRule(rule)]),
    ),
    outcomes: [],
    credentials: {},
    messages: {},
    names: pick(
      service.names,
      allParts(page.parts).flatMap((part) => (part.kind === "shown" ? [part.path] : [])),
    ),
    fills: pick(
      service.fills,
      Object.keys(service.fills).filter((name) => isFilledWith(text, name)),
    ),
    sourceMap: {},
  };
}

/** Keys of answers, records and identity that a page's own rules, fills and prefills read. */
export function keysRead(service: Service, page: Page, rules: readonly string[]): ReadonlySet<string> {
  const text = JSON.stringify(page);
  const keys = new Set<string>();
  for (const [name, fill] of Object.entries(service.fills))
    if (fill.path?.[0] && isFilledWith(text, name)) keys.add(fill.path[0]);
  for (const part of allParts(page.parts)) {
    if (part.kind === "shown") keys.add(part.path.split(".")[0] ?? "");
    if (part.kind !== "field") continue;
    if (part.prefill?.from[0]) keys.add(part.prefill.from[0]);
    if (part.choicesFrom?.path[0]) keys.add(part.choicesFrom.path[0]);
  }
  for (const id of rules) for (const path of service.rules[id]?.reads ?? []) keys.add(path.split(".")[0] ?? "");
  return keys;
}

function pick<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

/** The expression stands in the script already. */
function slimRule({ gives, reads }: Rule): Rule {
  return { gives, expression: { op: "today" }, reads };
}
