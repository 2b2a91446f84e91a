// Makes of a random route of the contract one that a text can say: every way to a place that is there, every name declared, one thing after
// a deadline. What the language forbids for other reasons stays in it. For tests only.
import type { Check, Effect, Name, Outcome, Right, Service, Stage } from "#contract";

const roles = ["officer", "manager"];

/** The same route as far as lines can say it. */
export function sayable(service: Service): Service {
  const { route } = service;
  if (!route) return service;
  const names = route.stages.map(({ name }) => name);
  const places = new Set([...names, ...service.outcomes.map(({ name }) => name)]);
  const there = (name: Name): Name => (places.has(name) ? name : "closed");
  const way = <T extends { goTo?: Name }>(one: T): T => ({
    ...one,
    ...(one.goTo === undefined ? {} : { goTo: there(one.goTo) }),
  });
  const role = (name: Name): Name => (roles.includes(name) || name === "applicant" ? name : "officer");
  const finish = (one: NonNullable<Stage["finish"]>): NonNullable<Stage["finish"]> => ({
    ...(one.within ? { within: one.within } : {}),
    ...(one.goTo !== undefined
      ? { goTo: there(one.goTo) }
      : one.goOnWithout
        ? { goOnWithout: true }
        : { tell: role(one.tell ?? "manager") }),
  });
  const check = ({ doneBy, ...one }: Check, at: number, of: Name): Check => ({
    ...one,
    ...(doneBy === undefined || one.forEach ? {} : { doneBy }),
    name: `${of}-${one.name}`,
    title: titled(`${of}-${one.name}`),
    by: [...new Set(one.by.map(role))].filter((name) => name !== "applicant"),
    doing: one.doing
      .filter((line) => line.do === "fetch")
      .slice(0, 1)
      .map((line) => named(line, `${of}-in-${at}`)),
    actions: one.actions.map(({ goTo: _goTo, ...action }) => ({ ...action, withReason: true })),
    ...(one.finish ? { finish: finish(one.finish) } : {}),
  });
  const stage = ({
    coSign: _coSign,
    otherwise,
    goTo,
    checks,
    waits,
    skipWhen,
    secondApproval,
    ...one
  }: Stage): Stage => {
    const by = one.by.some((name) => name === "applicant") ? ["applicant"] : [...new Set(one.by.map(role))];
    const bare = otherwise ?? goTo;
    const isSkipped = skipWhen !== undefined && bare !== undefined && one.exits.length === 0;
    const exits = one.exits.map(({ done, and, ...exit }): Stage["exits"][number] =>
      way(checks && done !== undefined ? { ...exit, done, ...(and === undefined ? {} : { and }) } : exit),
    );
    return {
      ...one,
      by,
      // A line that counts all checks comes after those that ask for more beside that.
      exits: unique(exits, ({ when, done, and }) => `${when} ${done} ${and}`)
        .filter(({ done }) => typeof done !== "number")
        .sort(
          (a, b) =>
            (a.done !== undefined && a.and === undefined ? 1 : 0) -
            (b.done !== undefined && b.and === undefined ? 1 : 0),
        ),
      doing: one.doing.flatMap((line, at) => effect(line, `${one.name}-${at}`)),
      actions: by.length > 0 ? one.actions.map((action) => way({ ...action, withReason: true })) : [],
      reminders: one.reminders.map((reminder) => ({ ...reminder, to: role(reminder.to) })),
      ...(bare === undefined ? {} : exits.length > 0 ? { otherwise: there(bare) } : { goTo: there(bare) }),
      ...(one.finish ? { finish: finish(one.finish) } : {}),
      ...(one.moreInformation
        ? {
            moreInformation: {
              ...way(one.moreInformation),
              ...(one.moreInformation.otherwise === undefined
                ? {}
                : { otherwise: there(one.moreInformation.otherwise) }),
            },
          }
        : {}),
      ...(one.payment
        ? { payment: { ...one.payment, name: `${one.name}-fee`, otherwise: there(one.payment.otherwise) } }
        : {}),
      ...(isSkipped ? { skipWhen } : {}),
      ...(secondApproval && one.doneBy === undefined && by.length > 0
        ? { secondApproval: { ...secondApproval, by: "manager" } }
        : {}),
      ...(waits ? { waits } : {}),
      ...(one.awaits
        ? {
            awaits: one.awaits.map((awaited) => ({
              ...awaited,
              what: "judgment",
              source: "cars",
              otherwise: there(awaited.otherwise),
            })),
          }
        : {}),
      ...(checks ? { checks: checks.map((of, at) => check(of, at, one.name)) } : {}),
    };
  };
  const looking = route.stages.find(({ by }) => by.length > 0 && !by.includes("applicant"))?.name;
  const outcome = (one: Outcome): Outcome => ({
    ...one,
    doing: one.doing.filter((line) => line.do !== "fetch").flatMap((line, at) => effect(line, `${one.name}-${at}`)),
    rights: looking === undefined ? [] : one.rights.map((right) => afterwards(right, looking)),
    officerActions: (one.officerActions ?? [])
      .map((action) => way({ ...action, goTo: action.goTo ?? "closed", withReason: true }))
      .map(({ when: _when, ...rest }) => rest),
  });
  return {
    ...service,
    name: "any-service",
    roles: Object.fromEntries(roles.map((name) => [name, { name, title: { en: name } }])),
    credentials: { licence: { title: { en: "Licence" }, holds: [], acceptedBy: [] } },
    messages: { letter: { channels: ["inbox"], subject: { en: "Letter" }, body: { en: "" } } },
    route: {
      ...route,
      calendar: "work",
      rights: route.rights.map(({ within: _within, ...right }) => way({ ...right, ...untilOf(right.until, there) })),
      officerActions: (route.officerActions ?? []).map(({ when: _when, ...action }) =>
        way({ ...action, by: ["officer"], goTo: action.goTo ?? "closed", withReason: true }),
      ),
      ...(route.finish ? { finish: finish(route.finish) } : {}),
      stages: route.stages.map(stage),
    },
    outcomes: service.outcomes.map(outcome),
  };
}

function titled(name: Name): { en: string } {
  const words = name.replaceAll("-", " ");
  return { en: words.charAt(0).toUpperCase() + words.slice(1) };
}

function unique<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

function untilOf(until: readonly Name[] | undefined, there: (name: Name) => Name): { until?: Name[] } {
  return until && until.length > 0 ? { until: [...new Set(until.map(there))] } : {};
}

function afterwards({ until: _until, when: _when, ...right }: Right, goTo: Name): Right {
  return { ...right, goTo, within: right.within ?? { amount: 4, unit: "weeks" } };
}

/** A fetched record has a name of its own. */
function named(line: Effect, of: string): Effect {
  if (!line.fetch) return line;
  const using = [{ need: "plate", rule: "said" }];
  const name = `record-${of}`;
  const key = name.replace(/-([^-])/g, (_, letter: string) => letter.toUpperCase());
  return { do: "fetch", what: key, fetch: { ...line.fetch, name, key, using } };
}

function effect(line: Effect, of: string): Effect[] {
  const key = `k${of.replace(/[^a-z0-9]/g, "")}`;
  if (line.do === "fetch") return [named(line, of)];
  if (line.do === "pay") return [];
  if (line.do === "share")
    return [{ ...line, with: "police", paths: [key], because: line.because ?? { en: "To know" } }];
  if (line.do === "publish") return [{ do: "publish", paths: [key] }];
  if (line.do === "start") return [{ ...line, what: "other-service", paths: [key] }];
  return [line];
}
