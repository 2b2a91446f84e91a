// Where several flows come to one step, they meet in a gateway before it: without one BPMN would run the step for each.
import type { Flow, Scope, Standing } from "./process.ts";

/** Puts a gateway before every step of the scope, and inside it, that more than one flow leads to. */
export function addJoins(scope: Scope): void {
  for (const step of [...scope.steps]) {
    if (step.inner) addJoins(step.inner);
    const incoming = scope.flows.filter(({ to }) => to === step.id);
    // Where branches end together they are waited for, and a gateway where flows meet needs none before it.
    if (incoming.length < 2 || step.kind === "parallel" || (step.kind === "gateway" && step.name === "")) continue;
    const id = `${step.id}_join`;
    const at = scope.steps.indexOf(step);
    const join = { id, kind: "gateway", name: "", lane: step.lane, notes: [], borders: [] } as const;
    scope.steps.splice(at, 0, { ...join, borders: [], standing: before(step.standing) });
    for (const flow of incoming) scope.flows[scope.flows.indexOf(flow)] = { ...flow, to: id };
    scope.flows.push({ id: `flow_${id}`, from: id, to: step.id, notes: [] } satisfies Flow);
  }
}

function before(standing: Standing): Standing {
  return standing.kind === "line" ? standing : { ...standing, step: standing.step - 0.5 };
}
