// Plays the `then` lines of an example over the very route that runs real cases. Officers, applicant and sources are played
// from what the example gives; whatever is ordered outside is done at once. Knows no clock: the days come from the example.
import type { Service, Stage } from "#contract";
import type { Answers, Rulebook } from "#contract/facts.ts";
import type { FilledIn, Known, Move, PlayRoute, Standing } from "#contract/play.ts";
import { addDays } from "#support/dates.ts";
import { asRecord, itemsAt, own, withValueAt } from "#support/facts.ts";
import { shiftDate } from "#support/lengths.ts";
import { advance, nextInstant } from "./advance.ts";
import type { Case, Person, Task } from "./case.ts";
import { buildDays, type Days } from "./days.ts";
import { factsOf } from "./facts.ts";
import type { CaseEffect, Happening } from "./happening.ts";
import { isOfVisit, Moving, stageNamed } from "./moving.ts";
import {
  advice,
  applicantChoice,
  arrival,
  askForMore,
  furtherMoves,
  noSuchRight,
  outcomeChoice,
  signing,
  stayingChoice,
  stayingOffers,
} from "./play-acts.ts";
import { explainPosition, type Position } from "./position.ts";
import { viewsOf } from "./results.ts";
import { gatherAnswers } from "./steps/choose.ts";
import { invitationOf } from "./steps/invite.ts";
import { actionsOffered } from "./steps/task.ts";
import { placeOfAnswers, visitOfCheck, type Work, workOf } from "./steps/work.ts";
import { withoutUnkept } from "./unkept.ts";
import { hasNews, verdictOf, watchesOf } from "./watch.ts";

/** More happenings than this in one step means that the route runs in a circle. */
const mostHappenings = 500;

const nothingKnown: Known = { answers: {}, records: {}, identity: {} };
const applicant: Person = { kind: "applicant", id: "example" };

/** Opens the route of a service for its examples: calendars and time zones are made once. */
export function openRoute(service: Service, rulebook: Rulebook): PlayRoute {
  const days = buildDays(service);
  return (sent, steps) => {
    const later = steps.flatMap(({ move }) => (move.do === "answer" ? [move.check] : []));
    const playing = new Playing(service, rulebook, days, sent.on, new Set(later));
    const standings = playing.send(sent.filled, sent.known);
    for (const { move, known } of steps) {
      if (standings.at(-1)?.refused !== undefined || standings.length === 0) return standings;
      standings.push(playing.step(move, known));
    }
    return standings;
  };
}

/** One example on its way. Thrown away after it. */
class Playing {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly days: Days;
  now: string;
  case: Case | undefined;
  entered = 0;
  /** Checks whose source answers only when a line says so. */
  readonly later: ReadonlySet<string>;
  readonly held: { readonly check: string; readonly effect: CaseEffect }[] = [];

  constructor(service: Service, rulebook: Rulebook, days: Days, on: string, later: ReadonlySet<string>) {
    this.later = later;
    this.service = service;
    this.rulebook = rulebook;
    this.days = days;
    this.now = new Date(Date.parse(this.days.zone.startOf(on)) + 9 * 3_600_000).toISOString();
  }

  send(filled: FilledIn, known: Known): Standing[] {
    const { answers, origins, fetched, identity, asked } = withoutUnkept(this.service, filled);
    const refused = this.do(
      {
        type: "sent",
        number: "EXAMPLE",
        definition: "example",
        language: this.service.languages[0]?.tag ?? "en",
        by: applicant,
        answers,
        origins,
        fetched,
        identity,
        asked,
      },
      known,
    );
    return this.case ? [this.standing(this.case, refused)] : [];
  }

  step(move: Move, known: Known): Standing {
    const before = this.case;
    const refused = move.do === "pass" ? this.pass(move, known) : this.act(move, known);
    if (move.do !== "pass" && before && this.case && hasNews(before, this.case)) this.look(known, before);
    if (!this.case) throw new RangeError("A case is played only after it was sent.");
    return this.standing(this.case, refused);
  }

  /** Time passes to the end of the last of the days (R9); all that is due on the way happens on its own day. */
  private pass({ length }: Extract<Move, { do: "pass" }>, known: Known): string | undefined {
    const isExact = length.unit === "hours" || length.unit === "minutes";
    const day = isExact ? undefined : shiftDate(this.days.zone.dayOf(this.now), length, 1, this.days.calendar);
    const until = day === undefined ? this.days.after(this.now, length) : this.days.zone.endOf(day);
    let looked = this.days.zone.endOf(this.days.zone.dayOf(this.now));
    for (let fired = 0; fired < mostHappenings; ) {
      const next = this.case && nextInstant(this.case);
      const look = this.nextLook(looked, until);
      if (look !== undefined && (next === undefined || Date.parse(look) < Date.parse(next))) {
        looked = look;
        this.now = look;
        this.look(known);
        continue;
      }
      if (next === undefined || Date.parse(next) > Date.parse(until)) break;
      if (Date.parse(next) > Date.parse(this.now)) this.now = next;
      this.do({ type: "due" }, known);
      fired += 1;
    }
    this.now = until;
    return this.do({ type: "due" }, known);
  }

