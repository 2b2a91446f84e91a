// FW103: signs that cannot be seen and turn round the order in which what follows is shown. With them a text could say something else than what
// people read in it. Words that people see may hold those that only keep a name or a number together, as text from right to left needs.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { FileReading } from "./file-reading.ts";
import { endOf } from "./lexer.ts";
import { Prose, Text } from "./tokens.ts";

const any = /[\u202a-\u202e\u2066-\u2069]/;
const runs = /[\u202a-\u202e\u2066-\u2069]+/g;
/** These show letters in another order than the one they have; no words need them. */
const overrides = /[\u202d\u202e]/;

/** Tells each run of such signs, with a change that takes it away. Nearly every text has none. */
export function findTurningSigns(tokens: readonly IToken[], reader: FileReading): void {
  const { text, file, problems } = reader;
  if (!any.test(text)) return;
  const words = tokens.filter(({ tokenType }) => tokenType === Text || tokenType === Prose);
  let next = 0;
  for (const { 0: signs, index: start } of text.matchAll(runs)) {
    let word = words[next];
    while (word && endOf(word) <= start) word = words[++next];
    const isInWords = word !== undefined && word.startOffset <= start;
    if (isInWords && !overrides.test(signs)) continue;
    const span = { file, start, end: start + signs.length };
    const code = (signs.codePointAt(0) ?? 0).toString(16).toUpperCase();
    const explanation = [
      "This sign cannot be seen, and shows what follows in another order: people would read something else than what is written.",
    ];
    const fixes = [{ title: "take away the sign that cannot be seen", edits: [{ span, text: "" }] }];
    problems.push(say.wordDoesNotFit(span, { word: `U+${code}` }, { explanation, fixes }));
  }
}
