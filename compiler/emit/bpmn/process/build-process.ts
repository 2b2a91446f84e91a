// The process of a service: its route as stages and outcomes in the order of the text, with the people and agencies in it.
// Only what the route can reach is drawn; what it cannot is named in the documentation.
import type { Duration, Name, Outcome, Right, Service, Stage } from "#contract";
import { addLine, Drawing } from "./drawing.ts";
import { addJoins } from "./joins.ts";
import { capital, countingNote, idOf, lengthOf, spoken, timerOf, wordsOf } from "./names.ts";
import type { Border, Lane, Process } from "./process.ts";
import { pruneUnreached } from "./prune.ts";
import { placesReached } from "./reach.ts";
import { drawStage } from "./stage.ts";
import { tidyScope } from "./tidy.ts";
import { asDrawn } from "./waits.ts";
import type { StageAround } from "./ways.ts";

/** The process as it is drawn. Never throws for a service that fits the contract. */
export function buildProcess(service: Service): Process {
  const drawing = new Drawing(service);
  const { route } = service;
  const reached = placesReached(service, []);
  const taken = new Set(service.outcomes.map(({ name }) => name));
  const stages = (route?.stages ?? []).map(asDrawn).filter(({ name }, at, all) => {
    return reached.has(name) && !taken.has(name) && all.findIndex((one) => one.name === name) === at;
  });
  drawing.add("start", "message-start", "Application arrives", { message: "Application" });
  drawing.message("start", "from-pool", "Application");
  drawing.lead("start", { to: { place: route?.first ?? "" } });
  for (const stage of stages) drawStage(drawing, aroundOf(service, stage));
  const outcomes = service.outcomes.filter(({ name }) => reached.has(name));
  for (const outcome of outcomes) drawOutcome(drawing, outcome, service.outcomes.indexOf(outcome));
  drawCaseClock(drawing);
  drawing.tie(() => heldIn(drawing));
  const lost = pruneUnreached(drawing.scope, "start", drawing.messageFlows);
  tidyScope(drawing.scope);
  addJoins(drawing.scope);
  const kept = new Set(drawing.scope.steps.flatMap(({ place }) => place ?? []));
  const heard = new Set(drawing.messageFlows.map(({ pool }) => pool));
  return {
    id: idOf("process", service.name),
    name: wordsOf(service, service.title),
    agency: wordsOf(service, service.agency.title),
    notes: notesOf(service, reached, lost),
    basis: (service.privacy?.lawfulBases ?? []).map(({ law }) => wordsOf(service, law)),
    lanes: lanesOf(
      service,
      stages.filter(({ name }) => kept.has(name)),
    ),
    applicant: { id: "pool_applicant", name: "Applicant" },
    partners: [...drawing.partners.values()].filter(({ id }) => heard.has(id)),
    scope: drawing.scope,
    messageFlows: drawing.messageFlows,
  };
}

function notesOf(service: Service, reached: ReadonlySet<Name>, lost: readonly Name[]): string[] {
  const places = [...(service.route?.stages ?? []), ...service.outcomes].map(({ name }) => name);
  const never = places.filter((name) => !reached.has(name) || lost.includes(name)).map(spoken);
  const about = wordsOf(service, service.about);
  const until = service.route?.changeAnswersUntil;
  return [
    ...(about ? [about] : []),
    ...(until ? [`The applicant can change answers until the case has been in: ${until.map(spoken).join(", ")}.`] : []),
    ...(never.length > 0 ? [`Never reached, so not drawn: ${never.join(", ")}.`] : []),
  ];
}

function heldIn(drawing: Drawing): string {
  const id = "held";
  if (!drawing.scope.steps.some((step) => step.id === id)) {
    drawing.add(id, "end", "Held for a person", {
      notes: ["No line of the route leads on from here."],
      standing: { kind: "row", row: id, step: 1 },
    });
  }
  return id;
}

/** A lane for each role that works in a stage, in the order of the text, and one for what happens by itself. */
function lanesOf(service: Service, stages: readonly Stage[]): Lane[] {
  const roles = [...new Set(stages.flatMap((stage) => (stage.by[0] === undefined ? [] : [stage.by[0]])))];
  const named = roles.map((role) => {
    const titled = Object.hasOwn(service.roles, role) ? service.roles[role] : undefined;
    const name =
      role === "applicant" ? "the applicant, in the portal" : wordsOf(service, titled?.title) || spoken(role);
    return { role, id: idOf("lane", role), name: capital(name) };
  });
  return [...named, { role: "", id: "lane_by.itself", name: "By itself" }];
}

