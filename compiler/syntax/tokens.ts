// The tokens of the language. Word's letters are explicit ranges: with \p{L} chevrotain cannot tell which characters may begin a word.
// Keywords have no pattern of their own: they are words, retagged from a table after lexing (keywords.ts).
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";

/** The letters of names, as the inside of a character class. */
export const letters =
  "A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0250-\\u02AF\\u0370-\\u03FF\\u0400-\\u052F" +
  "\\u0531-\\u0556\\u0561-\\u0587\\u05B0-\\u05BD\\u05D0-\\u05EA\\u0620-\\u065F\\u0670-\\u06D3\\u0750-\\u077F\\u0900-\\u0963\\u0980-\\u0DFF" +
  "\\u0E01-\\u0E4E\\u0E81-\\u0ECD\\u0F40-\\u0F84\\u1000-\\u103F\\u10A0-\\u10FF\\u1200-\\u135A\\u1780-\\u17D3\\u1820-\\u1878\\u1E00-\\u1FFF\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\u0300-\\u036F";
/**
 * A soft hyphen, a place where a line may break, its opposite, letters that join or do not, marks of the reading direction: copied from a page
 * with the word they stand in.
 */
const unseen = "\\u00ad\\u200b-\\u200f\\u2060";
const months = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const gap = "[ \\t\\u00a0\\u202f]{1,8}";
const number = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";
/** ISO 4217. In capitals only, and with a space behind: all and top are words too. */
const currencyCodes =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP " +
  "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS " +
  "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT " +
  "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR " +
  "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VES " +
  "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
const lengthUnits = `(?:working${gap}days?|days?|weeks?|months?|years?|hours?|minutes?)`;

/** What begins with a digit says so itself: else chevrotain takes each pattern apart at every start to find it out. */
const digits = [..."0123456789"];

/** Any word, reserved ones too: where free words may stand. */
export const AnyWord = createToken({ name: "AnyWord", pattern: Lexer.NA });
export const Newline = createToken({ name: "Newline", pattern: /\r\n|\n|\r/ });
export const Space = createToken({
  name: "Space",
  // Those that turn the reading direction are told (turning-signs.ts), and then read as nothing.
  pattern: /[ \t\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff\f\v]+/,
  group: "spaces",
});
export const Comment = createToken({ name: "Comment", pattern: /#[^\r\n]*/, group: "comments" });
export const Prose = createToken({
  name: "Prose",
  pattern: { exec: readProse },
  start_chars_hint: [">"],
  line_breaks: false,
});
/** Curly quotes in pairs may stand inside straight ones, and the other way round; guillemets are quotes too. */
export const Text = createToken({
  name: "Text",
  pattern:
    /"(?:[^"“”„\r\n]|[“„][^"“”„\r\n]*[”“])*["“”]|“(?:[^"“”„\r\n]|"[^"“”„\r\n]*")*”|["“”„][^"“”„\r\n]*["“”]|«[^«»"\r\n]*»/,
});
export const OpenText = createToken({ name: "OpenText", pattern: /["“”„][^"“”„\r\n]*/ });
export const DateToken = createToken({
  name: "Date",
  pattern: new RegExp(`\\d{1,2}${gap}${months}${gap}\\d{4}(?!\\d)|\\d{4}-\\d{2}-\\d{2}(?![\\d-])`, "i"),
  start_chars_hint: digits,
});
/** Days in numbers alone: 01/04/2026, 01.04.2026, 2026/04/01. */
export const SlashDate = createToken({
  name: "SlashDate",
  pattern:
    /\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)|\d{1,2}(?:\.\d{1,2}\.|-\d{1,2}-)\d{4}(?!\d)|\d{4}(?:\/\d{1,2}\/|\.\d{1,2}\.|-\d{1,2}-)\d{1,2}(?![\d-])/,
  start_chars_hint: digits,
});
export const DayMonth = createToken({
  name: "DayMonth",
  pattern: new RegExp(`\\d{1,2}${gap}${months}(?![\\w-])`, "i"),
  start_chars_hint: digits,
});
export const Duration = createToken({
  name: "Duration",
  pattern: new RegExp(`(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9})${gap}${lengthUnits}(?![\\w-])`, "i"),
  start_chars_hint: digits,
});
export const Size = createToken({
  name: "Size",
  pattern: new RegExp(`${number}(?:${gap})?(?:KB|MB|GB)(?![\\w-])`, "i"),
  start_chars_hint: digits,
});
export const Money = createToken({
  name: "Money",
  pattern: new RegExp(
    `(?:[£€$¥](?:${gap})?|(?:[Gg][Bb][Pp]|[Ee][Uu][Rr]|[Uu][Ss][Dd])(?:${gap})?|(?:${currencyCodes.replaceAll(" ", "|")})${gap})${number}`,
  ),
});
export const Percent = createToken({ name: "Percent", pattern: /\d+(?:\.\d+)?%/, start_chars_hint: digits });
export const Time = createToken({ name: "Time", pattern: /\d{1,2}:\d{2}(?!\d)/, start_chars_hint: digits });
export const Num = createToken({ name: "Num", pattern: new RegExp(number), start_chars_hint: digits });
export const Possessive = createToken({
  name: "Possessive",
  pattern: new RegExp(`['’ʼ]s(?![${letters}\\d])`, "i"),
});
export const Pipe = createToken({ name: "Pipe", pattern: /\|/ });
export const Comma = createToken({ name: "Comma", pattern: /,/ });
export const Equals = createToken({ name: "Equals", pattern: /=(?!=)/ });
export const LParen = createToken({ name: "LParen", pattern: /\(/ });
export const RParen = createToken({ name: "RParen", pattern: /\)/ });
export const Plus = createToken({ name: "Plus", pattern: /\+/ });
export const Minus = createToken({ name: "Minus", pattern: /[-–—•−]/ });
export const Star = createToken({ name: "Star", pattern: /[*×]/ });
export const Slash = createToken({ name: "Slash", pattern: /[/÷]/ });
/** Signs that no line has: kept as tokens so that a message can name them. */
export const Sign = createToken({ name: "Sign", pattern: /[<>!&;{}[\]]=?|==+|≥|≤|≠|[:._@%~^?\\$£€¥'’`]/ });
export const Word = createToken({
  name: "Word",
  pattern: new RegExp(`[${letters}](?:[${letters}${unseen}\\d])*(?:[-\\u2010\\u2011][${letters}${unseen}\\d]+)*`),
  categories: [AnyWord],
});

/** In the order in which they are tried. */
export const lexerTokens: readonly TokenType[] = [
  Newline,
  Space,
  Comment,
  Prose,
  Text,
  OpenText,
  DateToken,
  SlashDate,
  DayMonth,
  Duration,
  Size,
  Money,
  Percent,
  Time,
  Num,
  Possessive,
  Pipe,
  Comma,
  Equals,
  LParen,
  RParen,
  Plus,
  Minus,
  Star,
  Slash,
  Sign,
  Word,
];

/** `>` to the end of the line, only as the first thing of a line. */
function readProse(text: string, offset: number, before: IToken[]): RegExpExecArray | null {
  const last = before.at(-1);
  if (text.charAt(offset) !== ">" || (last && last.tokenType !== Newline)) return null;
  const pattern = />[^\r\n]*/y;
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
