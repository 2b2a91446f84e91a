// What work is done on: one effect, with the case and the service it belongs to. A shape only.
import type { Case } from "#routing/case.ts";
import type { CaseEffect } from "#routing/happening.ts";
import type { Definition } from "../cases/commands.ts";

/** One effect with everything it belongs to. `key` is unique for ever. */
export interface Job {
  readonly key: string;
  readonly caseId: string;
  readonly effect: CaseEffect;
  readonly case: Case;
  readonly definition: Definition;
}
