// What officers record in a stage, for proofs about a moment at which they have done so: every answer that must be given is
// there, within its limits.
import type { Action, Field, Stage } from "../../model/shapes.ts";
import { factVariable } from "../proof/facts.ts";
import { allOf, always, among, type Formula, implies, opposite } from "../proof/formula.ts";
import type { Translation } from "../proof/translation.ts";
import { absent } from "../proof/vocabulary.ts";

/** The answers of a stage, and of one of its actions when that was chosen. */
export function recorded(t: Translation, stage: Stage, action?: Action): Formula[] {
  return stage.doneBy === undefined ? ofFields(t, [...stage.questions, ...(action?.questions ?? [])]) : [];
}

function ofFields(t: Translation, fields: readonly Field[]): Formula[] {
  return fields.map((field) => {
    const name = factVariable(t, field.path, undefined);
    const isThere = among(name, [absent], true);
    const isAsked = field.showWhen === undefined ? always : t.yes({ op: "rule", id: field.showWhen });
    const isRequired = !field.optional && field.requiredWhen === undefined;
    const limits = (field.musts ?? []).map((must) => opposite(t.no({ op: "rule", id: must.rule })));
    return allOf([isRequired ? implies(isAsked, isThere) : always, ...limits]);
  });
}

/** All checks of a stage are done, and have come to a result where they always do. */
export function checksDone(t: Translation, { checks = [] }: Stage): Formula[] {
  if (checks.length === 0) return [];
  // Only counts that some line reads are facts.
  const isYes = (key: string) =>
    t.datumOf(["case", key], undefined) ? among(factVariable(t, ["case", key], undefined), ["yes"]) : always;
  const sure = checks.filter(
    (one) => !one.forEach && !one.skipWhen && !one.finish?.goOnWithout && one.doing.length === 0,
  );
  const results = sure.flatMap((one): Formula[] => {
    const datum = t.model.data.find(({ from, said, item }) => from === "stage" && said === one.name && !item);
    const chosen = datum?.choices ? [among(factVariable(t, datum.path, undefined), [absent], true)] : [];
    return one.doneBy === undefined ? [...chosen, ...ofFields(t, [...one.questions])] : [];
  });
  return [isYes("allDone"), isYes("anyDone"), ...sure.map((_, index) => isYes(`done${index + 1}`)), ...results];
}
