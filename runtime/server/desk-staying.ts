// What an officer can do with one case without deciding it, worked out for its page at the desk, and done when it is posted. What
// may be done is decided in routing; here are its words and its forms.
import { nothing } from "lit";
import type { Field, Service } from "#contract";
import { questionsOf } from "#journey/parts-of.ts";
import { buildSetting } from "#journey/setting.ts";
import type { AnswerProblem, PostedFields } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, Consultation, Task } from "#routing/case.ts";
import { Moving, stageNamed } from "#routing/moving.ts";
import { openTasks } from "#routing/position.ts";
import { canTakeLonger } from "#routing/steps/longer.ts";
import { holdsRight, officerRightsOf } from "#routing/steps/officer-right.ts";
import { taskRefusal } from "#routing/steps/task.ts";
import { showLength } from "#support/show-parts.ts";
import { firstName } from "../desk/facts.ts";
import { capital } from "../desk/item-name.ts";
import { type OfficerQuestions, renderQuestions, walkQuestions } from "../desk/officer-questions.ts";
import type { AdviceLine, StayingOffer, StayingView } from "../desk/staying.ts";
import { dayAndTime, lastDay, longDay } from "../portal/days.ts";
import type { Installation } from "./installation.ts";
import type { OfficersCase } from "./officer.ts";

/** What was posted and did not go through. */
export interface StayPosted {
  readonly act: string;
  readonly name: string;
  readonly text: string;
  readonly problem: string;
  readonly fields?: PostedFields;
  readonly problems?: readonly AnswerProblem[];
}

/** The panels of one case for this officer. */
export function stayingView(installation: Installation, theirs: OfficersCase, posted?: StayPosted): StayingView {
  const { stored, bundle, visitor } = theirs;
  const one = stored.case;
  const now = installation.instant();
  const { timeZone } = bundle.service;
  const today = bundle.days.zone.dayOf(now);
  const task = ownTask(theirs);
  const { onHold } = one;
  const offers = [
    ...holdOffers(theirs),
    ...silentOffers(theirs),
    ...workOffers(installation, theirs, task, posted),
    ...adviceOffers(theirs),
    ...outcomeOffers(installation, theirs, posted),
  ];
  return {
    number: one.number,
    token: visitor.token,
    task: onHold?.taskId ?? task?.id ?? "",
    ...(onHold && { hold: { reason: onHold.reason, until: longDay(lastDay(onHold.until, timeZone), "en", today) } }),
    ...silentWords(theirs),
    offers: offers.map((offer) => withPosted(offer, posted)),
    advice: adviceLines(theirs),
  };
}

function withPosted(offer: StayingOffer, posted: StayPosted | undefined): StayingOffer {
  const isIt = posted?.act === offer.act && (offer.hidden === undefined || offer.hidden === posted.name);
  return isIt && posted ? { ...offer, text: posted.text, problem: posted.problem, open: true } : offer;
}

/** The stage's own work that this officer may do now. */
function ownTask({ stored, bundle, person }: OfficersCase): Task | undefined {
  const one = stored.case;
  const stage = stageOf(bundle.service, one);
  return openTasks(one).find(
    (task) =>
      task.check === undefined &&
      task.proposal === undefined &&
      stage !== undefined &&
      taskRefusal(one, stage, task, person) === undefined,
  );
}

function stageOf(service: Service, { place }: Case) {
  return place.kind === "stage" ? stageNamed(service, place.stage) : undefined;
}

function holdOffers({ stored, person }: OfficersCase): StayingOffer[] {
  const { onHold, tasks } = stored.case;
  const roles = tasks.find(({ id }) => id === onHold?.taskId)?.roles ?? [];
  if (!onHold || !roles.some((role) => person.roles?.includes(role))) return [];
  const consequence = "The work is open again and the clock runs";
  return [{ act: "end-hold", label: "Go on with this case", consequence, button: "Go on with this case", open: true }];
}

