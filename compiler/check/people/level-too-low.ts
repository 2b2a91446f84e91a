// FW804: identity does not supply this detail at the level people sign in with, or nobody signs in at all.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { change, lineBelow, lineNumber } from "../text-edits.ts";

type LevelTooLow = Extract<Finding, { kind: "level-too-low" }>;

/** Where nobody signs in, one line mends all places: told once, with the highest level that is needed. */
export function checkLevelTooLow(model: Model): Problem[] {
  const findings = findingsOf(model, "level-too-low");
  const withoutSignIn = findings.filter(({ has }) => has === undefined);
  const highest = Math.max(...withoutSignIn.map(({ needs }) => levels.indexOf(needs)));
  const told = withoutSignIn.find(({ needs }) => levels.indexOf(needs) === highest);
  const others = withoutSignIn.filter((one) => one !== told);
  return findings.flatMap((finding) => {
    if (finding.has !== undefined) return [atLevel(model, finding, finding.has)];
    return finding === told ? [withNobody(model, finding, others)] : [];
  });
}

const levels: readonly string[] = ["low", "substantial", "high"];

function atLevel(model: Model, { said, needs, span, levelAt }: LevelTooLow, has: string): Problem {
  const args = { name: said, needs, but: `people sign in at level ${has}` };
  if (!levelAt) return problems.levelTooLow(span, args, { fixes: [] });
  const related = [{ span: levelAt, words: `level ${has}` }];
  return problems.levelTooLow(span, args, { related, fixes: [change(model.trees, levelAt, needs)] });
}

function withNobody(model: Model, { said, needs, span }: LevelTooLow, others: readonly LevelTooLow[]): Problem {
  const places = others.map((one) => `${one.said} (${placeOf(model, one.span)})`);
  return problems.levelTooLow(
    span,
    { name: said, needs, but: "nobody signs in" },
    {
      explanation: places.length === 0 ? [] : [`Also:  ${places.join(", ")}.`],
      fixes: signInFix(model, needs),
    },
  );
}

function placeOf(model: Model, span: Span): string {
  const line = `line ${lineNumber(model.trees, span)}`;
  return span.file === model.tree.file ? line : `${line} of ${span.file}`;
}

/** People sign in below the line that says who may apply. */
function signInFix(model: Model, needs: string): Fix[] {
  const applicant = model.tree.lines.find((line) => line.form === "applicant is (a|an) <n>");
  if (!applicant) return [];
  const text = `signs in at level ${needs}`;
  return [{ title: `add  ${text}`, edits: [lineBelow(applicant, applicant.children[0]?.indent ?? 2, text)] }];
}
