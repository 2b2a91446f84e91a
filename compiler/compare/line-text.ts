// Lines and their parts in canonical writing, so that spaces, capital letters and other spellings of the same thing are no difference.
import { writeToken } from "../format/written-token.ts";
import * as T from "../syntax/tokens.ts";
import type { Line, Part, Span, Token } from "../syntax/tree.ts";

const tightBefore = new Set([T.Comma, T.Possessive, T.RParen]);

/** The whole line, the bullets of its condition too: `require all of: main-home is yes; zone is answered`. */
export function lineText(line: Line): string {
  const own = written(line.tokens.filter((token) => !line.endMarks.includes(token)));
  if (line.bullets.length === 0) return own;
  return `${own}: ${line.bullets.map(bulletText).join("; ")}`;
}

/** What stands between two offsets of the line. */
export function textWithin(line: Line, { start, end }: Pick<Span, "start" | "end">): string {
  const own = line.tokens.filter((token) => !line.endMarks.includes(token));
  return written(own.filter((token) => token.startOffset >= start && token.startOffset < end));
}

/** One slot of the line; a condition with the bullets below it. */
export function partText(line: Line, part: Part): string {
  const own = textWithin(line, part.span);
  if (part.slot !== "c" || line.bullets.length === 0) return own;
  return `${own}: ${line.bullets.map(bulletText).join("; ")}`;
}

/** A bullet and, in brackets, those below it. */
function bulletText(bullet: Line): string {
  const own = written(bullet.tokens.filter((token) => !bullet.endMarks.includes(token))).replace(/^- /, "");
  const below = [...bullet.bullets, ...bullet.children];
  return below.length === 0 ? own : `${own} (${below.map(bulletText).join("; ")})`;
}

/** The line without its first words, up to `from`. */
export function textFrom(line: Line, from: number): string {
  const whole = lineText(line);
  const lead = written(line.tokens.filter((token) => token.startOffset < from));
  return whole.startsWith(lead) ? whole.slice(lead.length).replace(/^[\s=]+/, "") : whole;
}

function written(tokens: readonly Token[]): string {
  return tokens.reduce((text, token, at) => {
    const before = tokens[at - 1];
    const isTight = !before || tightBefore.has(token.tokenType) || before.tokenType === T.LParen;
    return text + (isTight ? "" : " ") + writeToken(token);
  }, "");
}
