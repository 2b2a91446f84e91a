// Declaring names and finding them again. What is not found, or declared twice, becomes a finding and never stops the reading.

import type { PathNode, Span, Word } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import type { Candidate, Datum, Namespace } from "../model.ts";
import { familyOf, partsOf } from "../types/families.ts";
import { itemNamed, itemOfList, itemsInSets, saidIn } from "./items.ts";
import { saidOf } from "./said.ts";

/** Keeps a datum under its name; a second one of that name is a finding, and the first stays. */
export function declareDatum(building: Building, datum: Datum): void {
  const first = building.data.get(datum.said);
  if (first?.at && datum.at) {
    const name = datum.said.slice(datum.said.lastIndexOf("'s ") + 1).replace(/^s /, "");
    building.findings.push({ kind: "name-used-twice", name, span: datum.at, first: first.at, what: whatIs(first) });
    return;
  }
  building.data.set(datum.said, datum);
}

/** Keeps a name that is no value: a stage, a role, a message. */
export function declareName(building: Building, of: Exclude<Namespace, "data">, word: Word, what: string): void {
  const first = building.names[of].get(word.name);
  if (first?.at) {
    building.findings.push({
      kind: "name-used-twice",
      name: word.name,
      span: word.span,
      first: first.at,
      what: first.what,
    });
    return;
  }
  building.names[of].set(word.name, { name: word.name, what, at: word.span });
}

/** The name, known to be declared; undefined and a finding when it is not. */
export function findName(
  building: Building,
  of: Exclude<Namespace, "data">,
  word: Word | undefined,
  also: Exclude<Namespace, "data">[] = [],
): string | undefined {
  if (!word) return undefined;
  const spaces = [of, ...also].map((space) => building.names[space]);
  if (spaces.some((names) => names.has(word.name))) return word.name;
  notFound(
    building,
    of,
    word.name,
    word.span,
    spaces.flatMap((names) => [...names.values()]),
  );
  return undefined;
}

/** Says that a name is not there, with all that could have been meant. */
export function notFound(
  building: Building,
  of: Namespace,
  name: string,
  span: Span,
  candidates: readonly Candidate[],
): void {
  building.findings.push({ kind: "name-not-found", name, of, span, candidates });
}

/** The datum that these names lead to, as said in this scope; parts of an address and the like included. */
export function lookUp(building: Building, names: readonly string[], scope: Scope): Datum | undefined {
  for (const said of saidIn(names, scope)) {
    const found = direct(building, said);
    if (found) return found;
  }
  return undefined;
}

function direct(building: Building, names: readonly string[]): Datum | undefined {
  const found = building.data.get(saidOf(names));
  if (found || names.length < 2) return found;
  const whole = direct(building, names.slice(0, -1));
  const part = names.at(-1);
  if (!whole?.type || part === undefined) return undefined;
  const key = part.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const type = partsOf(whole.type)[key];
  return type && { ...whole, said: saidOf(names), path: [...whole.path, key], type };
}

/** The datum of a path in the text; undefined and a finding when there is none. */
export function findDatum(building: Building, path: PathNode, scope: Scope): Datum | undefined {
  const names = path.words.map((word) => word.name);
  const found = lookUp(building, names, scope);
  if (found && isCarried(found)) {
    reportOnlyFillsIn(building, found, path.span);
    return undefined;
  }
  if (found) return found;
  reportPath(building, path, scope);
  return undefined;
}

/** The same, where a question is filled in: there what the applicant has from before may be named too. */
export function findFilling(building: Building, path: PathNode, scope: Scope): Datum | undefined {
  const names = path.words.map((word) => word.name);
  const found = lookUp(building, names, scope);
  if (!found) reportPath(building, path, scope);
  return found;
}

/** What the applicant has from before can fill a question in, and is read nowhere else. */
export function isCarried({ from }: Datum): boolean {
  return from === "previous-application" || from === "credential";
}

/** Says that it is read where nothing is filled in. */
export function reportOnlyFillsIn(building: Building, datum: Datum, span: Span, list?: Datum): void {
  building.findings.push({ kind: "only-fills-in", datum, span, ...(list && { list }) });
}

