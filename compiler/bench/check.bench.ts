// How long it takes to say what is wrong with a text: read, model and checks, of the parking service and of one with 5,000 lines. What the
// proofs take is said apart: those of conditions and tables, which search; and the others of check/README.md: those of the route and of people's
// data, which follow ways, and those of words over all that can be shown. Floor: chevrotain lexing the same texts. The parts take turns, each
// time on trees and a model made anew, since checks keep what they have worked out with the model.
import { checksBySubject } from "../check/check-model.ts";
import { checkProofs } from "../check/logic/proofs.ts";
import { checkTables } from "../check/tables/tables.ts";
import { buildModel } from "../model/build-model.ts";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";
import { longService } from "./long-service.ts";
import { middle, printMeasured } from "./measure.ts";
import { parking } from "./parking.ts";

const searching: readonly unknown[] = [checkProofs, checkTables];
const { route, people, words, ...others } = checksBySubject;
const following = [...route, ...people, ...words];
const plain = Object.values(others)
  .flat()
  .filter((check) => !searching.includes(check));

type Part = "lexing" | "reading" | "model" | "checks" | "following" | "proofs";

/** Milliseconds of each part in one whole check, lexing alone before it. */
function checkOnce(texts: readonly (readonly [string, string])[]): Record<Part, number> {
  const times: number[] = [performance.now()];
  const lap = () => times.push(performance.now());
  for (const [, text] of texts) lexText(text);
  lap();
  const trees = texts.map(([file, text]) => parseTree(file, text).tree);
  lap();
  const main = trees.find((tree) => tree.file === parking.entry);
  const model = main && buildModel(main, trees);
  if (!model) throw new Error("The service was not read");
  lap();
  for (const check of plain) check(model);
  lap();
  for (const check of following) check(model);
  lap();
  checkProofs(model);
  checkTables(model);
  lap();
  const [lexing = 0, reading = 0, building = 0, checking = 0, follow = 0, proving = 0] = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? 0));
  return { lexing, reading, model: building, checks: checking, following: follow, proofs: proving };
}

/** In milliseconds. */
const warmUp = 6000;

function measure(what: string, main: string, times: number): void {
  const files = new Map([...parking.files].filter(([file]) => !file.endsWith(".lock")));
  files.set(parking.entry, main);
  const texts = [...files];
  // Until the machine code is made that stays: for so much program as a whole check goes through that takes seconds, for lexing a moment.
  for (const start = performance.now(); performance.now() - start < warmUp; ) checkOnce(texts);
  const runs = Array.from({ length: times }, () => checkOnce(texts));
  const of = (...parts: Part[]) => middle(runs.map((run) => parts.reduce((sum, part) => sum + run[part], 0)));
  const print = (name: string, ...parts: Part[]) =>
    printMeasured(`${name} ${what}`, of(...parts), "chevrotain lexing", of("lexing"));
  print("read", "reading");
  print("model of", "model");
  print("check, all proofs apart,", "reading", "model", "checks");
  print("check, only the proofs of conditions and tables apart,", "reading", "model", "checks", "following");
  print("proofs of route, people's data and words of", "following");
  print("proofs of conditions and tables of", "proofs");
}

const text = parking.files.get(parking.entry) ?? "";
measure(`parking.service (${text.split("\n").length} lines)`, text, 300);
const long = longService(5000);
measure(`a service of ${long.split("\n").length} lines`, long, 30);
