// Lines of a block as people write them in offices, and the line that says it here: for FW104, by block. Data for other-lines.ts.

/** The heading of the block, then what is written, and the line it means. */
export const officeLines: readonly (readonly [heading: string, from: RegExp, to: string])[] = [
  ["service", /^(?:lead|leading|responsible|main|competent) (?:agency|authority|department|body) (.+)$/i, "agency $1"],
  [
    "ask",
    /^(?:allowed|accepted|permitted|possible)?(?: ?file)? ?(?:types|formats|extensions|kinds)(?: are|:)? ([\p{L}\d]+(?:, [\p{L}\d]+)*)$/iu,
    "accept $1 up to 10 MB",
  ],
  [
    "ask",
    /^(?:only )?((?:pdf|jpg|jpeg|png|docx|mp3|mp4|csv|xlsx)(?:,? (?:or |and )?(?:pdf|jpg|jpeg|png|docx|mp3|mp4|csv|xlsx))*)(?: only| files?)*$/i,
    "accept $1 up to 10 MB",
  ],
  [
    "ask",
    /^(at least|at most) (\d+ (?:working )?\w+) (?:in the future|from (?:today|now)|ahead|in advance|away|after today)$/i,
    "must be $1 $2 after today",
  ],
  [
    "ask",
    /^(?:from|between) (\d+ \w+) ago (?:and|to) (\d+ \w+) (?:from (?:now|today)|ahead|in the future|after today)$/i,
    "must be from $1 ago to $2 after today",
  ],
  [
    "stage",
    /^(?:must |to |should )?(?:decide|decided|be decided|be done|complete|completed|be finished)(?: on it)? (?:with)?in (\d+ [\p{L}]+)(?: (?:of|after|from) .+)?$/iu,
    "finish within $1",
  ],
  [
    "outcome",
    /^(?:notify|inform|tell|email|e-mail|write to|send to)(?: the)? applicant (?:with|by|using) (?!email|letter|post|mail|text|sms)([\p{L}\d-]+)$/iu,
    "send $1",
  ],
  [
    "outcome",
    /^(?:e-?mail|mail|post|text|sms) ([\p{L}\d-]+) to (?:the )?(?:applicant|citizen|customer|person|holder)$/iu,
    "send $1",
  ],
  [
    "outcome",
    /^(?:can )?(?:appeal|objection|object|complain|complaint)s? (?:to|at|before|in) (?:the )?([\p{L} ]+?) within (\d+ \w+)$/iu,
    'no appeal because "You can appeal to the $1 within $2."',
  ],
  ["document", /^(?:paragraph|text|words|body|line):? "([^"]+)"$/i, "> $1"],
  ["document", /^(?:title|heading|header):? "([^"]+)"$/i, "> **$1**"],
  ["privacy", /^(?:store|retain|hold|preserve|archive|save) (.+?) for (\d+ \w+)$/i, "keep $1 for $2 after decision"],
  ["privacy", /^(?:store|retain|hold|preserve|archive|save) (.+)$/i, "keep $1"],
  [
    "privacy",
    /^([\p{L}\d-]+) (?:may receive|can receive|may get|can get|may use|is given|are given|receives|gets|may see|can see) (.+?) (?:because|under|by) ("[^"]+")$/iu,
    "share $2 with $1 under $3",
  ],
  ["ask", /^(?:example|e\.g\.|eg|for example|such as):? "([^"]+)"$/i, 'hint "For example, $1"'],
  ["ask", /^(?:must be |be )?(?:greater|more|higher|larger) than (\S+)$/i, "must be over $1"],
  ["ask", /^(?:must be |be )?(?:less|lower|smaller|fewer) than (\S+)$/i, "must be under $1"],
  ["ask", /^(?:no|not) (?:more|longer|older) than (\d+ \w+) ago$/i, "must be within the last $1"],
  ["ask", /^(at least|at most) ([£€$]?[\d.,]+%?)$/i, "must be $1 $2"],
  [
    "ask",
    /^((?:you|your|we|this|do|if you) (?:do|can|may|will|must|should|need|have|are|is|not|only|ask)\b[^"]*)$/i,
    'hint "$1"',
  ],
  [
    "section",
    /^(?:confirm|agree|accept|consent|certify|declaration|statement) ([\p{L}\d-]+) ("[^"]+")$/iu,
    "declare $1 $2",
  ],
  ["stage", /^(?:before|by|until|no later than|not later than) (\d{1,2} \p{L}+ \d{4})$/iu, "finish by $1"],
  [
    "stage",
    /^(?:four[ -]eyes(?: principle)?|different person|other person|another person|someone else|somebody else|not same person)(?: with| from| than| as)? ([\p{L}\d-]+)$/iu,
    "not the same person as $1",
  ],
  [
    "outcome",
    /^(?:transfer|remit|reimburse|pay out|pay back) ([\p{L}\d-]+) (?:to|into|onto|on) ([\p{L}\d-]+)(?: within .+)?$/iu,
    "pay $1 to $2",
  ],
  [
    "privacy",
    /^(.+?) (?:is|are) (?:only )?(?:visible to|seen by|shown to|open to|accessible to|accessible for|readable by) (?:the )?([\p{L}\d-]+?)(?: only)?$/iu,
    "only $2 can see $1",
  ],
  [
    "example",
    /^(?:when|if|and then) (?:the )?([\p{L}\d-]+) (approve|grant|refuse|reject|confirm|accept|dismiss|object)s( because .+)?$/iu,
    "then $1 chooses $2$3",
  ],
];
