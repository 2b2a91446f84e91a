// Taking a payment: whether there is anything to pay, the request, and what ends the waiting for it.
import type { Name, Stage } from "#contract";
import { nothingOwed } from "./conditions.ts";
import type { Drawing, Target, Way } from "./drawing.ts";
import { countingNote, lengthOf, spoken, timerOf } from "./names.ts";
import type { Step } from "./process.ts";
import { bareWay, type StageAround } from "./ways.ts";

export function paymentMessage(stage: Stage): string {
  return `Payment of ${spoken(stage.payment?.name ?? "")}`;
}

/** Whether there is anything to pay, and the request for it. Gives the step that work follows on. */
export function drawRequest(
  drawing: Drawing,
  { stage, from }: StageAround,
  id: string,
  follow: (step: string) => void,
  place: () => object,
  bare: () => Way,
): string {
  const owed = drawing.add(`${id}_owed`, "gateway", "Anything to pay?", { from: `${from}/payment`, ...place() });
  follow(owed.id);
  const nothing = nothingOwed(stage.payment?.name ?? "");
  const { notes = [] } = bare();
  drawing.lead(owed.id, { to: bare().to, name: "No", condition: nothing, notes });
  const request = drawing.add(`${id}_request`, "service", `Ask for payment of ${spoken(stage.payment?.name ?? "")}`, {
    from: `${from}/payment`,
    job: { type: "ask-for-payment", about: { what: stage.payment?.name ?? "" } },
    notes: ["Asks only for what is not paid yet."],
  });
  drawing.lead(owed.id, { to: { step: request.id }, name: "Yes" }, true);
  drawing.message(request.id, "to-pool", `Request for payment`);
  return request.id;
}

/** What ends the waiting for a payment; in a person's stage the money also ends the person's work (R0). */
export function drawPaymentBorders(
  drawing: Drawing,
  outside: Drawing,
  step: Step,
  around: StageAround,
  out: (place: Name) => Target,
): void {
  const { stage, from } = around;
  if (!stage.payment) return;
  const { within, otherwise } = stage.payment;
  if (stage.by.length > 0) {
    const paid = drawing.border(step, {
      id: `${step.id}_paid`,
      on: "message",
      name: "Paid",
      interrupting: true,
      message: paymentMessage(stage),
      notes: [],
      from: `${from}/payment`,
    });
    outside.message(paid.id, "from-pool", paymentMessage(stage));
    drawing.lead(paid.id, { to: bareWay(around, out).to });
  }
  const late = drawing.border(step, {
    id: `${step.id}_unpaid`,
    on: "timer",
    name: `Not paid within ${lengthOf(within)}`,
    interrupting: true,
    timer: timerOf(within, `${stage.name} payment`, drawing.service.route?.calendar),
    notes: [countingNote(within, drawing.service)],
    from: `${from}/payment`,
  });
  drawing.lead(late.id, { to: out(otherwise) });
}
