// The catalogue's pages as TypeScript: one typed function for each problem, and the pages as data for browsers. Text in, text out.
import { holesOf, type Page } from "./page.ts";

const banner = "// Generated from diagnostics/catalogue by `npm run generate`. Do not edit.\n";

/** The text of generated/problems.ts: `problems.wordsHaveNoClosingQuote(at, args, more)` for each page. Throws where two have one code. */
export function renderProblems(pages: readonly Page[]): string {
  const twice = pages.filter(({ code }, at) => pages.findIndex((other) => other.code === code) !== at);
  if (twice.length > 0)
    throw new Error(`Another page has the code ${twice.map(({ code, slug }) => `${code} (${slug})`)}`);
  const imports = [
    'import { buildProblem, type More } from "../build-problem.ts";',
    'import type { Problem, Span } from "../problem.ts";',
  ].join("\n");
  return `${banner}${imports}

/** One function for each page of the catalogue: where it is, what fills the holes of its words, and what else is known. */
export const problems = {
${pages.map(renderFunction).join("\n")}
};
`;
}

function renderFunction(page: Page): string {
  const holes = holesOf(page);
  const args = holes.map((hole) => `${hole}: string | number`).join("; ");
  const type = args === "" ? "Readonly<Record<string, never>>" : `{ ${args} }`;
  const said = JSON.stringify({
    code: page.code,
    slug: page.slug,
    severity: page.severity,
    message: page.message,
    explanation: page.explanation,
  });
  return `  /** ${page.code} ${page.title} */
  ${functionName(page.slug)}(at: Span, args: ${type}, more: More = {}): Problem {
    return buildProblem(${said}, at, args, more);
  },`;
}

/** name-used-twice → nameUsedTwice */
export function functionName(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of generated/pages.ts: every page as data, so that explaining a code needs no disk. */
export function renderPages(pages: readonly Page[]): string {
  const imports = 'import type { Page } from "../page.ts";';
  return `${banner}${imports}

/** Every page of the catalogue, by code. */
export const pages: readonly Page[] = ${JSON.stringify(pages, null, 2)};
`;
}
