// The proofs over the route, with the provers of the conditions: which ways can be taken, where a case can get stuck, which
// ways are open at once, which circles a case could go round in. Every proof ends after a limited number of steps, and says so.
import type { Provers } from "../proof/prove.ts";
import { checkCircleWithoutDeadline } from "./circle-without-deadline.ts";
import { checkGuardsLeaveHole } from "./guards-leave-hole.ts";
import { checkInvitedWithoutAddress } from "./invited-without-address.ts";
import { checkNotAlwaysCollected } from "./not-always-collected.ts";
import { type Found, walkRoute } from "./on-the-way.ts";
import { createRouteGraph } from "./route-graph.ts";
import { lineOfStage, nameSpan } from "./stages.ts";
import { checkTwoWaysBothYes } from "./two-ways-both-yes.ts";
import { checkWayNeverTaken } from "./way-never-taken.ts";

/** FW503 where conditions leave a hole, FW507, FW509 and FW510. */
export function checkRouteProofs(provers: Provers): Found {
  const { model } = provers;
  if (!model.route) return { problems: [], undecided: [] };
  const walked = walkRoute(createRouteGraph(model), provers);
  const all = [
    checkWayNeverTaken(walked, provers),
    checkGuardsLeaveHole(walked),
    checkTwoWaysBothYes(walked),
    checkCircleWithoutDeadline(walked),
  ];
  const first = walked.graph.stage(walked.graph.first);
  const line = first && lineOfStage(model, first);
  const problems = [
    ...all.flatMap((one) => one.problems),
    ...checkNotAlwaysCollected(walked),
    ...checkInvitedWithoutAddress(walked),
  ];
  const undecided = all.flatMap((one) => one.undecided);
  if (!walked.gaveUp || !line) return { problems, undecided };
  // Each way that was not looked at any more would say the same.
  const why = `It has more ways than can be walked through: after so many nothing is known of a case any more, and ${undecided.length} ways and stages were not decided. Fewer ways back, or parts of it as services of their own, can be proved.`;
  return {
    problems,
    undecided: [{ what: "which ways of this route a case can take", at: nameSpan(line), why }],
  };
}
