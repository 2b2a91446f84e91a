// Answers that an officer opened again: the applicant may change those and no others. What follows from a change comes along:
// questions that are asked now and were not, answers no longer asked, values a register gives.
import type { Origin } from "#contract/facts.ts";
import { isSameValue, valueAtDotted, withoutValueAt, withValueAt } from "#support/facts.ts";
import type { Case, ChangedAnswer, InformationRequest } from "../case.ts";
import type { CorrectedAnswers } from "../happening.ts";
import { refuse } from "../moving.ts";

/** The case's members afterwards and what changed; a refusal when anything else was touched. */
export function correctionOf(
  present: Case,
  { reopens = [] }: Pick<InformationRequest, "reopens">,
  corrected: CorrectedAnswers,
):
  | {
      readonly after: Pick<Case, "answers" | "origins" | "asked" | "fetched" | "accepted">;
      readonly changes: ChangedAnswer[];
    }
  | ReturnType<typeof refuse> {
  const askedNow = new Set(corrected.asked);
  const isOpen = (path: string, origin: Origin | undefined): boolean =>
    reopens.includes(path) || !present.asked.includes(path) || !askedNow.has(path) || origin?.kind === "prefilled";
  const touched = corrected.changes.filter(
    ({ path, value }) => !isSameValue(valueAtDotted(present.answers, path), value),
  );
  if (!touched.every(({ path, origin }) => isOpen(path, origin)))
    return refuse("not-offered", "Only answers that were opened again can be changed.");
  let { answers, origins } = present;
  const changes: ChangedAnswer[] = [];
  for (const { path, value, origin } of touched) {
    const old = valueAtDotted(answers, path);
    const keys = path.split(".");
    answers = value === undefined ? withoutValueAt(answers, keys) : withValueAt(answers, keys, value);
    const { [path]: _before, ...others } = origins;
    origins = origin ? { ...others, [path]: origin } : others;
    changes.push({ path, ...(old !== undefined && { old }), ...(value !== undefined && { value }) });
  }
  // What was accepted was another answer.
  const again = new Set(changes.map(({ path }) => path));
  const accepted = Object.fromEntries(Object.entries(present.accepted ?? {}).filter(([path]) => !again.has(path)));
  return { after: { answers, origins, accepted, asked: corrected.asked, fetched: corrected.fetched }, changes };
}
