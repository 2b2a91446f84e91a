// Leaves out of the form's script what one service has no use for: kinds of questions it does not ask, sentences that no
// module of the script speaks. Works on the text of two flat tables; a line it does not know stays.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Part, Service, Step } from "#contract";

/** The kinds of the questions a service asks; text is always there, for it stands in for kinds without their own. */
export function kindsAsked(service: Service): ReadonlySet<string> {
  const asked = JSON.stringify([service.sections, service.eligibility ?? null]).matchAll(/"type":\{"kind":"([^"]+)"/g);
  return new Set(["text", ...[...asked].flatMap((match) => match[1] ?? [])]);
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

/** What stands on pages beside questions, by the names of the table in forms/pages/page-parts.ts. */
export function partsAsked(service: Service): ReadonlySet<string> {
  const text = JSON.stringify([withoutClosing(service.sections), service.eligibility ?? null]);
  const signs: Readonly<Record<string, RegExp>> = {
    confirmation: /"kind":"(declaration|signature)"/,
    addItem: /"kind":"(repeat|for-each)"/,
    carried: /"carries":"/,
    beside: /"instead":\{|"canBe":\[/,
    choices: /"choicesFrom":\{/,
    limits: /"counts":\{|"tense":"|"within":\{"direction"/,
    dated: /"dated":true/,
    notice: /"kind":"(guidance|warning|help)"/,
    prose: /"prose":/,
    shown: /"kind":"shown"/,
  };
  return new Set(Object.keys(signs).filter((name) => signs[name]?.test(text)));
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

/** Ids of the rules that questions and the words around them use, through other rules too. */
export function rulesUsed(service: Service): ReadonlySet<string> {
  const used = new Set<string>();
  const ids = Object.keys(service.rules);
  const pending = [JSON.stringify([service.sections, service.lists, service.eligibility ?? null])];
  for (let text = pending.pop(); text !== undefined; text = pending.pop()) {
    const filled = Object.entries(service.fills).flatMap(([name, fill]) =>
      fill.rule && text?.includes(`{${name}}`) ? [fill.rule] : [],
    );
    const shown = Object.entries(service.names).flatMap(([path, one]) =>
      one.rule && text?.includes(`"kind":"shown","path":"${path}"`) ? [one.rule] : [],
    );
    const named = ids.filter((id) => text?.includes(JSON.stringify(id)));
    for (const id of [...named, ...filled, ...shown]) {
      if (used.has(id)) continue;
      used.add(id);
      pending.push(JSON.stringify(service.rules[id]?.expression ?? null));
    }
  }
  return used;
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
  if (/fields[\\/](answer-kinds|field-templates)\.ts$/.test(path)) return kindsAsked(service);
  if (/support[\\/]rarer-shows\.ts$/.test(path))
    return new Set([...kindsAsked(service), ...partsAsked(service), ...kindsSaid(service)]);
  return /(pages[\\/]page-parts|journey[\\/]optional-parts|fields[\\/]file[\\/]file-parts)\.ts$/.test(path)
    ? partsAsked(service)
    : undefined;
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
