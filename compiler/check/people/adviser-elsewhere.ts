// FW614: an AI adviser and the stage it advises do not name each other: nobody sees its advice, or somebody it was not declared for.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { linesWith } from "../every-line.ts";
import { lineBelow, removeLine } from "../text-edits.ts";
import { linesOf } from "./named-places.ts";

export function checkAdviserElsewhere(model: Model): Problem[] {
  const advisers = model.tree.lines.filter((line) => line.form === "assistance <n> <t>");
  const advised = linesOf(
    model.tree.lines.filter((line) => wordOf(line) === "route"),
    "advised",
  );
  return advisers.flatMap((adviser) => {
    const name = nameAt(adviser);
    const helps = adviser.children.find((line) => wordOf(line) === "helps");
    const at = helps && nameAfter(helps, "at");
    if (!name || !helps || !at) return [];
    const lines = advised.filter((line) => nameAt(line)?.name === name.name);
    const elsewhere = lines.filter((line) => line.parent && nameAt(line.parent)?.name !== at.name);
    if (elsewhere.length > 0) return elsewhere.map((line) => notDeclaredFor(model, line, name.name, at.name, helps));
    return lines.length > 0 ? [] : notTakenUp(model, name.name, at.name, helps);
  });
}

function notDeclaredFor(model: Model, line: Line, adviser: string, stage: string, helps: Line): Problem {
  return problems.adviserElsewhere(
    line.span,
    { adviser, stage, but: `stage ${line.parent ? nameAt(line.parent)?.name : ""} asks for its advice` },
    {
      related: [{ span: helps.span }],
      fixes: [{ title: "remove this line", edits: [removeLine(model.trees, line)] }],
    },
  );
}

/** The stage it helps at does not say that it is advised. */
function notTakenUp(model: Model, adviser: string, stage: string, helps: Line): Problem[] {
  const line = linesWith(model, "stage").find((one) => nameAt(one)?.name === stage);
  if (!line) return [];
  const text = `advised by ${adviser}`;
  const indent = line.children[0]?.indent ?? line.indent + 2;
  const fixes: Fix[] = [{ title: `add  ${text}  to stage ${stage}`, edits: [lineBelow(line, indent, text)] }];
  return [
    problems.adviserElsewhere(helps.span, { adviser, stage, but: "that stage does not ask for its advice" }, { fixes }),
  ];
}
