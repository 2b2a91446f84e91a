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
