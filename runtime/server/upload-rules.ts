// Which file controls a page of a form has, and what each of them takes.
import { proofControl } from "#journey/read-posted.ts";
import type { Journey } from "#journey/shapes.ts";
import { findStep } from "#journey/walk.ts";
import type { UploadRule } from "./posted-form.ts";

/** Proof of a correction, and questions whose author says nothing of files. */
const usual = { accepted: ["pdf", "jpg", "png"], maxBytes: 10 * 1024 * 1024 };

/** The rule of each control of the page at an address; `most` bytes is what this installation takes at all. */
export function uploadRulesOf(
  journey: Journey,
  address: string,
  most: number,
): (control: string) => UploadRule | undefined {
  const step = findStep(journey, address);
  const fields = step?.kind === "page" ? step.fields : [];
  const usually = { ...usual, maxBytes: Math.min(usual.maxBytes, most) };
  return (control) => {
    const field = fields.find(
      ({ path, field: { type } }) => path === control && ["file", "files", "photo"].includes(type.kind),
    );
    const accept = field?.field.accept;
    if (accept)
      return {
        accepted: accept.extensions.map((ending) => ending.replace(/^\./, "").toLowerCase()),
        maxBytes: Math.min(accept.maxBytes, most),
      };
    const proof = control === proofControl && fields.some(({ field: { prefill } }) => prefill);
    return field || proof ? usually : undefined;
  };
}
