// FW504: people wait in a stage, and nothing says by when it is done; in a live service, nor what happens when it is not (R9).

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt, lineBelow } from "../text-edits.ts";
import { lineOfStage, nameSpan } from "./stages.ts";

export function checkStageWithoutDeadline(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const finish = line?.children.find((child) => wordOf(child) === "finish");
    if (!line || !waitsForPeople(stage)) return [];
    if (finish) return model.status.stage === "live" ? withoutOtherwise(model, stage, finish) : [];
    const text = model.route?.calendar === undefined ? "finish within 14 days" : "finish within 10 working days";
    const indent = line.children[0]?.indent ?? line.indent + 2;
    const fixes = [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }];
    return [
      problems.stageWithoutDeadline(nameSpan(line), { by: "by when", stage: stage.name, done: "is done" }, { fixes }),
    ];
  });
}

/** What is waited for has a time limit of its own; a wait for the applicant is looked at by FW502. */
function waitsForPeople({ by, payment, awaits, coSign }: Stage): boolean {
  return by.some((role) => role !== "applicant") && !payment && !awaits && !coSign;
}

function withoutOtherwise(model: Model, stage: Stage, finish: Line): Problem[] {
  const { goTo, tell, giveTo } = stage.finish ?? { goTo: "" };
  if (goTo !== undefined || tell !== undefined || giveTo !== undefined || finish.form === undefined) return [];
  const args = { by: "what happens when", stage: stage.name, done: "is not done in time" };
  return [problems.stageWithoutDeadline(finish.span, args, { fixes: tellFixes(model, stage, finish) })];
}

/** Whoever is told of other late stages. */
function tellFixes({ route }: Model, stage: Stage, finish: Line): Fix[] {
  const told = (route?.stages ?? [])
    .flatMap((one) => one.finish?.tell ?? [])
    .filter((role) => !stage.by.includes(role));
  return [...new Set(told)].slice(0, 2).map((role) => {
    const text = `otherwise tell ${role}`;
    return { title: `add  ${text}`, edits: [insertAt(finish.span, finish.span.end, ` ${text}`)] };
  });
}
