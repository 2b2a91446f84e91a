// The whole mutation run: lines of every example and every mended sample broken in every way, and the broken text taken through the whole compiler,
// its examples played. Prints for each way how often exactly one problem was told on that line or the one it stands below; the floor to hold
// is 95 of 100. A line that is left out is told where what it said is read, which may be anywhere: so it also prints how often one problem was told
// at all. What still can be read and means something is left out. `node compiler/bench/mutations.bench.ts 40` takes one break of forty;
// `… 40 words` shows those of the kinds with "words" in their name that were not told once in their place.
import { globSync } from "node:fs";
import path from "node:path";
import { play } from "../command-line/play.ts";
import { readService } from "../command-line/read-service.ts";
import { compile } from "../compile.ts";
import { judgeWhole, type Verdict } from "../tests/judge-mutation.ts";
import { mutationsOf } from "../tests/mutations.ts";

type Counts = Record<Verdict, number>;

const share = Number(process.argv[2] ?? 25);
const shown = process.argv[3];
const none = (): Counts => ({ "nothing told": 0, "one problem": 0, "several problems": 0, "far away": 0 });
const byKind = new Map<string, Counts>();
let slowest = 0;
let all = 0;
let number = 0;
const services = [
  ...globSync("examples/*/*.service"),
  ...globSync("compiler/tests/samples/**/fixed.service"),
  ...globSync("compiler/tests/samples/**/good.service"),
].sort();
for (const service of services) {
  const read = readService(service, "examples/shared");
  const { entry } = read;
  // A lock file says of any change that the text changed: true, and not what is asked here.
  const files = new Map([...read.files].filter(([file]) => !file.endsWith(".lock")));
  const before = compile(entry, files, { play }).problems;
  const ofService = path.dirname(service).startsWith("examples") ? [...files.keys()] : [entry];
  for (const file of ofService) {
    for (const mutation of mutationsOf(files.get(file) ?? "")) {
      all++;
      if (++number % share !== 0) continue;
      const start = performance.now();
      const { verdict, problems } = judgeWhole(entry, files, file, before, mutation, play);
      slowest = Math.max(slowest, performance.now() - start);
      const counts = byKind.get(mutation.kind) ?? none();
      counts[verdict]++;
      byKind.set(mutation.kind, counts);
      if (
        shown !== undefined &&
        mutation.kind.includes(shown) &&
        verdict !== "one problem" &&
        verdict !== "nothing told"
      ) {
        const line = mutation.text.split("\n")[(mutation.near[0] ?? 1) - 1];
        console.log(`${service} ${file} line ${mutation.near[0]}: ${mutation.kind}: ${verdict}\n  ${line?.trim()}`);
        for (const { code, title, at } of problems) console.log(`    ${code} ${at.file} ${title}`);
      }
    }
  }
}

const total = none();
for (const [kind, counts] of byKind) {
  for (const verdict of Object.keys(counts) as Verdict[]) total[verdict] += counts[verdict];
  console.log(`mutation ${kind}: ${shareOf(counts)}`);
}
console.log(
  `mutations of ${services.length} services, one of ${share} of ${all}: ${shareOf(total)}, floor 95.0 %; slowest check ${slowest.toFixed(0)} ms`,
);

function shareOf(counts: Counts): string {
  const told = counts["one problem"] + counts["several problems"] + counts["far away"];
  const part = told === 0 ? 100 : (100 * counts["one problem"]) / told;
  const once = told === 0 ? 100 : (100 * (counts["one problem"] + counts["far away"])) / told;
  const others = `${counts["several problems"]} several, ${counts["far away"]} elsewhere, ${counts["nothing told"]} still readable`;
  return `${part.toFixed(1)} % one problem in its place, ${once.toFixed(1)} % one wherever (${counts["one problem"]} of ${told}; ${others})`;
}
