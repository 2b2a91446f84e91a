// A renaming and the lock file of a words file: nothing that was up to date becomes out of date by it, and nothing is forgotten.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { renameEverywhere } from "./rename.ts";
import { offsetAt, type Snapshot } from "./snapshot.ts";
import { readTextFile } from "./text-file.ts";

const service = `service permit "Permit"
  version 1 starts 1 January 2026
  status draft
  languages English, Welsh
section about "About"
  ask doors "How many doors?" as whole number
    hint "Front doors too"
  ask name "Name" as text
calculate fee = doors times £10
outcome done "Done"
  send ready
message ready by email
  subject "You pay {fee}"
  > For {doors: one door | # doors}, {name}.
`;
const words = `words Welsh for permit version 1
  ask doors "Sawl drws?"
    hint "Y drws ffrynt hefyd"
  ask name "Enw"
  message ready
    subject "Talwch {fee}"
    > Am {doors: # drws | un drws | # ddrws | # drws | # drws | # drws}, {name}.
`;

/** Which words are out of date. */
function staleIn(files: Readonly<Record<string, string>>): string[] {
  const { problems } = compile("permit.service", new Map(Object.entries(files)));
  return problems.flatMap(({ args }) => /^The words for .* were changed/.exec(String(args["what"] ?? "")) ?? []);
}

test.each([["doors"], ["name"], ["fee"]])(
  "%s has another name: the same translations are out of date as before",
  (name) => {
    const texts = { "permit.service": service, "permit.cy.words": words };
    const { locks } = compile("permit.service", new Map(Object.entries(texts)));
    const noted = { ...texts, ...Object.fromEntries(locks ?? []) };
    const changed = { ...noted, "permit.service": service.replace("Front doors too", "Back doors too") };
    for (const [files, stale] of [
      [noted, 0],
      [changed, 1],
    ] as const) {
      expect(staleIn(files)).toHaveLength(stale);
      const snapshot: Snapshot = {
        files: new Map(Object.entries(files).map(([file, text]) => [file, readTextFile(file, text)])),
      };
      const main = snapshot.files.get("permit.service");
      const at = service.search(new RegExp(`(?<=(ask|calculate) )${name} `));
      const { line, column } = main?.index.positionAt(at) ?? { line: 1, column: 1 };
      const renamed = renameEverywhere(
        snapshot,
        "permit.service",
        { line: line - 1, character: column - 1 },
        "new-name",
      );
      if (!renamed || "refusal" in renamed) throw new Error("not renamed");
      const after: Record<string, string> = { ...files };
      for (const [file, edits] of Object.entries(renamed.changes ?? {}))
        for (const { range, newText } of [...edits].sort(
          (one, two) =>
            two.range.start.line - one.range.start.line || two.range.start.character - one.range.start.character,
        )) {
          const text = snapshot.files.get(file);
          if (!text) throw new Error(file);
          const [start, end] = [offsetAt(text, range.start), offsetAt(text, range.end)];
          after[file] = (after[file] ?? "").slice(0, start) + newText + (after[file] ?? "").slice(end);
        }
      expect(after["permit.cy.words.lock"]).not.toBe(files["permit.cy.words.lock" as keyof typeof files]);
      expect(staleIn(after)).toHaveLength(stale);
      // Nothing is left to note: every line stands under its new name.
      const again = compile("permit.service", new Map(Object.entries(after)));
      expect([...(again.locks ?? [])]).toEqual([]);
    }
  },
);
