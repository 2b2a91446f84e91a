// Slips of the hand, one word at a time, over every example and mended sample: how often the first fix of the first problem gives the text back
// as it was. What still can be read is left out. `node compiler/bench/slips.bench.ts` takes 150; `… 600 7 doubled` takes 600 of seed 7, and
// shows those of the kinds with "doubled" in their name that were not given back.
import { globSync } from "node:fs";
import { play } from "../command-line/play.ts";
import { readService } from "../command-line/read-service.ts";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";
import { drawing, slipIn, slipKinds } from "../tests/slips.ts";

const wanted = Number(process.argv[2] ?? 150);
const draw = drawing(Number(process.argv[3] ?? 1));
const shown = process.argv[4];
const services = [
  ...globSync("examples/*/*.service"),
  ...globSync("compiler/tests/samples/**/{fixed,good}.service"),
].sort();
const read = services.map((service) => ({ service, ...readService(service, "examples/shared") }));
const byKind = new Map(slipKinds.map((kind) => [kind, { back: 0, other: 0, none: 0, quiet: 0 }]));
let told = 0;
for (let tries = 0; told < wanted && tries < wanted * 500; tries++) {
  const one = read[draw(read.length)];
  // As many of each kind.
  const kind = slipKinds[told % slipKinds.length] ?? "";
  if (!one) continue;
  const text = one.files.get(one.entry) ?? "";
  const slip = slipIn(text, kind, draw);
  const counts = byKind.get(kind);
  if (!slip || !counts) continue;
  const files = new Map([...one.files].filter(([file]) => !file.endsWith(".lock")));
  const before = new Set(compile(one.entry, files, { play }).problems.map(({ code, title }) => `${code} ${title}`));
  const { problems } = compile(one.entry, new Map([...files, [one.entry, slip.text]]), { play });
  const [first] = problems.filter(({ code, title }) => !before.has(`${code} ${title}`));
  if (!first) {
    counts.quiet++;
    continue;
  }
  told++;
  const [fix] = first.fixes;
  const isBack =
    fix !== undefined &&
    applyEdits(
      slip.text,
      fix.edits.filter(({ span }) => span.file === one.entry),
    ) === text;
  if (isBack) counts.back++;
  else if (fix) counts.other++;
  else counts.none++;
  if (isBack || shown === undefined || !kind.includes(shown)) continue;
  const at = (whole: string): string => whole.split("\n")[slip.line - 1]?.trim() ?? "";
  console.log(`${one.service}:${slip.line} ${kind}\n  was  ${at(text)}\n  now  ${at(slip.text)}`);
  console.log(
    `  ${first.code} ${first.title}\n  ${first.explanation.join("\n  ")}\n  fix: ${first.fixes.map(({ title }) => title).join(" / ") || "none"}`,
  );
}
const all = { back: 0, other: 0, none: 0, quiet: 0 };
for (const [kind, counts] of byKind) {
  for (const key of ["back", "other", "none", "quiet"] as const) all[key] += counts[key];
  console.log(`slips ${kind}: ${said(counts)}`);
}
console.log(`slips: ${said(all)}`);

function said({ back, other, none, quiet }: typeof all): string {
  const sum = back + other + none;
  return `${sum === 0 ? 100 : ((100 * back) / sum).toFixed(1)} % given back by the first fix (${back} of ${sum}; ${other} another fix first, ${none} no fix; ${quiet} still readable)`;
}
