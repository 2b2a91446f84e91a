// Where a condition of the route or a credential stands: everything has been asked, days count up to the day of sending.

import type { Line } from "../../syntax/tree.ts";
import type { Building, Scope, Situation } from "../building.ts";
import { serviceScope } from "../names/declare.ts";

/** The situation of a condition after the application was sent. */
export function ruleSituation(building: Building, line: Line): Situation {
  return situationIn(line, serviceScope(building));
}

/** The same inside a scope of its own: a check for each item. */
export function situationIn(line: Line, scope: Scope): Situation {
  return { scope, line, counting: "rules", known: [], needsAnswers: false };
}
