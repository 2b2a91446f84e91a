// What is held until there is a way out, in words for administrators: a payment with its amount and day, so that it can be made by hand.

import type { Service } from "#contract";
import { localeOf, showDate } from "#support/show-parts.ts";
import { showValue } from "#support/show-value.ts";

/** `effect` is the held effect as JSON; `to` is who it is for, where somebody is. */
export function heldWords(effect: string, to: string | undefined, service: Service | undefined): string {
  if (to) return `For ${to.replaceAll("-", " ")}`;
  const held = fieldsOf(effect);
  const what = typeof held["what"] === "string" ? held["what"].replaceAll("-", " ") : "";
  if (held["line"] !== "pay") return "Waits for a way out";
  const { amount, dueOn } = held;
  const money =
    typeof amount === "number" && service ? showValue(amount, { kind: "money" }, "en", service) : "amount not known";
  const day = typeof dueOn === "string" && service ? `, for ${showDate(dueOn, localeOf("en", service))}` : "";
  return `To be paid: ${what}, ${money}${day}`;
}

function fieldsOf(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
