// FW516: a credential is replaced, suspended, revoked or reinstated where none can exist (R17): the applicant presents none,
// none is renewed, and no case has been issued one before.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import type { Effect } from "../../model/shapes.ts";
import { createRouteGraph, type RouteGraph, reachableFrom } from "./route-graph.ts";

const acting: ReadonlySet<Effect["do"]> = new Set(["replace", "suspend", "revoke", "reinstate"]);

export function checkCredentialCannotExist(model: Model): Problem[] {
  if (!model.route) return [];
  const graph = createRouteGraph(model);
  const places = [...graph.stages, ...graph.outcomes];
  return places.flatMap(({ name, doing }) =>
    doing.flatMap((effect, index) => {
      const plan = effect.do === "pay" ? effect.whileLasts : undefined;
      const what = plan ?? effect.what ?? "";
      const span = model.places.get(effect)?.span;
      if ((!acting.has(effect.do) && plan === undefined) || !span) return [];
      // A plan of payments hangs on what this case issues; a replaced one is issued anew.
      if (plan === undefined ? comesFromOutside(model, what) : doing.slice(0, index).some((one) => replaces(one, what)))
        return [];
      const isIssued =
        doing.slice(0, index).some((one) => issues(one, what)) ||
        places.some(
          (other) =>
            // A plan that stands above the issuing begins with nothing, though the case may come round again.
            (plan === undefined || other.name !== name) &&
            other.doing.some((one) => issues(one, what)) &&
            comesAfter(graph, other.name, name),
        );
      if (isIssued && (effect.do !== "reinstate" || isSuspended(model, what))) return [];
      const isLater = doing.slice(index + 1).some((one) => issues(one, what));
      const explanation = isIssued
        ? [`Nothing in this service suspends ${what}.`]
        : isLater
          ? [`What stands here happens from top to bottom. Move  issue ${what}  above this line.`]
          : [`No case has been issued ${what} before it comes to ${name}, and nobody presents one.`];
      const does = plan === undefined ? effect.do : "pay for";
      return [problems.credentialCannotExist(span, { does, credential: what }, { explanation })];
    }),
  );
}

function replaces(effect: Effect, what: string): boolean {
  return effect.do === "replace" && effect.what === what;
}

function issues(effect: Effect, what: string): boolean {
  return effect.do === "issue" && effect.what === what;
}

function comesAfter(graph: RouteGraph, first: string, then: string): boolean {
  return reachableFrom(
    graph,
    graph.from(first).map(({ to }) => to),
  ).has(then);
}

/** One that is presented, renewed, or chosen by an officer who starts the case was issued by an earlier case. */
function comesFromOutside({ applicants, credentials, startedBy }: Model, what: string): boolean {
  if (startedBy.length > 0) return true;
  const isPresented = applicants.some(({ presents = [] }) => presents.some(({ credential }) => credential === what));
  return isPresented || credentials[what]?.renew !== undefined;
}

function isSuspended({ route, outcomes, credentials }: Model, what: string): boolean {
  const effects = [...(route?.stages ?? []), ...outcomes].flatMap(({ doing }) => doing);
  return (
    credentials[what]?.suspendWhen !== undefined || effects.some((one) => one.do === "suspend" && one.what === what)
  );
}
