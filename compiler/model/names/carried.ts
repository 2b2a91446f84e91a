// What an applicant has from before and a question may be filled in from: their previous application for this service, whose parts
// are the questions of this text, and the credentials that the text lets them present, whose parts are what it says they hold.

import type { Line, PathNode } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { nameAfter, nameAt, pathsAfter } from "../line.ts";
import type { Datum } from "../model.ts";
import type { Key, Prefill, Type } from "../shapes.ts";
import { previousData } from "./built-in.ts";
import { serviceScope } from "./declare.ts";
import { keyOf } from "./keys.ts";
import { lookUp } from "./names.ts";
import { saidOf } from "./said.ts";

/** The name of the last application of the same person for the same service. */
export const previousApplication = "previous-application";

/** Files are uploaded, and declarations made, anew with each application. */
const givenAnew: ReadonlySet<Type["kind"]> = new Set(["file", "files", "photo", "declaration"]);

/**
 * Declares it all, with the kinds known by now: called once more when rules are worked out. A question that has the name itself
 * keeps it.
 */
export function declareCarried(building: Building, lines: readonly Line[]): void {
  const own = building.data.get(previousApplication);
  if (!own || own.from === "previous-application") declarePrevious(building);
  for (const presented of presentedIn(lines)) declarePresented(building, lines, presented);
}

/** The record alone while the text does not speak of it: its parts would only double the names of a text. */
function declarePrevious(building: Building): void {
  const [from, key] = [previousApplication, keyOf(previousApplication)] as const;
  const questions = building.tree.text.includes(previousApplication) ? [...building.data.values()] : [];
  for (const whole of previousData()) building.data.set(whole.said, whole);
  for (const datum of questions) {
    if (!isOfForm(datum) || !datum.type || givenAnew.has(datum.type.kind)) continue;
    const said = saidOf([from, datum.said]);
    const path: Key[] = [key, ...(datum.item?.list ?? []), ...datum.path];
    const { type, sensitive } = datum;
    building.data.set(said, { said, path, from, type, ...(sensitive !== undefined && { sensitive }) });
  }
}

function isOfForm({ from, order }: Datum): boolean {
  return order !== undefined && (from === "question" || from === "set" || from === "repeat");
}

/** A credential that applicants may or must present. */
export interface Presented {
  readonly name: string;
  readonly issuedBy: string;
}

/** The credentials that the lines of the applicants name, each once. */
export function presentedIn(lines: readonly Line[]): Presented[] {
  const found = new Map<string, Presented>();
  for (const { children } of lines)
    for (const line of children) {
      if (!line.form?.endsWith(" present <n> issued by <n>")) continue;
      const [name, issuedBy] = [nameAt(line)?.name, nameAfter(line, "by")?.name];
      if (name !== undefined && issuedBy !== undefined && !found.has(name)) found.set(name, { name, issuedBy });
    }
  return [...found.values()];
}

/** Its parts, when a `credential` block of this text says what it holds. Of one from elsewhere that is not known here. */
function declarePresented(building: Building, lines: readonly Line[], { name }: Presented): void {
  const block = lines.find((line) => line.form === "credential <n> <t>" && nameAt(line)?.name === name);
  if (!block) return;
  for (const [part, path] of block.children.flatMap(heldOn)) {
    const names = path.words.map((word) => word.name);
    const datum = lookUp(building, names, serviceScope(building));
    const said = saidOf([name, part]);
    // Of a list only the whole could be said, and none of its items' parts.
    if (!datum || datum.item || datum.type?.kind === "list") continue;
    if (building.data.get(said)?.from === "question") continue;
    const { type, sensitive } = datum;
    building.data.set(said, {
      said,
      path: [keyOf(name), keyOf(part)],
      from: "credential",
      type,
      ...(sensitive !== undefined && { sensitive }),
    });
  }
}

/** What a `holds` line puts on the credential, by the name it has there. */
function heldOn(line: Line): (readonly [part: string, path: PathNode])[] {
  if (line.form === "holds <n> from <p> [, shared only if holder agrees]") {
    const [part, path] = [nameAt(line)?.name, pathsAfter(line, "from")[0]];
    return part !== undefined && path ? [[part, path]] : [];
  }
  if (line.form !== "holds <ps>") return [];
  const paths = line.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []));
  return paths.map((path) => [path.words.at(-1)?.name ?? "", path] as const);
}

/** How the contract says that a question is filled in from this; nothing for identity and for what is fetched. */
export function carriesOf(building: Building, datum: Datum): Pick<Prefill, "carries" | "credential" | "issuedBy"> {
  if (datum.from === "previous-application") return { carries: "previous-application" };
  const presented = presentedIn(building.tree.lines).find(({ name }) => keyOf(name) === datum.path[0]);
  // The last day of a credential is a fact of the case as well; where a question is filled in it is the presented one's.
  const isOnIt = datum.from === "credential" || (datum.from === "case" && datum.path[1] === "endDate");
  if (!presented || !isOnIt) return {};
  return { carries: "credential", credential: presented.name, issuedBy: presented.issuedBy };
}