  /** The end of the next day, while a licence is there that a line of the text may end. */
  private nextLook(last: string, until: string): string | undefined {
    if (!this.case || watchesOf(this.service, this.case, last, this.days).length === 0) return undefined;
    const day = addDays(this.days.zone.dayOf(last), 1);
    const next = day === undefined ? undefined : this.days.zone.endOf(day);
    return next === undefined || Date.parse(next) > Date.parse(until) ? undefined : next;
  }

  /** Registers say of each licence what is given now; one that was issued by this very step is looked at a day later. */
  private look(known: Known, before?: Case): void {
    const { service, rulebook, days } = this;
    for (const { issuedId, asks } of this.case ? watchesOf(service, this.case, this.now, days) : []) {
      if (before && !before.issued.some(({ id }) => id === issuedId)) continue;
      const found = asks.flatMap(({ key, check, source, operation, using }) => {
        const record = asRecord(own(known.records, key));
        const call = { source, operation, using, at: this.now, state: "present" } as const;
        return record ? [{ key, fetched: { ...call, record }, ...(check !== undefined && { check }) }] : [];
      });
      // A register without an answer changes nothing.
      if (found.length < asks.length || !this.case) continue;
      if (verdictOf({ service, rulebook, days }, this.case, issuedId, found, this.now))
        this.do({ type: "licence-looked-at", issuedId, found }, known);
    }
  }

  private act(move: Exclude<Move, { do: "pass" }>, known: Known): string | undefined {
    if (!this.case) return undefined;
    if (move.do === "answer") return this.answered(move.check, known);
    const position = explainPosition(this.service, this.rulebook, this.case, this.now, this.days);
    const isPaidHere = stageNamed(this.service, position.name)?.payment !== undefined;
    const moving = this.moving(this.case);
    const happening =
      move.do === "choose"
        ? this.chosen(move, position, known)
        : move.do === "arrives"
          ? arrival(moving, move, known)
          : move.do === "advises"
            ? advice(this.case, move)
            : move.does === "signs"
              ? signing(moving)
              : applicantDoes(move.does, position, isPaidHere);
    return typeof happening === "string" ? happening : this.do(happening, known);
  }

  private chosen(move: Extract<Move, { do: "choose" }>, position: Position, known: Known): Happening | string {
    const reason = move.reason === undefined ? {} : { reason: move.reason };
    if (!this.case) return "Nothing was sent.";
    if (move.by === "applicant" && !position.task?.roles.includes("applicant"))
      return noSuchRight(this.moving(this.case), move) ?? applicantChoice(move, this.case, known);
    if (position.place === "outcome" && position.name === move.by)
      return outcomeChoice(this.moving(this.case), move, known);
    const played = this.playedAs(move.by, position);
    if (typeof played === "string") return played;
    const { task, work, by } = played;
    const offered = this.offered(task, work);
    if (!offered.includes(move.action)) {
      const corrects = stageNamed(this.service, position.name)?.corrects ?? [];
      const stays = stayingChoice(move, by, task.id, this.case, known, corrects);
      if (stays) return stays;
      const all = [...offered, ...stayingOffers(this.moving(this.case))];
      return `${move.by === "applicant" ? position.name : move.by} does not offer ${move.action} here. It offers ${all.join(", ") || "nothing"}.`;
    }
    const answers = answersFor(known, work, this.itemOf(task));
    const missing = this.missingFor(move, task, work, answers);
    if (missing.length > 0)
      return `Not answered yet: ${missing.join(", ")}. What is answered is given in a line before this one.`;
    return { type: "chosen", by, taskId: task.id, action: move.action, answers, ...reason };
  }

  /** The names of questions that have to be answered before this can be chosen. */
  private missingFor(
    { action: name }: Extract<Move, { do: "choose" }>,
    task: Task,
    work: Work,
    given: Answers,
  ): string[] {
    if (!this.case || task.proposal !== undefined) return [];
    const moving = this.moving(this.case);
    const action = actionsOffered(moving, work, task).find((one) => one.name === name);
    const questions = [...work.questions, ...(action?.questions ?? [])];
    return gatherAnswers(moving, work, task, questions, given).missing.map((field) => field.name);
  }

