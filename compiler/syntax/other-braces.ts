// FW118: names filled into words in the way of other tools, ${fee}, {{fee}}, <<fee>>, [fee], or with a brace missing. People would see
// the signs; what stands between plain braces is looked at where names are known.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { FileReading } from "./file-reading.ts";
import { Prose, Text } from "./tokens.ts";

const name = "([\\p{L}][\\p{L}\\d-]*(?:['’]s [\\p{L}][\\p{L}\\d-]*)*)";
/** Each with the name in its one group; the signs in which a name must be known are those that words may have too. */
const always = new RegExp(`\\$\\{ ?${name} ?\\}|\\{\\{ ?${name} ?\\}\\}`, "gu");
const known = new RegExp(
  `<<? ?${name} ?>>?|\\[${name}\\](?!\\()|%${name}%|(?<![{$])\\{${name}(?![\\p{L}\\d'’ :}-])|(?<![\\p{L}\\d{'’: -])${name}\\}(?!\\})`,
  "gu",
);

/** Tells every name in other signs than braces, in quoted words and prose. */
export function findOtherBraces(tokens: readonly IToken[], reader: FileReading): void {
  for (const { tokenType, image, startOffset } of tokens) {
    if ((tokenType !== Text && tokenType !== Prose) || !/[{}<[%]/.test(image)) continue;
    const words = image.replace(/["“”]$/, "");
    for (const match of [...words.matchAll(always), ...words.matchAll(known)]) {
      const inside = match.slice(1).find((one) => one !== undefined) ?? "";
      const first = inside.split(/['’]s /)[0] ?? inside;
      if (!match[0].includes("${") && !match[0].startsWith("{{") && !reader.isGiven(first)) continue;
      const start = startOffset + match.index;
      const span = { file: reader.file, start, end: start + match[0].length };
      const meant = `{${inside}}`;
      const fixes = [{ title: `change  ${match[0]}  to  ${meant}`, edits: [{ span, text: meant }] }];
      reader.problems.push(say.writtenOtherwise(span, { written: match[0], meant }, { fixes }));
    }
  }
}
