// Reminders: somebody is told that something waits. A reminder never moves a case (R16).
import type { Deadline } from "../case.ts";
import type { Moving } from "../moving.ts";

/** Tells whom the reminder names. */
export function fireReminder(moving: Moving, deadline: Deadline): void {
  if (!deadline.tell) return;
  moving.order({ do: "tell", to: deadline.tell, about: "reminder" });
  moving.tellHistory({ what: "reminded", to: deadline.tell });
}
