// FW617: a stage shows answers, and nobody works there who could see them.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { removeLine } from "../text-edits.ts";
import { linesOf } from "./named-places.ts";
import { workersOf } from "./shown-to.ts";

export function checkShownToNobody(model: Model): Problem[] {
  const stages = linesOf(
    model.tree.lines.filter((line) => wordOf(line) === "route"),
    "stage",
  );
  return stages.flatMap((stage) => {
    const shows = stage.children.filter((line) => line.form === "shows <ps>");
    if (workersOf(stage).length > 0 || stage.children.some((line) => line.form === undefined)) return [];
    return shows.map((line) =>
      problems.shownToNobody(
        line.span,
        { stage: nameAt(stage)?.name ?? "" },
        { fixes: [{ title: "remove this line", edits: [removeLine(model.trees, line)] }] },
      ),
    );
  });
}
