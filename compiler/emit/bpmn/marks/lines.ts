// The lines of a route as the author writes them, from the compiled service: what a process is read back from.
import type { Action, Check, Effect, Name, Outcome, Right, Route, Service, Stage } from "#contract";
import { lengthOf, wordsOf } from "../process/names.ts";
import { oneLine, quotedWords, type StandIns } from "./stand-ins.ts";

type Finish = NonNullable<Stage["finish"]>;

/** Lines under `route` that stand before its stages. */
export function routeLines(stand: StandIns, route: Route): string[] {
  const { calendar, changeAnswersUntil: until, rights, officerActions = [], finish } = route;
  return [
    ...(calendar === undefined ? [] : [`calendar ${calendar}`]),
    ...(until && until.length > 0 ? [`applicant can change answers until ${until.join(", ")}`] : []),
    ...rights.flatMap((right) => [`applicant can ${right.name}${rightParts(stand, right)}`, ...asks(right)]),
    ...officerActions.flatMap((action) => [
      `can ${action.name}${by(action)}${reason(action)}${untilOf(action)}${then(action)}`,
      ...asks(action),
    ]),
    ...(route.tellApplicantAtEveryStage ? ["tell applicant at every stage"] : []),
    ...(route.urgentWhen === undefined ? [] : [`urgent when ${stand.condition(route.urgentWhen, "is-urgent")}`]),
    ...(finish ? [finishLine(stand, finish, "case")] : []),
  ];
}

function rightParts(stand: StandIns, right: Right): string {
  const when = right.when === undefined ? "" : ` when ${stand.condition(right.when, `can-${right.name}`)}`;
  return `${reason(right)}${untilOf(right)}${when}${then(right)}`;
}

/** The lines of a stage. */
export function stageLines(stand: StandIns, stage: Stage): string[] {
  const { name, secondApproval: second, moreInformation: more, payment } = stage;
  const recorder = recorderOf(stand.service, stage);
  return [
    ...(stage.skipWhen === undefined ? [] : [`skip when ${stand.condition(stage.skipWhen, `${name}-skipped`)}`]),
    ...stage.doing.flatMap((line) => effectLines(stand, line)),
    ...(stage.stopsTheClock ? ["stop the clock"] : []),
    ...notHeld(stage),
    ...stand.recordedAt(name),
    ...(stage.notTheSamePersonAs.length > 0 ? [`not the same person as ${stage.notTheSamePersonAs.join(", ")}`] : []),
    ...(stage.samePersonAs === undefined ? [] : [`same person as ${stage.samePersonAs}`]),
    ...peopleLines(stand, stage, name),
    ...(second
      ? [
          `needs second approval by ${second.by}${second.when === undefined ? "" : ` when ${stand.condition(second.when, `${name}-needs-approval`)}`}`,
        ]
      : []),
    ...(more
      ? [
          `can ask for more information within ${lengthOf(more.within)} then go to ${more.goTo}${more.otherwise === undefined ? "" : ` otherwise go to ${more.otherwise}`}`,
        ]
      : []),
    ...(stage.takesLonger ? [`can take ${lengthOf(stage.takesLonger)} longer with reason`] : []),
    ...(stage.consults
      ? [`can consult ${stage.consults.roles.join(", ")} within ${lengthOf(stage.consults.within)}`]
      : []),
    ...(stage.holds ? [`can put on hold for up to ${lengthOf(stage.holds)} with reason`] : []),
    ...stage.actions.flatMap((action) => actionLines(stand, action, name)),
    ...(stage.checks
      ? ["at the same time", ...stage.checks.flatMap((check) => checkLines(stand, check)).map(inside)]
      : []),
    ...(payment
      ? [
          `take payment of ${stand.amount(payment.name)} within ${lengthOf(payment.within)} otherwise go to ${payment.otherwise}`,
        ]
      : []),
    ...(stage.awaits ?? []).map(
      ({ what, within, otherwise }) => `wait for ${what} within ${lengthOf(within)} otherwise go to ${otherwise}`,
    ),
    ...(stage.waits ?? []).map(({ within, until }, at) =>
      within ? `wait ${lengthOf(within)}` : `wait until ${stand.value(until ?? "", `${name}-day-${at + 1}`, "date")}`,
    ),
    ...stage.reminders.map(({ to, after }) => `remind ${to} after ${lengthOf(after)}`),
    ...(stage.finish ? [finishLine(stand, stage.finish, name)] : []),
    ...stage.exits.map((exit, at) => exitLine(stand, exit, `${name}-rule-${at + 1}`, recorder)),
    ...(stage.otherwise === undefined ? [] : [`otherwise go to ${stage.otherwise}`]),
    ...(stage.goTo === undefined ? [] : [`go to ${stage.goTo}`]),
  ];
}

