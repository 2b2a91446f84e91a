// A problem as JSON for other programs. The shape is an interface that people build on (command-line/output.schema.json): members are only added.
import { createLineIndex, type LineIndex } from "../source/line-index.ts";
import type { Problem, Severity, Span } from "./problem.ts";
import type { TextOf } from "./render-terminal.ts";

/** A stretch of a file; lines and columns count from 1, the end column stands behind the last character. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One problem as other programs read it. */
export interface JsonProblem extends JsonPlace {
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  readonly explanation: readonly string[];
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly (JsonPlace & { readonly text: string })[];
  }[];
  readonly related: readonly (JsonPlace & { readonly words?: string })[];
}

/** The problems as values ready for JSON.stringify. */
export function renderJson(problems: readonly Problem[], textOf: TextOf): JsonProblem[] {
  const indexes = new Map<string, LineIndex>();
  const place = (span: Span): JsonPlace => {
    const index = indexes.get(span.file) ?? createLineIndex(textOf(span.file) ?? "");
    indexes.set(span.file, index);
    const start = index.positionAt(span.start);
    const end = index.positionAt(span.end);
    return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return problems.map((problem) => ({
    code: problem.code,
    slug: problem.slug,
    severity: problem.severity,
    ...place(problem.at),
    message: problem.title,
    explanation: problem.explanation,
    fixes: problem.fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...place(edit.span), text: edit.text })),
    })),
    related: problem.related.map(({ span, words }) => ({ ...place(span), ...(words !== undefined && { words }) })),
  }));
}
