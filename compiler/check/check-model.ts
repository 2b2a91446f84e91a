// Every check of the compiler, run over one model.
import type { Problem } from "../diagnostics/problem.ts";
import type { Model } from "../model/model.ts";
import type { Tree } from "../syntax/tree.ts";

export function checkModel(_tree: Tree, model: Model | undefined, _writing: readonly Problem[]): Problem[] {
  for (const finding of model?.findings ?? []) console.log(JSON.stringify(finding, (k, v) => (k === "line" || k === "node" || k === "candidates" || k==="lines" ? undefined : v)));
  for (const line of model?.unread ?? []) console.log("unread", line.form);
  return [];
}
