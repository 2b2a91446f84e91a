// Names as they stand in answers: permits-held → permitsHeld. Nothing else turns names into keys.

/** camelCase key of a name in lower case with hyphens. */
export function keyOf(name: string): string {
  return name
    .split("-")
    .filter((word) => word !== "")
    .map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join("");
}
