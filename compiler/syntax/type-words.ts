// The words of the types that the language brings, as they stand after "as": where the name of a type ends within a line. Data, and one
// pure function. What a type means stands in model/types.

/** Types whose name is all there is to say. */
export const plainTypeNames = [
  "text",
  "long text",
  "full name",
  "email",
  "phone number",
  "web address",
  "reference number",
  "number",
  "whole number",
  "money",
  "money in any currency",
  "percentage",
  "date",
  "date of birth",
  "month",
  "year",
  "time",
  "date range",
  "appointment",
  "yes or no",
  "country",
  "language",
  "postal address",
  "postcode",
  "place on a map",
  "area on a map",
  "grid reference",
  "vehicle registration",
  "national id",
  "business number",
  "bank account",
  "file",
  "files",
  "photo",
] as const;

const plain: ReadonlySet<string> = new Set(plainTypeNames);

const starts: ReadonlySet<string> = new Set([
  ...plainTypeNames.map((name) => name.split(" ")[0] ?? name),
  ...["one", "any", "case", "measurement"],
]);

/** How many of these words are the name of a type; one when none is known: it may be one of the author's own. */
export function typeLength(words: readonly string[]): number {
  const [first, second] = words;
  if (first === "measurement") return words.length;
  if ((first === "one" || first === "any" || first === "case") && second === "of") return Math.min(3, words.length);
  for (let length = words.length; length > 0; length--) if (plain.has(words.slice(0, length).join(" "))) return length;
  return Math.min(1, words.length);
}

/** Whether these are the whole name of a type that the language brings, or one word, which may be one of the author's own. Asked of every question. */
export function isTypeName(words: readonly { readonly name: string }[]): boolean {
  let said = words[0]?.name ?? "";
  for (let at = 1; at < words.length; at++) said += ` ${words[at]?.name}`;
  return words.length < 2 || plain.has(said);
}

/** Whether the name of a type that the language brings may begin with this word. */
export function isTypeWord(word: string): boolean {
  return starts.has(word);
}