function aroundOf(service: Service, stage: Stage): StageAround {
  const { route } = service;
  const everywhere = (route?.officerActions ?? []).filter(
    ({ by, until, goTo }) =>
      goTo !== undefined &&
      (!by || by.length === 0 || by.some((role) => stage.by.includes(role))) &&
      placesReached(service, until ?? []).has(stage.name),
  );
  return {
    stage,
    from: `/route/stages/${route?.stages.findIndex(({ name }) => name === stage.name) ?? 0}`,
    lane: stage.by[0] ?? "",
    everywhere: stage.by.length > 0 ? everywhere : [],
    interruptions: [...rightsIn(service, stage), ...clockIn(service, stage)],
  };
}

/** What the applicant can do of their own accord while the case waits in this stage (R10). */
function rightsIn(service: Service, stage: Stage): { border: Border; goTo: Name }[] {
  return (service.route?.rights ?? []).flatMap((right, at) => {
    const isOffered = placesReached(service, right.until ?? []).has(stage.name);
    if (!isOffered || right.goTo === undefined) return [];
    const border: Border = {
      id: idOf("stage", stage.name, "right", String(at + 1), right.name),
      on: "message",
      name: capital(spoken(right.name)),
      interrupting: true,
      message: capital(spoken(right.name)),
      notes: rightNotes(right),
      from: `/route/rights/${at}`,
    };
    return [{ border, goTo: right.goTo }];
  });
}

function rightNotes({ withReason, until, within, when }: Right): string[] {
  return [
    ...(withReason ? ["With a reason."] : []),
    ...(until && until.length > 0 ? [`Until the case has been in: ${until.map(spoken).join(", ")}.`] : []),
    ...(within ? [`Within ${lengthOf(within)}.`] : []),
    ...(when ? [`Only when the rule “${when}” is yes.`] : []),
  ];
}

/** The clock of the whole case leads out of every stage before the first outcome. */
function clockIn(service: Service, stage: Stage): { border: Border; goTo: Name }[] {
  const finish = service.route?.finish;
  const names = service.outcomes.map(({ name }) => name);
  if (finish?.goTo === undefined || !placesReached(service, names).has(stage.name)) return [];
  const border: Border = {
    id: idOf("stage", stage.name, "case.clock"),
    on: "timer",
    name: finish.within ? `${capital(lengthOf(finish.within))} in all` : "The day has come",
    interrupting: true,
    timer: { instant: "case finish" },
    notes: [
      "The clock of the whole case: it runs from the day the application was sent and stands still while the applicant is to act.",
      ...(finish.within ? [countingNote(finish.within, service)] : []),
    ],
    from: "/route/finish",
  };
  return [{ border, goTo: finish.goTo }];
}

/** Telling somebody that the whole case is late does not move it: an event sub-process beside the route. */
function drawCaseClock(drawing: Drawing): void {
  const { service } = drawing;
  const finish = service.route?.finish;
  const tell = finish?.tell;
  if (!finish || tell === undefined) return;
  const inner = new Drawing(service, drawing);
  const titled = Object.hasOwn(service.roles, tell) ? service.roles[tell] : undefined;
  const person = tell === "applicant" ? "the applicant" : wordsOf(service, titled?.title) || spoken(tell);
  drawing.add("case.clock", "event-sub-process", "The case takes too long", {
    from: "/route/finish",
    inner: inner.scope,
    standing: { kind: "row", row: "case.clock", step: 1 },
  });
  const timer = finish.within
    ? timerOf(finish.within, "case finish", service.route?.calendar)
    : { instant: "case finish" };
  const name = finish.within ? `After ${lengthOf(finish.within)}` : "When the day has come";
  inner.add("case.clock_start", "timer-start", name, { timer, interrupting: false });
  inner.add("case.clock_tell", "send", `Tell ${person}`, {
    job: { type: "tell", about: { to: tell, event: "case.clock" } },
  });
  inner.add("case.clock_end", "end", "Told");
  inner.next("case.clock_start", "case.clock_tell");
  inner.next("case.clock_tell", "case.clock_end");
  if (tell === "applicant") inner.message("case.clock_tell", "to-pool", "It takes longer");
}

