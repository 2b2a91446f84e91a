// What a stage is in BPMN: its own lines, the rules tried before anybody works, the work, and the ways out (R0).
// A stage whose work can come back to itself, or that does lines first, is a sub-process, so that its clocks run once for each visit.
import type { Name, Stage } from "#contract";
import { drawApproval } from "./approval.ts";
import { drawBorders, personName } from "./borders.ts";
import type { EarlyOut } from "./checks.ts";
import { choiceIs, conditionOf } from "./conditions.ts";
import { addLine, Drawing, type Target } from "./drawing.ts";
import { capital, countingNote, idOf, keyOf, lengthOf, spoken, timerOf, wordsOf } from "./names.ts";
import { drawPaymentBorders, drawRequest, paymentMessage } from "./payment.ts";
import type { Step, StepKind } from "./process.ts";
import { drawTogether } from "./together.ts";
import { drawWaitBorders, drawWaits, isWaiting, stayingNotes } from "./waits.ts";
import { askAction, bareWay, exitWays, type StageAround, waysAfter } from "./ways.ts";
import { drawWork, workOf } from "./work.ts";

/** Draws the stage and notes its entry. */
export function drawStage(drawing: Drawing, around: StageAround): void {
  const { stage, from, lane } = around;
  const id = idOf("stage", stage.name);
  const waitsAlone = isWaiting(stage) && stage.by.length === 0;
  const isNested = hasLoops(stage) || stage.doing.length > 0 || waitsAlone || stage.checks !== undefined;
  const title = wordsOf(drawing.service, stage.title) || spoken(stage.name);
  const skip = drawSkip(drawing, around, id);
  const inner = isNested ? new Drawing(drawing.service, drawing) : undefined;
  if (inner) {
    const step = drawing.add(id, "sub-process", title, {
      lane,
      from,
      notes: notesOf(drawing, stage),
      place: stage.name,
      inner: inner.scope,
    });
    enter(drawing, stage, skip, id);
    drawInside(inner, drawing, step, around, id);
    drawBorders(drawing, step, around);
    leave(drawing, around, id, id);
    return;
  }
  drawFlat(drawing, around, id, title, skip);
}

function enter(drawing: Drawing, stage: Stage, skip: string | undefined, first: string): void {
  if (skip) drawing.lead(skip, { to: { step: first }, name: "No" }, true);
  else drawing.entries.set(stage.name, first);
}

function hasLoops(stage: Stage): boolean {
  if (stage.by.length === 0 || stage.doneBy !== undefined || stage.checks) return false;
  const stays = stage.actions.some(({ goTo }) => !goTo);
  return stage.moreInformation !== undefined || stage.secondApproval !== undefined || stays;
}

function drawSkip(drawing: Drawing, { stage, from }: StageAround, id: string): string | undefined {
  if (stage.skipWhen === undefined || stage.goTo === undefined) return undefined;
  const skip = `${id}_skip`;
  drawing.add(skip, "gateway", "Skip?", { from });
  drawing.entries.set(stage.name, skip);
  const condition = conditionOf(drawing.service, stage.skipWhen);
  drawing.lead(skip, { to: { place: stage.goTo }, name: "Yes", condition });
  return skip;
}

/** One waiting step with its ways out around it. */
function drawFlat(drawing: Drawing, around: StageAround, id: string, title: string, skip: string | undefined): void {
  const { stage, from, lane } = around;
  const out = (place: Name): Target => ({ place });
  const isPerson = stage.by.length > 0;
  const first: string[] = [];
  const place = (): { place: Name } | object => (first.length === 0 ? { place: stage.name } : {});
  let last: string | undefined;
  const follow = (step: string): void => {
    if (last === undefined) enter(drawing, stage, skip, step);
    else if (last !== "") drawing.next(last, step);
    last = step;
    first.push(step);
  };
  if (stage.exits.length > 0 && (isPerson || stage.payment)) {
    const gateway = drawing.add(`${id}_rules`, "gateway", "Which rule fits?", { from, ...place() });
    follow(gateway.id);
    for (const way of exitWays(drawing, around, out)) drawing.lead(gateway.id, way);
    last = "";
    const next = stage.payment ? `${id}_owed` : id;
    drawing.lead(gateway.id, { to: { step: next }, name: "None" }, true);
  }
  if (stage.payment) {
    last = drawRequest(drawing, around, id, follow, place, () => bareWay(around, out));
  }
  const work: StepKind = isPerson ? "user" : stage.payment ? "receive" : "service";
  const step = drawing.add(id, work, title, {
    lane,
    from,
    notes: notesOf(drawing, stage),
    ...(work === "user" ? { work: workOf(drawing.service, stage) } : {}),
    ...(work === "service" ? { job: { type: "work-out-rules", about: { stage: stage.name } } } : {}),
    ...(work === "receive" ? { message: paymentMessage(stage) } : {}),
    ...(stage.doneBy === undefined ? {} : { instances: { count: stage.doneBy } }),
    ...place(),
  });
  follow(step.id);
  if (work === "receive") drawing.message(id, "from-pool", paymentMessage(stage));
  if (stage.by.includes("applicant")) drawing.message(id, "to-pool", title);
  drawPaymentBorders(drawing, drawing, step, around, out);
  if (isPerson) drawWaitBorders(drawing, step, stage, from, out, () => bareWay(around, out));
  if (isPerson || stage.payment) drawBorders(drawing, step, around);
  leave(drawing, around, id, id);
}