  /** The open work that a name does, and the person who does it: another one for each piece of work, unless the text asks for the same. */
  private playedAs(name: string, { tasks, name: place }: Position): PlayedTask | string {
    const present = this.case;
    const stage = stageNamed(this.service, place);
    const own = tasks.find((task) => present && stage && workName(stage, present, task) === name);
    if (present && stage && own) {
      const work = workOf(stage, present, own);
      const { claimedBy } = own;
      if (name === "applicant") return { task: own, work, by: applicant };
      const given = viewsOf(present, own).length;
      const id = `example ${work.samePersonAs ?? name}${given > 0 ? ` ${given + 1}` : ""}`;
      return {
        task: own,
        work,
        by: this.invited(present, own) ?? claimedBy ?? { kind: "officer", id, roles: own.roles },
      };
    }
    const check = stage?.checks?.find((one) => one.name === name);
    if (check && check.by.length === 0 && !check.invite) return `Nobody is named who does ${name}.`;
    if (check) return `${name} has nothing left to do: it is over.`;
    return place === name ? `Nobody has work to do in ${place}.` : `The case is in ${place}, not in ${name}.`;
  }

  /** Whoever is invited takes the invitation up when it is their turn. */
  private invited(present: Case, task: Task): Person | undefined {
    const invitation = invitationOf(present, task);
    if (!invitation || task.roles.some((role) => role !== invitation.role)) return undefined;
    const by: Person = invitation.by ?? { kind: "applicant", id: `example ${invitation.role}` };
    const { level, id: invitationId } = invitation;
    if (!invitation.by) this.do({ type: "invitation-accepted", by, level, invitationId }, nothingKnown);
    return by;
  }

  private offered(task: Task, work: Work): string[] {
    return this.case ? actionsOffered(this.moving(this.case), work, task).map(({ name }) => name) : [];
  }

  private moving(present: Case): Moving {
    return new Moving(this.service, this.rulebook, this.days, this.now, present);
  }

  /** The number of the item that a check is about. */
  private itemOf({ check }: Task): number {
    const present = this.case;
    const visit = present && visitOfCheck(present, check);
    if (!present || visit?.item === undefined) return 0;
    return (present.checks ?? [])
      .filter((one) => one.check === visit.check && one.visit === visit.visit && one.stage === visit.stage)
      .indexOf(visit);
  }

  /** A source that was held back answers; the answer may come too late. */
  private answered(check: string, known: Known): string | undefined {
    const at = this.held.findIndex((one) => one.check === check);
    const [held] = at < 0 ? [] : this.held.splice(at, 1);
    if (held) return this.do(this.finished(held.effect, known), known);
    const { place } = this.case ?? {};
    return `${check} has asked nobody: the case is in ${place?.kind === "stage" ? place.stage : (place?.outcome ?? "")}.`;
  }

  /** Lets something happen, and does at once whatever it orders outside. Gives why it is refused. */
  private do(first: Happening, known: Known): string | undefined {
    const waiting: Happening[] = [first];
    let refused: string | undefined;
    for (let count = 0; count < mostHappenings; count += 1) {
      const happening = waiting.shift();
      if (!happening) break;
      const came = advance(this.service, this.rulebook, this.case, happening, this.now, this.days);
      this.case = came.case ?? this.case;
      refused ??= came.refused?.words;
      for (const effect of came.effects) {
        const check = this.case?.checks?.find(({ doing }) => doing?.effect === effect.id)?.check;
        if (check !== undefined && this.later.has(check)) this.held.push({ check, effect });
        else waiting.push(this.finished(effect, known));
      }
    }
    return refused;
  }

  private finished(effect: CaseEffect, known: Known): Happening {
    const ended = { type: "effect-finished", effectId: effect.id } as const;
    if (effect.do === "start") return { ...ended, startedNumber: "EXAMPLE-2" };
    if (effect.do !== "fetch") return ended;
    const { source, operation, using } = effect;
    const record = asRecord(own(known.records, effect.key));
    const call = { source, operation, using, at: this.now };
    return { ...ended, fetched: record ? { ...call, state: "present", record } : { ...call, state: "unavailable" } };
  }

  private standing(present: Case, refused: string | undefined): Standing {
    const { place } = present;
    const places = present.history.flatMap(({ what, place: where }) =>
      (what === "entered" || what === "reached") && where !== undefined ? [where] : [],
    );
    const entered = places.slice(this.entered);
    this.entered = places.length;
    const until = nextInstant(present);
    return {
      place: { kind: place.kind, name: place.kind === "stage" ? place.stage : place.outcome },
      entered,
      facts: factsOf(this.service, present, this.now, this.days),
      messages: present.sendings.map(({ message }) => message),
      payments: (present.paidOut ?? []).map(({ name }) => name),
      started: (present.started ?? []).map(({ service }) => service),
      licences: licencesOf(present, this.days.zone.dayOf(this.now)),
      on: this.days.zone.dayOf(this.now),
      ...(until === undefined ? {} : { until: this.days.zone.dayOf(until) }),
      ...(refused === undefined ? {} : { refused }),
      open: this.openNames(present),
      next: this.nextMoves(present),
    };
  }

