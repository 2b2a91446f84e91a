// A page of the catalogue: everything that is said about one code. Reads Markdown that a person can read as it stands; touches no disk.
import type { Severity } from "./problem.ts";

/** One code's page. `message` and `explanation` hold {holes}. */
export interface Page {
  /** FW101 */
  readonly code: string;
  /** From the file's name: words-have-no-closing-quote */
  readonly slug: string;
  readonly severity: Severity;
  /** The heading: the problem in general. */
  readonly title: string;
  /** The sentence that an author sees. */
  readonly message: string;
  readonly explanation: readonly string[];
  readonly why: string;
  readonly fix: string;
  readonly bad: Example;
  readonly good: Example;
}

/** A small whole text that shows the problem, or how it is mended. */
export interface Example {
  /** From the fence: service, shared or words */
  readonly kind: string;
  readonly text: string;
  /** Texts that stand beside it, by file name: further fences, each with its name (words permit.cy.words). */
  readonly beside?: Readonly<Record<string, string>>;
}

const fences = /```(\w+)(?: ([\w./-]+))?\n([\s\S]*?)```/g;

/** Reads a page; `file` is its name, FW101-words-have-no-closing-quote.md. A page that lacks a part is our mistake: it throws. */
export function readPage(file: string, text: string): Page {
  const [, code, slug] = /^(FW\d{3})-([a-z0-9-]+)\.md$/.exec(file) ?? [];
  const need = (part: string, value: string | undefined): string => {
    if (value === undefined || value.trim() === "") throw new Error(`The page ${file} lacks its ${part}`);
    return value.trim();
  };
  const chapter = (name: string): string => need(name, text.split(`\n## ${name}\n`)[1]?.split("\n## ")[0]);
  const severity = need("Severity", /^Severity: (stop|check|tip)$/im.exec(text)?.[1]).toLowerCase();
  return {
    code: need("code in its name", code),
    slug: need("slug in its name", slug),
    severity: severity as Severity,
    title: need("heading", /^# FW\d{3} (.+)$/m.exec(text)?.[1]),
    message: need("Message", /^Message: (.+)$/m.exec(text)?.[1]),
    explanation: [...text.matchAll(/^Explanation: (.+)$/gm)].map((match) => match[1] ?? ""),
    why: chapter("Why"),
    fix: chapter("Fix"),
    bad: readExample(chapter("Bad"), file),
    good: readExample(chapter("Good"), file),
  };
}

function readExample(chapter: string, file: string): Example {
  const [first, ...others] = chapter.matchAll(fences);
  const [, kind, , text] = first ?? [];
  if (kind === undefined || text === undefined) throw new Error(`An example in ${file} does not stand in a fence`);
  const beside = others.map(([, , name, other]): [string, string] => {
    if (name === undefined) throw new Error(`A second text of an example in ${file} has no file name behind its kind`);
    return [name, other ?? ""];
  });
  return { kind, text, ...(beside.length > 0 && { beside: Object.fromEntries(beside) }) };
}

/** Names of the holes in the page's message and explanation, each once, in their order. */
export function holesOf(page: Page): string[] {
  const holes = [page.message, ...page.explanation].flatMap((line) => [...line.matchAll(/\{(\w+)\}/g)]);
  return [...new Set(holes.map((match) => match[1] ?? ""))];
}
