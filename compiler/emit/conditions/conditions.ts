// Emits conditions.js: every rule of a service as one readable JavaScript function, and `rulebook`, which keeps what was
// worked out. The file stands alone, never evaluates text, and reads nothing but the facts it is given.
import type { Rule, Service } from "#contract";
import { endsOtherwise } from "#support/dates.ts";
import { findItemRules } from "#support/rule-items.ts";
import { findRepeatPlaces } from "#support/states.ts";
import type { Place } from "./access.ts";
import { bodyText } from "./body-text.ts";
import { helpers } from "./generated/helpers.ts";
import { findKeptRules } from "./kept-rules.ts";
import { call, comment, createNames, indent, keyText, quote } from "./layout.ts";
import { withLocals } from "./locals.ts";

/** The text of conditions.js for a service: the same text for the same service, always. */
export function emitConditions(service: Service): string {
  const file = openFile(service);
  // The names of all rules first, so that nothing else takes them.
  const names = Object.keys(service.rules).map((id) => [id, file.rule(id)] as const);
  // Once through all of them for the names of items and patterns: what a rule names for itself must be none of these.
  for (const rule of Object.values(service.rules)) bodyText(rule, service.rules, file.place);
  const rules = Object.entries(service.rules).map(([id, rule]) =>
    ruleText(id, withBody(rule, service, file), file.rule(id), file.place.ofItem.has(id)),
  );
  const kept = names.filter(([id]) => file.place.plainRule(id) === undefined);
  const keeping = kept.map(([id, name], slot) => {
    const keep = file.place.ofItem.has(id) ? "kept.ofItem" : "kept.plain";
    return `const ${file.place.keptRule(id)} = ${call(keep, String(slot), name)};`;
  });
  if (kept.length > 0) keeping.unshift(keptLine, `const kept = ${file.place.use("keepResults")}();`);
  const entries = names.map(([id]) => `${ruleKey(id)}: ${file.place.plainRule(id) ?? file.place.keptRule(id)},`);
  const table = `// By id. It inherits nothing, so no id finds what is not a rule.
const rules = Object.setPrototypeOf(
  {
${indent(indent(entries.join("\n")))}
  },
  null,
);`;
  return [
    heading(service),
    ...file.constants(),
    ...rules,
    ...(keeping.length > 0 ? [keeping.join("\n")] : []),
    table,
    bookText(file.place.use("noItems")),
    supportLine,
    ...helperTexts(file.used),
    "",
  ].join("\n\n");
}

const keptLine = "// What many rules read is worked out once for the same facts.";

/** A plain object is looked up faster than a Map where an id is always the same, and as fast where it is not (bench/conditions.bench.ts). */
function bookText(noItems: string): string {
  return `/** Works a rule out: rulebook.evaluate(id, facts, items). undefined while it is not known. */
export const rulebook = {
  evaluate(id, facts, items = ${noItems}) {
    const rule = rules[id];
    if (rule === undefined) throw new RangeError(\`This service has no rule "\${id}".\`);
    return rule(facts, items);
  },
};`;
}

function ruleKey(id: string): string {
  return id === "__proto__" ? `[${quote(id)}]` : quote(id);
}

function heading(service: Service): string {
  const title = Object.values(service.title)[0] ?? service.name;
  return [
    comment(
      `Rules of "${title}" (${service.name}), version ${service.version.number}. Written by Formwork's compiler; do not edit.`,
    ),
    "// A rule is a function of facts: rulebook.evaluate(id, facts), or by its name, permitFee(facts). In it `a` holds the answers and `f`",
    "// the facts around them; `items` the present item of each repeat. A rule gives undefined while it is not known.",
  ].join("\n");
}

const supportLine = "// What the words of the rules mean for answers that may be missing.";

