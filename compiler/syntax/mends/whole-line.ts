// Mends of lines whose idea is said here in another wording of the whole line (FW103): `finish in 10 days`, `signs in with high`. Data,
// and one mend; each wording counts only when the line can then be read.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { firstDayOf } from "../first-day.ts";
import { plainName } from "../lexer.ts";
import { relex } from "../mend-tokens.ts";
import { isTypeWord } from "../type-words.ts";
import { readBelow } from "./lines-below.ts";
import { occurs } from "./names.ts";
import { officeWordings } from "./office-wordings.ts";
import { below, type Candidate, type Stopped, textOf } from "./stopped.ts";
import { turned } from "./turned.ts";

interface Wording {
  readonly from: RegExp;
  /** The line here; `$1` stands for what was written in the first bracket. */
  readonly to: string;
}

const wordings: readonly Wording[] = [
  { from: /^(finish|finished|done) (?:in|after|before) (.+)$/i, to: "finish within $2" },
  { from: /^only (.+?) (?:sees?|may see|views?) (.+)$/i, to: "only $1 can see $2" },
  { from: /^signs in (?:with|at|by|using)(?: a)? (low|substantial|high)(?: level)?$/i, to: "signs in at level $1" },
  { from: /^(stage \S+ "[^"]*") (?:at|from|for|to|with) (.+)$/i, to: "$1 by $2" },
  {
    from: /^must be (?:between|from) (\d+) (?:and|to) (\d+) (years|months|weeks|days) ago$/i,
    to: "must be from $2 $3 ago to $1 $3 ago",
  },
  {
    from: /^must be (at least|at most) (\d+ (?:working )?\w+) (?:from (?:today|now)|away|ahead|in advance|in the future)$/i,
    to: "must be $1 $2 after today",
  },
  {
    from: /^keep (?:all(?: the| of the)?(?: answers| data)?|everything|(?:the )?data|(?:the )?answers) for (\d+ \w+)$/i,
    to: "keep answers for $1 after decision",
  },
  {
    from: /^keep (?:all(?: the| of the)?(?: answers| data)?|everything|(?:the )?data) for (.+)$/i,
    to: "keep answers for $1",
  },
  { from: /^keep (.+) for (\d+ \w+)$/i, to: "keep $1 for $2 after decision" },
  { from: /^accepted by (?:all|any)(?: other)? agenc(?:y|ies)$/i, to: "accepted by every agency" },
  { from: /^accepted by (?:everyone|everybody|all|anyone)$/i, to: "accepted by every agency" },
  { from: /^lawful basis ("[^"]+")$/i, to: "lawful basis public-task $1" },
  { from: /^must be in the (last|past|next) (\d+ .+)$/i, to: "must be within the $1 $2" },
  { from: /^must be (?:within|in) (?:the )?past (\d+ .+)$/i, to: "must be within the last $1" },
  { from: /^applicant may (.+)$/i, to: "applicant can $1" },
  { from: /^(ask \S+ "[^"]*" as) (?:one|choice|single choice|either)(?: of| from)?:?$/i, to: "$1 one of these" },
  { from: /^(ask \S+ "[^"]*" as) (?:any|several|many|multiple)(?: of| from)?:?$/i, to: "$1 any of these" },
  {
    from: /^when (all|any|\d+) (?:is |are )?(?:done|finished|complete|ready)(?: and (.+?))?,? ?(?:then )?go to (\S+)$/i,
    to: "when $1 are done and $2 go to $3",
  },
  { from: /^must be (\S+) or (?:more|over|above|older)$/i, to: "must be at least $1" },
  { from: /^must be (\S+) or (?:less|fewer|under|below|younger)$/i, to: "must be at most $1" },
  { from: /^(finish .+?) (?:else|or|or else) ((?:tell|go to|give to) .+)$/i, to: "$1 otherwise $2" },
  { from: /^((?:take payment of|wait for) .+?) (?:else|or|or else) (go to .+)$/i, to: "$1 otherwise $2" },
  { from: /^can (\S+)( with reason)? then (?!go\b)(\S+)$/i, to: "can $1$2 then go to $3" },
  {
    from: /^can ([\p{L}\d-]+)( with reason)?,? ?(?::|(?:then )?(?:goes to|leads to|moves to)|and (?:then )?go(?:es)? to) ?(\S+)$/iu,
    to: "can $1$2 then go to $3",
  },
  {
    from: /^(finish (?:within|by) .+?),? ?(?:->|=>|→|(?:or |and )?(?:then )?go(?:es)? to|then) ?([\p{L}\d-]+)$/iu,
    to: "$1 otherwise go to $2",
  },
  {
    from: /^can (\S+) (?:because|with a reason|giving (?:a )?reason)( when .+)?(?: then)?( go to \S+)$/i,
    to: "can $1 with reason$2 then$3",
  },
  {
    from: /^send (\S+),? (?:by|via)(?:(?:,| and| or| &)? (?:email|e-mail|mail|letter|text|post|text-message|sms|inbox))+$/i,
    to: "send $1",
  },
  { from: /^(hint|help|short name|subject|unit|because):? ([^":][^"]*)$/i, to: '$1 "$2"' },
  { from: /^(ask \S+ "[^"]*"),? (?:yes ?\/ ?no|y\/n|boolean|checkbox)$/i, to: "$1 as yes or no" },
  { from: /^(ask \S+ "[^"]*"),? (?:choice|choices|dropdown|radio|select|options)$/i, to: "$1 as one of these" },
  { from: /^accept (.+?),? (?:max\.?|maximum|at most|under) (\d+ ?[KMG]B)$/i, to: "accept $1 up to $2" },
  { from: /^must be (?:a )?future date$/i, to: "must be in the future" },
  { from: /^must be (?:a )?past date$/i, to: "must be in the past" },
  { from: /^must be (?:more|greater) than (.+)$/i, to: "must be over $1" },
  { from: /^must be less than (.+)$/i, to: "must be under $1" },
  { from: /^must be later than (.+)$/i, to: "must be after $1" },
  { from: /^must be earlier than (.+)$/i, to: "must be before $1" },
  { from: /^must not be older than (\d+ .+)$/i, to: "must be within the last $1" },
  { from: /^must (?:differ|be different) from (.+)$/i, to: "must not be $1" },
  { from: /^can (\S+) with reason( when .+)?( go to \S+)$/i, to: "can $1 with reason$2 then$3" },
  { from: /^calculate (\S+) = yes (?:when|if) (.+)$/i, to: "decide $1 when $2" },
  { from: /^calculate (\S+) = (.+ (?:is|includes|does) .+)$/i, to: "decide $1 when $2" },
  { from: /^calculate (\S+) = (\S+) == ?(.+)$/i, to: "decide $1 when $2 is $3" },
  { from: /^calculate (\S+) = (\S+) = (.+)$/i, to: "decide $1 when $2 is $3" },
  { from: /^expect (?:that )?(?:the )?(?:question |answer |field )?(\S.*)$/i, to: "expect $1" },
  { from: /^(finish .+ otherwise) (?:remind|warn|notify|inform|alert|email) (\S+)$/i, to: "$1 tell $2" },
  { from: /^share (.+) with (\S+) because ("[^"]*")$/i, to: "share $1 with $2 under $3" },
  { from: /^words (\S+) (?:in |for )?(\p{Lu}\p{L}+)$/u, to: "words $2 for $1 version 1" },
  { from: /^(ask \S+ "[^"]*" as) (?:month and year|month\/year|month, year)$/i, to: "$1 month" },
  { from: /^matches ("[^"]*")$/i, to: "must match $1" },
  {
    from: /^calculate (\S+) = (?:the )?(?:lowest|lower|smallest|smaller|least|minimum|min) of (\S+),? (?:and|or) (\S+)$/i,
    to: "calculate $1 = $2\nnever above $3",
  },
  {
    from: /^calculate (\S+) = (?:the )?(?:highest|higher|largest|larger|greatest|greater|maximum|max) of (\S+),? (?:and|or) (\S+)$/i,
    to: "calculate $1 = $2\nnever below $3",
  },
  { from: /^(?:when|if) (.+?),? (?:then )?(?:skip|pass over)(?: it| this| this stage)?$/i, to: "skip when $1" },
  { from: /^then (?:the )?(\S+) (?:is|should be|must be|equals|=) (.+)$/i, to: "expect $1 is $2" },
  { from: /^expect (?:stage|case)(?: in| at| to)? ([\p{L}\d-]+)$/iu, to: "expect case goes to $1" },
  { from: /^keep ([^"]+?) (\d+ (?:days?|weeks?|months?|years?))$/i, to: "keep $1 for $2 after decision" },
  {
    from: /^(ask \S+ "[^"]*" as) (?:file|upload|attachment|document) \(([\p{L}\d, ]+?),? (?:max\.?|maximum|up to) (\d+ ?[KMG]B)\)$/iu,
    to: "$1 file\naccept $2 up to $3",
  },
  { from: /^must sign in$/i, to: "signs in at level low" },
  { from: /^(count \S+) by ([^"]+) each$/i, to: "$1 by $2 each month" },
  { from: /^message (\S+) to [\p{L}\d' -]+$/iu, to: "message $1 by email" },
  // What follows behind the first line of these stands below it.
  {
    from: /^(ask \S+ "[^"]*" as) (?:up to|at most|max\.?) (\d+) of these$/i,
    to: "$1 any of these\nmust have at most $2 choices",
  },
  {
    from: /^(ask \S+ "[^"]*" as) (?:up to|at most|max\.?) (\d+) (files|photos)$/i,
    to: "$1 files\nmust have at most $2 files",
  },
  { from: /^(ask \S+ "[^"]*" as number) with (?:up to )?\d+ decimals?$/i, to: "$1" },
  {
    from: /^(ask \S+ "[^"]*" as) yes(?:,| \/|\/)? ?no,? ?(?:or|and|\/|,) ?(?:do not know|don't know|don’t know|unsure|not sure|unknown|maybe)$/i,
    to: '$1 yes or no\n- unsure "I do not know"',
  },
  { from: /^(stage \S+ "[^"]*") by (?:agency|partner|the) (\S+)$/i, to: "$1 by $2" },
  {
    from: /^(stage \S+ "[^"]*" by) (\d+)(?: different)? ([\p{L}-]+?)s?$/iu,
    to: "$1 $3\ndone by $2 different people",
  },
  {
    from: /^(version \d+ starts \d+ \p{L}+ \d{4}),? (?:and )?(?:ends|until|to|stops) (\d+ \p{L}+ \d{4})$/iu,
    to: "$1\nstatus pilot until $2",
  },
  { from: /^applicant signs in .*\b(low|substantial|high)\b.*$/i, to: "applicant is a person\nsigns in at level $1" },
];

/** Lines that list names: the last of them comes after a comma as well. */
const listing =
  /^(?:message \S+ by|languages|only|shows|holds|topic|accept|reads|never sees|working days are|not the same person as|started by)\b/i;

const digits = /^must (?:match|have|be) (?:exactly )?(\d+) (digits|numbers|letters)$/i;
const week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const daysFromTo = /^working days:? (?:are )?(?:from )?(\w+) ?(?:to|-|–|until) ?(\w+)$/i;
const hyphened = /^can ((?:[\p{L}]+ ){1,5}?[\p{L}]+)( with reason)?(?: then)? go to (\S+)$/iu;

export function* mendWholeLine(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return;
  // A line that goes on in the next row is one line.
  const [, written = "", told = ""] =
    /^(.*?)( otherwise say "[^"]*")?$/s.exec(textOf(reader, first, last).replace(/\s*\n\s*/g, " ")) ?? [];
  const all = [
    ...linesMeantBy(written),
    ...factsMeantBy(written, reader.text),
    ...daysMeantBy(written, reader.text),
    ...informationAsked(written, reader.text, first.startOffset),
    ...choicesMeantBy(written, reader.text),
    ...shownMeantBy(written, reader.text),
    ...choicesInLine(written),
    ...choiceInWords(written),
    ...requiredMeantBy(written),
  ];
  for (const text of all) {
    const [start = "", ...more] = text.split("\n");
    const line = start + told;
    if (more.some((words) => !canStandBelow(stopped, words))) continue;
    const span = reader.nodes.spanOf(first, last);
    const whole = [line, ...more.map((words) => `${below(stopped)}${words}`)].join("\n");
    const said = [line, ...more].join(",  and below it  ");
    const at = tokens[Math.min(stopped.stop, tokens.length - 1)] ?? last;
    const problem = (): Problem =>
      say.wordDoesNotFit(
        reader.nodes.spanOf(at),
        { word: at.image.replaceAll('"', "") },
        {
          explanation: [`It is written  ${said}.`],
          fixes: [{ title: `change the line to  ${said}`, edits: [{ span, text: whole }] }],
        },
      );
    yield { tokens: relex(line, first.startOffset, reader), problem, onlyWhole: true };
  }
}

/** Whether a line can be read where it is moved to: below the one that is mended. */
function canStandBelow(stopped: Stopped, words: string): boolean {
  const tokens = relex(words, 0, stopped.reader);
  const [first] = tokens;
  return first !== undefined && readBelow(stopped, plainName(first.image), tokens)?.stop === undefined;
}

/**
 * `can ask applicant for more information within 14 days`, `can send back to applicant within 14 days otherwise withdrawn`: the case
 * comes back to the stage that asks.
 */
function* informationAsked(written: string, text: string, start: number): Generator<string> {
  const [, time = "", otherwise] = askedBack.exec(written) ?? [];
  if (time === "") return;
  const stage = [...text.slice(0, start).matchAll(/^[^\S\n]*stage (\S+)/gim)].at(-1)?.[1];
  if (stage === undefined) return;
  const end = otherwise === undefined ? "" : ` otherwise go to ${otherwise}`;
  yield `can ask for more information within ${time} then go to ${stage}${end}`;
}

const askedBack =
  /^can (?:ask (?:the )?applicant(?: for (?:more )?(?:information|documents|evidence))?|ask for more information|(?:send|give|go) (?:it )?back(?: to (?:the )?applicant)?|return(?: it)?(?: to (?:the )?applicant)?) within (\d+ (?:working )?\p{L}+)(?:,? otherwise (?:go to )?(\S+))?$/iu;

/** `then police-clerk clears`: what can be chosen stands in the text as `can clear`. */
function* choicesMeantBy(written: string, text: string): Generator<string> {
  const [, who = "", verb = "", rest = ""] = /^then (?:the )?(\S+) (\p{L}+)( because .+)?$/iu.exec(written) ?? [];
  for (const stem of new Set([verb.replace(/s$/i, ""), verb.replace(/es$/i, ""), verb.replace(/ies$/i, "y")]))
    if (stem !== verb && occursAfter("can", stem, text)) yield `then ${who} chooses ${stem}${rest}`;
}

/** `ask part "When?" as choice of morning, afternoon`: each choice is a bullet below. */
function* choicesInLine(written: string): Generator<string> {
  const [, head = "", type = "", said = ""] =
    /^(ask \S+ "[^"]*" as) (choice|choices|choose|one|select|dropdown|radio|any|several|checkboxes)(?: one)?(?: of| from)?:? \(?([^()"]+)\)?$/i.exec(
      written,
    ) ??
    /^(ask \S+ "[^"]*" as)( )(?!yes\b|no\b)((?:\p{L}+, )*\p{L}+,? or \p{L}+)$/iu.exec(written) ??
    [];
  const choices = said.split(/, (?:or )?| or | and |\/|\|/).map((words) => words.trim());
  if (/^these\b/i.test(said) || choices.length < 2 || !choices.every((words) => /^[\p{L}][\p{L}\d -]*$/u.test(words)))
    return;
  if (type === " " && choices.some(isTypeWord)) return;
  const bullets = choices.map((words) => `- ${words.toLowerCase().replaceAll(" ", "-")} "${capital(words)}"`);
  const isSeveral = /^(?:choices|any|several|checkboxes)$/i.test(type);
  yield [`${head} ${isSeveral ? "any" : "one"} of these`, ...bullets].join("\n");
}

/** `- none of these`: the words of a choice without its name. */
function* choiceInWords(written: string): Generator<string> {
  const [, words = ""] = /^- (\p{L}+(?: \p{Ll}[\p{L}\d’']*)+)$/u.exec(written) ?? [];
  const [first = "", ...rest] = words.toLowerCase().split(" ");
  if (words !== "" && !rest.includes(first))
    yield `- ${words.toLowerCase().replace(/[^\p{L}\d]+/gu, "-")} "${capital(words)}"`;
}

/** `optional if email is given`: the opposite is said here, when an answer is required. */
function* requiredMeantBy(written: string): Generator<string> {
  const [, when = ""] = /^(?:optional|not required) (?:if|when) (.+)$/i.exec(written) ?? [];
  const opposite = turned(when.replace(/ is (?:given|provided|entered|known|filled in|filled)$/i, " is answered"));
  if (when !== "" && opposite !== undefined) yield `required when ${opposite}`;
  const [, unless = ""] = /^(?:required|mandatory|needed) unless (.+)$/i.exec(written) ?? [];
  const needed = turned(unless);
  if (unless !== "" && needed !== undefined) yield `required when ${needed}`;
}

/** `shows all answers except bankrupt`: each answer is named. Of more than twenty nobody wants a line. */
function* shownMeantBy(written: string, text: string): Generator<string> {
  const [, but = ""] =
    /^shows (?:everything|all)(?: (?:the )?(?:answers|questions|data))?(?: (?:except|but|without) (.+))?$/i.exec(
      written,
    ) ?? [];
  if (but === "" && !/^shows all \S/i.test(written)) return;
  const [form = ""] = text.split(/^route\b/im);
  const left = new Set(but.split(/,? and |, */));
  const names = [...form.matchAll(/^[^\S\n]*ask ([\p{L}\d-]+) "/gimu)].map(([, name = ""]) => name);
  const shown = [...new Set(names)].filter((name) => !left.has(name));
  if (shown.length > 0 && shown.length <= 20) yield `shows ${shown.join(", ")}`;
}

function occursAfter(word: string, name: string, text: string): boolean {
  return new RegExp(`\\b${word} ${name}(?![\\p{L}\\d-])`, "iu").test(text);
}

/** `open from 1 January to 31 March`: a day has its year; the one of the version is the likeliest. */
function* daysMeantBy(written: string, text: string): Generator<string> {
  const [, from, to, rest = ""] =
    /^open from (\d{1,2} \p{L}+) (?:to|until) (\d{1,2} \p{L}+)( at .+)?$/iu.exec(written) ?? [];
  if (from === undefined || to === undefined) return;
  // Looked for only now: a long text is not searched for every line that is wrong.
  const year = Number(/\d{4}$/.exec(firstDayOf(text) ?? "")?.[0]);
  if (!year) return;
  const isOverNewYear = Date.parse(`${to} ${year}`) < Date.parse(`${from} ${year}`);
  yield `open from ${from} ${year} to ${to} ${isOverNewYear ? year + 1 : year}${rest}`;
}

/** `given benefit is universal credit and pay is £3`: facts are told apart by commas, and a name that the text has is one word. */
function* factsMeantBy(written: string, text: string): Generator<string> {
  if (!/^(?:given|expect) /i.test(written) || written.includes('"')) return;
  const [, one = "", rest] = /^given (?:a |the )?([\p{L}\d-]+) ([\p{L}\d-]+ (?:is|includes) .+)$/iu.exec(written) ?? [];
  if (rest !== undefined && new RegExp(`\\beach ${one}\\b`, "iu").test(text)) yield `given ${one}'s ${rest}`;
  const commas = written.replace(/,? and (?=\S+(?:'s \S+)? (?:is|are|includes)\b)/g, ", ");
  const joined = commas.replace(
    / is (\p{L}[\p{L}\d-]*(?: (?!is\b|not\b)[\p{L}\d-]+){1,4})(?=,|$)/gu,
    (whole, words: string) => {
      const name = words.replaceAll(" ", "-");
      return occurs(name.toLowerCase(), text) ? ` is ${name}` : whole;
    },
  );
  const listed = joined.replace(/ (?:is|are) ([\p{L}\d-]+) and ([\p{L}\d-]+)(?=,|$)/gu, " are $1, $2");
  for (const line of new Set([joined, commas, listed])) if (line !== written) yield line;
}

function* linesMeantBy(written: string): Generator<string> {
  for (const { from, to } of [...wordings, ...officeWordings])
    if (from.test(written)) yield written.replace(from, to).replace(" and  go to ", " go to ");
  const [, unless] = /^show (?:unless|when not|if not) (.+)$/i.exec(written) ?? [];
  const opposite = unless === undefined ? undefined : turned(unless);
  if (opposite !== undefined) yield `show when ${opposite}`;
  if (listing.test(written)) yield written.replace(/,? (?:and|or|&) /g, ", ");
  const [, from = "", to = ""] = daysFromTo.exec(written) ?? [];
  const [first, last] = [week.indexOf(from.toLowerCase()), week.indexOf(to.toLowerCase())];
  if (first >= 0 && last > first)
    yield `working days are ${week
      .slice(first, last + 1)
      .map(capital)
      .join(", ")}`;
  const [, count, kind = ""] = digits.exec(written) ?? [];
  if (count !== undefined && Number(count) > 0 && Number(count) <= 40)
    yield `must match "${(kind.toLowerCase() === "letters" ? "A" : "9").repeat(Number(count))}"`;
  const [, action, reason = "", place] = hyphened.exec(written) ?? [];
  if (action !== undefined && !/ (?:with (?:a reason|reason|second)|when|by|then|because)(?: |$)/i.test(` ${action}`))
    yield `can ${action.replaceAll(" ", "-")}${reason} then go to ${place}`;
}
