// Quick fixes: what the problems at a place offer, as edits that an editor can make.
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
} from "vscode-languageserver";
import type { EditorProblem, EditorRange } from "../diagnostics/render-editor.ts";

/** Whether fixes are among the kinds that an editor asks for: it may ask for actions on the whole text, of which there are none. */
export function areFixesWanted({ only }: Pick<CodeActionContext, "only">): boolean {
  return only === undefined || only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix);
}

/** The fixes of all problems that touch a range. A problem's only fix is the preferred one. */
export function listFixes(problems: readonly EditorProblem[], file: string, range: EditorRange): CodeAction[] {
  return problems
    .filter((problem) => problem.file === file && touches(problem.range, range))
    .flatMap((problem) =>
      problem.data.fixes.map((fix) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(problem)],
        isPreferred: problem.data.fixes.length === 1,
        edit: { changes: changesOf(fix.edits) },
      })),
    );
}

/** A problem as a Diagnostic: what is wrong, then how to think about it. */
export function diagnosticOf(problem: EditorProblem): Diagnostic {
  const { range, severity, code, source, message, data, relatedInformation } = problem;
  return {
    range: { ...range },
    severity,
    code,
    source,
    message: [message, ...data.explanation].join("\n"),
    relatedInformation: relatedInformation.map((related) => ({
      location: { uri: related.file, range: { ...related.range } },
      message: related.message || "See also here",
    })),
  };
}

function changesOf(edits: EditorProblem["data"]["fixes"][number]["edits"]): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, range, newText } of edits)
    changes[file] = [...(changes[file] ?? []), { range: { ...range }, newText }];
  return changes;
}

function touches(one: EditorRange, two: EditorRange): boolean {
  return !isBefore(one.end, two.start) && !isBefore(two.end, one.start);
}

function isBefore(one: EditorRange["start"], two: EditorRange["start"]): boolean {
  return one.line < two.line || (one.line === two.line && one.character < two.character);
}