/** What the file needs besides its rules: names that are taken, support functions that are used, calendars, patterns. */
function openFile(service: Service) {
  const used = new Set<string>();
  const taken = new Set([...helpers.map((helper) => helper.name), "value"]);
  const newName = createNames(taken);
  const name = (words: string): string => {
    const given = newName(words);
    taken.add(given);
    return given;
  };
  const itemNames = new Map<string, string>();
  const ruleNames = new Map<string, string>();
  const keptNames = new Map<string, string>();
  const kept = findKeptRules(service);
  const rule = (id: string): string => remembered(ruleNames, id, () => name(id));
  const patterns = new Map<string, string>();
  const calendars = new Set<string>();
  const calendar = (wanted: string | undefined): string | undefined => {
    const name = wanted ?? service.route?.calendar ?? "";
    if (!Object.hasOwn(service.calendars, name)) return undefined;
    calendars.add(name);
    return `calendars[${quote(name)}]`;
  };
  const places = findRepeatPlaces(service);
  const place: Place = {
    use(helper) {
      used.add(helper);
      return helper;
    },
    itemName: (item) => remembered(itemNames, item, () => name(item)),
    bound: new Map(),
    places,
    ofItem: findItemRules(service),
    local: (text) => text,
    present: new Set(),
    plainRule: (id) => (kept.has(id) || !Object.hasOwn(service.rules, id) ? undefined : rule(id)),
    keptRule: (id) => (kept.has(id) ? remembered(keptNames, id, () => name(`kept ${id}`)) : undefined),
    calendar,
    lengthEnds(wanted, unit) {
      const name = wanted ?? service.route?.calendar ?? "";
      const found = Object.hasOwn(service.calendars, name) ? service.calendars[name] : undefined;
      return found && endsOtherwise(unit, found) ? calendar(name) : undefined;
    },
    pattern(pattern) {
      return remembered(patterns, pattern, () => name("pattern"));
    },
  };
  const constants = (): string[] => {
    const texts = [...patterns].map(
      ([pattern, variable]) => `const ${variable} = ${call("new RegExp", quote(`^(?:${pattern})$`), quote("u"))};`,
    );
    if (calendars.size > 0) texts.push(`const calendars = {\n${indent(calendarTexts(service, calendars))}\n};`);
    if (Object.keys(places).length > 0) texts.push(`const repeats = ${JSON.stringify(places)};`);
    return texts;
  };
  return { rule, place, used, constants, taken };
}

function remembered(names: Map<string, string>, key: string, make: () => string): string {
  const known = names.get(key) ?? make();
  names.set(key, known);
  return known;
}

function calendarTexts(service: Service, names: ReadonlySet<string>): string {
  return [...names]
    .map((calendar) => {
      const {
        workingDays = [],
        closed = [],
        yearsFrom29FebruaryEndOn,
        monthsEndOn,
      } = service.calendars[calendar] ?? {};
      const ends = Object.entries({ yearsFrom29FebruaryEndOn, monthsEndOn }).flatMap(([member, end]) =>
        end === undefined ? [] : [`\n  ${member}: ${quote(end)},`],
      );
      const days = closed.map(({ on, title }) => `{ on: ${quote(on)} }, ${comment(Object.values(title)[0] ?? "")}`);
      const lines = days.length > 0 ? `\n${indent(indent(days.join("\n")))}\n  ` : "";
      return `${keyText(calendar)}: {\n  workingDays: ${JSON.stringify(workingDays)},\n  closed: [${lines}],${ends.join("")}\n},`;
    })
    .join("\n");
}

interface RuleBody {
  readonly rule: Rule;
  readonly body: string;
}

function withBody(rule: Rule, service: Service, { place, taken }: ReturnType<typeof openFile>): RuleBody {
  return { rule, body: withLocals(place, taken, (inside) => bodyText(rule, service.rules, inside)) };
}

/** One rule as a function, under a comment with the author's name for it and the law it rests on. */
function ruleText(id: string, { rule, body }: RuleBody, name: string, ofItem: boolean): string {
  const law = rule.because ? [comment(`Because: ${Object.values(rule.because)[0] ?? ""}`)] : [];
  const form = rule.name !== undefined && rule.form ? `${rule.form} ` : "";
  const answers = /\ba\b/.test(body) ? ["const a = f.values;"] : [];
  const lines = indent([...answers, body].join("\n"));
  const around = ofItem || /\bitems\b/.test(body) ? "f, items = noItems" : "f";
  return [comment(`${form}${id}`), ...law, `export function ${name}(${around}) {\n${lines}\n}`].join("\n");
}

/** The declarations of the support functions that are used, and all they need, in the order of the generated file. */
function helperTexts(used: ReadonlySet<string>): string[] {
  const byName = new Map(helpers.map((helper) => [helper.name, helper]));
  const needed = new Set<string>();
  const visit = (name: string): void => {
    const helper = byName.get(name);
    if (!helper)
      throw new Error(`The rules call "${name}", which is not among the emitted helpers. Run: npm run generate`);
    if (needed.has(name)) return;
    needed.add(name);
    for (const next of helper.uses) visit(next);
  };
  for (const name of used) visit(name);
  return helpers.filter((helper) => needed.has(helper.name)).map((helper) => helper.text);
}
