// The endings of the controls for the date on a document: known wherever files are posted.

/** Begins them. */
export const datedEnding = ":dated";

/** Day, month and year. */
export const datedEndings: readonly string[] = ["day", "month", "year"].map((part) => `${datedEnding}:${part}`);
