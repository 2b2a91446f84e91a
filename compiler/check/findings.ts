// The findings of one kind. Checks pick theirs by this.
import type { Finding, Model } from "../model/model.ts";

/** All findings of a kind, in the order they were met. */
export function findingsOf<Kind extends Finding["kind"]>(model: Model, kind: Kind): Extract<Finding, { kind: Kind }>[] {
  return model.findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);
}
