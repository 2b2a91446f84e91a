// First walk over the text: every name that is declared, before anything is looked up. Order in the file does not matter.

import type { Line, Tree } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { nameAt, wordOf } from "../line.ts";
import { coSignLines, signingName } from "../route/co-sign.ts";
import { declareChecks } from "./declare-checks.ts";
import { declareName } from "./names.ts";

type Declared = Parameters<typeof declareName>[1];

/** First words of lines at the margin that declare a name of their own kind. */
const kinds: Readonly<Record<string, readonly [of: Declared, what: string]>> = {
  role: ["role", "role"],
  partner: ["partner", "partner"],
  source: ["source", "source"],
  list: ["list", "list"],
  calendar: ["calendar", "calendar"],
  type: ["type", "type"],
  "question-set": ["question-set", "question set"],
  message: ["message", "message"],
  document: ["message", "document"],
  credential: ["credential", "credential"],
  assistance: ["assistance", "assistance"],
  outcome: ["stage", "outcome"],
};

/** Declares what stands at the margin of one text. `only` limits a library to the names in use. */
export function declareTopLevel(building: Building, tree: Tree, text: string, only?: ReadonlySet<string>): void {
  for (const line of tree.lines) {
    const name = nameAt(line);
    if (line.form === undefined) continue;
    if (wordOf(line) === "route") declareStages(building, line);
    const kind = Object.hasOwn(kinds, wordOf(line)) ? kinds[wordOf(line)] : undefined;
    if (!kind || !name || (only && !only.has(name.name))) continue;
    declareName(building, kind[0], name, kind[1]);
    keepLine(building, line, text);
  }
  if (only) return;
  declarePresented(building, tree);
  declareSigning(building, tree);
}

/** A credential that applicants bring from elsewhere may be named like one that the service issues, and may be that one (R17). */
function declarePresented(building: Building, tree: Tree): void {
  for (const line of tree.lines.flatMap(({ children }) => children)) {
    const name = line.form?.endsWith(" present <n> issued by <n>") ? nameAt(line) : undefined;
    if (name && !building.names.credential.has(name.name)) declareName(building, "credential", name, "credential");
  }
}

function keepLine(building: Building, line: Line, text: string): void {
  const name = nameAt(line);
  if (!name) return;
  if (wordOf(line) === "list") keepList(building, line);
  if (wordOf(line) === "question-set") building.questionSets.set(name.name, { line, text });
  if (wordOf(line) === "type") building.ownTypes.set(name.name, { line, text });
}

/** Keeps the choices of a list under its name. */
export function keepList(building: Building, line: Line): void {
  const name = nameAt(line);
  if (!name || building.lists.has(name.name)) return;
  const options = line.children.filter((child) => wordOf(child) === "-").flatMap((child) => nameAt(child)?.name ?? []);
  building.lists.set(name.name, { options, at: name.span, line });
}

function declareStages(building: Building, route: Line): void {
  for (const line of route.children) {
    const name = wordOf(line) === "stage" ? nameAt(line) : undefined;
    if (!name) continue;
    declareName(building, "stage", name, "stage");
    declareChecks(building, line);
  }
}

/** The built-in stages in which other people sign have names like any stage: they can be named after `until`. */
function declareSigning(building: Building, tree: Tree): void {
  coSignLines(tree.lines).forEach((line, index) => {
    declareName(building, "stage", { name: signingName(index), span: line.span }, "stage that co-sign brings");
  });
}

/** The scope of the whole service. */
export function serviceScope(building: Building): Scope {
  return { said: [], path: [], bare: false, text: building.service };
}
