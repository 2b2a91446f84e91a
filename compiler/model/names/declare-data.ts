// Second walk: everything that has a value, in the order of the form, with its type. Nothing is worked out yet.

import type { Line, Span, Word } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { nameAt, pathsAfter, quotedAt, wordOf } from "../line.ts";
import type { Datum, Item } from "../model.ts";
import { declareItemRule } from "../rules/named-rules.ts";
import type { Key, Type } from "../shapes.ts";
import { ownTypeOf } from "../types/own-type.ts";
import { typeOfLine } from "../types/resolve.ts";
import { wordsOf } from "../words/words-book.ts";
import { serviceScope } from "./declare.ts";
import { checkLines, declareChoice, isDoneBySeveral, workScope } from "./declare-checks.ts";
import { declareForEach } from "./for-each.ts";
import { declareInstead } from "./instead.ts";
import { insideItem, newItem } from "./items.ts";
import { keyOf } from "./keys.ts";
import { declareDatum } from "./names.ts";
import { saidOf } from "./said.ts";

/** Counts turns on the way through the form. */
interface Turns {
  next: number;
  /** How often a question set was included. */
  included: number;
}

/** How deep question sets may stand in one another, and how much they may bring: two in each of two hundred are more than there are atoms. */
export const deepestInclude = 5;
export const mostIncluded = 5000;
const mostTurns = 50_000;

/** Declares the questions of eligibility and sections, the stages' questions, and what the route and credentials supply. */
export function declareData(building: Building, lines: readonly Line[], scope: Scope): void {
  const turns: Turns = { next: 1, included: 0 };
  for (const line of lines) if (wordOf(line) === "eligibility") declareForm(building, line.children, scope, turns);
  for (const line of lines) if (wordOf(line) === "section") declareForm(building, line.children, scope, turns);
  for (const line of lines) {
    if (wordOf(line) === "route") for (const stage of line.children) declareStage(building, stage, scope);
    if (wordOf(line) === "route" || wordOf(line) === "outcome") declareRights(building, line, scope);
    if (wordOf(line) === "credential") declareCredential(building, line);
  }
}

function declareForm(building: Building, lines: readonly Line[], scope: Scope, turns: Turns, depth = 0): void {
  for (const line of lines) {
    if (line.form === undefined) continue;
    const word = wordOf(line);
    if (word === "ask") declareQuestion(building, line, scope, turns.next++);
    else if (word === "declare") declareDeclaration(building, line, scope, turns.next++);
    else if (word === "fetch") declareFetch(building, line, scope, turns.next++);
    else if (word === "page" || word === "group") declareForm(building, line.children, scope, turns, depth);
    else if (word === "repeat") declareRepeat(building, line, scope, turns, depth);
    else if (word === "for") declareEach(building, line, scope, turns, depth);
    else if (scope.item && (word === "calculate" || word === "decide")) declareItemRule(building, line, scope);
    else if (word === "include") declareInclude(building, line, scope, turns, depth);
  }
}

function declareQuestion(building: Building, line: Line, scope: Scope, order?: number): void {
  const name = nameAt(line);
  if (!name) return;
  const names = [...scope.said, name.name];
  const type = withUnit(building, line, typeOfLine(building, line, scope, names.join("-")), scope.text);
  const typeAt = line.parts.find((part) => part.slot === "ty")?.span;
  const sensitive = line.children.find((child) => child.form === "sensitive <n>");
  const optional = line.children.some(mayStayOpen);
  const as = (sensitive && nameAt(sensitive)?.name) ?? ownTypeOf(building, line)?.sensitive;
  declareDatum(building, {
    said: saidOf(names),
    path: [...scope.path, keyOf(name.name)],
    item: scope.item,
    from: "question",
    at: name.span,
    line,
    type,
    typeAt,
    order,
    optional,
    sensitive: as,
  });
  declareInstead(building, line, scope, order);
}

/** A line that lets a question be complete without its answer. */
function mayStayOpen({ form }: Line): boolean {
  return form === "optional" || form === "required when <c>";
}

/** `unit "nights"`: the words behind a number wherever it is shown. */
function withUnit(building: Building, line: Line, type: Type | undefined, text: string): Type | undefined {
  const unit = line.children.find((child) => child.form === "unit <t>");
  if (!unit || !type) return type;
  const key = { text, owner: `ask ${nameAt(line)?.name}`, slot: "unit" };
  return { ...type, unitWords: wordsOf(building.words, key, quotedAt(unit)) };
}

