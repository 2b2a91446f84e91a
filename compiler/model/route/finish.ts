// `finish within …`: by when, and what happens when the time runs out.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { lengthAfter, nameAfter, says, valueAt } from "../line.ts";
import { findName } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import type { Finish } from "../shapes.ts";
import { ruleSituation } from "./rule-situation.ts";

/** The deadline of a stage or of the whole case. */
export function buildFinish(building: Building, line: Line, owner: string): Finish {
  const within = durationOf(building, lengthAfter(line, "within"));
  const value = valueAt(line);
  const typed = value && typeValue(building, value, { ...ruleSituation(building, line), needsAnswers: true });
  const by =
    typed &&
    keepRule(
      building,
      {
        form: "value",
        gives: typed.type ?? { kind: "date" },
        expression: typed.expression,
        at: typed.span,
        broken: !typed.type,
      },
      `${owner}/finish by`,
    );
  const from = findName(building, "stage", nameAfter(line, "from"));
  const tell = findName(building, "role", nameAfter(line, "tell"));
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const giveTo = findName(building, "role", nameAfter(line, "give", "to"));
  return placed(building, line.span, {
    ...(within && { within }),
    ...(by !== undefined && { by }),
    ...(from !== undefined && { from }),
    ...(tell !== undefined && { tell }),
    ...(goTo !== undefined && { goTo }),
    ...(giveTo !== undefined && { giveTo }),
    ...(says(line, "go", "on", "without", "it") && { goOnWithout: true }),
  });
}
