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
    const isOwn = person.id === present.applicant.id;
    return { allowed: isOwn, reason: isOwn ? "the applicant" : "another person's case" };
  }
  if (person.kind === "system") return { allowed: true, reason: "the runtime itself" };
  const roles = new Set(person.roles ?? []);
  const stage = visitedStages(service, present).find(
    ({ by, finish }) => by.some((role) => roles.has(role)) || (finish?.tell !== undefined && roles.has(finish.tell)),
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
  const asked = new Set((present.consultations ?? []).flatMap(({ role, stage }) => (roles.has(role) ? [stage] : [])));
  const mine = visitedStages(service, present).filter(
    ({ name, by }) => by.some((role) => roles.has(role)) || asked.has(name),
  );
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

function visitedStages(service: Service, present: Case) {
  return (service.route?.stages ?? []).filter(({ name }) => (present.visits[name] ?? 0) > 0);
}
