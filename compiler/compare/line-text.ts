// Lines and their parts in canonical writing, so that spaces, capital letters and other spellings of the same thing are no difference.
import { properNamesIn } from "../format/written-rows.ts";
import { writeToken } from "../format/written-token.ts";
import * as T from "../syntax/tokens.ts";
import type { Line, Part, Span, Token } from "../syntax/tree.ts";

const tightBefore = new Set([T.Comma, T.Possessive, T.RParen]);

/** The whole line, the bullets of its condition too: `require all of: main-home is yes; zone is answered`. */
export function lineText(line: Line): string {
  const own = written(line, line.tokens);
  if (line.bullets.length === 0) return own;
  return `${own}: ${line.bullets.map(bulletText).join("; ")}`;
}

/** What stands between two offsets of the line. */
export function textWithin(line: Line, { start, end }: Pick<Span, "start" | "end">): string {
  const within = line.tokens.filter((token) => token.startOffset >= start && token.startOffset < end);
  return written(line, within);
}

/** One slot of the line; a condition with the bullets below it. */
export function partText(line: Line, part: Part): string {
  const own = textWithin(line, part.span);
  if (part.slot !== "c" || line.bullets.length === 0) return own;
  return `${own}: ${line.bullets.map(bulletText).join("; ")}`;
}

/** A bullet and, in brackets, those below it. */
function bulletText(bullet: Line): string {
  const own = written(bullet, bullet.tokens).replace(/^- /, "");
  const below = [...bullet.bullets, ...bullet.children];
  return below.length === 0 ? own : `${own} (${below.map(bulletText).join("; ")})`;
}

/** The line without its first words, up to `from`. */
export function textFrom(line: Line, from: number): string {
  const whole = lineText(line);
  const lead = textWithin(line, { start: line.span.start, end: from });
  return whole.startsWith(lead) ? whole.slice(lead.length).replace(/^[\s=]+/, "") : whole;
}

/** Some tokens of a line, without those that mean nothing. */
function written(line: Line, tokens: readonly Token[]): string {
  const proper = properNamesIn(line);
  const meant = tokens.filter((token) => !line.endMarks.includes(token));
  return meant.reduce((text, token, at) => {
    const before = meant[at - 1];
    const isTight = !before || tightBefore.has(token.tokenType) || before.tokenType === T.LParen;
    const isProper = proper.some(({ start, end }) => start <= token.startOffset && token.startOffset < end);
    return text + (isTight ? "" : " ") + (isProper ? capitalised(writeToken(token)) : writeToken(token));
  }, "");
}

/** English, however its letters were written. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
