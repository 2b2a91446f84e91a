// The proofs over conditions, in the order they need each other: first what stops everybody or somebody, then what nobody can reach
// with that left out, then exceptions that contradict each other; last of all, what could not be decided.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { createProvers } from "../proof/prove.ts";
import { checkRouteProofs } from "../route/route-proofs.ts";
import { checkChoiceNeverAccepted } from "./choice-never-accepted.ts";
import { checkExceptionsDiffer } from "./exceptions-differ.ts";
import { checkNeverReached } from "./never-reached.ts";
import { checkNobodyCanContinue } from "./nobody-can-continue.ts";
import { tellUndecided } from "./not-decided.ts";
import { checkSomeCannotContinue } from "./some-cannot-continue.ts";

/** FW405, FW407, FW414, FW415, FW416 and FW422, and what is proved of the route. */
export function checkProofs(model: Model): Problem[] {
  const provers = createProvers(model);
  const stuck = checkNobodyCanContinue(provers);
  const sound = provers.without(stuck.told);
  const some = checkSomeCannotContinue(sound);
  const reached = checkNeverReached(sound);
  const choices = checkChoiceNeverAccepted(sound);
  const exceptions = checkExceptionsDiffer(sound, reached.problems);
  const route = checkRouteProofs(sound);
  const undecided = [
    ...stuck.undecided,
    ...some.undecided,
    ...reached.undecided,
    ...choices.undecided,
    ...exceptions.undecided,
    ...route.undecided,
  ];
  return [
    ...stuck.problems,
    ...some.problems,
    ...reached.problems,
    ...choices.problems,
    ...exceptions.problems,
    ...route.problems,
    ...tellUndecided(model, undecided),
  ];
}
