// Whole lines as people say them in offices, and the line that says it here (FW103): `finish within 2 days otherwise escalate to head`. Data for
// whole-line.ts, by subject; a wording counts only when the line can then be read.

const people = String.raw`(?:the )?([\p{L}\d-]+)`;

/** `$1` stands for what was written in the first bracket; what follows `\n` stands below the line. */
export const officeWordings: readonly { readonly from: RegExp; readonly to: string }[] = [
  // Limits of an answer.
  { from: /^must (?:not|never) be (?:later than|after) (\d\d?:\d\d)$/i, to: "must be at most $1" },
  { from: /^must (?:not|never) be (?:earlier than|before) (\d\d?:\d\d)$/i, to: "must be at least $1" },
  { from: /^must be (\S+(?: \S+ \d{4})?) or (?:later|after|afterwards|onwards)$/i, to: "must be on or after $1" },
  { from: /^must be (\S+(?: \S+ \d{4})?) or (?:earlier|before)$/i, to: "must be on or before $1" },
  { from: /^must (?:not|never) be (?:later than|any later than|after) (.+)$/i, to: "must be on or before $1" },
  { from: /^must (?:not|never) be (?:earlier than|any earlier than|before) (.+)$/i, to: "must be on or after $1" },
  { from: /^must be no later than (.+)$/i, to: "must be on or before $1" },
  { from: /^must be no earlier than (.+)$/i, to: "must be on or after $1" },
  {
    from: /^must (?:not (?:be (?:more|greater|higher|larger|bigger|longer|older) than|be (?:above|over)|exceed)|be no (?:more|greater|higher|larger) than) (.+)$/i,
    to: "must be at most $1",
  },
  {
    from: /^must (?:not be (?:less|lower|smaller|fewer|younger|shorter|below|under) ?(?:than)?|be no (?:less|lower|smaller|fewer) than) (.+)$/i,
    to: "must be at least $1",
  },
  { from: /^must be (?:either )?([^",]+(?:, [^",]+)*),? or ([^", ]+)$/i, to: "must be one of $1, $2" },
  {
    from: /^must be (?:from|between) (\d+ \w+) ago (?:and|to) (\d+ \w+) (?:from (?:now|today)|ahead|in the future|after today)$/i,
    to: "must be from $1 ago to $2 after today",
  },
  { from: /^optional (?:unless|except (?:when|if)) (.+)$/i, to: "required when $1" },
  // What officers do, and by when.
  {
    from: new RegExp(
      `^(finish .+ otherwise) (?:escalate|pass|hand over|hand|forward|transfer|assign|delegate|move|send)(?: it| the case)? (?:on )?to ${people}$`,
      "iu",
    ),
    to: "$1 give to $2",
  },
  { from: /^can correct ([^"]+)$/i, to: "can correct $1 with reason" },
  {
    from: /^can ([\p{L}\d-]+) (?:because|because of|due to|for lack of|owing to) (?:(?!\b(?:when|then)\b).)+$/iu,
    to: "can $1 with reason",
  },
  // What is given out.
  { from: /^renew (\d+ \w+) before .+$/i, to: "renew from $1 before end" },
  { from: /^message (\S+) ("[^"]*") by ([^"]+)$/i, to: "message $1 by $3\nsubject $2" },
  { from: /^message (\S+) by ([^"]+?),? ("[^"]*")$/i, to: "message $1 by $2\nsubject $3" },
  // Privacy.
  {
    from: /^keep (?:it |them |this )?for (\d+ \w+) (?:after|from|since) [\p{L} ]+$/iu,
    to: "keep answers for $1 after decision",
  },
  // Rules.
  { from: /^calculate (\S+) (?:by|from|with|using|in) (?:a |the )?(?:decision )?table$/i, to: "table $1" },
  // Examples.
  {
    from: new RegExp(
      `^expect (?:the )?(?:stage )?${people} (?:is|was) (?:visited|reached|entered|next|started|opened)$`,
      "iu",
    ),
    to: "expect case goes to $1",
  },
  {
    from: new RegExp(
      `^expect (?:the )?(?:case|application|it) (?:is|was)? ?(?:sent|referred|passed|moved|routed|forwarded|sent on|in|at|now in|now at|moves|comes)(?: to)? ${people}$`,
      "iu",
    ),
    to: "expect case goes to $1",
  },
  { from: /^given (.+ )?(\S+) (?:is|are|=) \[([^\]]+)\](.*)$/i, to: "given $1$2 are $3$4" },
  // Second thoughts of the same kind: what stands in one line here, and what stands below it.
  { from: /^(stage \S+) by ([\p{L}\d, -]+?) ("[^"]*")$/iu, to: "$1 $3 by $2" },
  { from: /^(stage \S+ "[^"]*" by) (\S+) (?:and|or|with) (\S+)$/i, to: "$1 $2, $3" },
  {
    from: /^(ask \S+ "[^"]*" as (?:long )?text) (?:of|with|,)? ?(?:at most|up to|max(?:imum)?|no more than) (\d+) (characters|words)$/i,
    to: "$1\nmust have at most $2 $3",
  },
  {
    from: /^(ask \S+ "[^"]*" as text),? (?:with|of|in|having) (?:the )?(?:pattern|format|form) ("[^"]+")$/i,
    to: "$1\nmust match $2",
  },
  {
    from: /^(ask \S+ "[^"]*" as) (?:a )?(?:file|document|upload|scan) \((?:only )?([\p{L}\d]+(?:, [\p{L}\d]+)*)(?: only| files?)?\)$/iu,
    to: "$1 file\naccept $2 up to 10 MB",
  },
  {
    from: /^(ask \S+ "[^"]*" as) (?:a )?(pdf|jpg|png|docx) (?:file|document|scan)$/i,
    to: "$1 file\naccept $2 up to 10 MB",
  },
  {
    from: /^can (?:change|amend|adjust|edit|alter|modify|update) ([^"]+?)(?: with reason)?$/i,
    to: "can correct $1 with reason",
  },
  {
    from: /^can ([\p{L}\d-]+),? (?:giving reasons|with reasons|stating (?:the )?reasons?|and say why|and give reasons)( when .+)?(?: then)?( go to \S+)$/iu,
    to: "can $1 with reason$2 then$3",
  },
  { from: /^purpose:? ([^":][^"]*)$/i, to: 'purpose "$1"' },
  { from: /^lawful basis:? public[ -]task(?:,| under|:)? ?("[^"]+")$/i, to: "lawful basis public-task $1" },
  { from: /^lawful basis:? legal[ -]obligation(?:,| under|:)? ?("[^"]+")$/i, to: "lawful basis legal-obligation $1" },
  { from: /^lawful basis:? legal obligation$/i, to: 'lawful basis legal-obligation "Legal obligation"' },
  { from: /^lawful basis:? public task$/i, to: 'lawful basis public-task "Public task"' },
  { from: /^lawful basis:? vital[ -]interests?(?:,| under|:)? ?("[^"]+")$/i, to: "lawful basis vital-interests $1" },
  { from: /^lawful basis:? (consent|contract)(?:,| under|:)? ?("[^"]+")$/i, to: "lawful basis $1 $2" },
  {
    from: /^keep (.+) for (\d+ \w+) (?:from|since|following|counted from|from the) (?:the )?(decision|sent|end)$/i,
    to: "keep $1 for $2 after $3",
  },
  {
    from: /^keep (.+?) (?:for )?(\d+ \w+),? (?:and )?then (?:delete|erase|destroy).*$/i,
    to: "keep $1 for $2 after decision",
  },
  { from: /^keep (.+?) (\d+ \w+) (?:after|from) (?:the )?decision$/i, to: "keep $1 for $2 after decision" },
  {
    from: /^calculate (\S+) = (?:the )?(?:number|count)(?: of)? (\S+) (?:who|that|which|where|with)(?: are| is)? (.+)$/i,
    to: "calculate $1 = count of $2 where $3",
  },
  {
    from: /^calculate (\S+ = (?:.+ )?)(sum|total|average|highest|lowest) of (\S+) of (?:all |the |each |every )?(\p{L}+?)s?$/iu,
    to: "calculate $1$2 of $4's $3",
  },
  {
    from: /^calculate (\S+) = (?:the )?(?:lowest|lower|smallest|smaller|least|minimum|min) of ([^,]+?),? (?:and|or) (.+)$/i,
    to: "calculate $1 = $2\nnever above $3",
  },
  {
    from: /^calculate (\S+) = (?:the )?(?:highest|higher|largest|larger|greatest|greater|maximum|max) of ([^,]+?),? (?:and|or) (.+)$/i,
    to: "calculate $1 = $2\nnever below $3",
  },
  { from: /^decide (\S+) = (\S+) > (.+)$/i, to: "decide $1 when $2 is over $3" },
  { from: /^decide (\S+) = (\S+) < (.+)$/i, to: "decide $1 when $2 is under $3" },
  { from: /^decide (\S+) = (\S+) >= (.+)$/i, to: "decide $1 when $2 is at least $3" },
  { from: /^decide (\S+) = (\S+) <= (.+)$/i, to: "decide $1 when $2 is at most $3" },
  { from: /^decide (\S+) = (\S+) == ?(.+)$/i, to: "decide $1 when $2 is $3" },
  { from: /^decide (\S+) = (.+)$/i, to: "decide $1 when $2" },
  { from: /^rounded to (?:the )?(?:nearest )?whole euros?$/i, to: "rounded to nearest €1" },
  { from: /^rounded to (?:the )?(?:nearest )?whole pounds?$/i, to: "rounded to nearest £1" },
  { from: /^expect (\S+) is (?:about|around|roughly|approximately) (.+)$/i, to: "expect $1 is $2" },
];
