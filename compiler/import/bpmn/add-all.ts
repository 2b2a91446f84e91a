// Adds to a list one by one: `push(...many)` puts them all on the stack, which a large file runs out of.

/** Adds all of `more` to the end of `list`. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
