// A name as the author wrote it, turned into the key under which its value stands. Nothing else.

/** "parking-permit" → "parkingPermit". */
export function keyOf(name: string): string {
  return name.replace(/-([^-])/g, (_, letter: string) => letter.toUpperCase());
}
