// People played in the text: what is given and what is expected, typed, for whoever plays them.

import type { Line } from "../syntax/tree.ts";
import type { Building } from "./building.ts";
import type { Expression } from "./shapes.ts";

/** Reads every example that speaks of values and decisions only. */
export function readExamples(building: Building, lines: readonly Line[]): void {
  void building;
  void lines;
}

export type { Expression };
