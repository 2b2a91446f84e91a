// Work at the same time in BPMN: a matched pair of parallel gateways around one branch for each check. After every check the
// stage's own lines are tried, as in routing; one that is yes leads out by an error end and ends the sisters (R1, R3).
import type { Check, Name, Stage } from "#contract";
import { conditionOf } from "./conditions.ts";
import { addLine, Drawing, type Target, type Way } from "./drawing.ts";
import { capital, countingNote, lengthOf, spoken, timerOf, wordsOf } from "./names.ts";
import type { Border, Standing, Step, Work } from "./process.ts";

/** A stage with checks while its inside is drawn. */
export interface Parallel {
  readonly inner: Drawing;
  readonly stage: Stage;
  readonly from: string;
  readonly id: string;
  /** Out of the stage before its work is done. */
  readonly out: EarlyOut;
  /** The lines that are tried after each check. */
  readonly early: (drawing: Drawing, out: (place: Name) => Target) => Way[];
  /** Tells somebody at a border that time is over. */
  readonly tell: (drawing: Drawing, border: Border, step: Step, person: Name) => void;
}

export interface EarlyOut {
  (place: Name): Target;
  /** The error that leads to a place, for ends that stand deeper inside. */
  error(place: Name): string;
}

/** The exits that may lead out while some checks are open; all of them where their order or other waiting makes a difference. */
export function earlyExits({ exits, payment, waits, awaits }: Stage): Stage["exits"] {
  const isAll = ({ done }: Stage["exits"][number]): boolean => done === "all";
  const lastEarly = exits.findLastIndex((exit) => !isAll(exit));
  const isMixed = exits.some((exit, at) => isAll(exit) && at < lastEarly);
  return isMixed || payment || waits || awaits ? exits : exits.filter((exit) => !isAll(exit));
}

/** One branch: how many steps it takes in a row, and how it is drawn; it leads to `end`. */
export interface Branch {
  readonly steps: number;
  readonly draw: (stand: (step: number) => Standing, end: string) => string;
}

/** Draws all checks between their gateways, with other branches beside them, up to the step that comes after all. */
export function drawChecks(
  parallel: Parallel,
  follow: (step: string) => void,
  others: readonly Branch[],
  after: string,
): void {
  const { inner, stage, id } = parallel;
  const branches = [...(stage.checks ?? []).map((check, at) => checkBranch(parallel, check, at)), ...others];
  drawBranches(inner, { split: `${id}_split`, join: `${id}_together` }, branches, follow, after);
}

/** A matched pair of parallel gateways around branches; one branch alone needs none. The longest stands on the line. Without a join a branch leads out. */
export function drawBranches(
  inner: Drawing,
  { split, join }: { readonly split: string; readonly join?: string },
  branches: readonly Branch[],
  follow: (step: string) => void,
  after: string,
): void {
  const [only] = branches;
  if (!only) return;
  if (branches.length === 1) {
    follow(only.draw(() => ({ kind: "line" }), after));
    return;
  }
  inner.add(split, "parallel", "At the same time", {});
  follow(split);
  const longest = branches.toSorted((one, other) => other.steps - one.steps)[0];
  const firsts = branches.map((branch, at) => {
    const chain = `branch ${at + 1}`;
    const stand = (step: number): Standing =>
      branch === longest ? { kind: "line" } : { kind: "beside", host: split, chain, step: step + 1 };
    return branch.draw(stand, join ?? after);
  });
  for (const first of firsts) inner.next(split, first);
  if (join === undefined) return;
  inner.add(join, "parallel", "All are over", {});
  inner.next(join, after);
}

/** Steps that are drawn by others, put where a branch stands. */
export function standIn(inner: Drawing, stand: (step: number) => Standing, draw: () => void): void {
  const before = inner.scope.steps.length;
  draw();
  let step = 0;
  inner.scope.steps.forEach((one, at, all) => {
    if (at >= before && one.standing.kind === "line") all[at] = { ...one, standing: stand(step++) };
  });
}

function checkBranch(parallel: Parallel, check: Check, at: number): Branch {
  const { inner, stage, from } = parallel;
  const id = `${parallel.id}_check_${at + 1}`;
  const where = `${from}/checks/${stage.checks?.indexOf(check) ?? at}`;
  // With `for each` the lines are tried after each item, inside.
  const early = check.forEach ? [] : parallel.early(inner, parallel.out);
  return {
    steps: early.length > 0 ? 2 : 1,
    draw: (stand, after) => {
      drawCheck(parallel, check, id, where, { standing: stand(0) });
      if (early.length === 0) {
        inner.next(id, after);
        return id;
      }
      const rules = `${id}_rules`;
      inner.add(rules, "gateway", "Which rule fits now?", { from, standing: stand(1) });
      inner.next(id, rules);
      for (const way of early) inner.lead(rules, way);
      inner.lead(rules, { to: { step: after }, name: "None" }, true);
      return id;
    },
  };
}

