// What is counted and timed, and what is published as open data.

import type { Line, Word } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { lengthAfter, nameAfter, nameAt, namesAfter, numberAfter } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, lookUp, notFound } from "../names/names.ts";
import type { Measure } from "../shapes.ts";
import { durationOf } from "./duration.ts";

/** The `measures` block, line by line. */
export function buildMeasures(building: Building, line: Line): Measure[] {
  building.read.add(line);
  const measures: Measure[] = [];
  const keep = (below: Line, measure: Measure) => measures.push(placed(building, below.span, measure));
  readLines(building, line.children, {
    "count <n> by <ns> each <n>": (below) =>
      keep(below, {
        kind: "count",
        what: nameAt(below)?.name ?? "",
        by: namesAfter(below, "by").flatMap((word) => groupBy(building, word)),
        each: wordIn(building, nameAfter(below, "each"), periods, "period"),
      }),
    "time from <n> to <n> [, target <d>]": (below) => {
      const target = durationOf(building, lengthAfter(below, "target"));
      const ends = { from: moment(building, nameAfter(below, "from")), to: moment(building, nameAfter(below, "to")) };
      keep(below, { kind: "time", ...ends, ...(target && { target }) });
    },
    "publish each <n> as open data [, hide groups under <num>]": (below) => {
      const hideGroupsUnder = numberAfter(below, "under");
      keep(below, {
        kind: "publish",
        each: wordIn(building, nameAfter(below, "each"), periods, "period"),
        ...(hideGroupsUnder !== undefined && { hideGroupsUnder }),
      });
    },
    "ask applicants how easy it was": (below) => keep(below, { kind: "satisfaction" }),
  });
  return measures;
}

const periods = ["day", "week", "month", "quarter", "year"];
/** What happens to every case (language 2.5, R8). */
const moments = ["sent", "decided", "notified", "end"];

/** From when to when time is taken: what happens to every case, or reaching a stage or an outcome. */
function moment(building: Building, word: Word | undefined): string {
  if (word && building.names.stage.has(word.name)) return word.name;
  return wordIn(building, word, [...moments, ...building.names.stage.keys()], "moment");
}

/** A word that must be one of these. */
function wordIn(building: Building, word: Word | undefined, known: readonly string[], what: string): string {
  const candidates = known.map((name) => ({ name, what }));
  if (word && !known.includes(word.name)) notFound(building, "words", word.name, word.span, candidates);
  return word?.name ?? "";
}

/** A group is an answer, a calculation, or the outcome. */
function groupBy(building: Building, word: Word): string[] {
  if (word.name === "outcome") return ["outcome"];
  const datum = lookUp(building, [word.name], serviceScope(building));
  if (datum) return [datum.path.join(".")];
  notFound(building, "data", word.name, word.span, dataCandidates(building));
  return [];
}
