// The proof that a register may want of what is corrected: one upload for a page.
import type { FileAnswer } from "#contract/facts.ts";
import type { JourneyField } from "./shapes.ts";

/** The control that holds the proof of corrections on a page. */
export const proofControl = "proof";
/** What is taken as proof of a correction. */
export const proofAccept = { extensions: ["pdf", "jpg", "png"], maxBytes: 10_000_000 };

/** True for an answer that corrects a register which asks for proof. */
export function needsProof(field: JourneyField): boolean {
  return field.field.prefill?.mode === "correctable-with-evidence" && field.origin?.kind === "corrected";
}

/** The proof already given for a correction on this page. */
export function proofOf(fields: readonly JourneyField[]): FileAnswer | undefined {
  return fields
    .map((field) => (field.origin?.kind === "corrected" ? field.origin.evidence : undefined))
    .find((one) => one !== undefined);
}
