// How one token is written in canonical form: small letters, straight quotes and hyphens, dates in words, units in the right number.
import { plainName } from "../syntax/lexer.ts";
import { monthNames, readDate, readNumber, readQuoted } from "../syntax/nodes.ts";
import * as T from "../syntax/tokens.ts";
import type { Token } from "../syntax/tree.ts";

/** The token's canonical spelling; what people see between quotes stays as the author wrote it. */
export function writeToken(token: Token): string {
  const { image, tokenType } = token;
  switch (tokenType) {
    case T.Text:
      return writeQuoted(readQuoted(image));
    case T.Prose:
      return `> ${image.replace(/^>[ \t\u00a0]?/, "")}`.trimEnd();
    case T.DateToken: {
      const [year = "", month, day] = readDate(image).split("-");
      return `${Number(day)} ${monthName(Number(month))} ${year}`;
    }
    case T.DayMonth:
      return `${Number.parseInt(image, 10)} ${monthName(Number(readDate(`${image} 2024`).slice(5, 7)))}`;
    case T.Duration:
      return writeLength(image);
    case T.Size:
      return `${image.slice(0, -2).trim()} ${image.slice(-2).toUpperCase()}`;
    case T.Money:
      return /^[£€$]/.test(image)
        ? image.replace(/^(.)[\s\u00a0]+/, "$1")
        : `${image.slice(0, 3).toUpperCase()} ${image.slice(3).trim()}`;
    case T.Possessive:
      return "'s";
    case T.Minus:
      return "-";
    case T.Star:
      return "*";
    case T.Slash:
      return "/";
    default:
      return tokenType === T.Word || (tokenType.CATEGORIES ?? []).length > 0 ? plainName(image) : image;
  }
}

/** Straight quotes, unless straight quotes stand among the words. */
function writeQuoted(words: string): string {
  return words.includes('"') ? `“${words}”` : `"${words}"`;
}

function monthName(month: number): string {
  const name = monthNames[month - 1] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** 1 working day, 2 working days */
function writeLength(image: string): string {
  const amount = /^[\d,]+/.exec(image)?.[0] ?? "";
  const unit = image.slice(amount.length).trim().toLowerCase().replace(/\s+/g, " ").replace(/s$/, "");
  return `${amount} ${unit}${readNumber(amount) === 1 ? "" : "s"}`;
}
