// Takes away what says nothing: a way that an earlier one to the same step already says, and a gateway with one way in and one way out.
// Lines of a route may come to the same thing; drawn twice they would only ask the reader what the difference is.
import type { Flow, Scope, Step } from "./process.ts";

/** Tidies a scope and all inside it. Runs before flows are joined. */
export function tidyScope(scope: Scope): void {
  for (const { inner } of scope.steps) if (inner) tidyScope(inner);
  dropSaidBefore(scope);
  for (let gateway = needless(scope); gateway; gateway = needless(scope)) takeOut(scope, gateway);
}

/** The first way that fits is taken, so a second one with the same condition to the same step never is; without a condition it says the same. */
function dropSaidBefore(scope: Scope): void {
  const said = new Set<string>();
  const kept = scope.flows.filter((flow) => {
    const key = JSON.stringify([flow.from, flow.to, flow.condition?.jsonata]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
  scope.flows.splice(0, scope.flows.length, ...kept);
}

/** A gateway that nothing stands beside, with one way in and one out. */
function needless({ steps, flows }: Scope): Step | undefined {
  const hosts = new Set(steps.flatMap(({ standing }) => (standing.kind === "beside" ? [standing.host] : [])));
  const count = (of: (flow: Flow) => boolean): number => flows.filter(of).length;
  return steps.find(
    ({ kind, id }) =>
      kind === "gateway" &&
      !hosts.has(id) &&
      count(({ to }) => to === id) === 1 &&
      count(({ from }) => from === id) === 1,
  );
}

/** The way in leads on to where the way out led. A place that was entered there is entered at the next step. */
function takeOut({ steps, flows }: Scope, { id, place }: Step): void {
  const incoming = flows.findIndex(({ to }) => to === id);
  const outgoing = flows.find(({ from }) => from === id);
  const before = flows[incoming];
  if (!outgoing || !before) return;
  flows[incoming] = { ...before, to: outgoing.to };
  flows.splice(flows.indexOf(outgoing), 1);
  steps.splice(
    steps.findIndex((step) => step.id === id),
    1,
  );
  const at = steps.findIndex((step) => step.id === outgoing.to);
  const next = steps[at];
  if (place !== undefined && next && next.place === undefined) steps[at] = { ...next, place };
}
