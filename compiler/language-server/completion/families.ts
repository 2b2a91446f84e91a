// What goes with what in a comparison, as far as the text says it: nobody is offered a date for a phone number, or to ask whether it is over.
import { wordOf } from "../../model/line.ts";
import type { Datum } from "../../model/model.ts";
import { type Family, familyOf } from "../../model/types/families.ts";
import { readType } from "../../model/types/type-names.ts";
import type { Found } from "../names/resolve.ts";

/** The family of a declared thing; undefined where its type is worked out, or is one of the author's own. */
export function familyOfFound({ mention }: Found): Family | undefined {
  const { line } = mention.line;
  if (wordOf(line) === "decide") return "yes-or-no";
  const words = line.parts.flatMap((part) => (part.slot === "ty" ? part.type.words.map(({ name }) => name) : []));
  const read = words.length === 0 ? undefined : readType(words);
  if (read?.kind === "choice") return read.choice === "one-of" ? "choice" : "choices";
  return read?.kind === "plain" ? familyOf(read.type) : undefined;
}

/** The family of what every service has. */
export function familyOfBuiltIn({ type }: Datum): Family | undefined {
  return type && familyOf(type);
}

const ofDays = ["before", "after", "on or before", "on or after", "within the last", "within the next"];
const fromToday = ["in the past", "in the future", "ago", "today"];
const lengths = ["years since", "months since", "days since"];
const amounts = ["over", "under", "more than", "less than", "plus", "minus", "times", "divided by", "more", "or more"];
const limits = ["at least", "at most", "from", "to", "to under"];
const ofLists = ["sum of", "count of", "highest of", "lowest of", "average of"];
const others = ["includes", "does not include", "yes", "no"];

const ofAmounts = [...ofDays, ...fromToday, ...others];

/** Phrases that say nothing about a value of that family. */
const unsaid: Readonly<Partial<Record<Family, ReadonlySet<string>>>> = {
  text: new Set([...ofDays, ...fromToday, ...lengths, ...amounts, ...limits, ...ofLists, ...others, "of"]),
  number: new Set(ofAmounts),
  money: new Set(ofAmounts),
  percentage: new Set(ofAmounts),
  date: new Set([...others, "times", "divided by", "more", "or more"]),
};

/** Whether a phrase may stand with a value of that family, or in front of what it is compared with. */
export function suitsPhrase(family: Family | undefined, phrase: string): boolean {
  return family === undefined || unsaid[family]?.has(phrase) !== true;
}
