// Cases that start cases: begins one of another service of this installation, and tells the first what became of it. Everything
// is idempotent by the effect's id: begun twice it is begun once.
import { createHash } from "node:crypto";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { CaseEffect, Happening } from "#routing/happening.ts";
import { valueAtDotted } from "#support/facts.ts";
import type { Apply } from "../cases/apply.ts";
import type { Surroundings } from "../cases/commands.ts";
import { drawNumber } from "../cases/create-commands.ts";
import { closedNow } from "../cases/open.ts";
import type { Job } from "./job.ts";

type Of<Kind extends CaseEffect["do"]> = Extract<CaseEffect, { do: Kind }>;

/** elsewhere: no such service here. closed: it takes no case from this one, and why. */
export type Begun =
  | { readonly state: "begun"; readonly number: string }
  | { readonly state: "elsewhere" }
  | { readonly state: "closed"; readonly why: string };

/** Ways from one case to another. */
export interface OtherCases {
  begin(job: Job, effect: Of<"start">): Promise<Begun>;
  report(job: Job, effect: Of<"report">): Promise<void>;
  /** Why the licence could not be changed; undefined when it is. */
  changeLicence(job: Job, effect: Of<"change-licence">): Promise<string | undefined>;
}

/** Bound to the cases of this installation. */
export function createOtherCases(around: Surroundings, apply: Apply): OtherCases {
  return {
    begin: (job, effect) => begin(around, apply, job, effect),
    async report({ case: { number } }, { caseId, startId, outcome }) {
      const applied = await apply(caseId, { type: "started-decided", startId, number, outcome });
      if (!applied.ok && ("lost" in applied || applied.refused.code === "changed-meanwhile"))
        throw new Error("The case that started this one was changed at the same moment.");
    },
    async changeLicence({ case: { number } }, { caseId, issuedId, status }) {
      const applied = await apply(caseId, { type: "licence-changed", issuedId, status, number });
      if (applied.ok) return undefined;
      if ("lost" in applied || applied.refused.code === "changed-meanwhile")
        throw new Error("The case that issued the licence was changed at the same moment.");
      return applied.refused.words;
    },
  };
}

async function begin(around: Surroundings, apply: Apply, job: Job, effect: Of<"start">): Promise<Begun> {
  const definition = around.definitionNamed?.(effect.service);
  if (!definition) return { state: "elsewhere" };
  const caseId = createHash("sha256")
    .update(JSON.stringify(["start", job.caseId, effect.id]))
    .digest("hex")
    .slice(0, 32);
  const before = await around.store.readCase(caseId);
  if (before) return { state: "begun", number: before.case.number };
  const closed = await closedNow(around, definition, [job.definition.service.name]);
  if (closed !== undefined) return { state: "closed", why: `${effect.service} takes no new cases (${closed})` };
  const { service } = definition;
  const answers = answersOf(service, effect.answers);
  const asked = askedOf(service, answers);
  const { applicant, language, identity, origins } = job.case;
  const sent: Happening = {
    type: "sent",
    number: await drawNumber(around, service.agency.name, service.name),
    definition: definition.hash,
    language,
    by: applicant,
    answers,
    origins: Object.fromEntries(Object.entries(origins).filter(([path]) => asked.includes(path))),
    fetched: {},
    asked,
    startedBy: { caseId: job.caseId, startId: effect.id, service: job.definition.service.name },
    ...(identity ? { identity } : {}),
    ...(effect.dateApplied ? { dateApplied: effect.dateApplied } : {}),
  };
  const applied = await apply(caseId, sent, { onceKey: `send/${caseId}` });
  if (applied.ok) return { state: "begun", number: applied.case.number };
  throw new Error("lost" in applied ? "The case was begun at the same moment." : applied.refused.words);
}

/** Only what the other service asks too, under the same name. */
function answersOf({ names }: Service, given: Answers): Answers {
  const asks = new Set(
    Object.entries(names).flatMap(([path, { from }]) =>
      from === "question" || from === "declaration" ? [path.split(".")[0] ?? path] : [],
    ),
  );
  return Object.fromEntries(Object.entries(given).filter(([key]) => asks.has(key)));
}

function askedOf({ names }: Service, answers: Answers): string[] {
  return Object.entries(names).flatMap(([path, { from }]) =>
    (from === "question" || from === "declaration") && valueAtDotted(answers, path) !== undefined ? [path] : [],
  );
}
