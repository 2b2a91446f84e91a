// For tests: the same text written as differently as the language forgives: other columns, spaces, quotes, bullets, dates, letters, blank rows.
import * as T from "../syntax/tokens.ts";
import type { Line, Token, Tree } from "../syntax/tree.ts";
import { readRows } from "./rows.ts";

/** The text with its layout spoilt by chance. Its meaning is the same, and so are its comments. The same seed gives the same text. */
export function spoilLayout(tree: Tree, seed: number): string {
  let state = seed;
  const number = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * 1000);
  };
  const draw = (share: number): boolean => number() < share;
  const step = ["   ", "    ", "\t", " "][number() % 4] ?? "  ";
  const lineEnd = draw(300) ? "\r\n" : "\n";
  const rows = readRows(tree).map((row) => {
    const start = step.repeat(Math.floor(row.indent / 2));
    const words = row.tokens.map((token, at) => {
      const isTight = at === 0 || (isSign(token) && isSign(row.tokens[at - 1]) === false && draw(500));
      const gap = isTight ? "" : draw(100) ? "  \u00a0 " : " ";
      return gap + spoilToken(token, row.line, draw);
    });
    const mark = row.line?.word !== ">" && row.tokens.length > 1 && draw(100) ? [" :", "."][draw(500) ? 0 : 1] : "";
    const comment = row.comment ? `${words.length > 0 ? " " : ""}${row.comment.image}` : "";
    const blank = row.text === "" && draw(300) ? `${lineEnd}\t${lineEnd}` : "";
    return blank + start + words.join("") + mark + comment + (draw(100) ? "  " : "");
  });
  return rows.join(lineEnd) + (draw(300) ? lineEnd.repeat(3) : "");
}

const signs = new Set([T.Comma, T.Pipe, T.LParen, T.RParen, T.Equals]);

function isSign(token: Token | undefined): boolean | undefined {
  return token && signs.has(token.tokenType);
}

const otherQuotes = [
  ["“", "”"],
  ["„", "“"],
] as const;

function spoilToken({ image, tokenType }: Token, line: Line | undefined, draw: (share: number) => boolean): string {
  if (!draw(200)) return image;
  switch (tokenType) {
    case T.Text: {
      const [open, close] = otherQuotes[draw(500) ? 0 : 1];
      return `${open}${image.slice(1, -1)}${close}`;
    }
    case T.Minus:
      return draw(500) ? "–" : "•";
    case T.Possessive:
      return "’s";
    case T.Prose:
      return image.replace(/^> /, ">");
    case T.Duration:
    case T.DayMonth:
      return image.toUpperCase().replace(" ", "\u00a0 ");
    case T.Money:
      return image.replace(/^£/, "£ ");
    default:
      return isProper(line) || !(tokenType.CATEGORIES ?? []).length
        ? image
        : image.toUpperCase().replaceAll("-", "\u2011");
  }
}

/** Lines whose letters matter: names of languages and days, free words. */
function isProper(line: Line | undefined): boolean {
  return ["words", "languages", "working", "suggests"].includes(line?.word ?? "");
}
