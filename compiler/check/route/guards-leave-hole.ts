// FW503, where conditions leave a hole: a stage whose `when` lines are all not yes for some case, and no line says where that
// one goes. The case is named. A stage whose conditions leave nobody over needs no `otherwise`.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { conditionOf, wordOf } from "../../model/line.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { sayExample } from "../proof/example.ts";
import { type Formula, opposite } from "../proof/formula.ts";
import { textAt } from "../text-edits.ts";
import { exampleOf } from "./example-case.ts";
import type { Found, OnTheWay } from "./on-the-way.ts";
import { checksDone, recorded } from "./recorded.ts";
import { createWayOut, isLeftWhenDone } from "./stage-without-way-out.ts";
import { hasUnread, lineOfStage, nameSpan } from "./stages.ts";

export function checkGuardsLeaveHole(walked: OnTheWay): Found {
  const wayOut = createWayOut(walked.graph.model);
  const found = walked.graph.stages.flatMap((stage) => {
    const line = lineOfStage(walked.graph.model, stage);
    const told = line && !hasUnread(walked.graph.model, line) ? holeOf(walked, stage, line, wayOut) : undefined;
    return told ? [told] : [];
  });
  return { problems: found, undecided: [] };
}

function holeOf(
  walked: OnTheWay,
  stage: Stage,
  line: Line,
  wayOut: ReturnType<typeof createWayOut>,
): Problem | undefined {
  const { prover, known } = walked;
  const leads = conditionsThatLead(walked, stage, line);
  if (!known(stage.name) || !leads || leads.length === 0) return undefined;
  const stuck = leads.map((yes) => opposite(yes));
  const around = [...recorded(prover.t, stage), ...checksDone(prover.t, stage)];
  const there = walked.caseIn(stage.name, [...around, ...stuck]);
  if (there === "none") return undefined;
  const unless = `Unless ${said(walked, line)}, no line says where the case goes.`;
  const example = there === "open" ? "" : sayExample(prover.t, stuck, there.answer);
  const explanation =
    there === "open"
      ? [unless, "Whether one of them is always yes could not be decided: it depends on too many things at once."]
      : example === ""
        ? [unless]
        : [
            `When ${example}, no line says where the case goes.`,
            ...exampleOf(walked, stuck, [...around, ...there.facts], there.answer),
          ];
  return problems.stageWithoutWayOut(
    nameSpan(line),
    { stage: stage.name },
    { explanation, fixes: wayOut(stage, line) },
  );
}

/** What must be yes for the case to get on; undefined when it always does. */
function conditionsThatLead({ graph, prover }: OnTheWay, stage: Stage, line: Line): Formula[] | undefined {
  const isBare = line.children.some((child) => child.form === "otherwise go to <n>" || child.form === "go to <n>");
  if (isBare || isLeftWhenDone(stage) || stage.doneBy !== undefined || stage.finish?.goTo !== undefined)
    return undefined;
  const ways = graph
    .from(stage.name)
    .filter(({ kind, to }) => kind === "exit" || kind === "action" || (kind === "information" && to !== stage.name));
  if (ways.some(({ when }) => when === undefined)) return undefined;
  return ways.flatMap(({ when }) => (when === undefined ? [] : [prover.t.yes({ op: "rule", id: when })]));
}

/** The conditions of the stage in the author's words. */
function said({ graph }: OnTheWay, line: Line): string {
  const conditions = line.children.flatMap((child) =>
    wordOf(child) === "when" || wordOf(child) === "can" ? (conditionOf(child) ?? []) : [],
  );
  const words = conditions.flatMap((node) =>
    node.kind === "bullets" ? [] : [textAt(graph.model.trees, node.span).replace(/\s+/g, " ")],
  );
  return words.length > 0 ? words.join(", or ") : "one of its conditions is yes";
}
