// How long an editor waits after one keystroke in a service of 5,000 lines: the text taken in and a request answered, in the middle and
// at the 95th percentile, by the clock and by the processor's own time, which other programs do not lengthen.
// Floor: finding the line starts of the same text. The check that follows in a pause is measured apart.

import { complete } from "../language-server/completion.ts";
import { checkAround } from "../language-server/diagnostics.ts";
import { describe } from "../language-server/hover.ts";
import { findReferences } from "../language-server/references.ts";
import { createColours } from "../language-server/semantic-tokens.ts";
import type { Position, Snapshot } from "../language-server/snapshot.ts";
import { readTextFile, type TextFile } from "../language-server/text-file.ts";
import { createLineIndex } from "../source/line-index.ts";
import { longService } from "./long-service.ts";
import { parking } from "./parking.ts";

const text = longService(5000);
const lines = text.split("\n");
const beside = [...parking.files]
  .filter(([file]) => file !== parking.entry)
  .map(([file, words]) => readTextFile(file, words));

/** Places where somebody could be typing: spread over the whole text, the long blocks of the parking service among them. */
const places: Position[] = Array.from({ length: 300 }, (_, at) => {
  const line = (at * 167) % (lines.length - 1);
  return { line, character: lines[line]?.length ?? 0 };
});

function snapshotOf(file: TextFile): Snapshot {
  return { files: new Map([file, ...beside].map((one) => [one.file, one])) };
}

type Ask = (snapshot: Snapshot, file: string, position: Position) => unknown;

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

/** Milliseconds of the processor, of all threads of this program. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Types a letter at each place, asks, and takes it back: milliseconds of each. The first fifty warm up and are left out. */
function measure(ask: Ask, typed: string): Taken[] {
  let file = readTextFile(parking.entry, text);
  const taken = places.map(({ line, character }) => {
    const at = file.index.startOf(line + 1) + character;
    const [start, worked] = [performance.now(), processorTime()];
    const changed = readTextFile(file.file, text.slice(0, at) + typed + text.slice(at), file);
    ask(snapshotOf(changed), changed.file, { line, character: character + typed.length });
    const used = { clock: performance.now() - start, processor: processorTime() - worked };
    file = readTextFile(file.file, text, changed);
    return used;
  });
  return taken.slice(50);
}

function print(what: string, taken: readonly Taken[], floor: number): void {
  const at = (by: keyof Taken, part: number) => {
    const times = taken.map((one) => one[by]).sort((one, two) => one - two);
    return times[Math.floor(times.length * part)] ?? 0;
  };
  const show = (by: keyof Taken) =>
    `middle ${at(by, 0.5).toFixed(1)} ms, 95th percentile ${at(by, 0.95).toFixed(1)} ms`;
  const ratio = (at("processor", 0.5) / floor).toFixed(1);
  console.log(
    `${what}, ${lines.length} lines: ${show("clock")} (processor: ${show("processor")}), floor (line starts) ${floor.toFixed(2)} ms, ratio ${ratio}`,
  );
}

const floors = places.map(() => {
  const start = performance.now();
  createLineIndex(text);
  return performance.now() - start;
});
const floor = floors.sort((one, two) => one - two)[Math.floor(floors.length / 2)] ?? 0;

const colours = createColours();
print(
  "keystroke and completion",
  measure((...where) => complete(...where), " "),
  floor,
);
print(
  "keystroke and hover",
  measure((...where) => describe(...where), "x"),
  floor,
);
print(
  "keystroke and references",
  measure((snapshot, file, at) => findReferences(snapshot, file, at, true), "x"),
  floor,
);
print(
  "keystroke and colours",
  measure((snapshot, file) => colours(snapshot, file), "x"),
  floor,
);

const first = performance.now();
const opened = readTextFile(parking.entry, text);
console.log(`opening ${lines.length} lines: ${(performance.now() - first).toFixed(0)} ms`);
const checks = Array.from({ length: 7 }, () => {
  const start = performance.now();
  checkAround(snapshotOf(opened), opened.file);
  return performance.now() - start;
}).sort((one, two) => one - two);
console.log(`whole check in a pause, ${lines.length} lines: middle ${(checks[3] ?? 0).toFixed(0)} ms`);
