// FW511: a line for everything else that stands above a condition of the same stage (R4): what is read last must stand last.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineBelow, removeLine, textAt } from "../text-edits.ts";
import { lineOfStage } from "./stages.ts";

export function checkOtherwiseNotLast(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    const bare =
      line?.children.find(({ form }) => form === "otherwise go to <n>") ?? bareGoTo(line, stage.skipWhen !== undefined);
    const last = line?.children.findLast(
      ({ form }) => form?.startsWith("when ") || form?.startsWith("refuse automatically "),
    );
    if (!bare || !last || bare.span.start > last.span.start) return [];
    const text = textAt(model.trees, bare.span);
    const edits = [removeLine(model.trees, bare), lineBelow(last, last.indent, text)];
    const title = "move it below the last condition";
    return [
      problems.otherwiseNotLast(
        bare.span,
        { line: text },
        { related: [{ span: last.span, words: "this is tried before it" }], fixes: [{ title, edits }] },
      ),
    ];
  });
}

/** A skipped stage is left by its bare `go to`, wherever it stands. */
function bareGoTo(line: Line | undefined, isSkipped: boolean): Line | undefined {
  return isSkipped ? undefined : line?.children.find(({ form }) => form === "go to <n>");
}
