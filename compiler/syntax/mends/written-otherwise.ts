// FW118: a value in another spelling than the language's, such as `1st April 2026` or `24 hrs`: the one spelling it has here is offered.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { endOf, plainName } from "../lexer.ts";
import { relex, tokenAt } from "../mend-tokens.ts";
import { writtenValue } from "../written-values.ts";
import { type Candidate, replaced, type Stopped } from "./stopped.ts";

/** How far before the word that does not fit a value may begin, in words and signs. */
const farthest = 4;

export function* mendWrittenOtherwise({ tokens, reader, stop }: Stopped): Generator<Candidate> {
  for (let from = Math.max(1, stop - farthest); from <= stop; from++) {
    const first = tokens[from];
    if (!first || first.image.startsWith('"')) continue;
    const line = reader.text.indexOf("\n", first.startOffset);
    const text = reader.text.slice(first.startOffset, line < 0 ? undefined : line).replace(/[\u00a0\u202f]/g, " ");
    const value = writtenValue(text);
    const end = value && first.startOffset + value.length;
    const last = tokens.findIndex((token) => endOf(token) === end);
    if (!value || end === undefined || last < from || last < stop - 1) continue;
    const span = { ...reader.nodes.spanOf(first), end };
    const written = reader.text.slice(span.start, end);
    if (plainName(written) === value.meant) continue;
    const fixes = [{ title: `change  ${written}  to  ${value.meant}`, edits: [{ span, text: value.meant }] }];
    const problem = (): Problem => say.writtenOtherwise(span, { written, meant: value.meant }, { fixes });
    const by = relex(value.meant, 0, reader).map((one) => tokenAt(one.tokenType, one.image, span.start, end));
    yield { tokens: replaced(tokens, from, last + 1, by), problem, onlyWhole: true };
  }
}