/** Why the case stands still, when a source it must ask gives no answer (`if unavailable stop`). */
function silentWords({ stored, bundle }: OfficersCase): Pick<StayingView, "silent"> {
  const { doing, deadlines } = stored.case;
  if (!doing?.silent) return {};
  const { service } = bundle;
  const source = service.sources[lineAt(stored.case, service)?.fetch?.source ?? ""];
  const next = deadlines.find(({ kind, state }) => kind === "ask-again" && state === "running");
  const say = (instant: string): string => dayAndTime(instant, "en", service.timeZone);
  return {
    silent: {
      source: wordsIn(source?.title, "en"),
      since: say(doing.silent.since),
      tries: doing.silent.tries,
      ...(next && { next: say(next.at) }),
    },
  };
}

function lineAt({ doing, place }: Case, service: Service) {
  const stage = place.kind === "stage" ? stageNamed(service, place.stage) : undefined;
  return stage?.doing[(doing?.next ?? 0) - 1];
}

function silentOffers({ stored }: OfficersCase): StayingOffer[] {
  const { doing } = stored.case;
  if (!doing?.silent || doing.effect !== undefined) return [];
  const consequence = "When it answers, the case goes on by itself";
  return [{ act: "ask-again", label: "Ask the register again", consequence, button: "Ask again now", open: true }];
}

function workOffers(
  installation: Installation,
  theirs: OfficersCase,
  task: Task | undefined,
  posted: StayPosted | undefined,
): StayingOffer[] {
  const { bundle, stored } = theirs;
  const { service, rulebook, days } = bundle;
  const one = stored.case;
  const stage = stageOf(service, one);
  if (!task || !stage) return [];
  const who = firstName(one);
  const textLabel = `Your reason, as ${who} will read it`;
  const say = (length: NonNullable<typeof stage.holds>): string => showLength(length, "en-GB");
  const moving = new Moving(service, rulebook, days, installation.instant(), one);
  const offers: StayingOffer[] = [];
  if (stage.takesLonger && canTakeLonger(moving, stage))
    offers.push({
      act: "take-longer",
      label: `Take ${say(stage.takesLonger)} longer`,
      consequence: `Once. ${who} reads why, and the new date`,
      button: `Take longer and write to ${who}`,
      textLabel,
      open: false,
    });
  if (stage.holds)
    offers.push({
      act: "put-on-hold",
      label: "Put on hold",
      consequence: `For up to ${say(stage.holds)}. The clock stands still. ${who} reads why`,
      button: `Put on hold and write to ${who}`,
      textLabel,
      open: false,
    });
  if (stage.consults)
    offers.push({
      act: "consult",
      label: "Ask for advice",
      consequence: `They have ${say(stage.consults.within)}. Your work and its clock go on`,
      button: "Ask for advice",
      textLabel: "Your question",
      roles: stage.consults.roles.map((name) => ({ name, title: capital(roleTitle(service, name)) })),
      open: false,
    });
  const questions = correctable(installation, theirs);
  if (questions.fields.length > 0)
    offers.push({
      act: "correct",
      label: "Correct an answer",
      consequence: `${who} is told. The answer before stays on record`,
      button: `Correct and write to ${who}`,
      textLabel,
      questions: renderQuestions(
        questions.fields,
        posted?.act === "correct" ? (posted.fields ?? {}) : {},
        posted?.act === "correct" ? (posted.problems ?? []) : [],
      ),
      open: false,
    });
  return offers;
}

/** Kinds of answers that one plain control holds. */
const plainKinds: ReadonlySet<string> = new Set([
  "text",
  "long-text",
  "full-name",
  "email",
  "phone-number",
  "reference-number",
  "number",
  "whole-number",
  "money",
  "percentage",
  "yes-or-no",
  "one-of",
  "postcode",
  "vehicle-registration",
  "date",
]);

/** The answers that the stage lets them correct, as plain questions with their values. */
export function correctable(installation: Installation, { bundle, stored }: OfficersCase): OfficerQuestions {
  const { service, rulebook } = bundle;
  const corrects = stageOf(service, stored.case)?.corrects ?? [];
  const fields = questionsOf(service)
    .filter(({ path }) => corrects.some((one) => path.join(".") === one || path.join(".").startsWith(`${one}.`)))
    .filter(({ type }) => plainKinds.has(type.kind))
    .map(plainField);
  return walkQuestions(service, rulebook, stored.case, fields, buildSetting(service, installation.instant(), "en"));
}

