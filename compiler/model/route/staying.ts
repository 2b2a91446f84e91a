// What people of a stage can do while the case stays in it: take longer, consult others, put it on hold, correct answers.

import { type Building, placed, type Readers } from "../building.ts";
import { lengthAfter, namesAfter, pathsAfter } from "../line.ts";
import { findName } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import { paths } from "../service/privacy.ts";
import type { Stage } from "../shapes.ts";

/** The readers of those lines; each adds to the stage. */
export function stayingReaders(building: Building, stage: Stage): Readers {
  return {
    "can take <d> longer with reason": (line) => {
      const longer = durationOf(building, lengthAfter(line, "take"));
      if (longer) stage.takesLonger = longer;
    },
    "can consult <ns> within <d>": (line) => {
      const roles = namesAfter(line, "consult").flatMap((word) => findName(building, "role", word) ?? []);
      const within = durationOf(building, lengthAfter(line, "within"));
      if (roles.length > 0 && within) stage.consults = placed(building, line.span, { roles, within });
    },
    "can put on hold for up to <d> with reason": (line) => {
      const upTo = durationOf(building, lengthAfter(line, "up", "to"));
      if (upTo) stage.holds = upTo;
    },
    "can correct <ps> with reason": (line) => {
      stage.corrects = [...(stage.corrects ?? []), ...paths(building, pathsAfter(line, "correct"))];
    },
  };
}