function inside(line: string): string {
  return `  ${line}`;
}

/** What reads answers stays with whoever knows the questions. */
function notHeld({
  shows,
  questions,
  advisedBy,
  corrects = [],
}: Pick<Stage, "shows" | "questions" | "advisedBy" | "corrects">): string[] {
  return [
    ...(shows.length > 0 ? [`# Shows ${shows.join(", ")}: the line goes here when these questions are there.`] : []),
    ...questions.map(({ name }) => `# Asks ${name}.`),
    ...(advisedBy === undefined ? [] : [`# Advised by ${advisedBy}.`]),
    ...(corrects.length > 0 ? [`# Can correct ${corrects.join(", ")} with reason.`] : []),
  ];
}

function peopleLines(stand: StandIns, { doneBy, invite }: Pick<Stage, "doneBy" | "invite">, of: Name): string[] {
  return [
    ...(doneBy === undefined ? [] : [`done by ${doneBy} different people`]),
    ...(invite
      ? [
          `invite ${invite.name} using ${stand.value(invite.using, `${of}-email`, "email")}${invite.level === undefined ? "" : ` at level ${invite.level}`}`,
        ]
      : []),
  ];
}

function checkLines(stand: StandIns, check: Check): string[] {
  const { name, forEach, at } = check;
  if (forEach) stand.list(kebab(forEach.list.at(-1) ?? ""), forEach.name);
  const where = at?.partner === undefined ? "" : ` at ${at.partner}`;
  return [
    ...(at?.rule === undefined ? [] : ["# The agency that does it is worked out for each case."]),
    `check ${name}${forEach ? ` for each ${forEach.name}` : ""}${where}${by({ by: workers(check) })}`,
    ...[
      ...(check.skipWhen === undefined ? [] : [`skip when ${stand.condition(check.skipWhen, `${name}-skipped`)}`]),
      ...check.doing.flatMap((line) => effectLines(stand, line)),
      ...notHeld(check),
      ...stand.recordedAt(name),
      ...peopleLines(stand, check, name),
      ...check.actions.flatMap((action) => actionLines(stand, action, name)),
      ...(check.finish ? [finishLine(stand, check.finish, name)] : []),
    ].map(inside),
  ];
}

function actionLines(stand: StandIns, action: Action, of: Name): string[] {
  const when = action.when === undefined ? "" : ` when ${stand.condition(action.when, `${of}-can-${action.name}`)}`;
  return [`can ${action.name}${by(action)}${reason(action)}${when}${then(action)}`, ...asks(action)];
}

function asks({ questions }: { readonly questions?: Action["questions"] }): string[] {
  return (questions ?? []).map(({ name }) => `  # Asks ${name}.`);
}

function exitLine(
  stand: StandIns,
  { when, done, and, refuseBecause, goTo }: Stage["exits"][number],
  hint: string,
  recorder: string | undefined,
): string {
  if (done !== undefined)
    return `when ${done} are done${and === undefined ? "" : ` and ${stand.condition(and, hint, recorder)}`} go to ${goTo}`;
  const condition = stand.condition(when, hint, refuseBecause ? undefined : recorder);
  if (!refuseBecause) return `when ${condition} go to ${goTo}`;
  return `refuse automatically because ${quotedWords(wordsOf(stand.service, refuseBecause))} when ${condition} then go to ${goTo}`;
}

const adverse = /(^|-)(refused|rejected|dismissed|excluded|suspended|revoked|denied)$/;

/** Where a way out may go against the applicant, a person's word is in its rules: the stage or check whose people record it. */
function recorderOf({ route, outcomes }: Service, stage: Stage): Name | undefined {
  const against = new Set(
    outcomes
      .filter(
        ({ name, rights, doing }) =>
          adverse.test(name) ||
          rights.some((right) => right.name === "appeal") ||
          doing.some((line) => line.do === "suspend" || line.do === "revoke"),
      )
      .map(({ name }) => name),
  );
  const stages = route?.stages ?? [];
  const isAlone = (name: Name | undefined): boolean =>
    name !== undefined && (against.has(name) || stages.some((one) => one.name === name && one.by.length === 0));
  if (![...stage.exits.map(({ goTo }) => goTo), stage.otherwise, stage.goTo].some(isAlone)) return undefined;
  const own = [stage, ...stages].flatMap((one) =>
    isPeople(one) ? [one.name] : (one.checks ?? []).filter(isPeople).map(({ name }) => name),
  );
  return own[0];
}

