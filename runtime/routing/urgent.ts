// Whether the case is urgent, as `urgent when` says; kept in the case, so that rules and work lists read one answer.
import type { Moving } from "./moving.ts";

/** Tries `urgent when` again; unknown is not urgent. */
export function followUrgent(moving: Moving): void {
  const rule = moving.service.route?.urgentWhen;
  if (rule === undefined) return;
  const urgent = moving.isYes(rule);
  if (urgent === (moving.case.urgent ?? false)) return;
  moving.change({ urgent });
  moving.record(urgent ? "urgent" : "no longer urgent");
}