/** The steps inside a sub-process. Whatever leads out before the work is done ends in an error that the border catches. */
function drawInside(inner: Drawing, outside: Drawing, host: Step, around: StageAround, id: string): void {
  const { stage, from } = around;
  const isPerson = stage.by.length > 0;
  const out = earlyWays(outside, host, id);
  inner.add(`${id}_begin`, "start", "Begin");
  let last = `${id}_begin`;
  const follow = (step: string): void => {
    if (last !== "") inner.next(last, step);
    last = step;
  };
  stage.doing.forEach((line, at) => {
    follow(addLine(inner, `${id}_line_${at + 1}`, line, `${from}/doing/${at}`, {}).id);
  });
  const end = `${id}_end`;
  if (stage.checks) {
    drawTogether(inner, around, id, out, follow);
    inner.add(end, "end", "Done");
    for (const { id: error, name } of out.ends()) inner.add(error, "error-end", name, { error: name });
    inner.tie(() => end);
    return;
  }
  const waitsAlone = isWaiting(stage) && !isPerson;
  if (stage.exits.length > 0 && (isPerson || stage.payment || waitsAlone)) {
    const gateway = `${id}_rules`;
    inner.add(gateway, "gateway", "Which rule fits?", { from });
    follow(gateway);
    for (const way of exitWays(inner, around, out)) inner.lead(gateway, way);
    const first = (stage.waits ?? []).length > 0 ? `${id}_wait_1` : `${id}_await_1`;
    const next = stage.payment ? `${id}_owed` : waitsAlone ? first : `${id}_work`;
    inner.lead(gateway, { to: { step: next }, name: "None" }, true);
    last = "";
  }
  if (stage.payment) {
    last = drawRequest(
      inner,
      around,
      id,
      follow,
      () => ({}),
      () => ({ to: isPerson ? bareWay(around, out).to : { step: end } }),
    );
  }
  if (isPerson || stage.payment) {
    const work = drawWork(inner, around, id);
    follow(work.id);
    drawPaymentBorders(inner, outside, work, around, out);
    if (isPerson) drawWaitBorders(inner, work, stage, from, out, () => bareWay(around, out));
  }
  if (waitsAlone) drawWaits(inner, stage, from, id, follow, out);
  if (hasLoops(stage)) drawLoops(inner, outside, around, id, out);
  else inner.next(last, end);
  inner.add(end, "end", "Done");
  for (const { id: error, name } of out.ends()) inner.add(error, "error-end", name, { error: name });
  inner.tie(() => end);
}

/** Asking the applicant, and actions that lead nowhere: the work goes on in the same visit (R6, R13). */
function drawLoops(inner: Drawing, outside: Drawing, around: StageAround, id: string, out: EarlyWays): void {
  const { stage, from } = around;
  const key = keyOf(stage.name);
  const gateway = `${id}_next`;
  const asking = stage.moreInformation;
  const staying = stage.actions.filter(({ goTo }) => !goTo);
  const backs = staying.length > 0 || asking?.goTo === stage.name;
  const again = stage.exits.length > 0 && backs ? `${id}_again` : `${id}_work`;
  const stays = (from: string): void => {
    for (const action of staying) {
      const name = wordsOf(inner.service, action.label) || capital(spoken(action.name));
      inner.lead(from, { to: { step: again }, name, condition: choiceIs(key, action.name) });
    }
  };
  if (stage.secondApproval && !asking) drawApproval(inner, around, id, `${id}_work`, stays, staying.length > 0);
  else {
    inner.add(gateway, "gateway", asking ? "More needed?" : "Done?", { from });
    inner.next(`${id}_work`, gateway);
    if (!stage.secondApproval) stays(gateway);
    if (asking) {
      const name = "Ask for more";
      inner.lead(gateway, { to: { step: `${id}_ask` }, name, condition: choiceIs(key, askAction) });
    }
    if (stage.secondApproval) drawApproval(inner, around, id, gateway, stays, staying.length > 0);
    else inner.lead(gateway, { to: { step: `${id}_end` }, name: "Decided" }, true);
  }
  if (asking) drawAsking(inner, outside, around, id, gateway, again, out);
  if (again === `${id}_work`) return;
  inner.add(again, "gateway", "Which rule fits now?", { from });
  for (const way of exitWays(inner, around, out)) inner.lead(again, way);
  inner.lead(again, { to: { step: `${id}_work` }, name: "None" }, true);
}

