// The chain over a case's events: each hash covers the event and the hash before it, so that editing, dropping or swapping
// a line shows. Personal values enter only as a salted commitment: they can be erased and the chain still proves itself.
import { createHash } from "node:crypto";
import type { StoredEvent } from "./store.ts";

/** Before the first event of a case. */
export const chainStart = "0".repeat(64);

/** SHA-256, in hex, over the hash before and the event's own members in a fixed order. */
export function hashOf(before: string, caseId: string, event: Omit<StoredEvent, "hash" | "values">): string {
  const details = Object.entries(event.details).sort(([one], [other]) => (one < other ? -1 : 1));
  const line = [before, caseId, event.number, event.type, event.at, event.by ?? "", details, event.commitment ?? ""];
  return createHash("sha256").update(JSON.stringify(line)).digest("hex");
}

/** SHA-256, in hex, over a salt and the values: tells nothing about them to who lacks the salt. */
export function commitmentOf(salt: string, values: string): string {
  return createHash("sha256").update(salt).update("\n").update(values).digest("hex");
}
