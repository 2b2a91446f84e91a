// A small service for tests of routing, built in code so that each test changes the one thing it is about.
import type { Check, Effect, Route, Service, Stage } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { advance } from "../advance.ts";
import type { Case, Person } from "../case.ts";
import { buildDays, type Days } from "../days.ts";
import type { Advanced, Happening, Sent } from "../happening.ts";

/** Monday 1 June 2026, nine in the morning in London. */
export const monday = "2026-06-01T08:00:00.000Z";
export const driver: Person = { kind: "applicant", id: "driver" };
export const officer: Person = { kind: "officer", id: "olu", name: "Olu", roles: ["officer"] };
export const second: Person = { kind: "officer", id: "sam", name: "Sam", roles: ["officer", "judge"] };

/** A stage with everything left out that may be left out. */
export function stage(name: string, members: Partial<Stage> = {}): Stage {
  return {
    name,
    title: { en: name },
    by: [],
    doing: [],
    shows: [],
    questions: [],
    notTheSamePersonAs: [],
    actions: [],
    reminders: [],
    exits: [],
    ...members,
  };
}

/** A check with everything left out that may be left out. */
export function check(name: string, members: Partial<Check> = {}): Check {
  return { name, title: { en: name }, by: [], doing: [], shows: [], questions: [], actions: [], ...members };
}

/** A line that asks a source under this key. */
export function fetch(key: string): Effect {
  return {
    do: "fetch",
    what: key,
    fetch: { kind: "fetch", key, name: key, source: "register", operation: "o", using: [] },
  };
}

/** An action that leads somewhere. */
export function action(name: string, goTo?: string, withReason = false): Stage["actions"][number] {
  return { name, withReason, adverse: withReason, questions: [], ...(goTo ? { goTo } : {}) };
}

const yesOrNo = { kind: "yes-or-no" } as const;

const upheld: Service["rules"][string] = {
  form: "condition",
  gives: yesOrNo,
  reads: ["judgment.upheld"],
  expression: {
    op: "is",
    left: { op: "fact", path: ["judgment", "upheld"] },
    right: { op: "literal", value: true, type: yesOrNo },
  },
};

/** Rules by id: each is yes when the answer of the same key is yes; "fee" is the answer `fee`, "day" the answer `day`. */
function ruleOf(id: string): Service["rules"][string] {
  if (id === "fee") return { gives: { kind: "money" }, expression: { op: "fact", path: ["fee"] }, reads: ["fee"] };
  if (id === "email") return { gives: { kind: "text" }, expression: { op: "fact", path: ["email"] }, reads: ["email"] };
  if (id === "allDone" || id === "anyDone" || id === "done2")
    return { form: "condition", gives: yesOrNo, expression: { op: "fact", path: ["case", id] }, reads: [`case.${id}`] };
  if (id === "day") return { gives: { kind: "date" }, expression: { op: "fact", path: ["day"] }, reads: ["day"] };
  if (id === "upheld") return upheld;
  const left = { op: "fact", path: [id] } as const;
  const right = { op: "literal", value: true, type: yesOrNo } as const;
  return {
    form: "condition",
    gives: yesOrNo,
    reads: [id],
    expression: { op: "is", left: { ...left, path: [id] }, right },
  };
}

