// FW512: a line that would lead out of a stage of people before anybody has worked there (R0): it counts only when nothing the
// stage waits for is left, and a person is nothing that ends by itself.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineNumber, removeLine } from "../text-edits.ts";
import { createRouteGraph } from "./route-graph.ts";
import { lineOfStage } from "./stages.ts";

export function checkPersonPassedBy(model: Model): Problem[] {
  const graph = createRouteGraph(model);
  return graph.stages.flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || !waitsForPeopleOnly(stage)) return [];
    // Where a stage is skipped, its bare `go to` says where to: FW513 looks at those.
    const forms = ["otherwise go to <n>", ...(stage.skipWhen === undefined ? ["go to <n>"] : [])];
    const hasOther = graph.from(stage.name).some(({ kind }) => kind === "action" || kind === "exit");
    return line.children
      .filter(({ form }) => form !== undefined && forms.includes(form))
      .map((bare) =>
        problems.personPassedBy(bare.span, { stage: stage.name }, { fixes: fixesOf(model, bare, hasOther) }),
      );
  });
}

function waitsForPeopleOnly({ by, payment, waits, awaits, checks, doneBy }: Stage): boolean {
  return by.length > 0 && [payment, waits, awaits, checks, doneBy].every((one) => one === undefined);
}

function fixesOf(model: Model, bare: Line, hasOther: boolean): Fix[] {
  const { file, start } = bare.span;
  const word = bare.form === "go to <n>" ? "" : "otherwise ";
  const to = { span: { file, start, end: start + word.length }, text: "can continue then " };
  const asAction: Fix = { title: "make it something people choose: can continue then go to …", edits: [to] };
  const away: Fix = {
    title: `remove line ${lineNumber(model.trees, bare.span)}`,
    edits: [removeLine(model.trees, bare)],
  };
  return hasOther ? [away, asAction] : [asAction];
}
