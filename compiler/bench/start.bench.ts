// How long `formwork check` takes as a process of its own, from the call to the end: the first time, and every later time, when Node finds what it
// compiled before. Floor: `node -e 0`. By the clock and by the processor's own time, which other programs do not lengthen.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const command = "compiler/command-line/formwork.js";
const text = "examples/resident-parking-permit/parking.service";
const cache = mkdtempSync(path.join(tmpdir(), "formwork-bench-"));
const env = { ...process.env, NODE_COMPILE_CACHE: cache };

/** Written by the process itself when it ends: the time of the processor it took, of all its threads. */
const telling = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

function call(words: readonly string[]): Taken {
  const start = performance.now();
  const run = spawnSync(process.execPath, ["--import", telling, ...words], { env, encoding: "utf8" });
  const clock = performance.now() - start;
  if (run.status !== 0) throw new Error(`${words.join(" ")} ended with ${run.status}: ${run.stderr}`);
  const { user, system }: NodeJS.CpuUsage = JSON.parse(run.stderr);
  return { clock, processor: (user + system) / 1000 };
}

/** The middle of many calls. */
function middleOf(words: readonly string[], count = 15): Taken {
  const taken = Array.from({ length: count }, () => call(words));
  const middle = (by: keyof Taken) =>
    taken.map((one) => one[by]).sort((one, two) => one - two)[Math.floor(count / 2)] ?? 0;
  return { clock: middle("clock"), processor: middle("processor") };
}

const show = ({ clock, processor }: Taken) => `${clock.toFixed(0)} ms (processor ${processor.toFixed(0)} ms)`;

const first = call([command, "check", text]);
const floor = middleOf(["-e", "0"]);
const later = middleOf([command, "check", text]);
const help = middleOf([command, "--help"]);
rmSync(cache, { recursive: true, force: true });
console.log(`start of formwork check, the very first time: ${show(first)}`);
console.log(
  `start of formwork check: ${show(later)}, floor (node -e 0) ${show(floor)}; more by the clock ${(later.clock - floor.clock).toFixed(0)} ms, by the processor ${(later.processor - floor.processor).toFixed(0)} ms, aim under 250 ms`,
);
console.log(`start of formwork --help: ${show(help)}`);
