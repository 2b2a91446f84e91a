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

/** Middle times of two runs in milliseconds, taken in turn so that both meet the same warmth and the same neighbours. */
function measure(one: () => unknown, other: () => unknown): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 300; round += 1) {
    [one, other].forEach((run, index) => {
      const began = performance.now();
      run();
      if (round >= 100) times[index]?.push(performance.now() - began);
    });
  }
  const [first = 0, second = 0] = times.map(
    (all) => all.sort((left, right) => left - right)[Math.floor(all.length / 2)],
  );
  return [first, second];
}

const [reading, floor] = measure(
  () => readTexts(request, () => performance.now()),
  () => compile("parking.service", files),
);
console.log(
  `reading parking.service and its files: ${reading.toFixed(1)} ms, floor (compile alone) ${floor.toFixed(1)} ms, ratio ${(reading / floor).toFixed(2)}`,
);
