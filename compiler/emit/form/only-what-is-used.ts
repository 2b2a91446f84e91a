// Leaves out of the form's script what one service has no use for: kinds of questions it does not ask, sentences that no
// module of the script speaks. Works on the text of two flat tables; a line it does not know stays.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Field, Page, Part, Service, Step } from "#contract";
import { allParts, changesOnPage, rulesOnPage } from "#support/changes-on-page.ts";
import { isSaidAsTyped } from "#support/said-as-typed.ts";
import { plainKinds } from "#support/show-plain.ts";

/**
 * The kinds of the questions a service asks; text is always there, for it stands in for kinds without their own, and a file where a register
 * wants a proof of what is corrected.
 */
export function kindsAsked(service: Service): ReadonlySet<string> {
  const text = JSON.stringify([service.sections, service.eligibility ?? null]);
  const asked = [...text.matchAll(/"type":\{"kind":"([^"]+)"/g)].flatMap((match) => match[1] ?? []);
  return new Set(["text", ...(text.includes('"mode":"correctable-with-evidence"') ? ["file"] : []), ...asked]);
}

/** The kinds of all values that have a name or stand in braces: those are said on pages too. */
function kindsSaid({ names, fills }: Service): ReadonlySet<string> {
  return new Set([...Object.values(names), ...Object.values(fills)].map(({ type }) => type.kind));
}

/** True when a service has a list so long that one would rather type: the templates say so from 16 choices on. */
export function asksLongLists(service: Service): boolean {
  const kinds = kindsAsked(service);
  const long = Object.values(service.lists).some((list) => list.options.length > 15);
  return long || kinds.has("country") || kinds.has("language") || kinds.has("money-in-any-currency");
}

/** What the script does for some services only, by the names in the tables of forms (journey/optional-parts.ts, element/element-parts.ts). */
export function partsAsked(service: Service): ReadonlySet<string> {
  const sections = withoutClosing(service.sections);
  const text = JSON.stringify([sections, service.eligibility ?? null]);
  const signs: Readonly<Record<string, RegExp>> = {
    addItem: /"kind":"(repeat|for-each)"/,
    carried: /"carries":"/,
    confirmation: /"kind":"(declaration|signature)"/,
    corrections: /"prefill":\{/,
    beside: /"instead":\{|"canBe":\[/,
    choices: /"choicesFrom":\{/,
    dated: /"dated":true/,
  };
  const live = pagesIn([...(service.eligibility?.steps ?? []), ...sections.flatMap(({ steps }) => steps)]);
  return new Set([
    ...Object.keys(signs).filter((name) => signs[name]?.test(text)),
    ...live.flatMap((page) => partsLive(service, page)),
  ]);
}

/** What of a page's words changes while it is filled in, and so must be said in the browser. */
function partsLive(service: Service, page: Page): string[] {
  const changes = changesOnPage(service, page);
  const fields = fieldsIn(page.parts);
  const lists = fields.flatMap(({ type }) => service.lists[type.list ?? ""] ?? []);
  const isFilled = changes.text(JSON.stringify([page, lists]));
  const shown = allParts(page.parts).flatMap((part) =>
    part.kind === "shown" ? (service.names[part.path]?.type.kind ?? []) : [],
  );
  const corrected = fields.filter(({ prefill }) => prefill && prefill.mode !== "locked");
  const signs: Readonly<Record<string, boolean>> = {
    fills: isFilled,
    sayings: isFilled || shown.length > 0 || fields.some((field) => field.warnings || changes.label(field)),
    prose: allParts(page.parts).some((part) => "prose" in part && changes.words(part.prose)),
    limits: fields.some((field) => changes.label(field) && field.musts?.some((must) => !must.otherwise)),
    own: corrected.some(({ type }) => isSaidAsTyped(type)),
    show: shown.some((kind) => !plainKinds.has(kind)),
    plainShow: shown.length > 0,
  };
  return Object.keys(signs).filter((name) => signs[name]);
}

function pagesIn(steps: readonly Step[]): Page[] {
  return steps.flatMap((step) => {
    if (step.kind === "page") return [step];
    return step.kind === "repeat" || step.kind === "for-each" ? pagesIn(step.steps) : [];
  });
}

function fieldsIn(parts: readonly Part[]): Field[] {
  return allParts(parts).filter((part) => part.kind === "field");
}

/** Pages at the very end that only declare stand on the check page (forms/journey/walk.ts), which the element never takes over. */
function withoutClosing(sections: Service["sections"]): Service["sections"] {
  const last = sections.at(-1);
  if (!last) return sections;
  const asks = ({ kind }: Part) => kind === "field" || kind === "group";
  const declares = ({ kind }: Part) => kind === "declaration" || kind === "signature";
  const isLive = (step: Step) => step.kind !== "page" || step.parts.some(asks) || !step.parts.some(declares);
  const steps = last.steps.slice(0, last.steps.findLastIndex(isLive) + 1);
  return [...sections.slice(0, -1), { ...last, steps }];
}

/** The table's text without the lines of kinds that are not asked: `  "phone-number": phoneNumber,` or `  email,`. */
export function withOnlyKinds(table: string, kinds: ReadonlySet<string>): string {
  return table
    .split("\n")
    .filter((line) => {
      const kind = /^ {2}(?:"([\w-]+)"|(\w+))(?:: \w+)?,$/.exec(line);
      return !kind || kinds.has(kind[1] ?? kind[2] ?? "");
    })
    .join("\n");
}

/** The words' text without the sentences whose names stand in no module of the script: `  notGiven: "Not given",`. */
export function withOnlyWords(words: string, spoken: string): string {
  const named = new Set(spoken.match(/\w+/g) ?? []);
  return words
    .split("\n")
    .filter((line) => {
      const key = /^ {2}(\w+): /.exec(line)?.[1];
      return key === undefined || key === "tag" || named.has(key);
    })
    .join("\n");
}

/**
 * Ids of the rules that the script must work out: those whose outcome may change while a page is filled in, and the rules that they use. The
 * server gives the outcomes of all others along with the page.
 */
export function rulesUsed(service: Service): ReadonlySet<string> {
  const used = new Set<string>();
  const ids = Object.keys(service.rules);
  const steps = [...(service.eligibility?.steps ?? []), ...service.sections.flatMap((section) => section.steps)];
  const live = pagesIn(steps).flatMap((page) => {
    const changes = changesOnPage(service, page);
    return rulesOnPage(service, page).filter((id) => changes.rule(id));
  });
  // What a section or an item demands is looked at on the page of the last answer that it names.
  const pending = [JSON.stringify([...live, ...demandsIn(service)])];
  for (let text = pending.pop(); text !== undefined; text = pending.pop()) {
    for (const id of ids) {
      if (used.has(id) || !text.includes(JSON.stringify(id))) continue;
      used.add(id);
      pending.push(JSON.stringify(service.rules[id]?.expression ?? null));
    }
  }
  return used;
}

/** Rules that sections, lists and items must keep to. */
function demandsIn({ sections }: Service): string[] {
  const inSteps = (steps: readonly Step[]): string[] =>
    steps.flatMap((step) =>
      step.kind === "repeat" || step.kind === "for-each" ? [...rulesOf(step.checks), ...inSteps(step.steps)] : [],
    );
  return sections.flatMap((section) => [...rulesOf(section.checks), ...inSteps(section.steps)]);
}

function rulesOf(checks: readonly { readonly rule: string }[] | undefined): string[] {
  return (checks ?? []).map(({ rule }) => rule);
}

/** An entry of the table of rules in conditions.js: `    "permit-fee": permitFee,` */
const ruleEntry = /^ {4}("(?:[^"\\]|\\.)*"): ([\p{ID_Continue}$]+),$/u;

/** The text of conditions.js without the entries of rules that are not used; the bundler then drops their functions. */
export function withOnlyRules(conditions: string, used: ReadonlySet<string>): string {
  const lines = conditions.split("\n");
  const unused = lines.flatMap((line) => {
    const [, id, name] = ruleEntry.exec(line) ?? [];
    return id === undefined || used.has(JSON.parse(id)) ? [] : [{ line, keeping: `const ${name} = kept.` }];
  });
  const entries = new Set(unused.map(({ line }) => line));
  return lines
    .filter((line) => !entries.has(line) && !unused.some(({ keeping }) => line.startsWith(keeping)))
    .join("\n");
}

/** Which table a module of forms holds, and which of its lines a service needs; nothing for other modules. */
export function linesNeeded(path: string, service: Service): ReadonlySet<string> | undefined {
  if (/fields[\\/]answer-kinds\.ts$/.test(path)) return kindsAsked(service);
  if (/support[\\/]rarer-shows\.ts$/.test(path))
    return new Set([...kindsAsked(service), ...partsAsked(service), ...kindsSaid(service)]);
  return /(element[\\/]element-parts|journey[\\/]optional-parts)\.ts$/.test(path) ? partsAsked(service) : undefined;
}

const imports = /^import (?!type)([^;]*?) from "(\.[^"]+)";$/gm;

/**
 * The text of the modules that a service's script is made of, one after another, without imports and comments: the
 * element, and all that it imports in the end.
 */
export async function readScriptText(forms: string, service: Service): Promise<string> {
  const texts = new Map<string, string>();
  const waiting = [join(forms, "element/form-element.ts")];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    // The words themselves are what is left out; they name every sentence.
    if (texts.has(path) || /[\\/]words[\\/]/.test(path)) continue;
    const needed = linesNeeded(path, service);
    const whole = await readFile(path, "utf8");
    const text = needed ? withOnlyKinds(whole, needed) : whole;
    const body = text.replace(imports, "").replace(/^\s*(\/\/|\/?\*).*$/gm, "");
    texts.set(path, body);
    for (const [, names = "", from = ""] of text.matchAll(imports)) {
      const spoken = names.match(/\w+/g) ?? [];
      if (spoken.some((name) => new RegExp(`\\b${name}\\b`).test(body))) waiting.push(join(dirname(path), from));
    }
  }
  return [...texts.values()].join("\n");
}
