// FW519: a check that nobody can answer, or that may stay open for ever because nothing says by when it is done.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem, Related } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Check, Stage } from "../../model/shapes.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { lineBelow } from "../text-edits.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkCheckNeverAnswered(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || hasUnread(model, line)) return [];
    return (stage.checks ?? []).flatMap((check) => {
      const never = whyNever(check);
      const reason = never ?? whyOpen(stage, check);
      const span = model.places.get(check)?.span;
      if (reason === undefined || !span) return [];
      const fixes = never === undefined ? limitFix(model, line, span) : [];
      const related = never === undefined ? stageAbove(line) : partnerNamed(model, check);
      return [problems.checkNeverAnswered(span, { check: check.name }, { related, explanation: [reason], fixes })];
    });
  });
}

function whyNever({ by, at, invite, doing, actions, questions }: Check): string | undefined {
  if (doing.length > 0) return undefined;
  if (by.length === 0 && !invite)
    return at
      ? `Nobody at ${at.partner ?? "that agency"} is named, and no source is asked: nobody is given it. Say who does it:  by …  with a role.`
      : "It names no role, no agency and no person, and asks no source: nobody is told that it is there. Say who does it:  by …  with a role.";
  if (actions.length === 0 && questions.length === 0)
    return "Those who get it can choose nothing and write nothing down: there is no answer to give.";
  return undefined;
}

/** The limit may stand in the stage just as well. */
function stageAbove({ span }: Line): Related[] {
  return [{ span }];
}

function partnerNamed(model: Model, { at }: Check): Related[] {
  const line = model.tree.lines.find((one) => wordOf(one) === "partner" && nameAt(one)?.name === at?.partner);
  return line && at ? [{ span: line.span, words: "nobody there is named" }] : [];
}

function whyOpen(stage: Stage, { finish }: Check): string | undefined {
  return finish || stage.finish
    ? undefined
    : "Nothing says what happens when no answer comes: the case then waits for ever.";
}

function limitFix(model: Model, stage: Line, { start }: Span): Fix[] {
  const line = stage.children.flatMap(({ children }) => children).find((child) => child.span.start === start);
  if (!line) return [];
  const length = model.route?.calendar === undefined ? "14 days" : "10 working days";
  const text = `finish within ${length} otherwise go on without it`;
  const indent = line.children[0]?.indent ?? line.indent + 2;
  return [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
}
