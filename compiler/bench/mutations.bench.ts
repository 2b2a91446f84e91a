// The whole mutation run: every line of every example broken in every way. Prints for each way how often exactly one problem was told on
// that line or the one it stands below; the floor to hold is 95 of 100.
import { globSync, readFileSync } from "node:fs";
import { judgeMutation, type Verdict } from "../tests/judge-mutation.ts";
import { mutationsOf } from "../tests/mutations.ts";

type Counts = Record<Verdict, number>;

const none = (): Counts => ({ "nothing told": 0, "one problem": 0, "several problems": 0, "far away": 0 });
const byKind = new Map<string, Counts>();
let slowest = 0;
for (const file of globSync("examples/*/*.{service,shared,words}").sort()) {
  for (const mutation of mutationsOf(readFileSync(file, "utf8"))) {
    const start = performance.now();
    const verdict = judgeMutation(file, mutation);
    slowest = Math.max(slowest, performance.now() - start);
    const counts = byKind.get(mutation.kind) ?? none();
    counts[verdict]++;
    byKind.set(mutation.kind, counts);
  }
}

const total = none();
for (const [kind, counts] of byKind) {
  for (const verdict of Object.keys(counts) as Verdict[]) total[verdict] += counts[verdict];
  console.log(`mutation ${kind}: ${shareOf(counts)}`);
}
console.log(`mutations: ${shareOf(total)}, floor 95.0 %; slowest reading ${slowest.toFixed(0)} ms`);

function shareOf(counts: Counts): string {
  const told = counts["one problem"] + counts["several problems"] + counts["far away"];
  const share = told === 0 ? 100 : (100 * counts["one problem"]) / told;
  return `${share.toFixed(1)} % one problem in its place (${counts["one problem"]} of ${told}; ${counts["nothing told"]} still readable)`;
}
