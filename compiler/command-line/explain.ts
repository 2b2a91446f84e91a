// `formwork explain FW201`: the catalogue's page of one code.
import { pages } from "../diagnostics/generated/pages.ts";
import type { Page } from "../diagnostics/page.ts";
import { severityWords } from "../diagnostics/render-terminal.ts";
import { nearest } from "../source/nearest.ts";
import { readOptions } from "./options.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Prints the page, or each when several are named. A code that does not exist is wrong usage. */
export function explain(words: readonly string[]): number {
  const written = readOptions(words, []).subjects;
  if (written.length === 0) throw new WrongUsage("Name one code, for example FW201.");
  const asked = pagesOf(written);
  if (asked.length === 0) throw new WrongUsage(`There is no problem ${written.join(" ")}. ${hintFor(written)}`);
  console.log(asked.map(show).join("\n\n\n"));
  return 0;
}

function show(page: Page): string {
  return `${page.code} ${severityWords[page.severity]}  ${page.title}

${page.why}

How to mend it
${indented(page.fix)}

Not like this
${shown(page.bad)}

But like this
${shown(page.good)}`;
}

/** The page of all words together, `fw 701`, or one for each; none when one of them is no problem. */
function pagesOf(written: readonly string[]): Page[] {
  const whole = pageOf(written);
  if (whole) return [whole];
  const each = written.flatMap((word) => pageOf([word]) ?? []);
  return each.length === written.length ? each : [];
}

/** The nearest codes, and the nearest names of pages. */
function hintFor(written: readonly string[]): string {
  const codes = nearest(
    codeFrom(written),
    pages.map(({ code }) => code),
  );
  const slugs = nearest(
    slugFrom(written),
    pages.map(({ slug }) => slug),
  );
  const close = codes.length > 0 ? codes : slugs;
  return close.length > 0 ? `Did you mean ${close.join(" or ")}?` : "A message of formwork check begins with its code.";
}

function slugFrom(written: readonly string[]): string {
  return written.join("-").toLowerCase();
}

/** By its code, as it is copied or remembered (`FW701`, `fw 701`, `701`, `[FW701]`), or by the name of its page. */
function pageOf(written: readonly string[]): Page | undefined {
  const code = codeFrom(written);
  const slug = slugFrom(written);
  return pages.find((one) => one.code === code || one.slug === slug);
}

function codeFrom(written: readonly string[]): string {
  const letters = written
    .join("")
    .toUpperCase()
    .replace(/[^A-Z\d]/g, "");
  return /^\d/.test(letters) ? `FW${letters}` : letters;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ").trimEnd();
}

/** The text, and those that stand beside it under their file names. */
function shown({ text, beside = {} }: Page["bad"]): string {
  const others = Object.entries(beside).map(([file, other]) => `\n\n  ${file}\n\n${indented(other)}`);
  return `${indented(text)}${others.join("")}`;
}
