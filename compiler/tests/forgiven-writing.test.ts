// What is forgiven silently (language.md 1.2): the text means the same, nothing is said about it, and the formatter tidies it.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { formatText } from "../format/format-tree.ts";
import { soundService } from "./writing.ts";

type Row = readonly [what: string, spoil: (text: string) => string];

const every = (from: RegExp, to: string): ((text: string) => string) => {
  return (text) => text.replace(from, to);
};
const once = (from: string, to: string): ((text: string) => string) => {
  return (text) => text.replace(from, () => to);
};

const rows: readonly Row[] = [
  ["curly quotes", every(/"([^"\n]*)"/g, "“$1”")],
  ["low and high quotes", every(/"([^"\n]*)"/g, "„$1“")],
  ["guillemets", every(/"([^"\n]*)"/g, "«$1»")],
  ["guillemets with spaces", every(/"([^"\n]*)"/g, "«\u00a0$1\u00a0»")],
  ["full-width quotes", every(/"([^"\n]*)"/g, "＂$1＂")],
  ["straight and curly quotes mixed", once('"About you"', '"About you”')],
  ["no-break spaces", (text) => text.replace(/^[^">\n]*/gm, (start) => start.replaceAll(" ", "\u00a0"))],
  ["an ideographic space", once("ask fuel ", "ask fuel\u3000")],
  ["a narrow space in a length of time", once("2 years", "2\u202fyears")],
  ["a no-break hyphen", every(/letter-text/g, "letter\u2011text")],
  ["a soft hyphen in a name", once("ask permits", "ask per\u00admits")],
  ["a place to break a line behind a name", once("list fuels\n", "list fuels\u200b\n")],
  ["a mark of the reading direction behind a name", once("list fuels\n", "list fuels\u200f\n")],
  ["a mark of the reading direction before a line", once("\nroute", "\n\u200eroute")],
  ["letters that do not join", every(/letter-text/g, "let\u200cter-text")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["CRLF", every(/\n/g, "\r\n")],
  ["CR alone", every(/\n/g, "\r")],
  ["no line break at the end", every(/\n$/, "")],
  ["tabs", (text) => text.replace(/^ +/gm, (start) => "\t".repeat(start.length / 2))],
  ["four spaces", every(/^( +)/gm, "$1$1")],
  ["one space", (text) => text.replace(/^ +/gm, (start) => " ".repeat(start.length / 2))],
  ["the whole text further to the right", every(/^(?=.)/gm, "  ")],
  ["colons at line ends", every(/^(route|table price|section.*|list fuels)$/gm, "$1:")],
  ["a full-width colon", once("\nroute\n", "\nroute：\n")],
  ["full stops at line ends", once("under £2,000", "under £2,000.")],
  ["spaces at line ends", every(/$/gm, "  ")],
  ["several spaces", once("is under £2,000", "is   under  £2,000")],
  ["No", once("keeper is no", "keeper is No")],
  ["NO", once("keeper is no", "keeper is NO")],
  ["capital letters in names", once("when keeper is", "when Keeper is")],
  ["capital letters in words of the language", once("show when keeper is", "Show When keeper IS")],
  ["blank lines", every(/\n/g, "\n\n")],
  ["blank lines with spaces", every(/\n/g, "\n   \n")],
  ["no space behind a bar", every(/\| /g, "|")],
  ["bars that are not lined up", every(/ +\|$/gm, " |")],
  ["full-width bars", every(/\|/g, "｜")],
  ["drawn bars", every(/\|/g, "│")],
  ["bullets of a word processor", every(/^( +)- /gm, "$1• ")],
  ["en dashes as bullets", every(/^( +)- /gm, "$1– ")],
  ["stars as bullets", every(/^( +)- /gm, "$1* ")],
  ["squares as bullets", every(/^( +)- /gm, "$1▪ ")],
  ["a full-width bullet", every(/^( +)- /gm, "$1－ ")],
  ["no space behind a bullet", every(/^( +)- /gm, "$1-")],
  ["full-width digits", once("from 0 to 3", "from ０ to ３")],
  ["a full-width comma", once("pdf, jpg", "pdf， jpg")],
  ["a full-width pound sign", once("£2,000", "￡2,000")],
  ["2026-04-01", once("1 April 2026", "2026-04-01")],
  ["a month in small letters", once("1 April 2026", "1 april 2026")],
  ["01 April", once("1 April 2026", "01 April 2026")],
  ["no comma in thousands", once("£2,000", "£2000")],
  ["a space behind the pound sign", once("£2,000", "£ 2,000")],
  ["GBP", once("£2,000", "GBP2000")],
  ["10MB", once("10 MB", "10mb")],
  ["28 day", once("28 days", "28 day")],
];

const sound = compiled(soundService);

test("the text that is spoilt has no problem", () => {
  expect(sound.problems).toEqual([]);
});

test.each(rows)("%s", (_, spoil) => {
  const text = spoil(soundService);
  expect(text).not.toBe(soundService);
  expect(compiled(text)).toEqual(sound);
  const tidy = formatText("permit.service", text);
  expect(compiled(tidy)).toEqual(sound);
  expect(formatText("permit.service", tidy)).toBe(tidy);
});

test("curly quotes among words in straight ones belong to the words, and the other way round", () => {
  for (const words of ["About “you”", "The “big” house"]) {
    const { service, problems } = compile(
      "permit.service",
      new Map([["permit.service", soundService.replace("About you", words)]]),
    );
    expect(problems).toEqual([]);
    expect(JSON.stringify(service)).toContain(words);
  }
  const inside = soundService.replace('"About you"', '“About "you"”');
  expect(compiled(formatText("permit.service", inside)).problems).toEqual([]);
});

/** What is said about a text and what it means, wherever its lines stand. */
function compiled(text: string): { problems: readonly string[]; service: unknown } {
  const { problems, service } = compile("permit.service", new Map([["permit.service", text]]));
  const meaning = JSON.stringify(service, (key, value) =>
    ["sourceMap", "source", "line", "column", "at", "digest"].includes(key) ? undefined : value,
  );
  return { problems: problems.map(({ code, title }) => `${code} ${title}`), service: JSON.parse(meaning ?? "null") };
}