/** Without what it depends on and where it came from: an officer corrects it as it stands. */
function plainField({ kind, path, name, label, type, hint, unit, musts }: Field): Field {
  return {
    kind,
    path,
    name,
    label,
    type,
    optional: true,
    ...(hint ? { hint } : {}),
    ...(unit ? { unit } : {}),
    ...(musts ? { musts } : {}),
  };
}

function adviceOffers({ bundle, stored, person }: OfficersCase): StayingOffer[] {
  return (stored.case.consultations ?? [])
    .filter(({ state, role }) => state === "asked" && person.roles?.includes(role))
    .map(({ id, question, askedBy, dueAt }) => ({
      act: "advise",
      label: "Give your advice",
      consequence: `${askedBy.name ?? "A colleague"} asks: ${question} Answer by ${dayAndTime(dueAt, "en", bundle.service.timeZone)}. They decide`,
      button: "Give this advice",
      textLabel: "Your advice",
      hidden: id,
      open: true,
    }));
}

function outcomeOffers(
  installation: Installation,
  { bundle, stored, person }: OfficersCase,
  posted: StayPosted | undefined,
): StayingOffer[] {
  const { service, rulebook, days } = bundle;
  const now = installation.instant();
  const one = stored.case;
  const moving = new Moving(service, rulebook, days, now, one);
  return officerRightsOf(service, one, now, days)
    .filter(({ action }) => holdsRight(action, person) && (action.when === undefined || moving.isYes(action.when)))
    .map(({ action, until }) => {
      const label = wordsIn(action.label, "en") || capital(action.name.replaceAll("-", " "));
      const goTo = service.route?.stages.find(({ name }) => name === action.goTo);
      const last = until && longDay(lastDay(until, service.timeZone), "en", days.zone.dayOf(now));
      const asked = rightQuestions(installation, { bundle, stored }, action.questions);
      const shown = renderQuestions(asked.fields, posted?.fields ?? {}, posted?.problems ?? []);
      return {
        act: "use-right",
        label,
        consequence: `${last ? `Until ${last}. ` : ""}The case goes to: ${wordsIn(goTo?.title, "en") || (action.goTo ?? "")}`,
        button: label,
        hidden: action.name,
        ...(action.withReason && { textLabel: "Your reason" }),
        ...(shown === nothing ? {} : { questions: shown }),
        open: false,
      };
    });
}

/** What an action after an outcome asks its officer. */
export function rightQuestions(
  installation: Installation,
  { bundle, stored }: Pick<OfficersCase, "bundle" | "stored">,
  questions: readonly Field[],
): OfficerQuestions {
  const { service, rulebook } = bundle;
  return walkQuestions(service, rulebook, stored.case, questions, buildSetting(service, installation.instant(), "en"));
}

/** Those who work the stage, and those who were asked, read the advice. */
function adviceLines({ bundle, stored, person }: OfficersCase): AdviceLine[] {
  const { service } = bundle;
  const mine = (name: string): boolean => person.roles?.includes(name) === true;
  const isStages = ({ stage }: Consultation): boolean => stageNamed(service, stage)?.by.some(mine) === true;
  return (stored.case.consultations ?? [])
    .filter((one) => mine(one.role) || isStages(one))
    .map(({ role, question, state, answer, dueAt, advisedAt, advisedBy }) => ({
      asked: capital(roleTitle(service, role)),
      question,
      done: state === "advised",
      ...(answer ? { answer } : {}),
      state: {
        asked: `Asked for by ${dayAndTime(dueAt, "en", service.timeZone)}`,
        advised: `${advisedBy?.name ?? "Somebody"}, ${dayAndTime(advisedAt ?? dueAt, "en", service.timeZone)}`,
        silent: "No advice came in time",
        cancelled: "No longer needed",
      }[state],
    }));
}

function roleTitle({ roles }: Service, name: string): string {
  return wordsIn(roles[name]?.title, "en") || name.replaceAll("-", " ");
}
