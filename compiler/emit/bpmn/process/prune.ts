// Takes away what no flow leads to: a place may be named by a line that can never be reached. What was taken away is told.
import type { Name } from "#contract";
import type { MessageFlow, Scope, Step } from "./process.ts";

/** Removes steps that cannot be reached from `start`, with their flows and messages; gives the places that were lost. */
export function pruneUnreached(scope: Scope, start: string, messageFlows: MessageFlow[]): Name[] {
  const reached = stepsReached(scope, start);
  const isKept = (step: Step): boolean => reached.has(step.id) || step.kind === "event-sub-process";
  const lost = scope.steps.filter((step) => !isKept(step));
  const gone = new Set(lost.flatMap(idsOf));
  keep(scope.steps, isKept);
  keep(scope.flows, ({ from, to }) => !gone.has(from) && !gone.has(to));
  keep(messageFlows, ({ step }) => !gone.has(step));
  return lost.flatMap(({ place }) => place ?? []);
}

function stepsReached({ steps, flows }: Scope, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const borders = steps.find((step) => step.id === id)?.borders.map((border) => border.id) ?? [];
    const from = new Set([id, ...borders]);
    waiting.push(...flows.filter((flow) => from.has(flow.from)).map(({ to }) => to));
  }
  return reached;
}

function idsOf(step: Step): string[] {
  return [step.id, ...step.borders.map(({ id }) => id), ...(step.inner?.steps.flatMap(idsOf) ?? [])];
}

function keep<T>(list: T[], isKept: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}
