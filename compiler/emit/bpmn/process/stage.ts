// What a stage is in BPMN: its own lines, the rules tried before anybody works, the work, and the ways out (R0).
// A stage whose work can come back to itself, or that does lines first, is a sub-process, so that its clocks run once for each visit.
import type { Action, Name, Stage } from "#contract";
import { choiceIs, conditionOf, nothingOwed } from "./conditions.ts";
import { addLine, Drawing, type Target, type Way } from "./drawing.ts";
import { capital, countingNote, idOf, keyOf, lengthOf, spoken, timerOf, wordsOf } from "./names.ts";
import type { Border, Step, StepKind } from "./process.ts";
import { drawWaitBorders, drawWaits, isWaiting, stayingNotes } from "./waits.ts";

/** A stage that is being drawn, and what of the route touches it. */
export interface StageAround {
  readonly stage: Stage;
  /** JSON pointer of the stage in the service. */
  readonly from: string;
  readonly lane: string;
  /** Route-level actions that this stage's people may choose. */
  readonly everywhere: readonly Action[];
  /** Events that can take the case out of this stage from outside: rights, the clock of the whole case. */
  readonly interruptions: readonly { readonly border: Border; readonly goTo: Name }[];
}

/** Draws the stage and notes its entry. */
export function drawStage(drawing: Drawing, around: StageAround): void {
  const { stage, from, lane } = around;
  const id = idOf("stage", stage.name);
  const waitsAlone = isWaiting(stage) && stage.by.length === 0;
  const isNested = hasLoops(stage) || stage.doing.length > 0 || waitsAlone;
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
  return stage.by.length > 0 && (stage.moreInformation !== undefined || stage.actions.some(({ goTo }) => !goTo));
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
    ...(work === "receive" ? { message: paymentMessage(stage) } : {}),
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

function paymentMessage(stage: Stage): string {
  return `Payment of ${spoken(stage.payment?.name ?? "")}`;
}

/** Whether there is anything to pay, and the request for it. Gives the step that work follows on. */
function drawRequest(
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
    notes: ["Asks only for what is not paid yet."],
  });
  drawing.lead(owed.id, { to: { step: request.id }, name: "Yes" }, true);
  drawing.message(request.id, "to-pool", `Request for payment`);
  return request.id;
}

