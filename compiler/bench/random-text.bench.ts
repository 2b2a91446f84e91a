// Reading 1 MB of text that nobody would write: scraps of the language, good lines, comments only, one endless line, brackets. Floor: lexing
// the same text. Prints milliseconds of this process for each megabyte, so that other work on the machine does not count.
import { readFileSync } from "node:fs";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";

const million = 1_000_000;
const good = readFileSync("examples/resident-parking-permit/parking.service", "utf8");
const scraps = [
  'ask x "X" as text\n',
  "when ",
  "( ",
  '"',
  "\n  ",
  "- ",
  "| a ",
  "£80,50 ",
  "and ",
  "\t",
  "all of\n",
  "x ",
];

function scrapsOf(length: number): string {
  let text = "";
  for (let state = 7; text.length < length; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += scraps[Math.floor((state / 2 ** 32) * scraps.length)] ?? "";
  }
  return text;
}

const texts: Readonly<Record<string, string>> = {
  scraps: scrapsOf(million),
  "good lines": good.repeat(Math.ceil(million / good.length)),
  "comments only": "#\n".repeat(million / 2),
  "one line": "a ".repeat(million / 2),
  brackets: `calculate x = ${"(".repeat(million)}`,
  "lines out of column": `section a "A"\n${Array.from({ length: million / 12 }, (_, at) => `${" ".repeat(1 + (at % 4))}ask x`).join("\n")}`,
};

for (const [kind, text] of Object.entries(texts)) {
  const floor = timeOf(() => lexText(text));
  const reading = timeOf(() => parseTree("random.service", text));
  const megabytes = text.length / million;
  console.log(
    `random text, ${kind}: ${(reading / megabytes).toFixed(0)} ms per MB, floor (chevrotain lexing) ${(floor / megabytes).toFixed(0)} ms, ratio ${(reading / floor).toFixed(1)}`,
  );
}

function timeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}
