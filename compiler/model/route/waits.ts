// What a stage waits for besides people: a time, something that a source announces, the end of a case that this one started.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, type Readers } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { lengthAfter, nameAfter, valueAt } from "../line.ts";
import { sourceAnnouncing } from "../names/declare-awaited.ts";
import { findName } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import type { Stage } from "../shapes.ts";
import { ruleSituation } from "./rule-situation.ts";

/** The readers of those lines; each adds to the stage. */
export function waitReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "wait (until <e>|<d>)": (line) => {
      const within = durationOf(building, lengthAfter(line, "wait"));
      const number = (stage.waits ?? []).length + 1;
      const until = within ? undefined : untilRule(building, line, `${owner}/wait ${number}`);
      if (!within && until === undefined) return;
      const wait = placed(building, line.span, within ? { within } : { ...(until !== undefined && { until }) });
      stage.waits = [...(stage.waits ?? []), wait];
    },
    "wait for <n> within <d> otherwise go to <n>": (line) => {
      const what = findName(building, "awaited", nameAfter(line, "wait", "for"));
      const within = durationOf(building, lengthAfter(line, "within"));
      const otherwise = findName(building, "stage", nameAfter(line, "go", "to"));
      if (what === undefined || !within || otherwise === undefined) return;
      const source = sourceAnnouncing(building, what);
      const awaited = { what, within, otherwise, ...(source !== undefined && { source }) };
      stage.awaits = [...(stage.awaits ?? []), placed(building, line.span, awaited)];
    },
  };
}

function untilRule(building: Building, line: Line, id: string): string | undefined {
  const value = valueAt(line);
  const typed = value && typeValue(building, value, { ...ruleSituation(building, line), needsAnswers: false });
  if (!typed) return undefined;
  const gives = typed.type ?? { kind: "date" as const };
  return keepRule(
    building,
    { form: "value", gives, expression: typed.expression, at: typed.span, broken: !typed.type },
    id,
  );
}
