// Waiting in BPMN: a time as a timer catch, news as a receive task with an interrupting timer. In a person's stage they stand at
// the border of the work, which goes on meanwhile. What stays in a stage (on hold, longer, advice, corrections) has no element.
import type { Duration, Service, Stage } from "#contract";
import type { Drawing, Target, Way } from "./drawing.ts";
import { capital, countingNote, lengthOf, spoken, timerOf } from "./names.ts";
import type { Border, Pool, Step, Timer } from "./process.ts";

/** True where the stage waits for a time or for news. */
export function isWaiting({ waits = [], awaits = [] }: Stage): boolean {
  return waits.length + awaits.length > 0;
}

/** Another person signs as a stage by the applicant is done: in the portal, by somebody who signed in. */
export function asDrawn(stage: Stage): Stage {
  return stage.coSign ? { ...stage, by: ["applicant"] } : stage;
}

/** The catches one after another, each measured from when the stage was entered, so that their order does not matter. */
export function drawWaits(
  inner: Drawing,
  stage: Stage,
  from: string,
  id: string,
  follow: (step: string) => void,
  out: (place: string) => Target,
): void {
  (stage.waits ?? []).forEach((wait, at) => {
    const step = inner.add(`${id}_wait_${at + 1}`, "catch-timer", waitName(wait), {
      from: `${from}/waits/${at}`,
      timer: waitTimer(inner.service, stage, at),
      notes: waitNotes(inner.service, wait),
    });
    follow(step.id);
  });
  (stage.awaits ?? []).forEach((awaited, at) => {
    const message = capital(spoken(awaited.what));
    const step = inner.add(`${id}_await_${at + 1}`, "receive", `Wait for ${spoken(awaited.what)}`, {
      from: `${from}/awaits/${at}`,
      message,
      notes: ["What came before it was waited for is used at once."],
    });
    follow(step.id);
    hear(inner, step.id, awaited.source, message);
    const late = inner.border(step, lateBorder(inner.service, stage, from, `${step.id}_late`, at));
    inner.lead(late.id, { to: out(awaited.otherwise) });
  });
}

/** The same beside the work of people: what comes may end it, by the stage's own ways. */
export function drawWaitBorders(
  drawing: Drawing,
  step: Step,
  stage: Stage,
  from: string,
  out: (place: string) => Target,
  bare: () => Way,
): void {
  const { waits = [], awaits = [] } = stage;
  // With several nothing but the last of them ends the work, and which that is only the case knows.
  const ends = waits.length + awaits.length === 1 && (stage.otherwise ?? stage.goTo) !== undefined;
  const notes = ends ? [] : ["The work goes on until everything that is waited for has come."];
  const border = (one: Omit<Border, "interrupting">): void => {
    const caught = drawing.border(step, { ...one, interrupting: ends });
    if (ends) drawing.lead(caught.id, { to: bare().to });
    else noted(drawing, step, caught);
  };
  waits.forEach((wait, at) => {
    const id = `${step.id}_wait_${at + 1}`;
    const timer = waitTimer(drawing.service, stage, at);
    const all = [...notes, ...waitNotes(drawing.service, wait)];
    border({ id, on: "timer", name: waitName(wait), timer, notes: all, from: `${from}/waits/${at}` });
  });
  awaits.forEach((awaited, at) => {
    const id = `${step.id}_await_${at + 1}`;
    const message = capital(spoken(awaited.what));
    const told = awaited.source === undefined ? [] : [`Told by: ${agencyOf(drawing, awaited.source).name}.`];
    border({ id, on: "message", name: message, message, notes: [...told, ...notes], from: `${from}/awaits/${at}` });
    const late = drawing.border(step, lateBorder(drawing.service, stage, from, `${id}_late`, at));
    drawing.lead(late.id, { to: out(awaited.otherwise) });
  });
}

function noted(drawing: Drawing, step: Step, border: Border): void {
  const id = `${border.id}_noted`;
  drawing.add(id, "end", "Noted", { standing: { kind: "beside", host: step.id, chain: border.id, step: 1 } });
  drawing.next(border.id, id);
}

/** A source's agency tells it; the end of another case is told by that case. */
function hear(drawing: Drawing, step: string, source: string | undefined, message: string): void {
  if (source !== undefined) drawing.message(step, "from-pool", message, agencyOf(drawing, source));
}

function agencyOf(drawing: Drawing, source: string): Pool {
  const { sources } = drawing.service;
  const runBy = Object.hasOwn(sources, source) ? sources[source]?.runBy : undefined;
  return drawing.partner(runBy ?? source);
}

function lateBorder(service: Service, stage: Stage, from: string, id: string, at: number): Border {
  const within: Duration = stage.awaits?.[at]?.within ?? { amount: 0, unit: "days" };
  return {
    id,
    on: "timer",
    name: `Not within ${lengthOf(within)}`,
    interrupting: true,
    timer: timerOf(within, `${stage.name} awaited ${at + 1}`, service.route?.calendar),
    notes: [countingNote(within, service)],
    from: `${from}/awaits/${at}`,
  };
}

type Wait = NonNullable<Stage["waits"]>[number];

function waitName({ within }: Wait): string {
  return within ? `After ${lengthOf(within)}` : "When the day has come";
}

function waitTimer(service: Service, stage: Stage, at: number): Timer {
  const instant = `${stage.name} wait ${at + 1}`;
  const within = stage.waits?.[at]?.within;
  return within ? timerOf(within, instant, service.route?.calendar) : { instant };
}

function waitNotes(service: Service, { within, until }: Wait): string[] {
  if (within) return [countingNote(within, service)];
  return [`Until the day that the rule “${until ?? ""}” gives; while it is not known the case waits for it.`];
}

/** What people of the stage can do while the case stays in it, for the documentation of its work. */
export function stayingNotes({ takesLonger, consults, holds, corrects, coSign }: Stage): string[] {
  return [
    ...(coSign
      ? [`Somebody other than the applicant signs: ${spoken(coSign.by)}. Clocks begin with the signature.`]
      : []),
    ...(takesLonger ? [`Can take ${lengthOf(takesLonger)} longer, once, with a reason.`] : []),
    ...(consults
      ? [
          `Can ask for advice within ${lengthOf(consults.within)}: ${consults.roles.map(spoken).join(", ")}. The work and its clocks go on.`,
        ]
      : []),
    ...(holds ? [`Can be put on hold for up to ${lengthOf(holds)}, with a reason; clocks stand still.`] : []),
    ...(corrects && corrects.length > 0 ? [`Can correct, with a reason: ${corrects.join(", ")}.`] : []),
  ];
}
