// Leaves out of the form's script what one service has no use for: kinds of questions it does not ask, sentences that no
// module of the script speaks. Works on the text of two flat tables; a line it does not know stays.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Service } from "#contract";

/** The folders and files of forms that can be in the script. */
const inScript = ["element", "parts", "fields", "pages", "journey"];
/** Pages that only the server shows, and reading that only the server does. */
const onServer =
  /(test|check|check-answers|confirmation|eligibility|list|start|stop|tasks|way|application|promise|repeat|walk|read-posted|prefill)\.ts$/;

/** The kinds of the questions a service asks; text is always there, for it stands in for kinds without their own. */
export function kindsAsked(service: Service): ReadonlySet<string> {
  const asked = JSON.stringify([service.sections, service.eligibility ?? null]).matchAll(/"type":\{"kind":"([^"]+)"/g);
  return new Set(["text", ...[...asked].flatMap((match) => match[1] ?? [])]);
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

/** The text of conditions.js without the entries of rules that are not used; the bundler then drops their functions. */
export function withOnlyRules(conditions: string, used: ReadonlySet<string>): string {
  return conditions
    .split("\n")
    .filter((line) => {
      const id = /^\s+\[("(?:[^"\\]|\\.)*"), \{ ofItem: (?:true|false), run: \w+ \}\],$/.exec(line)?.[1];
      return id === undefined || used.has(JSON.parse(id));
    })
    .join("\n");
}

/** The text of all modules of forms that can be in the script, one after another. */
export async function readScriptText(forms: string): Promise<string> {
  const files = await Promise.all(inScript.map((folder) => readdir(join(forms, folder), { recursive: true })));
  const paths = files.flatMap((names, index) =>
    names.filter((name) => name.endsWith(".ts")).map((name) => join(inScript[index] ?? "", name)),
  );
  const used = paths.filter((path) => path.includes("fields") || !onServer.test(path.replace(/^.*[\\/]/, "")));
  const texts = await Promise.all(
    used.filter((path) => !path.endsWith(".test.ts")).map((path) => readFile(join(forms, path), "utf8")),
  );
  return texts.join("\n");
}
