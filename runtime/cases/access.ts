// Who may see what of a case, decided in this one place, each time with the reason for the log. A "no" stands over a "yes".
// Who may do what is decided by routing (steps/task.ts, steps/right.ts), where the route's own rules are.
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { Case, Person } from "#routing/case.ts";
import { valueAtDotted, withoutValueAt, withValueAt } from "#support/facts.ts";

/** A decision and why. */
export interface Access {
  readonly allowed: boolean;
  readonly reason: string;
}

/** Whether a person may open a case at all: the applicant their own; officers those that a stage of their role had or that they were told of. */
export function mayOpenCase(service: Service, present: Case, person: Person): Access {
  if (person.kind === "applicant") {
    const isOwn = present.applicant.kind === "applicant" && person.id === present.applicant.id;
    return { allowed: isOwn, reason: isOwn ? "the applicant" : "another person's case" };
  }
  if (person.kind === "system") return { allowed: true, reason: "the runtime itself" };
  const roles = new Set(person.roles ?? []);
  const isTold = ({ tell }: { readonly tell?: string } = {}): boolean => tell !== undefined && roles.has(tell);
  const stage = visitedStages(service, present).find(
    ({ by, finish, checks = [] }) =>
      by.some((role) => roles.has(role)) || isTold(finish) || checks.some((check) => isTold(check.finish)),
  );
  const right = present.reached
    .flatMap(({ outcome }) => service.outcomes.find(({ name }) => name === outcome)?.officerActions ?? [])
    .find(({ by = [] }) => by.some((role) => roles.has(role)));
  if (!stage && right) return { allowed: true, reason: `role that can ${right.name} after the outcome` };
  if (stage) return { allowed: true, reason: `role at stage ${stage.name}` };
  const isGiven = present.tasks.some((task) => task.roles.some((role) => roles.has(role)));
  return { allowed: isGiven, reason: isGiven ? "was given the work" : "no stage of these roles had the case" };
}

/** The dotted paths a person may see: through `shows` of a stage of their own that the case has been in (R15), or that asked for their advice, less what privacy keeps to others. */
export function visiblePaths(service: Service, present: Case, person: Person): string[] {
  if (!mayOpenCase(service, present, person).allowed) return [];
  if (person.kind !== "officer") return Object.keys(present.answers);
  const roles = new Set(person.roles ?? []);
  const mine = worksOf(service, present).filter(({ by }) => by.some((role) => roles.has(role)));
  const shown = new Set(mine.flatMap(({ shows }) => shows));
  return [...shown].filter((path) => isOpenTo(service, path, roles));
}

/** Whether privacy lets these roles see the answer: "only … can see …" keeps it from everybody else. */
export function isOpenTo(service: Service, path: string, roles: ReadonlySet<string>): boolean {
  const limits = (service.privacy?.visibility ?? []).filter(({ paths }) =>
    paths.some((kept) => path === kept || path.startsWith(`${kept}.`)),
  );
  return limits.every((limit) => limit.roles.some((role) => roles.has(role)));
}

/** The answers a person may see, and nothing else; parts that privacy keeps to others are cut out of records. */
export function visibleAnswers(service: Service, present: Case, person: Person): Answers {
  const roles = new Set(person.roles ?? []);
  let seen: Answers = {};
  for (const path of visiblePaths(service, present, person)) {
    const value = valueAtDotted(present.answers, path);
    if (value !== undefined) seen = withValueAt(seen, path.split("."), value);
  }
  if (person.kind !== "officer") return seen;
  for (const kept of (service.privacy?.visibility ?? []).flatMap(({ paths }) => paths)) {
    if (!isOpenTo(service, kept, roles)) seen = withoutValueAt(seen, kept.split("."));
  }
  return seen;
}

