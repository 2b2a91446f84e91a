// A problem as editors take it: ranges with line and character from 0, severities by number, as in the Language Server Protocol 3.17.
import { createLineIndex, type LineIndex } from "../source/line-index.ts";
import type { Fix, Problem, Severity, Span } from "./problem.ts";
import type { TextOf } from "./render-terminal.ts";

/** From 0; `character` counts UTF-16 code units. */
export interface EditorPosition {
  readonly line: number;
  readonly character: number;
}

export interface EditorRange {
  readonly start: EditorPosition;
  readonly end: EditorPosition;
}

/** A Diagnostic of the Language Server Protocol; `data.fixes` are its quick fixes. */
export interface EditorProblem {
  readonly file: string;
  readonly range: EditorRange;
  /** 1 error, 2 warning, 3 information */
  readonly severity: 1 | 2 | 3;
  readonly code: string;
  readonly source: "formwork";
  readonly message: string;
  readonly relatedInformation: readonly {
    readonly file: string;
    readonly range: EditorRange;
    readonly message: string;
  }[];
  readonly data: {
    readonly explanation: readonly string[];
    readonly fixes: readonly { readonly title: string; readonly edits: readonly EditorEdit[] }[];
  };
}

export interface EditorEdit {
  readonly file: string;
  readonly range: EditorRange;
  readonly newText: string;
}

const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { stop: 1, check: 2, tip: 3 };

/** The problems with their places and fixes as an editor takes them. */
export function renderEditor(problems: readonly Problem[], textOf: TextOf): EditorProblem[] {
  const indexes = new Map<string, LineIndex>();
  const rangeOf = (span: Span): EditorRange => {
    const index = indexes.get(span.file) ?? createLineIndex(textOf(span.file) ?? "");
    indexes.set(span.file, index);
    return { start: positionOf(index, span.start), end: positionOf(index, span.end) };
  };
  const editsOf = (fix: Fix): EditorEdit[] =>
    fix.edits.map((edit) => ({ file: edit.span.file, range: rangeOf(edit.span), newText: edit.text }));
  return problems.map((problem) => ({
    file: problem.at.file,
    range: rangeOf(problem.at),
    severity: severities[problem.severity],
    code: problem.code,
    source: "formwork",
    message: problem.title,
    relatedInformation: problem.related.map(({ span, words }) => ({
      file: span.file,
      range: rangeOf(span),
      message: words ?? "",
    })),
    data: {
      explanation: problem.explanation,
      fixes: problem.fixes.map((fix) => ({ title: fix.title, edits: editsOf(fix) })),
    },
  }));
}

function positionOf(index: LineIndex, offset: number): EditorPosition {
  const { line, column } = index.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}
