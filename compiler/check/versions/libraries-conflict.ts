// FW806: one library is used in two versions.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { change, lineNumber } from "../text-edits.ts";

export function checkLibrariesConflict(model: Model): Problem[] {
  return findingsOf(model, "library-conflict").map(({ library, version, first, span }) => {
    const firstAt = versionSpan(first.at);
    const explanation = [
      `${placeOf(model, first.at.span)} uses version ${first.version}. The names of both would be the same, and only one text can apply.`,
    ];
    // A library's own lines are its keeper's to change.
    const fixes = [
      ...(span.file === model.tree.file ? [change(model.trees, span, String(first.version))] : []),
      ...(first.at.span.file === model.tree.file ? [change(model.trees, firstAt, String(version))] : []),
    ];
    const related = [{ span: firstAt, words: `version ${first.version}` }];
    return problems.librariesConflict(
      span,
      { library, one: first.version, two: version },
      { explanation, fixes, related },
    );
  });
}

function placeOf(model: Model, span: Span): string {
  const line = `line ${lineNumber(model.trees, span)}`;
  return span.file === model.tree.file
    ? `L${line.slice(1)}`
    : `The library in ${span.file.split("/").at(-1)}, ${line},`;
}

function versionSpan(line: Line): Span {
  return line.parts.find((part) => "literal" in part)?.span ?? line.span;
}
