// Which kinds of applicant a text declares (language 3.6.10), and whether somebody must say which they are.
import type { Service } from "#contract";
import type { Identity } from "#contract/facts.ts";

type Kind = Identity["kind"];

const kinds: readonly Kind[] = ["person", "business", "organisation"];

/** The kinds of applicant that the text declares, each once, in its order. */
export function kindsOf({ applicants }: Pick<Service, "applicants">): readonly Kind[] {
  const declared = applicants.flatMap((applicant) => kinds.find((kind) => kind === applicant.kind) ?? []);
  return [...new Set(declared)];
}

/** The kinds somebody chooses from; none where the text declares one only, or a register said which they are. */
export function kindsToChoose(
  service: Pick<Service, "applicants">,
  { isKindKnown }: Pick<Identity, "isKindKnown">,
): readonly Kind[] {
  const declared = kindsOf(service);
  return declared.length > 1 && !isKindKnown ? declared : [];
}
