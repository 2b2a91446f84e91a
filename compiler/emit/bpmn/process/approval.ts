// Second approval: another person confirms what was chosen, or sends it back (R14).

import { personName } from "./borders.ts";
import { conditionOf, resultIs } from "./conditions.ts";
import type { Drawing } from "./drawing.ts";
import { keyOf } from "./names.ts";
import type { StageAround } from "./ways.ts";

/** A second person confirms what was chosen, or sends it back (R14). Until then no rule sees it. */
export function drawApproval(
  inner: Drawing,
  { stage, from }: StageAround,
  id: string,
  before: string,
  stays: (from: string) => void,
  canStay: boolean,
): void {
  const { secondApproval } = stage;
  if (!secondApproval) return;
  const where = `${from}/secondApproval`;
  const decided = canStay ? `${id}_decided` : `${id}_end`;
  const approve = `${id}_approve`;
  const lead = (to: string): void => {
    if (before === `${id}_work`) inner.next(before, to);
    else inner.lead(before, { to: { step: to }, name: "Proposed" }, true);
  };
  if (secondApproval.when === undefined) lead(approve);
  else {
    const needs = `${id}_needs`;
    inner.add(needs, "gateway", "Second approval?", { from: where });
    lead(needs);
    const condition = conditionOf(inner.service, secondApproval.when);
    inner.lead(needs, { to: { step: approve }, name: "Yes", condition });
    inner.lead(needs, { to: { step: decided }, name: "No" }, true);
  }
  inner.add(approve, "user", `Confirm / Send back: ${personName(inner, secondApproval.by)}`, {
    from: where,
    work: {
      groups: [secondApproval.by],
      form: `${inner.service.name}/${stage.name}/second-approval`,
    },
    notes: ["By another person than the one who proposed it. Sent back with a reason, the first person has it again."],
  });
  const approved = `${id}_approved`;
  inner.add(approved, "gateway", "Confirmed?", { from: where });
  inner.next(approve, approved);
  const back = resultIs("approvals", keyOf(stage.name), "send-back");
  inner.lead(approved, { to: { step: `${id}_work` }, name: "Sent back", condition: back });
  inner.lead(approved, { to: { step: decided }, name: "Confirmed" }, true);
  if (!canStay) return;
  inner.add(decided, "gateway", "What was decided?", { from });
  stays(decided);
  inner.lead(decided, { to: { step: `${id}_end` }, name: "Decided" }, true);
}
