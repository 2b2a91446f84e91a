// What is refused with a fix of one key (language.md 1.2), and the spellings of other tools and countries: one problem, on the line where it
// stands, and after its first fix the text is the sound one again.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { formatText } from "../format/format-tree.ts";
import { applyEdits } from "../source/edits.ts";
import { createLineIndex } from "../source/line-index.ts";
import { soundService } from "./writing.ts";

/** What stands in the sound text, what somebody writes, its code; the words after the fix where they are not the sound ones. */
type Row = readonly [sound: string, spoilt: string, code: string, fixed?: string];

const rows: readonly Row[] = [
  // quotes
  ['"About you"', "'About you'", "FW103"],
  ['"About you"', "‘About you’", "FW103"],
  ['"About you"', "`About you`", "FW103"],
  ['"About you"', "''About you''", "FW103"],
  ['"About you"', "″About you″", "FW103"],
  ['"About you"', "「About you」", "FW103"],
  ['"About you"', "About you", "FW103"],
  ['"About you"', '"About you', "FW101"],
  ['"About you"', 'About you"', "FW117"],
  // days
  ["1 April 2026", "01/04/2026", "FW110"],
  ["1 April 2026", "01.04.2026", "FW110"],
  ["1 April 2026", "01-04-2026", "FW110"],
  ["1 April 2026", "1/4/26", "FW110"],
  ["1 April 2026", "2026/04/01", "FW118"],
  ["1 April 2026", "2026-4-1", "FW118"],
  ["1 April 2026", "April 1, 2026", "FW118"],
  ["1 April 2026", "1st April 2026", "FW118"],
  ["1 April 2026", "1st of April 2026", "FW118"],
  ["1 April 2026", "1 Apr 2026", "FW118"],
  ["1 April 2026", "1-Apr-2026", "FW118"],
  ["1 April 2026", "Wednesday 1 April 2026", "FW118"],
  ["1 April 2026", "1 Apirl 2026", "FW118"],
  ["1 April 2026", "1 April, 2026", "FW118"],
  ["1 April 2026", "1 April 26", "FW118"],
  // amounts
  ["£60 ", "£60,00 ", "FW111"],
  ["£2,000\n", "£2.000\n", "FW118"],
  ["£2,000\n", "£2.000,00\n", "FW118"],
  ["£2,000\n", "£2 000\n", "FW118"],
  ["£2,000\n", "£2'000\n", "FW118"],
  ["£2,000\n", "£2k\n", "FW118"],
  ["£2,000\n", "£2 thousand\n", "FW118"],
  ["£2,000\n", "2,000£\n", "FW118"],
  ["£2,000\n", "2 000 £\n", "FW118"],
  ["£2,000\n", "2,000 pounds\n", "FW118"],
  ["£2,000\n", "2,000 GBP\n", "FW118"],
  // lengths of time, sizes, numbers
  ["2 years", "two years", "FW118"],
  ["2 years", "2-years", "FW118"],
  ["2 years", "2years", "FW118"],
  ["2 years", "2 yrs", "FW118"],
  ["14 days", "14 calendar days", "FW118"],
  ["14 days", "fourteen days", "FW118"],
  ["10 MB", "10 megabytes", "FW118"],
  ["10 MB", "10 MiB", "FW118"],
  ["at least 18", "at least eighteen", "FW201"],
  // yes and no
  ["keeper is no", "keeper is false", "FW116"],
  ["keeper is no", "keeper is nein", "FW201"],
  ["keeper is no", "keeper is off", "FW201"],
  ["keeper is no", "keeper is n", "FW201"],
  // symbols
  ["keeper is no", "keeper = no", "FW106"],
  ["keeper is no", "keeper==no", "FW106"],
  ["keeper is no", "keeper is = no", "FW106"],
  ["is under £2,000", "< £2,000", "FW106"],
  ["is at least 18", ">= 18", "FW106"],
  ["is at least 18", "≥ 18", "FW106"],
  ["is at least 18", "＞= 18", "FW106"],
  ["then go to paying", "-> paying", "FW106"],
  ["then go to paying", "=> paying", "FW106"],
  ["then go to paying", "→ paying", "FW106"],
  // ranges
  ["must be from 0 to 3", "must be between 0 and 3", "FW402"],
  ["must be from 0 to 3", "must be between 0 to 3", "FW402"],
  ["must be from 0 to 3", "must be between 0-3", "FW402"],
  ["must be from 0 to 3", "must be between 0 and 3 inclusive", "FW402"],
  ["must be from 0 to 3", "must be 0 to 3", "FW103"],
  ["must be from 0 to 3", "must be from 0..3", "FW103"],
  ["must be from 0 to 3", "must be >= 0 and <= 3", "FW103"],
  // names
  ["when keeper is no", "when the keeper is no", "FW103"],
  ["when keeper is no", "when about.keeper is no", "FW103"],
  ["when keeper is no", "when {keeper} is no", "FW103"],
  ["when keeper is no", 'when "keeper" is no', "FW301"],
  ["message letter-text by", "message letter text by", "FW107"],
  ["message letter-text by", "message letter_text by", "FW107"],
  ["message letter-text by", "message letter–text by", "FW107"],
  ["send letter-text", "send lettertext", "FW201"],
  // words of other tools
  ["is at least 18", "is greater than or equal to 18", "FW103"],
  ["is at least 18", "is at-least 18", "FW103"],
  ["is at least 18", "is 18 or more", "FW308"],
  ["is at least 18", "is 18 and over", "FW103"],
  ["is under £2,000", "is below £2,000", "FW103"],
  ["is under £2,000", "is smaller than £2,000", "FW103", "is less than £2,000"],
  ["show when keeper", "show if keeper", "FW103"],
  ["show when keeper", "visible if keeper", "FW104"],
  ["show when keeper", "only show when keeper", "FW104"],
  ["  ask keeper", "  question keeper", "FW104"],
  ["  ask keeper", "  field keeper", "FW104"],
  ["calculate fee =", "compute fee =", "FW104"],
  ["calculate fee =", "let fee =", "FW104"],
  ["calculate fee =", "fee =", "FW104"],
  ["calculate fee =", "calculate fee as", "FW103"],
  ["decide adult when", "decide adult if", "FW103"],
  ["then go to paying", "then goto paying", "FW103"],
  ["then go to paying", "then go paying", "FW103"],
  ["otherwise say", "else say", "FW104"],
  ["as yes or no", "as yes/no", "FW103"],
  ["as yes or no", "as checkbox", "FW201"],
  ["as whole number", "as integer", "FW201"],
  // signs
  ["ask keeper ", "ask keeper: ", "FW103"],
  ["show when keeper", "show when: keeper", "FW103"],
  ["under £2,000", "under £2,000;", "FW103"],
  ["\nroute\n", "\n// the way\nroute\n", "FW104"],
  ["\nroute\n", "\nroute // the way\n", "FW108"],
  ["  - petrol", "  + petrol", "FW104"],
  ["  - petrol", "  1. petrol", "FW104"],
  ["  > You paid", "  You paid", "FW104"],
  ["| £60       |", "| £60", "FW109"],
  ["  | petrol | 0 ", "  petrol | 0 ", "FW104"],
  ["  | petrol | 0 ", "  |------|----|---|\n  | petrol | 0 ", "FW103"],
  // signs that cannot be seen
  ["keeper is no", "keeper is \u202eno", "FW103"],
  ["section about", "\u2067section about", "FW103"],
  ['"About you"', '"About \u202eyou"', "FW103"],
  // columns
  ["    show when keeper is no", "  show when keeper is no", "FW105"],
  ["    show when keeper is no", "show when keeper is no", "FW105"],
  ["    show when keeper is no", "   show when keeper is no", "FW102"],
  ["  ask keeper", "    ask keeper", "FW105"],
  ["section about", "  section about", "FW102"],
  ["role officer", "  role officer", "FW105"],
  // filling in
  ["{fee}", "\u0024{fee}", "FW118"],
  ["{fee}", "{{fee}}", "FW118"],
  ["{fee}", "<<fee>>", "FW118"],
  ["{fee}", "[fee]", "FW118"],
  ["{fee}", "{fee", "FW118"],
];

test.each(rows.map((row) => [row[0], row[1], row[2], row[3] ?? row[0]] as const))(
  "%j written %j is %s",
  (sound, spoilt, code, fixed) => {
    expect(soundService).toContain(sound);
    const text = soundService.replace(sound, () => spoilt);
    const { problems } = compile("permit.service", new Map([["permit.service", text]]));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    const index = createLineIndex(text);
    const [first, last] = [text.indexOf(spoilt), text.indexOf(spoilt) + spoilt.length].map(
      (at) => index.positionAt(at).line,
    );
    const told = index.positionAt(problem?.at.start ?? 0).line;
    expect(told).toBeGreaterThanOrEqual(first ?? 0);
    expect(told).toBeLessThanOrEqual((last ?? 0) + 1);
    const mended = applyEdits(text, problem?.fixes[0]?.edits ?? []);
    expect(tidied(mended)).toBe(tidied(soundService.replace(sound, fixed)));
  },
);

/** As the formatter writes it, without what says nothing. */
function tidied(text: string): string {
  return formatText("permit.service", text.replace(/\s*#.*$/gm, "\n").replace(/\n+/g, "\n"))
    .replace(/£([\d,]+)\.00/g, "£$1")
    .replace(/ +\|$/gm, " |");
}
