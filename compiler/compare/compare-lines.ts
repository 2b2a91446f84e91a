// Two blocks of lines and everything below them: what was added, taken away, changed or moved, in the author's words.
import type { Line } from "../syntax/tree.ts";
import { compareRows } from "./compare-tables.ts";
import { contentsOf } from "./contents.ts";
import type { Found } from "./difference.ts";
import { partText, saidText, textFrom, textWithin, unreadText } from "./line-text.ts";
import { movedAmong } from "./moved.ts";
import { leadOf, pairLines, placeOf, sharedLead, thingOf } from "./thing.ts";

/** All differences, in the order of the new text; what was taken away stands behind its neighbours. */
export function compareLines(before: readonly Line[], after: readonly Line[]): Found[] {
  const found: Found[] = [];
  const loose: Loose = { removed: [], added: [] };
  compareBlock(before, after, found, loose);
  joinMoved(found, loose);
  return found;
}

/** Lines without a partner among their neighbours: they may have moved to another block. */
interface Loose {
  readonly removed: { readonly line: Line; readonly found: Found }[];
  readonly added: { readonly line: Line; readonly found: Found }[];
}

function compareBlock(before: readonly Line[], after: readonly Line[], found: Found[], loose: Loose): void {
  const { pairs, removed, added } = pairLines(withoutText(before), withoutText(after));
  const isNew = new Set(added);
  const partners = new Map(pairs.map(([old, line]) => [line, old]));
  for (const line of withoutText(after)) {
    const old = partners.get(line);
    if (old) compareLine(old, line, found, loose);
    else if (isNew.has(line)) {
      const one: Found = { change: "added", ...announced(line, "after") };
      found.push(one);
      loose.added.push({ line, found: one });
    }
  }
  for (const line of removed) {
    const one: Found = { change: "removed", ...announced(line, "before") };
    found.push(one);
    loose.removed.push({ line, found: one });
  }
  found.push(...movedAmong(pairs));
  found.push(...compareProse(before, after));
}

function compareLine(old: Line, line: Line, found: Found[], loose: Loose): void {
  found.push(...compareOwn(old, line));
  const isRow = ({ word }: Line) => word === "|";
  const rows = line.children.filter(isRow);
  if (rows.length > 0 || old.children.some(isRow))
    found.push(...compareRows(placeOf(line), old.children.filter(isRow), rows));
  compareBlock(
    old.children.filter((child) => !isRow(child)),
    line.children.filter((child) => !isRow(child)),
    found,
    loose,
  );
}

/** What differs in the line itself: one difference for each slot when both are written in the same form. */
function compareOwn(old: Line, line: Line): Found[] {
  if (saidText(old) === saidText(line)) return [];
  const places = { beforeAt: old.span, afterAt: line.span };
  if (old.isReported || line.isReported) {
    const about = placeOf(line.isReported && !old.isReported ? old : line);
    return [{ change: "changed", about, before: readOrUnread(old), after: readOrUnread(line), ...places }];
  }
  const isSame = old.form !== undefined && old.form === line.form && old.parts.length === line.parts.length;
  if (!isSame) {
    if (thingOf(line) !== undefined || !line.parent)
      return [{ change: "changed", about: placeOf(line), before: saidText(old), after: saidText(line), ...places }];
    const lead = sharedLead(old, line);
    const [before, after] = [textFrom(old, lead.oldEnd), textFrom(line, lead.end)];
    return [{ change: "changed", about: `${placeOf(line)}, ${lead.words || line.word}`, before, after, ...places }];
  }
  return line.parts.flatMap((part, at) => {
    const was = old.parts[at];
    const after = partText(line, part);
    const before = was ? partText(old, was) : "";
    if (!was || before === after) return [];
    const about = aboutSlot(line, at);
    return [{ change: "changed" as const, about, before, after, beforeAt: was.span, afterAt: part.span }];
  });
}

function readOrUnread(line: Line): string {
  return line.isReported ? `${unreadText(line)} (cannot be read)` : saidText(line);
}

