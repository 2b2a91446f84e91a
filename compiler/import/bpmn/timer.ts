// What a timer of a drawing says: a length, a day, a rhythm, or an expression that only another system can work out.

import { showDate } from "#support/show-parts.ts";
import { childrenOf } from "./elements.ts";
import type { Node } from "./graph.ts";

export type Timer =
  /** A length as the text writes it: 5 days. */
  | { readonly kind: "length"; readonly length: string }
  /** A day as the text writes it: 1 December 2026. */
  | { readonly kind: "day"; readonly day: string }
  /** Lengths after which something happens again and again. */
  | { readonly kind: "rhythm"; readonly lengths: readonly string[] }
  /** An expression: of a day where `isDay`, else of a length. */
  | { readonly kind: "expression"; readonly words: string; readonly isDay: boolean }
  | { readonly kind: "refused"; readonly reason: string; readonly instead: string };

/** The timer of an event. */
export function timerOf(node: Node): Timer {
  const definition = childrenOf(node.element, "timerEventDefinition")[0];
  const [written] = (definition ? childrenOf(definition) : []).filter(({ name }) => name.startsWith("time"));
  const words = written?.text ?? "";
  if (words === "") return { kind: "expression", words: "", isDay: false };
  const body =
    /^[=\s]*(?:duration|date|date and time)?\s*\(?\s*["'“]?\s*([^"'”]+?)\s*["'”]?\s*\)?$/i.exec(words)?.[1] ?? words;
  if (written?.name === "timeDate" || /^\d{4}-\d{2}-\d{2}/.test(body)) {
    const day = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(body)?.[1];
    return day !== undefined && isDay(day)
      ? { kind: "day", day: showDate(day, "en-GB") }
      : { kind: "expression", words, isDay: true };
  }
  if (/^R\d*\//.test(body)) return rhythmOf(body);
  if (/^P(?=[\dT])/i.test(body)) return lengthOf(body);
  return { kind: "expression", words, isDay: false };
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const units = ["year", "month", "week", "day", "hour", "minute", "second"] as const;
const iso =
  /^P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:\.\d+)?S)?)?$/i;

function lengthOf(text: string): Timer {
  const amount = amountOf(text);
  if (amount === undefined)
    return {
      kind: "refused",
      reason: `The length “${text}” cannot be said here: lengths are whole minutes, hours, days, weeks, months or years, of one kind.`,
      instead: "one length, such as P14D (14 days), PT2H (2 hours) or P3M (3 months).",
    };
  return { kind: "length", length: said(amount.count, amount.unit) };
}

interface Amount {
  readonly count: number;
  readonly unit: (typeof units)[number];
}

/** Months and years are one measure, days and weeks another, hours and minutes a third. */
function amountOf(text: string): Amount | undefined {
  const found = iso.exec(text);
  const counts = units
    .map((unit, at) => ({ unit, count: Number(found?.[at + 1] ?? 0) }))
    .filter(({ count }) => count > 0);
  const [first, second, ...more] = counts;
  if (!found || !first || more.length > 0) return undefined;
  if (!second) return first.unit === "second" ? inMinutes(first.count) : first;
  if (first.unit === "year" && second.unit === "month")
    return { unit: "month", count: first.count * 12 + second.count };
  if (first.unit === "week" && second.unit === "day") return { unit: "day", count: first.count * 7 + second.count };
  if (first.unit === "hour" && second.unit === "minute")
    return { unit: "minute", count: first.count * 60 + second.count };
  return undefined;
}

function inMinutes(seconds: number): Amount | undefined {
  return seconds % 60 === 0 ? { unit: "minute", count: seconds / 60 } : undefined;
}

function said(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** More reminders than these nobody draws by hand. */
const mostTimes = 12;

function rhythmOf(text: string): Timer {
  const [, times = "", length = ""] = /^R(\d*)\/(?:[^/]*\/)?(P[^/]*)$/i.exec(text) ?? [];
  const amount = amountOf(length);
  const count = Number(times);
  if (!amount || times === "" || count < 1 || count > mostTimes)
    return {
      kind: "refused",
      reason: `The rhythm “${text}” has no end, or one that cannot be said here: a route says each time after which somebody is reminded.`,
      instead: `a number of times up to ${mostTimes}, such as R3/P7D, or one timer for each reminder.`,
    };
  return {
    kind: "rhythm",
    lengths: Array.from({ length: count }, (_, at) => said(amount.count * (at + 1), amount.unit)),
  };
}
