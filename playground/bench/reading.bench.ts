// How long the worker takes for one reading: the compiler and the voices of all files, against the compiler alone.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "#compiler";
import { readTexts } from "../worker/read-texts.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const texts: Record<string, string> = {};
for (const folder of ["resident-parking-permit", "shared"])
  for (const file of readdirSync(`${examples}/${folder}`).filter((name) => /\.(service|shared|words)$/.test(name)))
    texts[file] = readFileSync(`${examples}/${folder}/${file}`, "utf8");
const request = { turn: 1, entry: "parking.service", texts };
const files = new Map(Object.entries(texts));

/** Middle of many runs, in milliseconds, after a warm-up. */
function measure(run: () => unknown): number {
  for (let warm = 0; warm < 30; warm += 1) run();
  const times = Array.from({ length: 101 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((one, other) => one - other);
  return times[50] ?? Number.NaN;
}

const reading = measure(() => readTexts(request, () => performance.now()));
const floor = measure(() => compile("parking.service", files));
console.log(
  `reading parking.service and its files: ${reading.toFixed(1)} ms, floor (compile alone) ${floor.toFixed(1)} ms, ratio ${(reading / floor).toFixed(2)}`,
);