/** `question fuel, type`; `stage pay, take payment of permit-fee within` */
function aboutSlot(line: Line, at: number): string {
  const place = placeOf(line);
  const part = line.parts[at];
  const isValue = line.block === "amount" && part?.slot !== "date";
  if (isValue) return `${place}, ${textFrom(line, line.parts[1]?.span.start ?? line.span.start)}`;
  const isThing = thingOf(line) !== undefined;
  if (part?.slot === "ty") return `${place}, type`;
  if (part?.slot === "t" && isThing) return `${place}, words`;
  const start = isThing ? (line.parts[1]?.span.end ?? line.span.start) : line.span.start;
  const label = textWithin(line, { start, end: part?.span.start ?? start }).replace(/[\s=]+$/, "");
  // A line at the margin that brings no thing, `use … version`, is its own place.
  if (!isThing && !line.parent) return label || place;
  return label === "" ? place : `${place}, ${label}`;
}

/** A line that stands in one version only. */
function announced(line: Line, side: "before" | "after"): Omit<Found, "change"> {
  const spans = side === "after" ? { afterAt: line.span } : { beforeAt: line.span };
  const thing = line.isReported ? undefined : thingOf(line);
  const inside = contentsOf(line);
  const contents = inside === "" ? {} : { contents: inside };
  if (thing === undefined) {
    const place = line.parent ? placeOf(line.parent) : undefined;
    const own = line.isReported ? readOrUnread(line) : saidText(line);
    return { about: place === undefined ? own : `${place}, ${own}`, ...contents, ...spans };
  }
  const words = textFrom(line, line.parts[1]?.span.end ?? line.span.end);
  return { about: placeOf(line), ...(words !== "" && { [side]: words }), ...contents, ...spans };
}

/** Prose lines are one text, however its lines are broken. */
function compareProse(before: readonly Line[], after: readonly Line[]): Found[] {
  const [old, now] = [before, after].map((lines) => lines.filter(({ word }) => word === ">"));
  const [one, two] = [proseOf(old), proseOf(now)];
  const at = now?.[0] ?? old?.[0];
  if (one === two || !at) return [];
  const owner = at.parent;
  const label = owner && thingOf(owner) === undefined ? `${leadOf(owner) || owner.word} text` : "text";
  return [
    {
      change: one === "" ? "added" : two === "" ? "removed" : "changed",
      about: `${placeOf(at)}, ${label}`,
      ...(one !== "" && { before: one }),
      ...(two !== "" && { after: two }),
      ...(old?.[0] && { beforeAt: old[0].span }),
      ...(now?.[0] && { afterAt: now[0].span }),
    },
  ];
}

function proseOf(lines: readonly Line[] | undefined): string {
  const words =
    lines?.flatMap((line) => line.parts.flatMap((part) => (part.slot === "prose" ? [part.words] : []))) ?? [];
  return words.join(" ").replace(/\s+/g, " ").trim();
}

function withoutText(lines: readonly Line[]): Line[] {
  return lines.filter(({ word }) => word !== ">");
}

const mayMove = new Set(["ask", "page", "group", "include", "repeat", "declare", "stage", "calculate", "decide"]);

/** A thing that left one block and stands in another was moved: told once, and what changed in it besides. */
function joinMoved(found: Found[], loose: Loose): void {
  for (const { line, found: gone } of loose.removed) {
    const thing = mayMove.has(line.word) ? thingOf(line) : undefined;
    if (thing === undefined) continue;
    const come = loose.added.find((one) => thingOf(one.line) === thing);
    const into = come?.line ?? loose.added.flatMap((one) => thingBelow(one.line, thing) ?? [])[0];
    // In a block that is new it is told where it was taken away: the block itself is told as well.
    const at = found.indexOf(come?.found ?? gone);
    if (!into || at < 0) continue;
    found.splice(at, 1, ...movedTo(line, into));
    const left = found.indexOf(gone);
    if (left >= 0) found.splice(left, 1);
  }
}

function movedTo(line: Line, into: Line): Found[] {
  const inside = (one: Line) => (one.parent ? `in ${placeOf(one.parent)}` : "at the margin");
  const moved: Found = {
    change: "moved",
    about: placeOf(into),
    before: inside(line),
    after: inside(into),
    beforeAt: line.span,
    afterAt: into.span,
  };
  const below: Found[] = [];
  compareLine(line, into, below, { removed: [], added: [] });
  return [...(moved.before === moved.after ? [] : [moved]), ...below];
}

function thingBelow(line: Line, thing: string): Line | undefined {
  for (const child of line.children) {
    const found = thingOf(child) === thing ? child : thingBelow(child, thing);
    if (found) return found;
  }
  return undefined;
}