function drawAsking(
  inner: Drawing,
  outside: Drawing,
  { stage, from }: StageAround,
  id: string,
  gateway: string,
  again: string,
  out: EarlyWays,
): void {
  const asking = stage.moreInformation;
  if (!asking) return;
  const where = `${from}/moreInformation`;
  const message = `Answer for ${spoken(stage.name)}`;
  const ask = inner.add(`${id}_ask`, "send", "Ask the applicant for more information", {
    from: where,
    job: { type: "ask-for-information", about: { stage: stage.name } },
    standing: { kind: "beside", host: gateway, chain: "ask", step: 0 },
  });
  const answer = inner.add(`${id}_answer`, "receive", "The applicant answers", {
    from: where,
    message,
    standing: { kind: "beside", host: gateway, chain: "ask", step: 1 },
    notes: [
      "The clocks of the stage and of the case stand still from the day after the question until the day after the answer.",
    ],
  });
  inner.next(ask.id, answer.id);
  outside.message(ask.id, "to-pool", "Question");
  outside.message(answer.id, "from-pool", message);
  const after: Target = asking.goTo === stage.name ? { step: again } : { step: `${id}_end` };
  inner.lead(answer.id, { to: after });
  const silent = inner.border(answer, {
    id: `${id}_silent`,
    on: "timer",
    name: `No answer within ${lengthOf(asking.within)}`,
    interrupting: true,
    timer: timerOf(asking.within, `${stage.name} more-information`, inner.service.route?.calendar),
    notes: [countingNote(asking.within, inner.service)],
    from: where,
  });
  inner.lead(silent.id, { to: asking.otherwise ? out(asking.otherwise) : after });
}

/** Ways out of a sub-process before its work is done: one error for each place they lead to. */
interface EarlyWays extends EarlyOut {
  ends(): { readonly id: string; readonly name: string }[];
}

function earlyWays(outside: Drawing, host: Step, id: string): EarlyWays {
  const ends = new Map<Name, { readonly id: string; readonly name: string }>();
  const errors = new Map<Name, string>();
  const errorTo = (place: Name): string => {
    const known = errors.get(place);
    if (known !== undefined) return known;
    const error = `From ${spoken(host.place ?? "")} to ${spoken(place)}`;
    errors.set(place, error);
    const border = outside.border(host, {
      id: idOf(id, "to", place),
      on: "error",
      name: capital(spoken(place)),
      interrupting: true,
      error,
      notes: [],
    });
    outside.lead(border.id, { to: { place } });
    return error;
  };
  const out = (place: Name): Target => {
    const end = ends.get(place) ?? { id: idOf(id, "early", place), name: errorTo(place) };
    ends.set(place, end);
    return { step: end.id };
  };
  return Object.assign(out, { error: errorTo, ends: () => [...ends.values()] });
}

/** The ways out when the work is done: by what was chosen, or by the rules. */
function leave(drawing: Drawing, around: StageAround, id: string, last: string): void {
  const { stage, from, lane } = around;
  const out = (place: Name): Target => ({ place });
  const ways = waysAfter(drawing, around, out);
  const name = stage.by.length > 0 ? "What was chosen?" : "Which rule fits?";
  drawing.choose(last, ways.length > 0 ? ways : [bareWay({ ...around, stage: { ...stage, by: [] } }, out)], {
    id: `${id}_way`,
    name,
    from,
    lane,
  });
}

function notesOf(drawing: Drawing, stage: Stage): string[] {
  const { finish } = stage;
  const length = finish?.within;
  const people = stage.by.map((role) => personName(drawing, role));
  return [
    ...(people.length > 0 ? [`By ${people.join(" or ")}.`] : []),
    ...(stage.notTheSamePersonAs.length > 0
      ? [`Not by anybody who acted in: ${stage.notTheSamePersonAs.map(spoken).join(", ")}.`]
      : []),
    ...(stage.samePersonAs ? [`By the person who acted in: ${spoken(stage.samePersonAs)}.`] : []),
    ...stayingNotes(stage),
    ...(stage.shows.length > 0 ? [`Shows: ${stage.shows.join(", ")}.`] : []),
    ...(stage.advisedBy ? [`Advised by ${spoken(stage.advisedBy)}; a person decides.`] : []),
    ...(length && !finish.tell && !finish.goTo && !finish.giveTo ? [`To be finished within ${lengthOf(length)}.`] : []),
  ];
}
