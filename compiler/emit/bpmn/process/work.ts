// The one step in which people work, or a payment is waited for, inside the sub-process of a stage.
import type { Service, Stage } from "#contract";
import type { Drawing } from "./drawing.ts";
import { capital, spoken, wordsOf } from "./names.ts";
import { paymentMessage } from "./payment.ts";
import type { Step, Work } from "./process.ts";
import type { StageAround } from "./ways.ts";

export function drawWork(inner: Drawing, { stage, from }: StageAround, id: string): Step {
  if (stage.by.length === 0) {
    const message = paymentMessage(stage);
    const step = inner.add(`${id}_work`, "receive", "Wait for the payment", { from: `${from}/payment`, message });
    inner.message(step.id, "from-pool", message);
    return step;
  }
  const labels = stage.actions.map((action) => wordsOf(inner.service, action.label) || capital(spoken(action.name)));
  if (stage.moreInformation) labels.push("Ask for more");
  const step = inner.add(`${id}_work`, "user", labels.join(" / ") || "Look at the case", {
    from,
    work: workOf(inner.service, stage),
    ...(stage.doneBy === undefined ? {} : { instances: { count: stage.doneBy } }),
  });
  if (stage.by.includes("applicant")) inner.message(step.id, "to-pool", "Something to do");
  return step;
}

/** Who works in a stage: its roles, or the applicant in the portal. */
export function workOf(service: Service, { name, by, finish }: Stage): Work {
  return {
    groups: by.filter((role) => role !== "applicant"),
    ...(by.includes("applicant") && { isApplicants: true }),
    form: `${service.name}/${name}`,
    ...(finish && { due: `${name} finish` }),
  };
}