type Members = Partial<Pick<Step, "standing" | "notes" | "instances">>;

/**
 * The check as one element with one way on. Where it can be passed by, or be gone on without, a sub-process stands around it, so
 * that its end is one end whatever came of it: engines count what comes to a parallel gateway.
 */
function drawCheck(parallel: Parallel, check: Check, id: string, where: string, members: Members): void {
  const { inner, out } = parallel;
  const skipWhen = check.forEach ? undefined : check.skipWhen;
  if (skipWhen === undefined && !check.finish?.goOnWithout) {
    const body = drawBody(parallel, inner, check, id, where, members);
    drawTime(parallel, inner, check, body, where, out);
    return;
  }
  const around = new Drawing(inner.service, inner);
  const ends = new EarlyEnds(around, id, out);
  const title = wordsOf(inner.service, check.title) || capital(spoken(check.name));
  inner.add(id, "sub-process", title, { ...members, from: where, notes: notesOf(inner, check), inner: around.scope });
  const [begin, body, end] = [`${id}_begin`, `${id}_check`, `${id}_end`];
  around.add(begin, "start", "Begin");
  if (skipWhen === undefined) around.next(begin, body);
  else {
    const skip = `${id}_skip`;
    around.add(skip, "gateway", "Skip?", { from: where });
    around.next(begin, skip);
    around.lead(skip, { to: { step: end }, name: "Yes", condition: conditionOf(inner.service, skipWhen) });
    around.lead(skip, { to: { step: body }, name: "No" }, true);
  }
  const step = drawBody({ ...parallel, out: ends.out }, around, check, body, where, {});
  around.next(body, end);
  drawTime(parallel, around, check, step, where, ends.out, end);
  around.add(end, "end", "Done");
  ends.draw();
}

/** Error ends inside a sub-process of the stage, one for each place: caught at the border of the stage. */
class EarlyEnds {
  readonly #places = new Map<Name, string>();
  readonly #drawing: Drawing;
  readonly #id: string;
  readonly #stage: EarlyOut;
  readonly out: EarlyOut;

  constructor(drawing: Drawing, id: string, stage: EarlyOut) {
    this.#drawing = drawing;
    this.#id = id;
    this.#stage = stage;
    const to = (place: Name): Target => {
      const step = this.#places.get(place) ?? `${this.#id}_early_${this.#places.size + 1}`;
      this.#places.set(place, step);
      return { step };
    };
    this.out = Object.assign(to, { error: (place: Name) => stage.error(place) });
  }

