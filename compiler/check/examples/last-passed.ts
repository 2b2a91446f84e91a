// What each example rested on when it last came out as expected, kept by whoever calls the compiler, and what has changed
// since. Pure: the record comes in as an argument and goes out with the problems.
import type { Model } from "../../model/model.ts";
import type { RuleId } from "../../model/shapes.ts";
import { lineNumber } from "../text-edits.ts";
import type { Played } from "./play-example.ts";
import { fingerprintOfExample, fingerprintsOf, ownLines, placeOfRule, withThoseRead } from "./rests-on.ts";

/** By title: fingerprints of the lines that the example rested on, by rule. JSON, so that it can be kept in a file. */
export type LastPassed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The record after playing: those that passed as they are now, the others as they were. */
export function nextLastPassed(
  model: Model,
  played: readonly Played[],
  failed: ReadonlySet<Played>,
  before: LastPassed,
): LastPassed {
  const entries = played.flatMap((one) => {
    const { title } = one.example;
    const kept = failed.has(one) ? before[title] : restOf(model, one);
    return kept ? [[title, kept] as const] : [];
  });
  return Object.fromEntries(entries);
}

function restOf(model: Model, { example, asked }: Played): Readonly<Record<string, string>> {
  const rules = fingerprintsOf(model, withThoseRead(model, asked));
  return { [ownLines]: fingerprintOfExample(model, example), ...rules };
}

/** More than this is no help in finding the cause. */
const mostNamed = 5;

/** "Changed since the last time it passed: line 70, adults." Empty when it never passed, or rests on nothing that changed. */
export function changedSince(model: Model, played: Played, before: LastPassed, worked: readonly RuleId[]): string[] {
  const then = before[played.example.title];
  if (!then) return [];
  const own = withThoseRead(model, worked);
  const now = fingerprintsOf(model, withThoseRead(model, played.asked));
  const changed = Object.keys(now).filter((id) => then[id] !== now[id]);
  // What the value itself was worked out from comes first; of the rest only when none of that changed.
  const nearest = changed.filter((id) => own.has(id));
  const said = placesOf(model, nearest.length > 0 ? nearest : changed);
  const isOwn = then[ownLines] !== fingerprintOfExample(model, played.example);
  const gone = Object.keys(then).filter((id) => id !== ownLines && !model.rules.has(id) && !id.includes("/"));
  const all = [...said, ...gone.map((id) => `${id} is no longer there`), ...(isOwn ? ["the example itself"] : [])];
  if (all.length === 0) return [];
  const more = all.length > mostNamed ? `, and ${all.length - mostNamed} more` : "";
  return [`Changed since the last time it passed: ${all.slice(0, mostNamed).join("; ")}${more}.`];
}

/** line 70, adults */
function placesOf(model: Model, ids: readonly RuleId[]): string[] {
  const rules = ids.flatMap((id) => model.rules.get(id) ?? []);
  const places = rules.map((rule) => ({ rule, span: placeOfRule(model, rule) }));
  const inOrder = places.sort((one, two) => one.span.start - two.span.start);
  const said = inOrder.map(({ rule, span }) => {
    const file = span.file === model.tree.file ? "" : `${span.file} `;
    const name = rule.name === undefined ? "" : `, ${rule.name}`;
    return `${file}line ${lineNumber(model.trees, span)}${name}`;
  });
  return [...new Set(said)];
}
