// Emits conditions.js: every rule of a service as one readable JavaScript function, and `rulebook`, which keeps what was
// worked out. The file stands alone, never evaluates text, and reads nothing but the facts it is given.
import type { Rule, Service } from "#contract";
import { findItemRules } from "#support/rule-items.ts";
import { findRepeatPlaces } from "#support/states.ts";
import type { Place } from "./access.ts";
import { isAlwaysKnown, isCondition, testText } from "./condition-text.ts";
import { helpers } from "./generated/helpers.ts";
import { findKeptRules } from "./kept-rules.ts";
import { bare, call, comment, createNames, indent, keyText, quote } from "./layout.ts";
import { choicesOf, valueText } from "./value-text.ts";

/** The text of conditions.js for a service: the same text for the same service, always. */
export function emitConditions(service: Service): string {
  const file = openFile(service);
  const names = Object.keys(service.rules).map((id) => [id, file.rule(id)] as const);
  const rules = Object.entries(service.rules).map(([id, rule]) => ruleText(id, rule, file.rule(id), file.place));
  const entries = names.map(([id, name]) => {
    const ofItem = file.place.ofItem.has(id) ? "ofItem: true, " : "";
    const kept = file.place.plainRule(id) === undefined ? "kept: true, " : "";
    return `[${quote(id)}, { ${ofItem}${kept}run: ${name} }],`;
  });
  const book = `/** Works a rule out: rulebook.evaluate(id, facts, items). undefined while it is not known. */
export const rulebook = ${file.place.use("buildRulebook")}(
  new Map([
${indent(indent(entries.join("\n")))}
  ]),
);`;
  return [heading(service), ...file.constants(), ...rules, book, supportLine, ...helperTexts(file.used), ""].join(
    "\n\n",
  );
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
  const name = createNames([...helpers.map((helper) => helper.name), "value"]);
  const itemNames = new Map<string, string>();
  const ruleNames = new Map<string, string>();
  const kept = findKeptRules(service);
  const rule = (id: string): string => remembered(ruleNames, id, () => name(id));
  const patterns = new Map<string, string>();
  const calendars = new Set<string>();
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
    plainRule: (id) => (kept.has(id) || !Object.hasOwn(service.rules, id) ? undefined : rule(id)),
    calendar(wanted) {
      const calendar = wanted ?? service.route?.calendar ?? "";
      if (!Object.hasOwn(service.calendars, calendar)) return undefined;
      calendars.add(calendar);
      return `calendars[${quote(calendar)}]`;
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
  return { rule, place, used, constants };
}

function remembered(names: Map<string, string>, key: string, make: () => string): string {
  const known = names.get(key) ?? make();
  names.set(key, known);
  return known;
}

function calendarTexts(service: Service, names: ReadonlySet<string>): string {
  return [...names]
    .map((calendar) => {
      const { workingDays = [], closed = [] } = service.calendars[calendar] ?? {};
      const days = closed.map(({ on, title }) => `{ on: ${quote(on)} }, ${comment(Object.values(title)[0] ?? "")}`);
      const lines = days.length > 0 ? `\n${indent(indent(days.join("\n")))}\n  ` : "";
      return `${keyText(calendar)}: {\n  workingDays: ${JSON.stringify(workingDays)},\n  closed: [${lines}],\n},`;
    })
    .join("\n");
}

/** One rule as a function, under a comment with the author's name for it and the law it rests on. */
function ruleText(id: string, rule: Rule, name: string, place: Place): string {
  const law = rule.because ? [comment(`Because: ${Object.values(rule.because)[0] ?? ""}`)] : [];
  const form = rule.name !== undefined && rule.form ? `${rule.form} ` : "";
  const body = bodyText(rule, place);
  const answers = /\ba\b/.test(body) ? ["const a = f.values;"] : [];
  const lines = indent([...answers, body].join("\n"));
  const around = place.ofItem.has(id) || /\bitems\b/.test(body) ? "f, items = noItems" : "f";
  return [comment(`${form}${id}`), ...law, `export function ${name}(${around}) {\n${lines}\n}`].join("\n");
}

function bodyText({ expression, gives }: Rule, place: Place): string {
  if (isCondition(expression)) {
    const yes = testText(expression, true, place, valueText);
    if (isAlwaysKnown(expression)) return `return ${bare(yes)};`;
    const no = testText(expression, false, place, valueText);
    return `if (${bare(yes)}) return true;\nif (${bare(no)}) return false;\nreturn undefined;`;
  }
  const finish = (value: string): string =>
    gives.kind === "money" && !/^(-?\d+|undefined)$/.test(value) ? call(place.use("wholeCoins"), value) : value;
  const op = expression.op;
  const choices = op === "exceptions" || op === "table" || op === "dated" ? choicesOf(expression, place) : undefined;
  if (!choices) return `return ${finish(valueText(expression, place))};`;
  const lines = choices.cases.map(
    ({ test, value, note }) => `if (${bare(test)}) return ${finish(value)};${note ? ` ${comment(note)}` : ""}`,
  );
  return [...lines, `return ${finish(choices.otherwise)};`].join("\n");
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
