// Fills the holes of a page's words. The typed functions of generated/problems.ts are its only callers.
import type { Fix, Problem, Related, Severity, Span } from "./problem.ts";

/** What a check knows beyond the words of the page. */
export interface More {
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Further lines, after those of the page. */
  readonly explanation?: readonly string[];
  /** A few words beside the marker: "3 spaces". */
  readonly beside?: string;
}

/** The part of a page that is said to authors. */
export interface Said {
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  readonly explanation: readonly string[];
}

/** A problem with its words filled in. A hole without an argument stays visible in braces. */
export function buildProblem(
  said: Said,
  at: Span,
  args: Readonly<Record<string, string | number>>,
  more: More = {},
): Problem {
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (hole, name: string) => (name in args ? shown(String(args[name])) : hole));
  return {
    code: said.code,
    slug: said.slug,
    severity: said.severity,
    at,
    title: fill(said.message),
    explanation: [...said.explanation.map(fill), ...(more.explanation ?? [])],
    related: more.related ?? [],
    args,
    fixes: more.fixes ?? [],
    ...(more.beside !== undefined && { beside: more.beside }),
  };
}

/** What is pasted by mistake may be as long as a book: its beginning tells which it is. */
function shown(words: string): string {
  return words.length > 400 ? `${words.slice(0, 400)} …` : words;
}
