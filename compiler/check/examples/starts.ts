// What a ready example can start from: what the examples of the text give, as it stands or with one answer turned round, an item
// of a list included. Knows the lines that give it; plays nothing.
import type { Value } from "#contract/facts.ts";
import type { Known } from "#contract/play.ts";
import { isRecord } from "#support/facts.ts";
import type { Example, Given } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { textAt } from "../text-edits.ts";
import { listsToFill, newItem } from "./new-items.ts";
import { nothingKnown, type Played, withGiven } from "./play-example.ts";
import type { Stage } from "./stage.ts";

/** What an example starts from: as known, and as lines of the text. */
export interface Start {
  readonly known: Known;
  readonly on: string;
  readonly lines: readonly string[];
}

/** So many items more are tried at the end of a list. */
const mostMore = 3;

const listForm = "given <p> are";
const startForms: ReadonlySet<string> = new Set(["given <g>", listForm, "on <date>"]);

/** Each example as it stands; then with one answer turned round; then with an item in a list that it leaves out; then with nothing given. */
export function startsOf(stage: Stage, played: readonly Played[]): Start[] {
  const starts = played.flatMap(({ example, known, on }) => {
    const lines = linesOf(stage, example);
    return lines ? [{ example, start: { known, on, lines } }] : [];
  });
  const turned = starts.flatMap(({ example, start }) =>
    example.lines.flatMap((line) =>
      line.kind === "given" ? [...turnedRound(stage, start, line.given), ...otherItems(stage, start, line.given)] : [],
    ),
  );
  const filled = starts.flatMap(({ start }) => firstItems(stage, start));
  const empty = { known: nothingKnown, on: stage.model.version.starts, lines: [] };
  return [...starts.map(({ start }) => start), ...turned, ...filled, empty];
}

/** The `on` and `given` lines of an example, as written; undefined for a row of a table. */
function linesOf({ model }: Stage, example: Example): string[] | undefined {
  const line = model.tree.lines.find((one) => one.span.start === example.at.start && one.form === "example <t>");
  const given = line?.children.filter(({ form }) => form !== undefined && startForms.has(form));
  return given?.flatMap((child) => [
    textAt(model.trees, child.span),
    ...child.children.map((row: Line) => `  ${textAt(model.trees, row.span)}`),
  ]);
}

function turnedRound({ model }: Stage, start: Start, { datum, value }: Given): Start[] {
  if (typeof value !== "boolean") return [];
  const [old, other] = value ? ["yes", "no"] : ["no", "yes"];
  const lines = start.lines.map((line) => line.replace(`${datum.said} is ${old}`, `${datum.said} is ${other}`));
  if (lines.join() === start.lines.join()) return [];
  return [{ ...start, known: withGiven(model, start.known, { datum, value: !value }), lines }];
}

/** A list with one yes or no of one item turned round; and with the last item some times more. */
function otherItems({ model }: Stage, start: Start, { datum, value }: Given): Start[] {
  const head = start.lines.indexOf(`given ${datum.said} are`) + 1;
  const last = Array.isArray(value) ? value.at(-1) : undefined;
  if (head === 0 || !Array.isArray(value) || last === undefined) return [];
  const withItems = (items: Value[], rows: readonly string[]): Start => ({
    ...start,
    known: withGiven(model, start.known, { datum, value: items }),
    lines: [...start.lines.slice(0, head + 1), ...rows, ...start.lines.slice(head + 1 + value.length)],
  });
  const rows = start.lines.slice(head + 1, head + 1 + value.length);
  const names = cellsOf(start.lines[head] ?? "");
  const turned = value.flatMap((item, index): Start[] =>
    partsOf(model.data, datum.path, item).flatMap(({ name, value: yes, key }) => {
      const row = withCell(rows[index] ?? "", names.indexOf(name), yes ? "no" : "yes");
      if (row === undefined || !isRecord(item)) return [];
      return [withItems(value.with(index, { ...item, [key]: !yes }), rows.with(index, row))];
    }),
  );
  const longer = Array.from({ length: mostMore }, (_, index) => {
    const ids = Array.from({ length: index + 1 }, (__, more) => `${value.length + more + 1}`);
    const items = ids.map((id): Value => (isRecord(last) ? { ...last, id } : last));
    return withItems([...value, ...items], [...rows, ...ids.map(() => rows.at(-1) ?? "")]);
  });
  return [...turned, ...longer];
}

/** With a first item in each list of which nothing is given, its yes or no answers all no, or all yes. */
export function firstItems(stage: Stage, start: Start): Start[] {
  return listsToFill(stage).flatMap((list) => {
    const isGiven = start.lines.some((line) => line.startsWith(`given ${list.said} are`));
    const items = isGiven ? [] : [false, true].flatMap((says) => newItem(stage, list, start.on, says) ?? []);
    return items.map(({ item, heading, row }) => ({
      ...start,
      known: withGiven(stage.model, start.known, { datum: list, value: [item] }),
      lines: [...start.lines, `given ${list.said} are`, `  ${heading}`, `  ${row}`],
    }));
  });
}

interface Part {
  /** As the heading of its column says it. */
  readonly name: string;
  readonly key: string;
  readonly value: boolean;
}

/** The yes or no answers of one item. */
function partsOf(data: Stage["model"]["data"], list: readonly string[], item: Value): Part[] {
  if (!isRecord(item)) return [];
  return Object.entries(item).flatMap(([key, value]): Part[] => {
    const part = data.find(({ path, item: of }) => path.join(".") === key && of?.list.join(".") === list.join("."));
    return part && typeof value === "boolean" ? [{ name: part.said.split("'s ").at(-1) ?? "", key, value }] : [];
  });
}

function cellsOf(row: string): string[] {
  return row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function withCell(row: string, column: number, words: string): string | undefined {
  const cells = cellsOf(row);
  return column < 0 || column >= cells.length ? undefined : `  | ${cells.with(column, words).join(" | ")} |`;
}
