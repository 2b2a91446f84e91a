// The findings of one kind. Checks pick theirs by this.
import type { Candidate, Finding, Model } from "../model/model.ts";

/** All findings of a kind, in the order they were met. */
export function findingsOf<Kind extends Finding["kind"]>(model: Model, kind: Kind): Extract<Finding, { kind: Kind }>[] {
  return model.findings.filter((finding): finding is Extract<Finding, { kind: Kind }> => finding.kind === kind);
}

/** The names among which a missing one is looked for, each with the first that has it. */
export type NamesOf = (candidates: readonly Candidate[]) => ReadonlyMap<string, Candidate>;

/** Made for one check: a text in which thousands of names are missing has one list for all of them, whose names are taken out once. */
export function createNamesOf(): NamesOf {
  const made = new Map<readonly Candidate[], ReadonlyMap<string, Candidate>>();
  return (candidates) => {
    const names = made.get(candidates) ?? firstOfEachName(candidates);
    made.set(candidates, names);
    return names;
  };
}

function firstOfEachName(candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> {
  const first = new Map<string, Candidate>();
  for (const candidate of candidates) if (!first.has(candidate.name)) first.set(candidate.name, candidate);
  return first;
}
