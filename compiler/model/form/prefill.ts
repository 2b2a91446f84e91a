// What fills an answer beforehand, and whether people may correct it.

import type { Line, Span } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { sameKinds } from "../expressions/kinds.ts";
import { noteLevel } from "../expressions/reading.ts";
import type { Typed } from "../expressions/typed.ts";
import { pathsAfter, says, wordOf } from "../line.ts";
import type { Datum } from "../model.ts";
import { carriesOf } from "../names/carried.ts";
import { findFilling, lookUp, reportOnlyFillsIn } from "../names/names.ts";
import type { Prefill } from "../shapes.ts";
import type { PageContext } from "./page-context.ts";

/** `prefill from vehicle's make, locked` below a question; undefined when there is none, its name is not found, or it is of another kind. */
export function prefillUnder(
  building: Building,
  line: Line,
  context: PageContext,
  question: Datum,
): Prefill | undefined {
  const below = prefillLine(line);
  const path = below && pathsAfter(below, "from")[0];
  if (!below || !path) return undefined;
  building.read.add(below);
  const datum = findFilling(building, path, context.scope);
  if (!datum) return undefined;
  noteLevel(building, datum, path.span);
  const list = listAround(building, datum);
  if (list && context.prefill?.datum.said !== list.said) {
    reportOnlyFillsIn(building, datum, path.span, list);
    return undefined;
  }
  if (!canFill(building, question, datum, path.span)) return undefined;
  return placed(building, below.span, prefillFrom(building, datum, modeOf(below)));
}

/** The list of last time whose items this is said of. Which item is meant is known only where the list itself is filled in. */
function listAround(building: Building, { from, path }: Datum): Datum | undefined {
  if (from !== "previous-application") return undefined;
  const isAround = (one: Datum) => one.path.length < path.length && one.path.every((key, at) => key === path[at]);
  return [...building.data.values()].find((one) => one.from === from && one.type?.kind === "list" && isAround(one));
}

/** A whole record fills no single question, whatever the question's answer is made of. */
function canFill(building: Building, question: Datum, datum: Datum, span: Span): boolean {
  const side = ({ said, type }: Datum, at: Span): Typed => ({ expression: { op: "today" }, said, type, span: at });
  const isWhole = datum.type?.kind === "record" || datum.type?.kind === "list";
  const asked = { ...side(question, question.at ?? span), datum: question };
  return sameKinds(building, asked, side(datum, span), "prefill", isWhole);
}

/** The line that says what fills this. */
export function prefillLine(line: Line): Line | undefined {
  return line.children.find((child) => wordOf(child) === "prefill" && child.form !== undefined);
}

/** Filled from a set's prefill: the part that has the question's name. */
export function prefillOfPart(building: Building, context: PageContext, name: string, line: Line): Prefill | undefined {
  if (!context.prefill) return undefined;
  const part = lookUp(building, [...context.prefill.from, name], { ...context.scope, bare: false });
  return part && placed(building, line.span, prefillFrom(building, part, context.prefill.mode));
}

/** How the contract says it. */
export function prefillFrom(building: Building, datum: Datum, mode: Prefill["mode"]): Prefill {
  const isFetched = datum.from === "fetched" && datum.source !== undefined;
  // A part of a register's list is found by the list's path and the place in it.
  const list = isFetched && datum.item ? datum.item.list : [];
  return {
    from: [...list, ...datum.path],
    mode,
    ...(isFetched && { source: datum.source }),
    ...carriesOf(building, datum),
  };
}

/** Without a word about it, people may correct what is filled in. */
export function modeOf(line: Line): Prefill["mode"] {
  if (says(line, "locked")) return "locked";
  return says(line, "with", "evidence") ? "correctable-with-evidence" : "correctable";
}
