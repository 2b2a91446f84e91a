// FW515: an action that is offered to nobody: it stands in a stage where no people work, and names no role itself.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Stage } from "../../model/shapes.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt, lineBelow } from "../text-edits.ts";
import { hasUnread, lineOfStage } from "./stages.ts";

export function checkNobodyCanChoose(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) => {
    const line = lineOfStage(model, stage);
    if (!line || hasUnread(model, line)) return [];
    return ofStage(model, stage, line);
  });
}

function ofStage(model: Model, stage: Stage, line: Line): Problem[] {
  if (stage.by.length > 0 || stage.invite) return [];
  const alone = stage.actions.filter((action) => !action.by || action.by.length === 0);
  return alone.flatMap((action) => {
    const span = model.places.get(action)?.span;
    const args = { action: action.name, stage: stage.name };
    return span ? [problems.nobodyCanChoose(span, args, { fixes: byOnlyRole(model, stage, line) })] : [];
  });
}

/** Where the service has one role only, it is theirs. By when people are done is said too (FW504). */
function byOnlyRole(model: Model, stage: Stage, line: Line): Fix[] {
  const roles = model.tree.lines.filter((one) => wordOf(one) === "role").flatMap((one) => nameAt(one)?.name ?? []);
  const [role] = roles;
  // What leads on by itself would pass people by (FW512).
  const leadsOn = line.children.some((child) => ["when", "otherwise", "go"].includes(wordOf(child)));
  if (role === undefined || roles.length > 1 || leadsOn) return [];
  const finish = model.route?.calendar === undefined ? "finish within 14 days" : "finish within 10 working days";
  const indent = line.children[0]?.indent ?? line.indent + 2;
  const by = insertAt(line.span, line.span.end, ` by ${role}`);
  if (stage.finish) return [{ title: `add  by ${role}  to the stage`, edits: [by] }];
  return [{ title: `add  by ${role}  and  ${finish}  to the stage`, edits: [by, lineBelow(line, indent, finish)] }];
}