/** A service with these stages; every rule named in `rules` is a yes-or-no answer. */
export function service(
  stages: Stage[],
  members: Partial<Route> = {},
  outcomes: Partial<Service["outcomes"][number]>[] = [],
): Service {
  const named = ["granted", "refused", "lapsed", "withdrawn"].map((name) => {
    const given = outcomes.find((one) => one.name === name);
    return { name, title: { en: name }, doing: [], rights: [], ...given };
  });
  return {
    contractVersion: 1,
    name: "permit",
    title: { en: "Permit" },
    agency: { name: "city", title: { en: "City" } },
    version: { number: 1, starts: "2026-01-01" },
    status: { stage: "live" },
    languages: [{ tag: "en", name: "English" }],
    timeZone: "Europe/London",
    currency: "GBP",
    applicants: [],
    roles: {},
    partners: {},
    sources: { court: { title: { en: "Court" }, operations: {}, announces: { judgment: { gives: [] } } } },
    lists: {},
    calendars: {
      work: {
        title: { en: "Work" },
        workingDays: [1, 2, 3, 4, 5],
        closed: [{ on: "2026-06-03", title: { en: "Fair" } }],
      },
    },
    sections: [],
    rules: Object.fromEntries(
      ["yes", "other", "skip", "upheld", "day", "fee", "email", "allDone", "anyDone", "done2"].map((id) => [
        id,
        ruleOf(id),
      ]),
    ),
    route: { calendar: "work", first: stages[0]?.name ?? "", rights: [], stages, ...members },
    outcomes: named,
    credentials: {
      licence: {
        title: { en: "Licence" },
        holds: [{ name: "plate", path: "plate" }],
        acceptedBy: [],
        validFor: { amount: 1, unit: "years" },
      },
    },
    messages: { letter: { channels: ["email"], subject: { en: "S" }, body: { en: "B" } } },
    names: {},
    fills: {},
    sourceMap: {},
  };
}

/** A case that is walked step by step; time stands still unless it is told to pass. */
export class Walk {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly days: Days;
  readonly log: { happening: Happening; at: string }[] = [];
  last: Advanced = { events: [], effects: [] };
  case: Case | undefined;
  now = monday;

  constructor(compiled: Service, answers: Sent["answers"] = {}) {
    this.service = compiled;
    this.rulebook = createRulebook(compiled);
    this.days = buildDays(compiled);
    this.do({
      type: "sent",
      number: "C-1",
      definition: "hash",
      language: "en",
      by: driver,
      answers,
      origins: {},
      fetched: {},
      asked: Object.keys(answers),
    });
  }

  /** Lets something happen now. */
  do(happening: Happening): this {
    this.last = advance(this.service, this.rulebook, this.case, happening, this.now, this.days);
    this.case = this.last.case ?? this.case;
    for (const { happening: written } of this.last.events)
      if (written) this.log.push({ happening: written, at: this.now });
    return this;
  }

  /** Time passes to an instant, and what is due fires. */
  until(instant: string): this {
    this.now = instant;
    return this.do({ type: "due" });
  }

  /** The case; there is one after every walk that was sent. */
  get present(): Case {
    if (!this.case) throw new Error("There is no case.");
    return this.case;
  }

  /** Where the case is. */
  get place(): string {
    const { place } = this.present;
    return place.kind === "stage" ? `${place.stage} ${place.visit}` : place.outcome;
  }

  /** The id of the stage's own task that is open. */
  get task(): string {
    const open = this.present.tasks.findLast(
      ({ state, consultation }) => state !== "done" && state !== "cancelled" && consultation === undefined,
    );
    return open?.id ?? "none";
  }

  /** The id of the open task of a check, or of the stage's own. */
  taskOf(check: string | undefined, number = 0): string {
    const { checks = [], tasks } = this.present;
    const open = tasks.filter(({ state }) => state !== "done" && state !== "cancelled");
    return open.filter((task) => checks.find(({ id }) => id === task.check)?.check === check)[number]?.id ?? "none";
  }

  /** Chooses an action of a check. */
  check(name: string, action: string, by: Person = officer, answers?: Sent["answers"]): this {
    const given = answers ? { answers } : {};
    return this.do({ type: "chosen", by, taskId: this.taskOf(name), action, reason: "seen", ...given });
  }

  /** Chooses an action of the open task. */
  choose(name: string, by: Person = officer, reason?: string): this {
    return this.do({ type: "chosen", by, taskId: this.task, action: name, ...(reason ? { reason } : {}) });
  }

  /** The newest payment. */
  get payment() {
    return this.present.payments.at(-1);
  }

  /** Pays the newest payment. */
  pay(amount = this.payment?.amount ?? 0): this {
    return this.do({ type: "payment-settled", paymentId: this.payment?.id ?? "", amount });
  }
}
