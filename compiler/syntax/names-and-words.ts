// A name out of the words that people see, and words out of a name: what a fix puts where one of them is missing.

/** Words that say nothing about what is asked. */
const idle: ReadonlySet<string> = new Set(
  "a about an and any are can could did do does for has have how in is it its long many me much my of old on or our please should tell that the their there they this to us was we were what when where which who whose why will with would you your".split(
    " ",
  ),
);

const longestName = 3;

/** parking-officer → Parking officer */
export function wordsFromName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

/** "What is the dog's name?" → dog-name. Never a name that a line of the text gives already. */
export function nameFromWords(written: string, text: string): string | undefined {
  const words = written.toLowerCase().match(/\p{L}[\p{L}\d]*(?:['’]s)?/gu) ?? [];
  const plain = words.map((word) => word.replace(/['’]s$/, ""));
  const telling = plain.filter((word) => !idle.has(word));
  const chosen = (telling.length > 0 ? telling : plain).slice(0, longestName);
  if (chosen.length === 0) return undefined;
  const name = chosen.join("-");
  const stands = new RegExp(`^[ \\t]*[\\p{L}-]+[ \\t]+${name}(?![\\p{L}\\d-])`, "mu").test(text.toLowerCase());
  return stands ? `${name}-2` : name;
}
