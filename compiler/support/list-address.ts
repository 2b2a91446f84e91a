// Where a list stands among the addresses of the form's pages: by its name, behind the set that it is in, like the pages of a set.
import type { Repeat } from "#contract";

/** members; of a set that is included as claimant, claimant-members. */
export function listAddress({ within = [], name }: Pick<Repeat, "within" | "name">): string {
  const around = within.map((key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  return [...around, name].join("-");
}
