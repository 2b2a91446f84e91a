// Lines of a block as other tools and everyday speech write them, and the line that says it here: for FW104. Data, and one pure function.

import { turned } from "../mends/turned.ts";
import { officeLines } from "./office-lines.ts";

interface OtherLine {
  readonly heading: string;
  readonly from: RegExp;
  readonly to: string;
}

const otherLines: readonly OtherLine[] = [
  {
    heading: "stage",
    from: /^(?:deadline|time limit|due)(?: is|:)? (?:in |within |after |of )?(\d+ [\p{L} ]+?),? (?:then |otherwise |or |else )*(?:remind|tell|warn|notify) ([\p{L}\d-]+)$/iu,
    to: "finish within $1 otherwise tell $2",
  },
  {
    heading: "calculate",
    from: /^(?:maximum|max|at most|no more than|not more than|up to|capped at|cap) (.+)$/i,
    to: "never above $1",
  },
  { heading: "calculate", from: /^(?:minimum|min|at least|no less than|not less than) (.+)$/i, to: "never below $1" },
  {
    heading: "calculate",
    from: /^(?:but )?(?:if|when|unless) (.+?),? (?:then )?([£€$]?[\d.]+%?)$/i,
    to: "except $2 when $1",
  },
  { heading: "calculate", from: /^(?:but )?([£€$]?[\d.]+%?) (?:if|when) (.+)$/i, to: "except $1 when $2" },
  {
    heading: "calculate",
    from: /^round(?:ed)?(?: to)?(?: the)?(?: nearest)? ([£€$]?[\d.]+)$/i,
    to: "rounded to nearest $1",
  },
  {
    heading: "ask",
    from: /^(?:must have )?(?:up to|max(?:imum)?(?: of)?|at most|no more than|not more than) (\d+) (words|characters|files|choices)$/i,
    to: "must have at most $1 $2",
  },
  {
    heading: "ask",
    from: /^(?:must have )?(?:min(?:imum)?(?: of)?|at least|no less than) (\d+) (words|characters|files|choices)$/i,
    to: "must have at least $1 $2",
  },
  { heading: "ask", from: /^(?:between|from) (\S+) (?:and|to) (\S+)$/i, to: "must be from $1 to $2" },
  { heading: "ask", from: /^not in the (past|future)$/i, to: "must not be in the $1" },
  {
    heading: "stage",
    from: /^(refuse|reject|deny|dismiss|exclude|suspend|revoke),? ?(?:\(?with (?:a )?reason\)?,? ?)?(?:->|=>|→|:|=|(?:then )?go(?:es)? to|leads to) ?([\p{L}\d-]+)$/iu,
    to: "can $1 with reason then go to $2",
  },
  {
    heading: "stage",
    from: /^([\p{L}-]+) ?(?:->|=>|→|:|=|leads to|goes to) ?([\p{L}\d-]+)$/iu,
    to: "can $1 then go to $2",
  },
  { heading: "stage", from: /^(?:->|=>|→) ?([\p{L}\d-]+)$/iu, to: "go to $1" },
  {
    heading: "stage",
    from: /^(?:else|otherwise):? ?(?:->|=>|→|then|goes to|go to)? ?([\p{L}\d-]+)$/iu,
    to: "otherwise go to $1",
  },
  {
    heading: "stage",
    from: /^(?:but )?if (.+?),? ?(?:->|=>|→|(?:then )?go(?:es)? to|then) ?([\p{L}\d-]+)$/iu,
    to: "when $1 then go to $2",
  },
  {
    heading: "stage",
    from: /^([\p{L}-]+) ?(?:->|=>|→) ?([\p{L}\d-]+) ?\(?with reason\)?$/iu,
    to: "can $1 with reason then go to $2",
  },
  {
    heading: "stage",
    from: /^(?:deadline|time limit|due)(?: is|:)? (?:in |within |after |of )?(\d+ .+)$/i,
    to: "finish within $1",
  },
  {
    heading: "stage",
    from: /^after (\d+ [\p{L} ]+?),? ?(?:->|=>|→|(?:then )?go(?:es)? to) ?(\S+)$/iu,
    to: "finish within $1 otherwise go to $2",
  },
  {
    heading: "outcome",
    from: /^([\p{L}-]+) within (\d+ [\p{L} ]+?) ?(?:->|=>|→|(?:then )?go to) ?(\S+)$/iu,
    to: "applicant can $1 within $2 then go to $3",
  },
  { heading: "repeat", from: /^(?:minimum|min|at least)(?: of)? (\d+)(?: \w+)?$/i, to: "at least $1 times" },
  { heading: "repeat", from: /^(?:maximum|max|at most|up to)(?: of)? (\d+)(?: \w+)?$/i, to: "at most $1 times" },
  {
    heading: "applicant is",
    from: /^(?:sign|signing|signed|log|logs) in (?:at |with )?(?:level )?(low|substantial|high)$/i,
    to: "signs in at level $1",
  },
  {
    heading: "eligibility",
    from: /^(\S+) must be (?:less than|below|under) (\S+)$/i,
    to: 'require $1 is under $2 otherwise say "You cannot apply."',
  },
  {
    heading: "eligibility",
    from: /^(\S+) must be (?:more than|above|over) (\S+)$/i,
    to: 'require $1 is over $2 otherwise say "You cannot apply."',
  },
  { heading: "eligibility", from: /^(\S+) must be (.+)$/i, to: 'require $1 is $2 otherwise say "You cannot apply."' },
  { heading: "file", from: /^(letter|email) ([\p{L}\d-]+)$/iu, to: "message $2 by $1" },
  { heading: "file", from: /^(?:text|sms|text message) ([\p{L}\d-]+)$/iu, to: "message $1 by text-message" },
  { heading: "example", from: /^(?:when|and then|if) (\S+ (?:chooses|pays|answers|signs) ?.*)$/i, to: "then $1" },
  { heading: "file", from: /^question set (.+)$/i, to: "question-set $1" },
  { heading: "message", from: /^(?:text|body|says?|content):? "([^"]+)"$/i, to: "> $1" },
  { heading: "ask", from: /^only (?:when|if|shown (?:when|if)|asked (?:when|if)) (.+)$/i, to: "show when $1" },
  { heading: "ask", from: /^(?:matches|must look like|pattern|format):? ("[^"]+")$/i, to: "must match $1" },
  {
    heading: "ask",
    from: /^(?:max(?:imum)?|longest)[ -]length:? (\d+)(?: (words|characters))?$/i,
    to: "must have at most $1 $2",
  },
  {
    heading: "ask",
    from: /^(?:max(?:imum)?(?: file)? size|file size|size)(?: of|:)? (?:at most |up to )?(\d+ ?[KMG]B)$/i,
    to: "accept pdf, jpg, png up to $1",
  },
  { heading: "table", from: /^([\p{L}\d-]+)(?: ?(?::|=|->|=>|→) ?)([£€$]?[\p{L}\d.,%-]+)$/iu, to: "| $1 | $2 |" },
  { heading: "amount", from: /^from (\d{1,2} \p{L}+ \d{4})(?: ?(?::|=|,|is) ?| )(\S+)$/iu, to: "$2 from $1" },
  { heading: "repeat", from: /^between (\d+) and (\d+)(?: \w+)?$/i, to: "from $1 to $2 times" },
  {
    heading: "operation",
    from: /^(?:using|takes|with|by|input|inputs|requires|asks for) ([\p{L}-]+)$/iu,
    to: "needs $1 as text",
  },
  { heading: "operation", from: /^(?:returns?|outputs?) ([\p{L}-]+) as (.+)$/iu, to: "gives $1 as $2" },
  { heading: "credential", from: /^(?:lasts|duration|validity|valid)(?: is|:| for)? (\d+ .+)$/i, to: "valid for $1" },
  { heading: "credential", from: /^(?:contains|shows|says|states|includes|has):? (.+)$/i, to: "holds $1" },
  {
    heading: "outcome",
    from: /^(?:give|grant|hand out|create)(?: (?:the|a))?(?: (?:credential|licence|license|permit|certificate)(?= \S+$))? ([\p{L}\d-]+)(?: to (?:the )?applicant)?$/iu,
    to: "issue $1",
  },
  { heading: "message", from: /^("[^"]+")$/, to: "subject $1" },
  {
    heading: "privacy",
    from: /^(?:delete|erase|remove|destroy) (.+?) (?:after )?(\d+ \w+) after (?:the )?(\S+)$/i,
    to: "keep $1 for $2 after $3",
  },
  {
    heading: "privacy",
    from: /^(?:delete|erase|remove|destroy) (.+?) after (\d+ \w+)$/i,
    to: "keep $1 for $2 after decision",
  },
  {
    heading: "privacy",
    from: /^(?:delete|erase|remove|destroy) (.+?) (?:after|at|on|when|upon) (?:the )?(?:decision|decided)$/i,
    to: "do not keep $1",
  },
  {
    heading: "privacy",
    from: /^(?:retention|retain|store)(?: period)?(?: is|:)?(?: for)? (\d+ \w+)(?: because .+)?$/i,
    to: "keep answers for $1 after decision",
  },
  { heading: "privacy", from: /^legal basis(?: is|:)? ("[^"]+")$/i, to: "lawful basis public-task $1" },
  {
    heading: "privacy",
    from: /^([\p{L}\d-]+) (?:may see|can see|sees|may view|gets|receives) (.+?) because ("[^"]+")$/iu,
    to: "share $2 with $1 under $3",
  },
  {
    heading: "privacy",
    from: /^([\p{L}\d-]+) (?:may see|can see|sees|may view) (.+?)$/iu,
    to: "only $1 can see $2",
  },
  {
    heading: "privacy",
    from: /^[\p{L}\d', -]+ (?:is|are) (?:a )?(?:special )?([\p{L}-]+)(?: data)? (?:because|under) ("[^"]+")$/iu,
    to: "special category $1 under $2",
  },
  {
    heading: "privacy",
    from: /^(?:we |they are |it is )?need(?:ed)?(?: this| it| them)?(?: to| for)? ("[^"]+")$/i,
    to: "purpose $1",
  },
  { heading: "ask", from: /^not (?:required|mandatory|compulsory|needed|necessary)$/i, to: "optional" },
  { heading: "ask", from: /^only (?:ask|show|asked|shown) (?:when|if) (.+)$/i, to: "show when $1" },
  { heading: "stage", from: /^(?:within|in) (\d+ [\p{L} ]+)$/iu, to: "finish within $1" },
  { heading: "outcome", from: /^(?:email|letter|mail|text|message) ([\p{L}\d-]+)$/iu, to: "send $1" },
  { heading: "credential", from: /^(?:expires|ends|runs out)(?: after| in)? (\d+ .+)$/i, to: "valid for $1" },
  { heading: "credential", from: /^fields:? (.+)$/i, to: "holds $1" },
  {
    heading: "file",
    from: /^(permit|licence|license|certificate|badge|card|pass) ("[^"]+")$/i,
    to: "credential $1 $2",
  },
  {
    heading: "measures",
    from: /^(?:number|count|total)(?: of)? applications,? (?:per|each|a|every|by) (day|week|month|year)$/i,
    to: "count applications by outcome each $1",
  },
  { heading: "example", from: /^(applicant) (pays|signs|answers)$/i, to: "then $1 $2" },
  {
    heading: "example",
    from: /^([\p{L}\d-]+) (approve|grant|refuse|reject|confirm|accept|dismiss|object)s( because .+)?$/iu,
    to: "then $1 chooses $2$3",
  },
  { heading: "example", from: /^([\p{L}\d-]+)(?: are)?$/iu, to: "given $1 are" },
  { heading: "example", from: /^(?:today|the day|date|day)(?: is|:)? (\d+ .+)$/i, to: "on $1" },
  { heading: "file", from: /^decision(?:[ -]table)? ([\p{L}\d-]+)$/iu, to: "table $1" },
  { heading: "route", from: /^uses? (?:the )?calendar (\S+)$/i, to: "calendar $1" },
  ...officeLines.map(([heading, from, to]) => ({ heading, from, to })),
];

/** The line that is meant by a written one, such as `maximum £5000` below a calculation; undefined when nobody knows. */
export function lineMeantBy(heading: string, written: string): string | undefined {
  // `hours, amount`: cells without their bars.
  if (
    heading === "table" &&
    /^[^|"]+(?:[,;\t][^|"]+)+$/.test(written) &&
    !/^(?:because|when|inputs?|outputs?|results?|gives|returns|columns)\b/i.test(written)
  )
    return `| ${written.split(/[,;\t]\s*/).join(" | ")} |`;
  const [, only] =
    heading === "stage" ? (/^(?:this stage )?only (?:when|if|for cases where) (.+)$/i.exec(written) ?? []) : [];
  const opposite = only === undefined ? undefined : turned(only);
  if (opposite !== undefined) return `skip when ${opposite}`;
  if (heading === "ask") {
    const [, hidden] = /^(?:not|never) (?:asked|shown|needed|visible|required) (?:when|if) (.+)$/i.exec(written) ?? [];
    const shown = hidden === undefined ? undefined : turned(hidden);
    if (shown !== undefined) return `show when ${shown}`;
  }
  const plain = written.replace(/,(?= otherwise )/g, "");
  const found = otherLines.find((line) => line.heading === heading && line.from.test(plain));
  if (!found && heading === "example") return factsMeant(written);
  const line = found && plain.replace(found.from, found.to).trimEnd();
  return line?.startsWith("show when ") ? line.replace(/ contains /gi, " includes ") : line;
}

const fact = /^([\p{L}][\p{L}\d-]*)(?:(?: (is|are|includes)|,? ?(?:=|:)) ?(\S.*)| ([£€$]?\d\S*))$/iu;

/** `with pay = £3, partner = yes`, `pay £3, rent £4`: what is given, without the word for it. */
function factsMeant(written: string): string | undefined {
  if (written.includes('"') || written.length > 300) return undefined;
  const said = written.replace(/^(?:with|when|if|assuming|suppose|facts:?|input:?) /i, "");
  const facts = said.split(/, | and (?=\S+ ?(?:=|is\b|are\b))/).map((words) => fact.exec(words));
  if (!facts.every((found) => found !== null)) return undefined;
  return `given ${facts.map((found) => `${found[1]} ${found[2] ?? "is"} ${found[3] ?? found[4]}`).join(", ")}`;
}
