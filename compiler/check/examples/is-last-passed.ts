// Whether something that was kept outside is a record of what examples rested on. Apart, so that who keeps it needs no more of the checks.
import type { LastPassed } from "./last-passed.ts";

/** Records of examples of fingerprints: what was kept may have been changed there, or be anything else. */
export function isLastPassed(value: unknown): value is LastPassed {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (example) => isRecord(example) && Object.values(example).every((print) => typeof print === "string"),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