function declareDeclaration(building: Building, line: Line, scope: Scope, order: number): void {
  const name = nameAt(line);
  if (!name) return;
  declareDatum(building, {
    said: saidOf([...scope.said, name.name]),
    path: [...scope.path, keyOf(name.name)],
    ...(scope.item && { item: scope.item }),
    from: "declaration",
    at: name.span,
    line,
    type: { kind: "declaration" },
    order,
  });
}

/** A fetched record and its parts, typed by what the operation gives. */
function declareFetch(building: Building, line: Line, scope: Scope, order?: number): void {
  const name = nameAt(line);
  if (!name) return;
  const record = [...scope.path, keyOf(name.name)];
  const [source, operation] = pathsAfter(line, "from")[0]?.words ?? [];
  const base = {
    ...(scope.item && { item: scope.item }),
    from: "fetched" as const,
    ...(order !== undefined && { order }),
    ...(source && { source: source.name }),
  };
  const said = [...scope.said, name.name];
  declareDatum(building, { ...base, said: saidOf(said), path: record, at: name.span, line, type: { kind: "record" } });
  for (const gives of operationLines(building, source?.name, operation?.name)) {
    if (gives.form === "gives list <n> each <n>") declareFetchedList(building, gives, { ...base, said, record });
    const part = gives.form === "gives <n> as <ty>" ? nameAt(gives) : undefined;
    if (!part) continue;
    const type = typeOfLine(building, gives, scope, part.name);
    const typeAt = gives.parts.find((piece) => piece.slot === "ty")?.span;
    declareDatum(building, {
      ...base,
      said: saidOf([...said, part.name]),
      path: [...record, keyOf(part.name)],
      line,
      type,
      ...(typeAt && { typeAt }),
    });
  }
}

/** `gives list kids each kid`: the list, and the parts of one of its records under the record's own name. */
function declareFetchedList(
  building: Building,
  line: Line,
  {
    said,
    record,
    ...base
  }: Pick<Datum, "from" | "order" | "source"> & { said: readonly string[]; record: readonly Key[] },
): void {
  const [list, each] = [nameAt(line, 0), nameAt(line, 1)];
  if (!list || !each) return;
  const path = [...record, keyOf(list.name)];
  declareDatum(building, { ...base, said: saidOf([...said, list.name]), path, line, type: { kind: "list" } });
  // The same list fetched again elsewhere is read by the first one's name only.
  if (building.items.has(each.name)) return;
  const item = newItem(building, [each.name], path);
  building.items.set(each.name, item);
  for (const part of line.children) {
    const name = part.form === "gives <n> as <ty>" ? nameAt(part) : undefined;
    if (!name) continue;
    const type = typeOfLine(building, part, serviceScope(building), name.name);
    declareDatum(building, {
      ...base,
      said: saidOf([each.name, name.name]),
      path: [keyOf(name.name)],
      item,
      line: part,
      type,
    });
  }
}

/** The lines under an operation of a source; empty when there is none (found again, and told, when the fetch is built). */
function operationLines(
  building: Building,
  source: string | undefined,
  operation: string | undefined,
): readonly Line[] {
  for (const tree of building.trees)
    for (const line of tree.lines) {
      if (wordOf(line) !== "source" || nameAt(line)?.name !== source) continue;
      const found = line.children.find((child) => wordOf(child) === "operation" && nameAt(child)?.name === operation);
      if (found) return found.children;
    }
  return [];
}

function declareRepeat(building: Building, line: Line, scope: Scope, turns: Turns, depth: number): void {
  const [list, item] = [nameAt(line, 0), nameAt(line, 1)];
  if (!list || !item) return;
  if (scope.item) {
    reportListInList(building, list, scope.item);
    return;
  }
  const path: Key[] = [...scope.path, keyOf(list.name)];
  declareDatum(building, {
    said: saidOf([...scope.said, list.name]),
    path,
    from: "repeat",
    at: list.span,
    line,
    type: { kind: "list" },
    order: turns.next++,
  });
  const said = [...scope.said, item.name];
  const first = repeatOfItem(building, saidOf(said));
  if (first) {
    reportItemTwice(building, item, first);
    return;
  }
  const itemOf = newItem(building, said, path);
  building.items.set(saidOf(said), itemOf);
  declareForm(building, line.children, insideItem(scope, itemOf), turns, depth + 1);
}

/** A set may bring a list along to where a line for one cannot stand. */
function reportListInList(building: Building, { name, span }: Word, item: Item): void {
  const isTold = building.findings.some(
    (one) => one.kind === "includes-too-much" && one.span.start === span.start && one.span.file === span.file,
  );
  if (!isTold) building.findings.push({ kind: "includes-too-much", span, list: { name, of: item.name } });
}

