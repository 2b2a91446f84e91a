// How long a table of 15 columns and 2,000 rows takes to be decided: rows that overlap, rows never used, answers that no row
// fits. Floor: comparing every pair of rows once, cell by cell. Nothing is enumerated: the table has more answers than can be counted.

import { type Box, meets } from "../check/tables/sweep.ts";
import { checkTables } from "../check/tables/tables.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import { parseTree } from "../syntax/parse.ts";
import { medianTime, printMeasured } from "./measure.ts";

const columns = 15;
const wanted = 2000;

/** A table that fits all answers exactly once: the whole is cut in two, again and again, at a place drawn from a fixed row of numbers. */
function rowsOf(): string[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  let boxes: [low: number, high: number][][] = [Array.from({ length: columns }, () => [0, 1000])];
  while (boxes.length < wanted) {
    const at = next(boxes.length);
    const box = boxes[at] ?? [];
    const column = next(columns);
    const [low, high] = box[column] ?? [0, 0];
    if (high - low < 2) continue;
    const cut = low + 1 + next(high - low - 1);
    const half = (ends: [number, number]) => box.map((own, other): [number, number] => (other === column ? ends : own));
    boxes = [...boxes.slice(0, at), half([low, cut]), half([cut, high]), ...boxes.slice(at + 1)];
  }
  return boxes.map((box, index) => `  | ${box.map(cellOf).join(" | ")} | £${index + 1} |`);
}

function cellOf([low, high]: [number, number]): string {
  if (low === 0 && high === 1000) return "any";
  if (low === 0) return `under ${low + high}`;
  return high === 1000 ? `${low} or more` : `${low} to under ${high}`;
}

function modelOf(rows: readonly string[]): Model {
  const asks = Array.from({ length: columns }, (_, at) => `  ask q${at} "Question ${at}?" as whole number`);
  const head = `  | ${asks.map((_, at) => `q${at}`).join(" | ")} | then price |`;
  const text = `service big "Big"\nsection one "One"\n${asks.join("\n")}\n\ntable price\n${head}\n${rows.join("\n")}\n`;
  const { tree } = parseTree("big.service", text);
  const model = buildModel(tree, [tree]);
  if (!model) throw new Error("The text has a service line");
  return model;
}

const rows = rowsOf();
const complete = modelOf(rows);
const gap = modelOf(rows.toSpliced(1234, 1));
const boxes: Box[] = rows.map((row) =>
  [...row.matchAll(/\d+/g)].slice(0, columns).map(([number]) => [0, Number(number)]),
);
const pairs = () => {
  let count = 0;
  for (const [at, one] of boxes.entries())
    for (let other = at + 1; other < boxes.length; other++) if (meets(one, boxes[other] ?? [])) count++;
  return count;
};

const said = (model: Model) => {
  const codes = checkTables(model).map(({ code }) => code);
  return codes.length === 0 ? "no problem" : codes.join(", ");
};
console.log(`complete table: ${said(complete)}; one row taken away: ${said(gap)}`);
const floor = medianTime(pairs, 3, 1);
printMeasured(
  "table of 15 columns and 2,000 rows, complete",
  medianTime(() => checkTables(complete), 3, 1),
  "comparing all pairs of rows",
  floor,
);
printMeasured(
  "table of 15 columns and 2,000 rows, one gap",
  medianTime(() => checkTables(gap), 3, 1),
  "comparing all pairs of rows",
  floor,
);