/** Whether a person may open a file of the case: their own, or one that stands in an answer they may see, or that came with an answer to their question. */
export function mayOpenFile(service: Service, present: Case, person: Person, fileId: string): Access {
  const open = mayOpenCase(service, present, person);
  if (!open.allowed) return open;
  if (person.kind !== "officer") return holdsFile([present.answers, ...present.requests], fileId, "in the case");
  const roles = new Set(person.roles ?? []);
  const mine = new Set(
    visitedStages(service, present).flatMap(({ name, by }) => (by.some((role) => roles.has(role)) ? [name] : [])),
  );
  const paths = visiblePaths(service, present, person);
  const isVisible = (path: string): boolean => paths.some((one) => path === one || path.startsWith(`${one}.`));
  const requests = present.requests
    .filter(({ stage }) => mine.has(stage))
    .map(({ files, changes }) => ({ files, changes: changes?.filter(({ path }) => isVisible(path)) }));
  const corrected = paths.map((path) => present.origins[path] ?? {});
  return holdsFile(
    [visibleAnswers(service, present, person), ...requests, ...corrected],
    fileId,
    "in what they may see",
  );
}

function holdsFile(things: readonly unknown[], fileId: string, where: string): Access {
  const allowed = things.some((thing) => hasId(thing, fileId));
  return { allowed, reason: allowed ? `the file stands ${where}` : `no such file stands ${where}` };
}

function hasId(thing: unknown, id: string): boolean {
  if (typeof thing !== "object" || thing === null) return false;
  if ("id" in thing && thing.id === id) return true;
  return Object.values(thing).some((inner) => hasId(inner, id));
}

/**
 * Whether an officer had a stage itself, as one of its people or to confirm in it: then they read all that happened. Whoever
 * has only a check of it reads of that check.
 */
export function hadStage(service: Service, present: Case, person: Person): boolean {
  const roles = new Set(person.roles ?? []);
  const isTheirs = ({ by }: Pick<Work, "by">): boolean => by.some((role) => roles.has(role));
  return (
    worksOf(service, present).some((work) => work.check === undefined && isTheirs(work)) || isAround(service, roles)
  );
}

/** The checks that this officer's roles have had, by name. */
export function checksHad(service: Service, present: Case, person: Person): ReadonlySet<string> {
  const roles = new Set(person.roles ?? []);
  const mine = worksOf(service, present).filter(({ by }) => by.some((role) => roles.has(role)));
  return new Set(mine.flatMap(({ check }) => check ?? []));
}

/** Who acts at route level or is told of lateness reads all of it too. */
function isAround({ route }: Service, roles: ReadonlySet<string>): boolean {
  const acting = (route?.officerActions ?? []).flatMap(({ by }) => by ?? []);
  const told = [
    route?.finish,
    ...(route?.stages ?? []).flatMap(({ finish, checks = [] }) => [finish, ...checks.map((one) => one.finish)]),
  ];
  return [...acting, ...told.flatMap((finish) => finish?.tell ?? [])].some((role) => roles.has(role));
}

interface Work {
  readonly by: readonly string[];
  readonly shows: readonly string[];
  readonly check?: string;
}

/** What people have had to do so far: stages, their opened checks, what was proposed for them to confirm, what they were asked. */
function worksOf(service: Service, present: Case): Work[] {
  return visitedStages(service, present).flatMap((stage): Work[] => {
    const { by, shows, secondApproval, checks = [] } = stage;
    const isProposed = present.proposals?.some((one) => one.stage === stage.name) === true;
    const asked = (present.consultations ?? []).flatMap((one) => (one.stage === stage.name ? [one.role] : []));
    const opened = checks.filter(({ name }) => present.checks?.some((one) => one.check === name));
    return [
      { by, shows },
      ...(secondApproval && isProposed ? [{ by: [secondApproval.by], shows }] : []),
      ...(asked.length > 0 ? [{ by: asked, shows }] : []),
      ...opened.map((check) => ({ by: check.by, shows: check.shows, check: check.name })),
    ];
  });
}

function visitedStages(service: Service, present: Case) {
  return (service.route?.stages ?? []).filter(({ name }) => (present.visits[name] ?? 0) > 0);
}
