// How the author says a path of names: home's postcode.

/** Names joined by 's. */
export function saidOf(names: readonly string[]): string {
  return names.join("'s ");
}
