// How long `formwork check` takes as a process of its own, from the call to the end: as `npm install` leaves it, with its quick start; from the sources,
// when one has changed since; and the very first time of each, before Node kept what it compiled. Floor: `node -e 0`. By the clock and by the
// processor's own time, which other programs lengthen less; the calls take turns, so that a busy minute is everybody's.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeQuickStart } from "../command-line/quick-start/make.ts";

const command = "compiler/command-line/formwork.js";
const text = "examples/resident-parking-permit/parking.service";
const cache = mkdtempSync(path.join(tmpdir(), "formwork-bench-"));
const project = path.resolve(".");

/** Written by the process itself when it ends: the time of the processor it took, of all its threads. */
const telling = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

interface Call {
  readonly name: string;
  readonly words: readonly string[];
  /** The folder of the quick start; "no": from the sources. */
  readonly quick: string;
}

function take({ words, quick }: Call): Taken {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, FORMWORK_QUICK_START: quick };
  const start = performance.now();
  const run = spawnSync(process.execPath, ["--import", telling, ...words], { env, encoding: "utf8" });
  const clock = performance.now() - start;
  if (run.status !== 0) throw new Error(`${words.join(" ")} ended with ${run.status}: ${run.stderr}`);
  const { user, system }: NodeJS.CpuUsage = JSON.parse(run.stderr);
  return { clock, processor: (user + system) / 1000 };
}

/** The middle of many calls of each, one after the other in turn. */
function middleOf(calls: readonly Call[], count = 15): Taken[] {
  const rounds = Array.from({ length: count }, () => calls.map(take));
  return calls.map((_, at) => {
    const middle = (by: keyof Taken) =>
      rounds.map((round) => round[at]?.[by] ?? 0).sort((one, two) => one - two)[Math.floor(count / 2)] ?? 0;
    return { clock: middle("clock"), processor: middle("processor") };
  });
}

const show = ({ clock, processor }: Taken) => `${clock.toFixed(0)} ms (processor ${processor.toFixed(0)} ms)`;

const quick = path.join(cache, "quick-start");
const began = performance.now();
await makeQuickStart({ project, entry: "compiler/command-line/quick-start/script.ts", folder: quick });
console.log(`making the quick start, once for each npm install: ${(performance.now() - began).toFixed(0)} ms`);

const check = [command, "check", text];
const calls: readonly Call[] = [
  { name: "node -e 0, the floor", words: ["-e", "0"], quick: "no" },
  { name: "formwork check", words: check, quick },
  { name: "formwork check from changed sources", words: check, quick: "no" },
  { name: "formwork --help", words: [command, "--help"], quick },
];
for (const call of calls.slice(1, 3)) console.log(`${call.name}, the very first time: ${show(take(call))}`);
const [floor, ...taken] = middleOf(calls);
rmSync(cache, { recursive: true, force: true });
if (!floor) throw new Error("There is no floor to compare with.");
console.log(`${calls[0]?.name}: ${show(floor)}`);
for (const [at, one] of taken.entries()) {
  const more = `more than the floor by the clock ${(one.clock - floor.clock).toFixed(0)} ms, by the processor ${(one.processor - floor.processor).toFixed(0)} ms`;
  console.log(`${calls[at + 1]?.name}: ${show(one)}; ${more}${at === 0 ? ", aim under 250 ms" : ""}`);
}
