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
export function nameFromWords(written: string, isGiven: (name: string) => boolean): string | undefined {
  const words = written.toLowerCase().match(/\p{L}[\p{L}\d]*(?:['’]s)?/gu) ?? [];
  const plain = words.map((word) => word.replace(/['’]s$/, ""));
  const telling = plain.filter((word) => !idle.has(word));
  const chosen = (telling.length > 0 ? telling : plain).slice(0, longestName);
  if (chosen.length === 0) return undefined;
  const name = chosen.join("-");
  return isGiven(name) ? `${name}-2` : name;
}

/** First words of the lines that give a name. */
const naming =
  "amount|ask|assistance|calculate|calendar|check|credential|decide|declare|document|fetch|group|list|message|outcome|page|partner|question-set|repeat|role|section|source|stage|table|type";

/** Every name that a line of the text gives: `message offer-letter by email`. Reads the text once, however often it is asked. */
export function givenNamesOf(text: string): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined;
  const line = new RegExp(`^[ \\t]*(?:${naming})[ \\t]+([\\p{L}\\d-]+)`, "gimu");
  return (name) => {
    names ??= new Set([...text.matchAll(line)].map(([, given = ""]) => given.toLowerCase()));
    return names.has(name.toLowerCase());
  };
}
