// A list of items: the steps of one item, asked again for each, and what fills the list beforehand.

import type { Line, Span } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { sameKinds } from "../expressions/kinds.ts";
import { nameAt, numberAfter, pathsAfter, quotedAt } from "../line.ts";
import type { Datum } from "../model.ts";
import { carriesOf, previousApplication } from "../names/carried.ts";
import { insideItem, itemNamed, itemOfList } from "../names/items.ts";
import { keyOf } from "../names/keys.ts";
import { findDatum, findFilling, lookUp } from "../names/names.ts";
import { dottedOf } from "../readings.ts";
import type { Demand, Prefill, Repeat, Step, Type } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { allOf, type PageContext, showWhenUnder } from "./page-context.ts";
import { modeOf, prefillLine } from "./prefill.ts";

/** How the lines of a section are built: handed in, for items hold the same lines. */
export type BuildSteps = (
  building: Building,
  line: Line,
  context: PageContext,
  owner: string,
) => { readonly steps: Step[]; readonly checks: Demand[] };

/** `repeat members each member "…"`: the steps of one item, asked again for each. */
export function buildRepeat(building: Building, line: Line, context: PageContext, buildSteps: BuildSteps): Step[] {
  const [list, itemName] = [nameAt(line, 0), nameAt(line, 1)];
  const item = itemName && itemNamed(building, [itemName.name], context.scope);
  if (!list || !itemName || !item) return [];
  const owner = `repeat ${list.name}`;
  const key = { text: context.scope.text, owner };
  const datum = lookUp(building, [...context.scope.said, list.name], { ...context.scope, bare: false });
  const showWhen = showWhenUnder(building, line, context, owner, datum?.order);
  const shown = showWhen === undefined ? context.shown : [...context.shown, showWhen];
  const title = wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line));
  const askedWhen = allOf(building, shown, `${owner}/asked when`, line);
  building.asked.set(item.list.join("."), { label: title, ...(askedWhen !== undefined && { askedWhen }) });
  const scope = insideItem(context.scope, item);
  const filled = filledFrom(building, line, context);
  const inside: PageContext = { scope, shown, ...(filled && { prefill: filled.parts }) };
  const { steps, checks } = buildSteps(building, line, inside, owner);
  const repeat = placed<Repeat>(building, line.span, {
    kind: "repeat",
    key: item.list.at(-1) ?? keyOf(list.name),
    ...(item.list.length > 1 && { within: item.list.slice(0, -1) }),
    name: list.name,
    itemKey: item.key,
    itemName: item.name,
    title,
    atLeast: 0,
    ...(showWhen !== undefined && { showWhen }),
    ...(checks.length > 0 && { checks }),
    ...(filled && { prefill: filled.prefill }),
    steps,
  });
  readRepeatLines(building, line, repeat, inside, key);
  return [repeat];
}

function readRepeatLines(
  building: Building,
  line: Line,
  repeat: Repeat,
  context: PageContext,
  key: { readonly text: string; readonly owner: string },
): void {
  readLines(building, line.children, {
    "from <num> to <num> times": (below) => {
      repeat.atLeast = numberAfter(below, "from") ?? 0;
      const most = numberAfter(below, "to");
      if (most !== undefined && most > 0) repeat.atMost = most;
    },
    "(at least|at most) <num> (time|times)": (below) => {
      const least = numberAfter(below, "at", "least");
      const most = numberAfter(below, "at", "most");
      if (least !== undefined) repeat.atLeast = least;
      if (most !== undefined) repeat.atMost = most;
    },
    "hint <t>": (below) => {
      repeat.hint = wordsOf(building.words, { ...key, slot: "hint" }, quotedAt(below));
    },
    "add another <t>": (below) => {
      repeat.addAnother = wordsOf(building.words, { ...key, slot: "add another" }, quotedAt(below));
    },
    "shows <ps>": (below) => {
      const paths = below.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []));
      // Columns of one item: its own names may stand bare here.
      const data = paths.flatMap((path) => findDatum(building, path, { ...context.scope, bare: true }) ?? []);
      repeat.shows = data.map(dottedOf);
    },
    "prefill from <p> [, (locked|correctable [with evidence])]": () => {},
  });
}

/** `prefill from family's kids`: the list of a record, and what each question of the item is filled from, by name. */
function filledFrom(
  building: Building,
  line: Line,
  context: PageContext,
): { readonly prefill: Prefill; readonly parts: NonNullable<PageContext["prefill"]> } | undefined {
  const below = prefillLine(line);
  const path = below && pathsAfter(below, "from")[0];
  const datum = path && findFilling(building, path, context.scope);
  if (!below || !path || !datum || !isList(building, line, datum, path.span)) return undefined;
  const mode = modeOf(below);
  const isPrevious = datum.from === "previous-application";
  const each = itemOfList(
    building,
    isPrevious ? datum.path.slice(1) : [...(datum.item?.list ?? []), ...datum.path],
  )?.said;
  return {
    prefill: placed(building, below.span, {
      from: [...datum.path],
      mode,
      ...(datum.source !== undefined && { source: datum.source }),
      ...carriesOf(building, datum),
    }),
    parts: { from: [...(isPrevious ? [previousApplication] : []), ...(each ?? [""])], mode, datum },
  };
}

/** A repeat is filled from a list; one value, or words that name several, cannot be told apart into items. */
function isList(building: Building, line: Line, datum: Datum, span: Span): boolean {
  const word = nameAt(line);
  if (!datum.type || datum.type.kind === "list" || !word) return true;
  const list = building.data.get(word.name);
  const side = { expression: { op: "today" } as const, span };
  const asked = { ...side, said: word.name, type: { kind: "list" } as Type, ...(list && { datum: list }) };
  return sameKinds(building, asked, { ...side, said: datum.said, type: datum.type }, "is");
}