  draw(): void {
    for (const [place, step] of this.#places)
      this.#drawing.add(step, "error-end", capital(spoken(place)), { error: this.#stage.error(place) });
  }
}

/** The check itself: one step, or a sub-process around its lines and its people, once for each item. */
function drawBody(parallel: Parallel, inner: Drawing, check: Check, id: string, where: string, members: Members): Step {
  const title = wordsOf(inner.service, check.title) || capital(spoken(check.name));
  const notes = notesOf(inner, check);
  const isWorked = check.by.length > 0 || check.doing.length === 0;
  const [line] = check.doing;
  if (!check.forEach && line && check.doing.length === 1 && !isWorked)
    return addLine(inner, id, line, `${where}/doing/0`, { ...members, notes });
  if (!check.forEach && check.doing.length === 0)
    return drawWork(inner, parallel.stage, check, id, where, { ...members, notes });
  const nested = new Drawing(inner.service, inner);
  const list = check.forEach?.list;
  const instances = list ? { instances: { list } } : {};
  const step = inner.add(id, "sub-process", title, {
    ...members,
    from: where,
    notes,
    inner: nested.scope,
    ...instances,
  });
  drawNested(parallel, nested, check, id, where, isWorked);
  return step;
}

function drawNested(
  parallel: Parallel,
  nested: Drawing,
  check: Check,
  id: string,
  where: string,
  isWorked: boolean,
): void {
  const end = `${id}_end`;
  const ends = new EarlyEnds(nested, id, parallel.out);
  let last = nested.add(`${id}_begin`, "start", "Begin").id;
  const follow = (step: string): void => {
    if (last !== "") nested.next(last, step);
    last = step;
  };
  if (check.forEach && check.skipWhen !== undefined) {
    const skip = `${id}_skip`;
    nested.add(skip, "gateway", "Skip?", { from: where });
    follow(skip);
    nested.lead(skip, { to: { step: end }, name: "Yes", condition: conditionOf(nested.service, check.skipWhen) });
    nested.lead(skip, { to: { step: check.doing.length > 0 ? `${id}_line_1` : `${id}_work` }, name: "No" }, true);
    last = "";
  }
  check.doing.forEach((line, at) => {
    follow(addLine(nested, `${id}_line_${at + 1}`, line, `${where}/doing/${at}`, {}).id);
  });
  if (isWorked) follow(drawWork(nested, parallel.stage, check, `${id}_work`, where, {}).id);
  const early = check.forEach ? parallel.early(nested, ends.out) : [];
  if (early.length > 0) {
    const rules = `${id}_rules`;
    nested.add(rules, "gateway", "Which rule fits now?", { from: parallel.from });
    follow(rules);
    for (const way of early) nested.lead(rules, way);
    nested.lead(rules, { to: { step: end }, name: "None" }, true);
  } else nested.next(last, end);
  nested.add(end, "end", "Done");
  ends.draw();
}

function drawWork(drawing: Drawing, stage: Stage, check: Check, id: string, where: string, members: Members): Step {
  const labels = check.actions.map(({ label, name }) => wordsOf(drawing.service, label) || capital(spoken(name)));
  const title = wordsOf(drawing.service, check.title) || capital(spoken(check.name));
  const name = labels.length > 0 ? `${title}: ${labels.join(" / ")}` : title;
  const count = check.doneBy === undefined ? {} : { instances: { count: check.doneBy } };
  const partner = check.at?.partner;
  const work: Work = {
    groups: check.by.length > 0 || partner === undefined ? check.by : [partner],
    ...(check.at?.rule !== undefined && { agency: check.at.rule }),
    form: `${drawing.service.name}/${stage.name}/${check.name}`,
    ...(check.finish && { due: `${stage.name} ${check.name} finish` }),
  };
  const step = drawing.add(id, "user", name, { ...members, from: where, work, ...count });
  if (partner !== undefined) {
    const pool = drawing.partner(partner);
    drawing.message(id, "to-pool", "To be checked", pool);
    drawing.message(id, "from-pool", "Result", pool);
  }
  return step;
}

/** `finish within` of a check: somebody is told, the stage is left, or it goes on without this check. */
function drawTime(
  { stage, tell }: Parallel,
  inner: Drawing,
  check: Check,
  body: Step,
  where: string,
  out: EarlyOut,
  end?: string,
): void {
  const { finish } = check;
  if (!finish) return;
  const leads = finish.goTo !== undefined || finish.goOnWithout === true;
  if (!leads && finish.tell === undefined) return;
  const instant = `${stage.name} ${check.name} finish`;
  const border = inner.border(body, {
    id: `${body.id}_late`,
    on: "timer",
    name: finish.within ? `After ${lengthOf(finish.within)}` : "When the day has come",
    interrupting: leads,
    timer: finish.within ? timerOf(finish.within, instant, inner.service.route?.calendar) : { instant },
    notes: finish.within ? [countingNote(finish.within, inner.service)] : [],
    from: `${where}/finish`,
  });
  if (finish.goTo !== undefined) inner.lead(border.id, { to: out(finish.goTo) });
  else if (finish.goOnWithout && end !== undefined)
    inner.lead(border.id, { to: { step: end }, notes: ["The case goes on without this check."] });
  else if (finish.tell !== undefined) tell(inner, border, body, finish.tell);
}

function notesOf({ service }: Drawing, check: Check): string[] {
  const people = check.by.map((role) => {
    const titled = Object.hasOwn(service.roles, role) ? service.roles[role] : undefined;
    return wordsOf(service, titled?.title) || spoken(role);
  });
  return [
    ...(people.length > 0 ? [`By ${people.join(" or ")}.`] : []),
    ...(check.at?.rule ? [`At the agency that the rule “${check.at.rule}” gives.`] : []),
    ...(check.doneBy ? [`By ${check.doneBy} different people; nobody sees the others' views before all are in.`] : []),
    ...(check.invite ? [`Invited by e-mail: ${spoken(check.invite.name)}.`] : []),
    ...(check.shows.length > 0 ? [`Shows: ${check.shows.join(", ")}.`] : []),
  ];
}
