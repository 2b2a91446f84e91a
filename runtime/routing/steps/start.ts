// Starting a case of another service: its answers are worked out here, whoever hosts the service begins it. What came of it is told back.
import type { Effect } from "#contract";
import type { Answers } from "#contract/facts.ts";
import { valueAtDotted, withValueAt } from "#support/facts.ts";
import type { StartedCase } from "../case.ts";
import type { Moving } from "../moving.ts";

/** Orders the start; gives the id by which its end is told. */
export function orderStart(moving: Moving, { what: service = "", paths = [], keepsTheDate }: Effect): string {
  return orderCase(moving, service, answersFor(moving, paths), keepsTheDate ? moving.case.dateApplied : undefined);
}

/** Orders a case of a service with these answers; `day` is its day of application, else the day it begins. */
export function orderCase(moving: Moving, service: string, answers: Answers, day?: string): string {
  const dateApplied = day === undefined ? {} : { dateApplied: day };
  const id = moving.order({ do: "start", service, answers, ...dateApplied });
  const started: StartedCase = { id, service, at: moving.now };
  moving.change({ started: [...(moving.case.started ?? []), started] });
  return id;
}

/** No path stands for all answers. */
function answersFor(moving: Moving, paths: readonly string[]): Answers {
  if (paths.length === 0) return moving.case.answers;
  const { values } = moving.facts();
  return paths.reduce<Answers>((answers, path) => {
    const value = valueAtDotted(values, path);
    return value === undefined ? answers : withValueAt(answers, path.split("."), value);
  }, {});
}

/** The other case is there now and has a number. */
export function noteStarted(moving: Moving, id: string, number: string): void {
  const { started = [] } = moving.case;
  moving.change({ started: started.map((one) => (one.id === id ? { ...one, number } : one)) });
  const service = started.find((one) => one.id === id)?.service;
  moving.tellHistory({ what: "started", ...(service === undefined ? {} : { name: service }) });
}

/** Tells the case that started this one which outcome it reached. */
export function tellStarter(moving: Moving, outcome: string): void {
  const { startedBy } = moving.case;
  if (startedBy) moving.order({ do: "report", caseId: startedBy.caseId, startId: startedBy.startId, outcome });
}
