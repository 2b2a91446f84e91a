// Lines and their parts in canonical writing, so that spaces, capital letters and other spellings of the same thing are no difference.
import { properNamesIn } from "../format/written-rows.ts";
import { writeToken } from "../format/written-token.ts";
import * as T from "../syntax/tokens.ts";
import type { Line, Part, Span, Token } from "../syntax/tree.ts";

const tightBefore = new Set([T.Comma, T.Possessive, T.RParen]);

/**
 * The whole line, the bullets of its condition too: `require all of: main-home is yes; zone is answered`. The fingerprints in lock files
 * are made of it, so it never changes for a text that has not changed.
 */
export function lineText(line: Line): string {
  return withBullets(written(line.tokens, line.endMarks), line);
}

/** The whole line as it is said to people: languages and days with their capital letters. */
export function saidText(line: Line): string {
  return withBullets(said(line, line.tokens), line);
}

function withBullets(own: string, line: Line): string {
  return line.bullets.length === 0 ? own : `${own}: ${line.bullets.map(bulletText).join("; ")}`;
}

/** A line that cannot be read, sign by sign as it stands: what belongs together in it is not known. */
export function unreadText(line: Line): string {
  return line.tokens.reduce((text, { image, startOffset }, at) => {
    const before = line.tokens[at - 1];
    const isTight = !before || before.startOffset + before.image.length === startOffset;
    return text + (isTight ? "" : " ") + image;
  }, "");
}

/** What stands between two offsets of the line. */
export function textWithin(line: Line, { start, end }: Pick<Span, "start" | "end">): string {
  const within = line.tokens.filter((token) => token.startOffset >= start && token.startOffset < end);
  return said(line, within);
}

/** One slot of the line; a condition with the bullets below it. */
export function partText(line: Line, part: Part): string {
  const own = textWithin(line, part.span);
  return part.slot === "c" ? withBullets(own, line) : own;
}

/** A bullet and, in brackets, those below it. */
function bulletText(bullet: Line): string {
  const own = written(bullet.tokens, bullet.endMarks).replace(/^- /, "");
  const below = [...bullet.bullets, ...bullet.children];
  return below.length === 0 ? own : `${own} (${below.map(bulletText).join("; ")})`;
}

/** The line without its first words, up to `from`. */
export function textFrom(line: Line, from: number): string {
  const whole = saidText(line);
  const lead = textWithin(line, { start: line.span.start, end: from });
  return whole.startsWith(lead) ? whole.slice(lead.length).replace(/^[\s=]+/, "") : whole;
}

/** Some tokens of a line as they are said. */
function said(line: Line, tokens: readonly Token[]): string {
  const proper = properNamesIn(line);
  const isProper = ({ startOffset }: Token) =>
    proper.some(({ start, end }) => start <= startOffset && startOffset < end);
  return written(tokens, line.endMarks, (token) =>
    isProper(token) ? capitalised(writeToken(token)) : writeToken(token),
  );
}

/** Tokens of a line without those that mean nothing. */
function written(tokens: readonly Token[], endMarks: readonly Token[], write = writeToken): string {
  const meant = tokens.filter((token) => !endMarks.includes(token));
  return meant.reduce((text, token, at) => {
    const before = meant[at - 1];
    const isTight = !before || tightBefore.has(token.tokenType) || before.tokenType === T.LParen;
    return text + (isTight ? "" : " ") + write(token);
  }, "");
}

/** English, however its letters were written. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
