// Words of spreadsheets and programs whose idea is a line of its own here: nothing in the line can be changed into it. Data, and one pure function.
import type { IToken } from "chevrotain";
import { plainName } from "../lexer.ts";

/** A function as others write it, and where its idea stands here. */
const functions: Readonly<Record<string, string>> = {
  max: "The larger of two values is a line below:  never below £10.",
  min: "The smaller of two values is a line below:  never above £10.",
  round: "Rounding is a line below:  rounded to nearest £1.",
  roundup: "Rounding is a line below:  rounded up to £1.",
  rounddown: "Rounding is a line below:  rounded down to £1.",
  ceil: "Rounding is a line below:  rounded up to £1.",
  ceiling: "Rounding is a line below:  rounded up to £1.",
  floor: "Rounding is a line below:  rounded down to £1.",
  if: "The general value comes first, and the exception is a line below:  except £0 when blue-badge is yes.",
};

const kindsApart =
  'After  as  comes one type. Where people can answer in one of two ways, ask first which:  ask how "…" as one of these,  and say below each of the two questions  show when how is …';
const exceptionsBelow =
  "The general value stands in the line, and each exception below it:  calculate rate = 50%,  below it  except 60% when small.";
const oneLength =
  "One length of time holds for all cases of a stage. Cases that hurry have a stage of their own, which the others pass over:  skip when not urgent-case.";
const paidEach =
  "What is paid again and again lasts as long as what was issued:  pay allowance to account each month while allowance-award lasts,  and below  credential allowance-award  how long that is:  valid for 12 months.";
const sentFrom =
  "A message is sent when the case comes to where the line stands: in a stage or an outcome of its own, to which  when … then go to …  leads.";
const inOutcome =
  "What follows from it stands where the case goes:  can approve then go to approved,  and below  outcome approved  what is issued, sent or paid.";

/** What is written in a line whose idea has a place of its own: the words it begins with and those that do not fit; `…` is any second word, `9` a number or a length of time. */
const elsewhere: readonly (readonly [line: string, word: string, explanation: string])[] = [
  [
    "issue",
    "for",
    'How long it lasts stands below its own block:  credential badge "Badge", below it  valid for 3 years.',
  ],
  [
    "issue",
    "valid",
    'How long it lasts stands below its own block:  credential badge "Badge", below it  valid for 3 years.',
  ],
  [
    "can",
    "within",
    "What the applicant can do begins with  applicant:  applicant can appeal within 28 days then go to …",
  ],
  [
    "send",
    '"',
    "A message has a name, and its words stand in a block of its own:  send licence-ready, and at the margin  message licence-ready by email.",
  ],
  [
    "send",
    "saying",
    "A message has a name, and its words stand in a block of its own:  send not-entitled, and at the margin  message not-entitled by letter.",
  ],
  [
    "issue",
    "until",
    'How long it lasts stands below its own block:  credential badge "Badge", below it  valid for 3 years.',
  ],
  [
    "valid",
    "until",
    "A credential lasts for a length of time from the day it is issued:  valid for 1 year. Where all of them end on one day, that is a line below it:  revoke when today is after 31 December 2027.",
  ],
  [
    "keep",
    "forever",
    "Answers are kept for a length of time, as long as the law asks:  keep answers for 10 years after decision.",
  ],
  [
    "keep",
    "permanently",
    "Answers are kept for a length of time, as long as the law asks:  keep answers for 10 years after decision.",
  ],
  [
    "keep",
    "indefinitely",
    "Answers are kept for a length of time, as long as the law asks:  keep answers for 10 years after decision.",
  ],
  [
    "applicant",
    "to",
    'Where somebody else decides on it, people read so in the outcome:  no appeal because "You can appeal to the court within 21 days."',
  ],
  ["can", "second", "Who has to approve it stands on a line of its own:  needs second approval by licensing-manager."],
  [
    "pay",
    "within",
    "pay  gives money out. What applicants pay is  take payment of fee within 14 days otherwise go to lapsed.",
  ],
  [
    "show",
    "these",
    "Questions that hang on one condition stand below a  page  or a  group,  and  show when …  below that.",
  ],
  [
    "show",
    "this",
    "What is shown is the thing that the line stands below:  show when …  below a question, a page, a group or a section.",
  ],
  [
    "valid",
    "from",
    "A credential lasts for a length of time from the day it is issued:  valid for 1 year. Other days are words on it:  holds start, end.",
  ],
  [
    "shows",
    "except",
    "What is shown is named, answer by answer, and what is not named is not shown:  shows name, reason.",
  ],
  [
    "ask",
    "yes",
    'After  as  comes one type:  yes or no. A third answer is a choice below it, such as  - unsure "I do not know".',
  ],
  [
    "version",
    "ends",
    "When it ends is a line of its own below  service:  status pilot until 31 December 2027,  or for applications only  open from … to …",
  ],
  [
    "role",
    "at",
    'Where people of another agency work is said where they work: it is a partner,  partner police "The police",  and what it looks at is a check:  check police-check at police by police-officer.',
  ],
  [
    "role",
    "of",
    'Where people of another agency work is said where they work: it is a partner,  partner police "The police",  and what it looks at is a check:  check police-check at police by police-officer.',
  ],
  [
    "stage",
    "at",
    "Another agency looks in a check:  at the same time,  below it  check police-check at police by police-officer,  and below that what it can choose.",
  ],
  [
    "ask",
    "to",
    "What the applicant can do of their own accord stands in the route:  applicant can accept then go to pay.",
  ],
  ["wait", "at", "How long a stage may take is  finish within 5 years otherwise go to removed."],
  [
    "keep",
    "until",
    "Answers are kept for a length of time after something:  keep answers for 2 years after decision,  or after the end of what was issued:  after parking-permit ends.",
  ],
  [
    "show",
    "…",
    "What is known already is shown on a page or in a list of records:  shows licence's expires.  Whether something is shown at all is  show when …",
  ],
  [
    "|",
    "includes",
    "A cell holds one value. What is ticked among several has a name:  decide near-school when near includes school,  and a column  near-school  with  yes  and  no.",
  ],
  [
    "|",
    "-",
    "A cell holds no amount below nothing. Give it a name above the table,  calculate most-owed = £0 - £10,  and write the name in the cell:  under most-owed.",
  ],
  ["do", "share", "Nothing is given to anybody unless a line says so: this line is not needed."],
  ["must", "year", "A year is compared with a number:  must be at most 2026."],
  ["calculate", "per", "So much for each of several is  times:  calculate fee = £10 times permits-held."],
  ["calculate", "each", "So much for each of several is  times:  calculate fee = £10 times permits-held."],
  ["calculate", "for", "So much for each of several is  times:  calculate fee = £10 times permits-held."],
  ["must", "valid", "What is right is said by the type, after  as:  as bank account,  as email,  as postcode."],
  [
    "decide",
    "at",
    "Whether one of several is so begins with  any,  whether all are so with  every:  decide some-adult when any member's adult is yes.",
  ],
  ["calculate", ",", exceptionsBelow],
  [
    "repeat",
    "times",
    'A repeat has a name for all, and one for each:  repeat members each member "Who lives with you?",  below it  from 1 to 8 times.',
  ],
  [
    "applicant",
    "must",
    "What people have to do later is said in a message, and by when they can do it here:  applicant can report within 12 months then go to …",
  ],
  ["finish", "if", oneLength],
  ["finish", "when", oneLength],
  ["pay", "every", paidEach],
  ["pay", "monthly", paidEach],
  ["pay", "per", paidEach],
  ["send", "when", sentFrom],
  ["send", "if", sentFrom],
  [
    "needs",
    "9",
    "Who else has to agree is  needs second approval by licensing-manager.  How many different people do it is  done by 3 different people.",
  ],
  ["special", ":", "Where no special kind of data is asked for, nothing has to say so: this line is not needed."],
  [
    "keep",
    "data",
    "Answers are kept by their names, or all of them:  keep paid-on, amount for 7 years after decision,  or  keep answers for 7 years after decision.",
  ],
  ["must", "whole", "Whether parts of a number may be given is said by its type, after  as:  as whole number."],
  [
    "must",
    "or",
    'Where several possibilities are right it is a check beside the questions:  check first is second or first is third otherwise say "…".',
  ],
  ["ask", "or", kindsApart],
  [
    "ask",
    "and",
    'One question asks for one thing. A day and a time are two questions:  ask began "When did it begin?" as date  and  ask began-at "At what time?" as time.',
  ],
  ...["issue", "send", "publish", "pay", "notify", "inform", "email", "tell"].map(
    (word): readonly [string, string, string] => ["can", word, inOutcome],
  ),
  [
    "can",
    "applicant",
    "More is asked for with a time to answer, and comes back to the stage:  can ask for more information within 14 days then go to look.",
  ],
  [
    "-",
    "(",
    'When a choice is offered stands below it:  show when owns-vehicle is yes.  More words about it stand below it as well:  hint "…".',
  ],
  [
    "keep",
    "9",
    "How long is said of each on a line of its own, and from when:  keep old-address for 10 years after decision.",
  ],
  ["holds", "from", "A claim with another name stands on a line of its own:  holds holder from identity's full-name."],
];

