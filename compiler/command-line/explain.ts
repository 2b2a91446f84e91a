// `formwork explain FW201`: the catalogue's page of one code.
import { pages } from "../diagnostics/generated/pages.ts";
import type { Page } from "../diagnostics/page.ts";
import { severityWords } from "../diagnostics/render-terminal.ts";
import { nearest } from "../source/nearest.ts";
import { readOptions } from "./options.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Prints the page. A code that does not exist is wrong usage. */
export function explain(words: readonly string[]): number {
  const [code, ...more] = readOptions(words, []).subjects;
  if (code === undefined || more.length > 0) throw new WrongUsage("Name one code, for example FW201.");
  const page = pages.find((one) => one.code === code.toUpperCase() || one.slug === code);
  if (!page) {
    const codes = pages.map((one) => one.code);
    const close = nearest(code.toUpperCase(), codes);
    throw new WrongUsage(
      `There is no problem ${code}.${close.length > 0 ? ` Did you mean ${close.join(" or ")}?` : ""}`,
    );
  }
  console.log(`${page.code} ${severityWords[page.severity]}  ${page.title}

${page.why}

How to mend it
${indented(page.fix)}

Not like this
${shown(page.bad)}

But like this
${shown(page.good)}`);
  return 0;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ").trimEnd();
}

/** The text, and those that stand beside it under their file names. */
function shown({ text, beside = {} }: Page["bad"]): string {
  const others = Object.entries(beside).map(([file, other]) => `\n\n  ${file}\n\n${indented(other)}`);
  return `${indented(text)}${others.join("")}`;
}