/** The name that an earlier repeat gave to one of its items, when it is this one. */
function repeatOfItem(building: Building, said: string): Word | undefined {
  const list = building.items.get(said)?.list.join(".");
  if (list === undefined) return undefined;
  const repeat = [...building.data.values()].find((datum) => datum.from === "repeat" && datum.path.join(".") === list);
  return repeat?.line && wordOf(repeat.line) === "repeat" ? nameAt(repeat.line, 1) : undefined;
}

/** One name for an item of two lists: nothing that is said of it could be understood. */
function reportItemTwice(building: Building, { name, span }: Word, first: Word): void {
  building.findings.push({ kind: "name-used-twice", name, span, first: first.span, what: "item of a list" });
}

/** `for each child "…"`: its questions join the item. */
function declareEach(building: Building, line: Line, scope: Scope, turns: Turns, depth: number): void {
  const list = nameAt(line);
  if (scope.item) {
    if (list) reportListInList(building, list, scope.item);
    return;
  }
  const item = declareForEach(building, line, scope, turns.next++);
  if (!item) return;
  declareForm(building, line.children, insideItem(scope, item), turns, depth + 1);
}

function declareInclude(building: Building, line: Line, scope: Scope, turns: Turns, depth: number): void {
  const [set, as] = [nameAt(line, 0), nameAt(line, 1)];
  const found = set && building.questionSets.get(set.name);
  if (!found || !as) return;
  if (scope.sets?.includes(set.name)) {
    building.findings.push({ kind: "circle", name: set.name, span: set.span, through: [...scope.sets] });
    return;
  }
  if (building.includesTooMuch) return;
  if (depth >= deepestInclude || ++turns.included > mostIncluded || turns.next > mostTurns) {
    building.includesTooMuch = true;
    building.findings.push({ kind: "includes-too-much", span: set.span });
    return;
  }
  const inside = setScope(scope, as.name, set.name, found.text);
  declareDatum(building, {
    said: saidOf(inside.said),
    path: inside.path,
    ...(scope.item && { item: scope.item }),
    from: "set",
    at: as.span,
    line,
    type: { kind: "record" },
    order: turns.next,
  });
  declareForm(building, found.line.children, inside, turns, depth + 1);
}

/** Inside an included set names stand bare; outside they follow the name it was included as. */
export function setScope({ around: _around, ...scope }: Scope, as: string, set: string, text: string): Scope {
  return {
    ...scope,
    said: [...scope.said, as],
    sets: [...(scope.sets ?? []), set],
    path: [...scope.path, keyOf(as)],
    bare: true,
    text,
  };
}

/** What is asked of whoever uses a right, or acts on a case, outside a stage. */
function declareRights(building: Building, line: Line, scope: Scope): void {
  const rights = line.children.filter((below) => wordOf(below) === "applicant" || wordOf(below) === "can");
  for (const ask of rights.flatMap(({ children }) => children))
    if (wordOf(ask) === "ask") declareQuestion(building, ask, scope);
}

function declareStage(building: Building, line: Line, scope: Scope): void {
  if (wordOf(line) !== "stage" || !nameAt(line)) return;
  declareWork(building, line, scope);
  for (const check of checkLines(line)) declareWork(building, check, scope);
}

/** What is recorded and chosen in a stage or a check. */
function declareWork(building: Building, block: Line, around: Scope): void {
  const choices = block.children.filter(isAction).flatMap((can) => nameAt(can)?.name ?? []);
  const scope = workScope(building, block, around);
  for (const below of block.children) {
    if (wordOf(below) === "ask") declareQuestion(building, below, scope);
    if (wordOf(below) === "fetch") declareFetch(building, below, isDoneBySeveral(block) ? around : scope);
    if (wordOf(below) === "can")
      for (const ask of below.children) if (wordOf(ask) === "ask") declareQuestion(building, ask, scope);
  }
  declareChoice(building, block, choices, around);
}

/** `can <n> …`, and not one of the built-in wordings such as "can ask for more information". */
export function isAction(line: Line): boolean {
  return wordOf(line) === "can" && line.form?.startsWith("can <n>") === true;
}

function declareCredential(building: Building, line: Line): void {
  const name = nameAt(line);
  if (!name) return;
  const span: Span = name.span;
  const datum: Datum = {
    said: saidOf([name.name, "end-date"]),
    path: [keyOf(name.name), "endDate"],
    from: "case",
    at: span,
    type: { kind: "date" },
  };
  declareDatum(building, datum);
}