/** One person's word: what several record, or what is recorded for each item, is no single answer. */
function isPeople({ by: roles, invite, doneBy, ...rest }: Pick<Stage, "by" | "invite" | "doneBy">): boolean {
  if (doneBy !== undefined || ("forEach" in rest && rest.forEach !== undefined)) return false;
  return invite !== undefined || roles.some((role) => role !== "applicant");
}

function finishLine(stand: StandIns, finish: Finish, of: Name): string {
  const { within, by: day, from, tell, goTo, giveTo, goOnWithout } = finish;
  const time = within ? `within ${lengthOf(within)}` : `by ${stand.value(day ?? "", `${of}-day`, "date")}`;
  const otherwise = [
    ...(tell === undefined ? [] : [`tell ${tell}`]),
    ...(goTo === undefined ? [] : [`go to ${goTo}`]),
    ...(giveTo === undefined ? [] : [`give to ${giveTo}`]),
    ...(goOnWithout ? ["go on without it"] : []),
  ][0];
  return `finish ${time}${from === undefined ? "" : ` from ${from}`}${otherwise === undefined ? "" : ` otherwise ${otherwise}`}`;
}

/** The lines of an outcome. */
export function outcomeLines(stand: StandIns, { doing, rights, officerActions = [] }: Outcome): string[] {
  return [
    ...doing.flatMap((line) => effectLines(stand, line)),
    ...rights.flatMap((right) => [
      `applicant can ${right.name}${reason(right)}${withinOf(right)}${then(right)}`,
      ...asks(right),
    ]),
    ...officerActions.flatMap((action) => [
      `can ${action.name}${by(action)}${reason(action)}${withinOf(action)}${then(action)}`,
      ...asks(action),
    ]),
  ];
}

function effectLines(stand: StandIns, line: Effect): string[] {
  const what = line.what ?? "";
  const to = line.to && line.to.length > 0 ? ` to ${line.to.join(", ")}` : "";
  switch (line.do) {
    case "fetch": {
      const { fetch } = line;
      if (!fetch) return [];
      const using = fetch.using.map(({ need, rule }) => stand.value(rule, kebab(need), "text"));
      return [`fetch ${fetch.name} from ${fetch.source}'s ${fetch.operation} using ${using.join(", ")}`];
    }
    case "pay": {
      const again = line.each && line.whileLasts ? ` each ${line.each} while ${line.whileLasts} lasts` : "";
      return [
        `pay ${stand.amount(what)} to ${stand.question((line.to ?? [])[0] ?? "account", "bank account")}${again}`,
      ];
    }
    case "share": {
      const because = line.because ? wordsOf(stand.service, line.because) : "To be written";
      return [`share ${pathsOf(stand, line)} with ${line.with ?? ""} because ${quotedWords(because)}`];
    }
    case "publish":
      return [`publish ${pathsOf(stand, line)}`];
    case "start":
      return [`start ${what} with ${pathsOf(stand, line)}${line.keepsTheDate ? " and keep the date" : ""}`];
    default:
      return [`${line.do} ${what}${to}`];
  }
}

/** What is given away, by the names of the answers; their parts stay with whoever knows the questions. */
function pathsOf(stand: StandIns, line: Effect): string {
  const { paths = [] } = line;
  const roots = [...new Set(paths.map((path) => oneLine(path).split(".")[0] ?? ""))];
  const names = roots.map((key) =>
    stand.question(stand.once(answerName(key), `${line.do} ${line.with ?? ""}`), "text"),
  );
  return names.join(", ") || stand.question("reference", "text");
}

/** Facts that every service has are no answers. */
function answerName(key: string): string {
  return key === "identity" || key === "case" ? `${key}-data` : kebab(key);
}

function kebab(key: string): string {
  return key.replace(/[\p{Lu}\p{Lt}]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** Whoever is invited does it too, and is said by a line of their own. */
export function workers({ by: roles, invite }: Pick<Stage, "by" | "invite">): Name[] {
  return roles.filter((role) => role !== invite?.name);
}

const by = ({ by: roles = [] }: { readonly by?: readonly Name[] }): string =>
  roles.length > 0 ? ` by ${roles.join(", ")}` : "";
const reason = ({ withReason }: { readonly withReason: boolean }): string => (withReason ? " with reason" : "");
const then = ({ goTo }: { readonly goTo?: Name }): string => (goTo === undefined ? "" : ` then go to ${goTo}`);
const withinOf = ({ within }: Pick<Right, "within">): string => (within ? ` within ${lengthOf(within)}` : "");
const untilOf = ({ until = [] }: { readonly until?: readonly Name[] }): string =>
  until.length > 0 ? ` until ${until.join(", ")}` : "";