/** An outcome: its lines, then its end, or the time in which a right can be used (R7). */
function drawOutcome(drawing: Drawing, outcome: Outcome, at: number): void {
  const { service } = drawing;
  const id = idOf("outcome", outcome.name);
  const from = `/outcomes/${at}`;
  const title = wordsOf(service, outcome.title) || spoken(outcome.name);
  let step = 1;
  const members = (): { standing: { kind: "row"; row: string; step: number }; place?: Name } => ({
    standing: { kind: "row", row: id, step },
    ...(step === 1 ? { place: outcome.name } : {}),
  });
  let last: string | undefined;
  const follow = (next: string): void => {
    if (last === undefined) drawing.entries.set(outcome.name, next);
    else drawing.next(last, next);
    last = next;
    step += 1;
  };
  outcome.doing.forEach((line, number) => {
    follow(addLine(drawing, `${id}_line_${number + 1}`, line, `${from}/doing/${number}`, members()).id);
  });
  if (afterwards(outcome, from).length === 0) {
    follow(drawing.add(id, "end", title, { ...members(), from, notes: outcome.rights.flatMap(noteOfRight) }).id);
    return;
  }
  follow(drawing.add(id, "milestone", title, { ...members(), from }).id);
  drawRights(drawing, outcome, id, from, title, members, follow);
}

/** What can still be done after an outcome and leads on: by the applicant, and by people of a role. */
interface Afterwards {
  readonly right: Right;
  readonly goTo: Name;
  readonly id: string;
  readonly from: string;
  /** Absent: the applicant. */
  readonly by?: readonly Name[];
}

function afterwards({ rights, officerActions = [] }: Outcome, from: string): Afterwards[] {
  const theirs = rights.map((right, at) => ({ right, id: `right_${at + 1}`, from: `${from}/rights/${at}` }));
  const ours = officerActions.map((right, at) => {
    return { right, id: `action_${at + 1}`, from: `${from}/officerActions/${at}`, by: right.by ?? [] };
  });
  return [...theirs, ...ours].flatMap((one) => {
    const { goTo } = one.right;
    return goTo === undefined ? [] : [{ ...one, goTo }];
  });
}

function noteOfRight(right: Right): string[] {
  return [`The applicant can ${spoken(right.name)}. ${rightNotes(right).join(" ")}`.trim()];
}

function drawRights(
  drawing: Drawing,
  outcome: Outcome,
  id: string,
  from: string,
  title: string,
  members: () => { standing: { kind: "row"; row: string; step: number } },
  follow: (next: string) => void,
): void {
  const rights = afterwards(outcome, from);
  const windows = rights.flatMap(({ right: { within } }) => within ?? []);
  const isEnding = windows.length === rights.length;
  const gateway = rights.length + (isEnding ? 1 : 0) > 1 ? `${id}_rights` : undefined;
  if (gateway) follow(drawing.add(gateway, "event-gateway", "", { ...members(), from }).id);
  // The end comes first, so that it stands straight behind its timer.
  if (isEnding) drawWindow(drawing, outcome, id, from, title, windows, members, gateway);
  for (const { right, goTo, by, ...one } of rights) {
    const message = `${capital(spoken(right.name))} after ${spoken(outcome.name)}`;
    const caught = drawing.add(`${id}_${one.id}_${idOf(right.name)}`, "catch-message", capital(spoken(right.name)), {
      ...members(),
      from: one.from,
      message,
      notes: [...(by ? [`By ${by.map(spoken).join(" or ")}.`] : []), ...rightNotes(right)],
    });
    if (gateway) drawing.next(gateway, caught.id);
    else follow(caught.id);
    if (!by) drawing.message(caught.id, "from-pool", message);
    drawing.lead(caught.id, { to: { place: goTo } });
  }
}

/** The time in which rights can be used, and the end when it is over. */
function drawWindow(
  drawing: Drawing,
  outcome: Outcome,
  id: string,
  from: string,
  title: string,
  windows: readonly Duration[],
  members: () => { standing: { kind: "row"; row: string; step: number } },
  gateway: string | undefined,
): void {
  const { service } = drawing;
  const longest = windows.reduce(
    (one, other) => (roughDays(other) > roughDays(one) ? other : one),
    windows[0] ?? { amount: 0, unit: "days" },
  );
  const over = drawing.add(`${id}_over`, "catch-timer", `After ${lengthOf(longest)}`, {
    ...members(),
    from,
    timer: timerOf(longest, `${outcome.name} rights`, service.route?.calendar),
    notes: [`Counted from the day the applicant was told. ${countingNote(longest, service)}`],
  });
  if (gateway) drawing.next(gateway, over.id);
  const { standing } = members();
  const end = drawing.add(`${id}_final`, "end", `${title}: final`, {
    standing: { ...standing, step: standing.step + 1 },
    from,
  });
  drawing.next(over.id, end.id);
}

const daysOf = { minutes: 1 / 1440, hours: 1 / 24, days: 1, "working-days": 1.4, weeks: 7, months: 30.4, years: 365 };

/** Only to tell which of several windows is the longest. */
function roughDays({ amount, unit }: { amount: number; unit: keyof typeof daysOf }): number {
  return amount * daysOf[unit];
}