  /** Who has work to do, and checks that wait for a source. */
  private openNames(present: Case): string[] {
    const { name, tasks, request } = explainPosition(this.service, this.rulebook, present, this.now, this.days);
    const stage = stageNamed(this.service, name);
    if (request) return [applicant.kind];
    return [
      ...(stage ? tasks.map((task) => workName(stage, present, task)) : []),
      ...this.held.map(({ check }) => check),
    ];
  }

  private nextMoves(present: Case): Move[] {
    const position = explainPosition(this.service, this.rulebook, present, this.now, this.days);
    const stage = stageNamed(this.service, position.name);
    const wait = this.waitOf(present);
    return [
      ...(position.payment ? [{ do: "applicant", does: "pays" } as const] : []),
      ...(position.request ? [{ do: "applicant", does: "answers" } as const] : []),
      ...this.held.map(({ check }): Move => ({ do: "answer", check })),
      ...(stage && !position.request ? position.tasks.flatMap((task) => this.movesOf(stage, present, task)) : []),
      ...position.rights.map((right): Move => {
        return { do: "choose", by: "applicant", action: right.name, ...(right.withReason ? { reason: "…" } : {}) };
      }),
      ...this.askingOf(position, stage),
      ...furtherMoves(this.moving(present)),
      ...(wait ? [wait] : []),
    ].filter((move, index, all) => all.findIndex((one) => JSON.stringify(one) === JSON.stringify(move)) === index);
  }

  private movesOf(stage: Stage, present: Case, task: Task): Move[] {
    const work = workOf(stage, present, task);
    const reasons = new Set(work.actions.flatMap(({ name, withReason }) => (withReason ? [name] : [])));
    const by = workName(stage, present, task);
    return this.offered(task, work).map((action): Move => {
      return { do: "choose", by, action, ...(reasons.has(action) ? { reason: "…" } : {}) };
    });
  }

  /** Asking for more, where silence leads somewhere of its own. */
  private askingOf({ request, name, task }: Position, stage: Stage | undefined): Move[] {
    if (request || !task || stage?.moreInformation?.otherwise === undefined) return [];
    return [{ do: "choose", by: name, action: askForMore, reason: "…" }];
  }

  /** Until the next clock that moves the case: nothing is worth waiting for otherwise. */
  private waitOf(present: Case): Move | undefined {
    const moving = present.deadlines.filter(
      (one) =>
        one.state === "running" &&
        (one.goTo !== undefined || one.goOnWithout || one.kind === "information" || one.kind === "wait") &&
        (one.stage === undefined || isOfVisit(one, present.place)),
    );
    const first = moving.map(({ at }) => this.days.zone.dayOf(at)).sort()[0];
    const today = this.days.zone.dayOf(this.now);
    const amount = first === undefined ? 0 : Math.round((Date.parse(first) - Date.parse(today)) / 86_400_000);
    return amount > 0 ? { do: "pass", length: { amount, unit: "days" } } : undefined;
  }
}

/** The last licence of each name. */
function licencesOf({ issued }: Case, today: string): Standing["licences"] {
  return Object.fromEntries(
    issued.map(({ credential, status, endDate }) => {
      const isExpired = status !== "revoked" && status !== "replaced" && endDate !== undefined && endDate < today;
      return [credential, isExpired ? "expired" : status] as const;
    }),
  );
}

interface PlayedTask {
  readonly task: Task;
  readonly work: Work;
  readonly by: Person;
}

/** The name by which an example speaks of a piece of work: the stage, its check, or the role that approves. */
function workName(stage: Stage, present: Case, task: Task): string {
  if (task.roles.includes("applicant")) return "applicant";
  if (task.proposal !== undefined) return task.roles[0] ?? stage.name;
  return visitOfCheck(present, task.check)?.check ?? stage.name;
}

/** What is given of the item a check is about (else of the first), or of the person whose turn it is among several. */
function answersFor(known: Known, work: Work, item: number): Answers {
  const path = placeOfAnswers(work);
  if (path.length === 0) return known.answers;
  const items = itemsAt(known.answers, path);
  return withValueAt({}, path, { ...items[0], ...items[work.forEach ? item : 0] });
}

function applicantDoes(does: "pays" | "answers", position: Position, isPaidHere: boolean): Happening | string {
  const { payment, request, name } = position;
  if (does === "pays")
    return payment
      ? { type: "payment-settled", paymentId: payment.id, amount: payment.amount }
      : isPaidHere
        ? "What is to be paid is not known: something that it is worked out from has no answer."
        : `There is nothing to pay: the case is in ${name}.`;
  return request
    ? { type: "information-answered", by: applicant, requestId: request.id, answer: "…" }
    : `Nobody has asked the applicant for anything: the case is in ${name}.`;
}