/** The first word may be right and only its part wrong: then only the part is marked. */
function reportPath(building: Building, path: PathNode, scope: Scope): void {
  const [first, second] = path.words;
  if (first && building.names.assistance.has(first.name)) {
    reportSuggestion(building, first.name, path.span);
    return;
  }
  if (isSaidOfList(building, path, scope) || isSaidWithoutSet(building, path, scope)) return;
  const isPresented = first !== undefined && building.names.credential.has(first.name);
  const known = isPresented && second ? 1 : knownWords(building, path, scope);
  const part = path.words[known];
  if (known > 0 && part) {
    const before = path.words.slice(0, known).map((word) => word.name);
    const start = `${lookUp(building, before, scope)?.said ?? saidOf(itemNamed(building, before, scope)?.said ?? before)}'s `;
    const parts = [...building.data.values()].filter((datum) => datum.said.startsWith(start));
    const candidates = parts.map((datum) => ({ ...candidateOf(datum), name: datum.said.slice(start.length) }));
    const whole = saidOf(path.words.map((word) => word.name));
    building.findings.push({ kind: "name-not-found", name: part.name, of: "part", span: part.span, candidates, whole });
    return;
  }
  if (first)
    notFound(building, "data", saidOf(path.words.map((word) => word.name)), path.span, dataCandidates(building));
}

/** How many of the first words lead to something: all but the last, where only that one is not there. */
function knownWords(building: Building, { words }: PathNode, scope: Scope): number {
  const names = words.map((word) => word.name);
  const leads = (count: number): boolean =>
    [itemNamed, lookUp].some((find) => find(building, names.slice(0, count), scope) !== undefined);
  let known = 0;
  for (let count = 1; count < names.length; count++) if (leads(count)) known = count;
  return known;
}

/** `members's fee`, `claimant's members's fee`: a part of an item is said with the singular (3.6.5). */
function isSaidOfList(building: Building, { words, span }: PathNode, scope: Scope): boolean {
  const names = words.map((word) => word.name);
  for (let count = 1; count < names.length; count++) {
    const list = lookUp(building, names.slice(0, count), scope);
    const item = list?.from === "repeat" ? itemOfList(building, list.path) : undefined;
    const meant = item && [...names.slice(0, count - 1), item.name, ...names.slice(count)];
    if (!meant || !lookUp(building, meant, scope)) continue;
    const text = saidOf(meant);
    building.findings.push({ kind: "said-differently", written: saidOf(names), meant: text, span, text });
    return true;
  }
  return false;
}

/** `member's age` outside of the question set that has the list: there the name that it is included as stands in front. */
export function isSaidWithoutSet(building: Building, { words, span }: PathNode, scope: Scope): boolean {
  const names = words.map((word) => word.name);
  if (itemNamed(building, names.slice(0, 1), scope)) return false;
  const ways = itemsInSets(building, names[0] ?? "").map((item) => saidOf([...item.said, ...names.slice(1)]));
  const [only, ...others] = ways.filter((said) => names.length === 1 || building.data.has(said));
  if (only === undefined) return false;
  const fits = others.length === 0 ? { text: only } : {};
  const meant = [only, ...others].join("  or  ");
  building.findings.push({ kind: "said-differently", written: saidOf(names), meant, span, ...fits });
  return true;
}

/** An adviser has no value that can be read: only the person it advises sees what it says. */
export function reportSuggestion(building: Building, adviser: string, span: Span): void {
  building.findings.push({ kind: "suggestion-decides", adviser, span });
}

/** Everything that has a value, as what could have been meant. */
export function dataCandidates(building: Building): readonly Candidate[] {
  const { size } = building.data;
  if (building.candidates?.of === size) return building.candidates.all;
  const all = [...building.data.values()].map(candidateOf);
  building.candidates = { of: size, all };
  return all;
}

function candidateOf(datum: Datum): Candidate {
  return { name: datum.said, what: whatIs(datum), ...(datum.at && { at: datum.at }) };
}

/** What a datum is, in one word for people: question, calculation. */
export function whatIs(datum: Datum): string {
  switch (datum.from) {
    case "question":
      return "question";
    case "declaration":
      return "declaration";
    case "set":
      return "question set";
    case "repeat":
      return "list";
    case "fetched":
      return "looked up";
    case "identity":
      return "identity";
    case "previous-application":
      return "answer of last time";
    case "credential":
      return "on the credential";
    case "rule":
      return datum.type && familyOf(datum.type) === "yes-or-no" ? "decision" : "calculation";
    case "case":
      return "fact of the case";
    case "stage":
      return "stage";
  }
}
