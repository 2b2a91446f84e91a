// What fills an answer beforehand, and whether people may correct it.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { noteLevel } from "../expressions/reading.ts";
import { pathsAfter, says, wordOf } from "../line.ts";
import type { Datum } from "../model.ts";
import { findDatum, lookUp } from "../names/names.ts";
import type { Prefill } from "../shapes.ts";
import type { PageContext } from "./page-context.ts";

/** `prefill from vehicle's make, locked` below a question; undefined when there is none or its name is not found. */
export function prefillUnder(building: Building, line: Line, context: PageContext): Prefill | undefined {
  const below = prefillLine(line);
  const path = below && pathsAfter(below, "from")[0];
  if (!below || !path) return undefined;
  building.read.add(below);
  const datum = findDatum(building, path, context.scope);
  if (!datum) return undefined;
  noteLevel(building, datum, path.span);
  return placed(building, below.span, prefillFrom(datum, modeOf(below)));
}

/** The line that says what fills this. */
export function prefillLine(line: Line): Line | undefined {
  return line.children.find((child) => wordOf(child) === "prefill" && child.form !== undefined);
}

/** Filled from a set's prefill: the part that has the question's name. */
export function prefillOfPart(building: Building, context: PageContext, name: string, line: Line): Prefill | undefined {
  if (!context.prefill) return undefined;
  const part = lookUp(building, [...context.prefill.from, name], { ...context.scope, bare: false });
  return part && placed(building, line.span, prefillFrom(part, context.prefill.mode));
}

function prefillFrom(datum: Datum, mode: Prefill["mode"]): Prefill {
  const isFetched = datum.from === "fetched" && datum.source !== undefined;
  // A part of a register's list is found by the list's path and the place in it.
  const list = isFetched && datum.item ? datum.item.list : [];
  return { from: [...list, ...datum.path], mode, ...(isFetched && { source: datum.source }) };
}

/** Without a word about it, people may correct what is filled in. */
export function modeOf(line: Line): Prefill["mode"] {
  if (says(line, "locked")) return "locked";
  return says(line, "with", "evidence") ? "correctable-with-evidence" : "correctable";
}
