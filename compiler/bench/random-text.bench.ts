// 1 MB of text that nobody would write: scraps of the language, good lines, comments only, one endless line, brackets. How long reading it
// takes, and the whole check of it. Floor: lexing the same text. Prints milliseconds of this process for each megabyte, so that other work on
// the machine does not count, and the memory that was held at most. The promise: a second for each megabyte.
import { readFileSync } from "node:fs";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
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

/** Every line says something that can be read, and names what is not there. */
function strangersOf(length: number): string {
  const lines: string[] = ['service a "A"', 'section s "S"'];
  for (let at = 0, size = 0; size < length; at++) {
    const line = `  ask q${at} "Q" as text\n    show when stranger${at} is over ${at}`;
    lines.push(line);
    size += line.length;
  }
  return lines.join("\n");
}

/** Every question hangs on the one before: each condition is proved along the chain. */
function chainOf(length: number): string {
  const lines = ['service a "A"', 'section s "S"', '  ask q0 "Question 0" as yes or no'];
  for (let at = 1, size = 0; size < length; at++) {
    const line = `  ask q${at} "Question ${at}" as yes or no\n    show when q${at - 1} is yes`;
    lines.push(line);
    size += line.length;
  }
  return lines.join("\n");
}

const texts: Readonly<Record<string, string>> = {
  scraps: scrapsOf(million),
  "good lines": good.repeat(Math.ceil(million / good.length)),
  "names that are not there": strangersOf(million),
  "a chain of conditions": chainOf(million),
  "comments only": "#\n".repeat(million / 2),
  "one line": "a ".repeat(million / 2),
  brackets: `calculate x = ${"(".repeat(million)}`,
  "lines out of column": `section a "A"\n${Array.from({ length: million / 12 }, (_, at) => `${" ".repeat(1 + (at % 4))}ask x`).join("\n")}`,
};

for (const [kind, text] of Object.entries(texts)) {
  const floor = timeOf(() => lexText(text));
  const reading = timeOf(() => parseTree("random.service", text));
  const whole = timeOf(() => compile("random.service", new Map([["random.service", text]]), { play }));
  const megabytes = text.length / million;
  const per = (time: number) => `${(time / megabytes).toFixed(0)} ms`;
  console.log(
    `random text, ${kind}: read ${per(reading)} per MB, checked ${per(whole)} per MB, floor (chevrotain lexing) ${per(floor)}, ratio ${(whole / floor).toFixed(1)}`,
  );
}
console.log(`random text: memory held at most ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);

function timeOf(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1000;
}
