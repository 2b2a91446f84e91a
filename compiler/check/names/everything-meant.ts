// FW201: `shows everything`, `keep all-answers`: where the language wants names, or has a word for all of them.
import type { Fix } from "../../diagnostics/problem.ts";
import { wordOf } from "../../model/line.ts";
import type { Finding, Model } from "../../model/model.ts";
import { change, lineHolding } from "../text-edits.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

const everything =
  /^(?:everything|all|answers|all-answers|all-data|all-questions|all-of-it|the-answers|the-application|application)$/;
const one = "Each answer is named, so that everybody sees what they need for their work and nothing else.";
/** Lines of which a word says that they speak of all answers. */
const ofAll: ReadonlySet<string> = new Set(["keep", "do"]);
/** Of more answers nobody wants a line. */
const mostNames = 20;

export function everythingMeant(
  model: Model,
  { of, name, span }: NotFound,
): { readonly explanation: string[]; readonly fixes: Fix[] } | undefined {
  const line = lineHolding(model.tree.lines, span);
  if (of !== "data" || !everything.test(name) || !line?.form?.includes("<ps>")) return undefined;
  if (ofAll.has(wordOf(line)))
    return { explanation: ["All of them are called  answers."], fixes: [change(model.trees, span, "answers")] };
  const names = model.data
    .filter(
      ({ from, path, said }) =>
        path.length === 1 && !said.includes("'s ") && (from === "question" || from === "repeat"),
    )
    .map(({ said }) => said);
  const fixes = names.length > 0 && names.length <= mostNames ? [change(model.trees, span, names.join(", "))] : [];
  return { explanation: [one], fixes };
}