/** `this year`, `the current month`: what people say of the day it is, which moves on while a case waits. */
const isNow: ReadonlySet<string> = new Set(["this", "current"]);
const spans: ReadonlySet<string> = new Set(["year", "month", "week", "quarter"]);
const daysAreNamed =
  "Which year it is changes while a case waits. Write the days:  moved is on or after 1 January 2026.  Or count back from today:  moved is within the last 12 months.  A year is compared with a number:  built is at most 2026.";
const yearIsNamed =
  "Which year it is changes while a case waits. What changes from year to year is an amount:  amount fee,  below it  £10 from 1 January 2026.";

const noRowFits: ReadonlySet<string> = new Set(["else", "otherwise", "default"]);

/** What is said about such a word at or before where the reading stopped; `at` is the token to point at. */
export function saidInstead(
  tokens: readonly IToken[],
  stop: number,
): { readonly at: number; readonly explanation: string } | undefined {
  const line = plainName(tokens[0]?.image ?? "");
  const stranger = tokens[stop]?.image ?? "";
  const found = elsewhere.find(
    ([word, sign]) =>
      word === line &&
      (sign === "…"
        ? stop === 1
        : sign === "9"
          ? /^\d/.test(stranger)
          : sign === '"'
            ? stranger.startsWith(sign)
            : plainName(stranger) === sign),
  );
  if (found) return { at: stop, explanation: found[2].trim() };
  for (const at of [stop, stop - 1]) {
    const word = plainName(tokens[at]?.image ?? "");
    if (isNow.has(word) && spans.has(plainName(tokens[at + 1]?.image ?? "")))
      return { at, explanation: line === "calculate" ? yearIsNamed : daysAreNamed };
    if (tokens[at + 1]?.image === "(" && Object.hasOwn(functions, word))
      return { at, explanation: functions[word] ?? "" };
    if (tokens[0]?.image === "|" && noRowFits.has(word))
      return { at, explanation: "What holds when no row fits is a line above the rows:  when none match use £3." };
  }
  return undefined;
}
