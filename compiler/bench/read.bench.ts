// How long reading takes: the parking service with all that is read in it, beside chevrotain's lexing of the same text.
import { readFileSync } from "node:fs";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";

const text = readFileSync("examples/resident-parking-permit/parking.service", "utf8");

/** Middle time of many runs, in milliseconds. */
function measure(run: () => unknown): number {
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((left, right) => left - right);
  return times[30] ?? 0;
}

const floor = measure(() => lexText(text));
const read = measure(() => parseTree("parking.service", text));
console.log(
  `read parking.service: ${read.toFixed(2)} ms, floor (chevrotain lexing) ${floor.toFixed(2)} ms, ratio ${(read / floor).toFixed(1)}`,
);
