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
];