/** What ends the waiting for a payment; in a person's stage the money also ends the person's work (R0). */
function drawPaymentBorders(
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

function drawWork(inner: Drawing, { stage, from }: StageAround, id: string): Step {
  if (stage.by.length === 0) {
    const message = paymentMessage(stage);
    const step = inner.add(`${id}_work`, "receive", "Wait for the payment", { from: `${from}/payment`, message });
    inner.message(step.id, "from-pool", message);
    return step;
  }
  const labels = stage.actions.map((action) => wordsOf(inner.service, action.label) || capital(spoken(action.name)));
  if (stage.moreInformation) labels.push("Ask for more");
  const step = inner.add(`${id}_work`, "user", labels.join(" / ") || "Look at the case", { from });
  if (stage.by.includes("applicant")) inner.message(step.id, "to-pool", "Something to do");
  return step;
}

/** Asking the applicant, and actions that lead nowhere: the work goes on in the same visit (R6, R13). */
function drawLoops(inner: Drawing, outside: Drawing, around: StageAround, id: string, out: EarlyWays): void {
  const { stage, from } = around;
  const key = keyOf(stage.name);
  const gateway = `${id}_next`;
  const asking = stage.moreInformation;
  const staying = stage.actions.filter(({ goTo }) => !goTo);
  const backs = staying.length > 0 || asking?.goTo === stage.name;
  inner.add(gateway, "gateway", asking ? "More needed?" : "Done?", { from });
  inner.next(`${id}_work`, gateway);
  const again = stage.exits.length > 0 && backs ? `${id}_again` : `${id}_work`;
  for (const action of staying) {
    const name = wordsOf(inner.service, action.label) || capital(spoken(action.name));
    inner.lead(gateway, { to: { step: again }, name, condition: choiceIs(key, action.name) });
  }
  if (asking) {
    const name = "Ask for more";
    inner.lead(gateway, { to: { step: `${id}_ask` }, name, condition: choiceIs(key, askAction) });
  }
  inner.lead(gateway, { to: { step: `${id}_end` }, name: "Decided" }, true);
  if (asking) drawAsking(inner, outside, around, id, gateway, again, out);
  if (again === `${id}_work`) return;
  inner.add(again, "gateway", "Which rule fits now?", { from });
  for (const way of exitWays(inner, around, out)) inner.lead(again, way);
  inner.lead(again, { to: { step: `${id}_work` }, name: "None" }, true);
}

/** What the last choice of a stage is called while the applicant is asked for more information. */
export const askAction = "ask-for-more-information";

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
interface EarlyWays {
  (place: Name): Target;
  ends(): { readonly id: string; readonly name: string }[];
}

function earlyWays(outside: Drawing, host: Step, id: string): EarlyWays {
  const ends = new Map<Name, { readonly id: string; readonly name: string }>();
  const out = (place: Name): Target => {
    const known = ends.get(place);
    if (known) return { step: known.id };
    const error = { id: idOf(id, "early", place), name: `From ${spoken(host.place ?? "")} to ${spoken(place)}` };
    ends.set(place, error);
    const border = outside.border(host, {
      id: idOf(id, "to", place),
      on: "error",
      name: capital(spoken(place)),
      interrupting: true,
      error: error.name,
      notes: [],
    });
    outside.lead(border.id, { to: { place } });
    return { step: error.id };
  };
  return Object.assign(out, { ends: () => [...ends.values()] });
}

function exitWays(drawing: Drawing, { stage, from }: StageAround, out: (place: Name) => Target): Way[] {
  return stage.exits.flatMap(({ when, goTo, refuseBecause }, at): Way[] => {
    // The first yes wins (R4): a later way under the same rule is never taken.
    if (stage.exits.findIndex((exit) => exit.when === when) < at) return [];
    const notes = refuseBecause ? [wordsOf(drawing.service, refuseBecause)] : [];
    const condition = conditionOf(drawing.service, when);
    return [{ to: out(goTo), name: nameOfRule(drawing, when), condition, origin: `${from}/exits/${at}`, notes }];
  });
}

/** A named rule by its name; of a condition that was written in place, the named rules it is made of. */
function nameOfRule({ service }: Drawing, id: string): string {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (rule?.name) return capital(spoken(rule.name));
  const at = /when (\d+)$/.exec(id)?.[1];
  return at === undefined || at === "1" ? "Rule fits" : `Rule ${at} fits`;
}

function bareWay({ stage }: StageAround, out: (place: Name) => Target): Way {
  const goTo = stage.otherwise ?? stage.goTo;
  return goTo === undefined ? { to: out(nowhere), name: "No rule leads on" } : { to: out(goTo), name: "Otherwise" };
}

/** No place of the route has this name: the way leads to where a case is held for a person. */
const nowhere = "no way on";

/** The ways out when the work is done: by what was chosen, or by the rules. */
function leave(drawing: Drawing, around: StageAround, id: string, last: string): void {
  const { stage, from, lane } = around;
  const out = (place: Name): Target => ({ place });
  const ways =
    stage.by.length > 0 ? choiceWays(drawing, around, out) : [...exitWays(drawing, around, out), bareWay(around, out)];
  const name = stage.by.length > 0 ? "What was chosen?" : "Which rule fits?";
  drawing.choose(last, ways.length > 0 ? ways : [bareWay({ ...around, stage: { ...stage, by: [] } }, out)], {
    id: `${id}_way`,
    name,
    from,
    lane,
  });
}

function choiceWays(drawing: Drawing, { stage, everywhere, from }: StageAround, out: (place: Name) => Target): Way[] {
  const key = keyOf(stage.name);
  const ways = [...stage.actions, ...everywhere].flatMap((action): Way[] => {
    if (!action.goTo) return [];
    const at = stage.actions.indexOf(action);
    const notes = [
      ...(action.withReason ? ["A reason must be given."] : []),
      ...(action.when ? [`Offered only when the rule “${action.when}” is yes.`] : []),
    ];
    return [
      {
        to: out(action.goTo),
        name: wordsOf(drawing.service, action.label) || capital(spoken(action.name)),
        condition: choiceIs(key, action.name),
        notes,
        ...(at >= 0 ? { origin: `${from}/actions/${at}` } : {}),
      },
    ];
  });
  const asking = stage.moreInformation;
  if (asking && asking.goTo !== stage.name) {
    ways.unshift({ to: out(asking.goTo), name: "Answered", condition: choiceIs(key, askAction) });
  }
  // A stage's own action comes before one of the route that bears its name.
  return ways.filter(({ condition }, at) => {
    return ways.findIndex((one) => one.condition?.jsonata === condition?.jsonata) === at;
  });
}

/** Deadlines, reminders and what can take the case away while the stage waits. */
function drawBorders(drawing: Drawing, step: Step, around: StageAround): void {
  const { stage, from } = around;
  const { finish, name } = stage;
  const calendar = drawing.service.route?.calendar;
  if (finish && (finish.tell ?? finish.goTo ?? finish.giveTo) !== undefined) {
    const border = drawing.border(step, {
      id: `${step.id}_late`,
      on: "timer",
      name: finish.within ? `After ${lengthOf(finish.within)}` : "When the day has come",
      interrupting: finish.goTo !== undefined,
      timer: finish.within ? timerOf(finish.within, `${name} finish`, calendar) : { instant: `${name} finish` },
      notes: finish.within ? [countingNote(finish.within, drawing.service)] : [],
      from: `${from}/finish`,
    });
    if (finish.goTo) drawing.lead(border.id, { to: { place: finish.goTo } });
    else drawTelling(drawing, border, step, finish.tell, finish.giveTo, 1);
  }
  stage.reminders.forEach(({ to, after }, at) => {
    const border = drawing.border(step, {
      id: `${step.id}_remind_${at + 1}`,
      on: "timer",
      name: `After ${lengthOf(after)}`,
      interrupting: false,
      timer: timerOf(after, `${name} reminder ${at + 1}`, calendar),
      notes: [countingNote(after, drawing.service)],
      from: `${from}/reminders/${at}`,
    });
    drawTelling(drawing, border, step, to, undefined, 1, "Remind");
  });
  for (const { border, goTo } of around.interruptions) {
    drawing.border(step, border);
    if (border.on === "message") drawing.message(border.id, "from-pool", border.name);
    drawing.lead(border.id, { to: { place: goTo } });
  }
}

function drawTelling(
  drawing: Drawing,
  border: Border,
  step: Step,
  tell: Name | undefined,
  giveTo: Name | undefined,
  at: number,
  verb = "Tell",
): void {
  let last = border.id;
  let column = at;
  const add = (id: string, kind: "send" | "service" | "end", name: string): void => {
    const standing = { kind: "beside", host: step.id, chain: border.id, step: column } as const;
    drawing.add(id, kind, name, { standing, ...(border.from ? { from: border.from } : {}) });
    drawing.next(last, id);
    last = id;
    column += 1;
  };
  if (tell) {
    add(`${border.id}_tell`, "send", `${verb} ${personName(drawing, tell)}`);
    if (tell === "applicant")
      drawing.message(`${border.id}_tell`, "to-pool", verb === "Tell" ? "It takes longer" : "Reminder");
  }
  if (giveTo) add(`${border.id}_give`, "service", `Give the work to ${personName(drawing, giveTo)}`);
  add(`${border.id}_told`, "end", "Told");
}

function personName({ service }: Drawing, role: Name): string {
  if (role === "applicant") return "the applicant";
  const titled = Object.hasOwn(service.roles, role) ? service.roles[role] : undefined;
  return wordsOf(service, titled?.title) || spoken(role);
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
