// Generated from diagnostics/catalogue by `npm run generate`. Do not edit.
import type { Page } from "../page.ts";

/** Every page of the catalogue, by code. */
export const pages: readonly Page[] = [
  {
    "code": "FW101",
    "slug": "words-have-no-closing-quote",
    "severity": "stop",
    "title": "Words have no closing quote",
    "message": "These words have no closing quote",
    "explanation": [
      "Words that people see start and end with a double quote, on one line."
    ],
    "why": "Without the second quote nobody can tell where the words for people end and the rest of the line begins.",
    "fix": "Put a double quote behind the last of these words. Longer text goes on lines that start with `>`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n"
    }
  },
  {
    "code": "FW102",
    "slug": "line-does-not-line-up",
    "severity": "stop",
    "title": "A line does not line up",
    "message": "This line does not line up with the lines around it",
    "explanation": [],
    "why": "What belongs together starts in the same column. A line that stands between two columns could belong to either.",
    "fix": "Move the line to the column of the lines it belongs with.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"As on your passport\"\n   optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"As on your passport\"\n    optional\n"
    }
  },
  {
    "code": "FW103",
    "slug": "word-does-not-fit",
    "severity": "stop",
    "title": "A word does not fit where it stands",
    "message": "\"{word}\" does not fit here",
    "explanation": [],
    "why": "Each kind of line has one wording. Here another word, a name or words in quotes have to follow.",
    "fix": "Change the word to one that can stand here. The message lists them.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" az full name\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n"
    }
  },
  {
    "code": "FW104",
    "slug": "line-starts-with-unknown-word",
    "severity": "stop",
    "title": "A line starts with a word that is not known here",
    "message": "{A} cannot have a line that starts with \"{word}\"",
    "explanation": [],
    "why": "Every line begins with a word that says what kind of thing it is, and each place knows a small number of them.",
    "fix": "Change the first word to one of those that the message lists.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hnit \"As on your passport\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"As on your passport\"\n"
    }
  },
  {
    "code": "FW105",
    "slug": "line-stands-in-wrong-place",
    "severity": "stop",
    "title": "A line stands in the wrong place",
    "message": "\"{word}\" belongs {belongs}, but this one is {where}",
    "explanation": [],
    "why": "The first word is right, but this kind of line means something only below another kind of line.",
    "fix": "Move the line to where it belongs, or use a word that may stand here.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  page you \"You\"\n    hint \"As on your passport\"\n    ask name \"What is your name?\" as full name\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  page you \"You\"\n    ask name \"What is your name?\" as full name\n      hint \"As on your passport\"\n"
    }
  },
  {
    "code": "FW106",
    "slug": "symbols-compare",
    "severity": "stop",
    "title": "Symbols compare",
    "message": "Use words to compare, not symbols",
    "explanation": [],
    "why": "Every line can be read aloud in a meeting. Signs such as >= are read differently by different people.",
    "fix": "Write the words: is at least, is at most, is over, is under, is, is not, and, or.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n  ask school \"Where do you study?\" as text\n    show when age <= 20\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n  ask school \"Where do you study?\" as text\n    show when age is at most 20\n"
    }
  },
  {
    "code": "FW107",
    "slug": "name-has-spaces",
    "severity": "stop",
    "title": "A name has spaces",
    "message": "A name is one word, or words joined with hyphens",
    "explanation": [],
    "why": "With spaces in names nobody could tell where a name ends and the next word of the line begins.",
    "fix": "Join the words with hyphens. The words that people see stay as they are.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask date of birth \"What is your date of birth?\" as date of birth\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask date-of-birth \"What is your date of birth?\" as date of birth\n"
    }
  },
  {
    "code": "FW108",
    "slug": "line-is-too-long",
    "severity": "stop",
    "title": "Something follows a line that is complete",
    "message": "This line is complete before \"{word}\"",
    "explanation": [],
    "why": "The line says all that it can say. What follows would have no meaning, and would be lost.",
    "fix": "Remove the words at the end, or put them on a line of their own.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  agency city \"City Council\" \"Parks\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  agency city \"City Council\"\n"
    }
  },
  {
    "code": "FW109",
    "slug": "line-is-not-finished",
    "severity": "stop",
    "title": "A line is not finished",
    "message": "This line is not finished",
    "explanation": [],
    "why": "Something that this kind of line needs is missing at its end.",
    "fix": "Add what the message names.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n"
    }
  },
  {
    "code": "FW110",
    "slug": "date-reads-two-ways",
    "severity": "stop",
    "title": "A date reads two ways",
    "message": "{date} can be read two ways",
    "explanation": [],
    "why": "In some countries the day comes first, in others the month. A rule must not depend on where its reader lives.",
    "fix": "Write the month as a word: 1 April 2026.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 01/04/2026\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 1 April 2026\n"
    }
  },
  {
    "code": "FW111",
    "slug": "comma-in-number",
    "severity": "stop",
    "title": "A comma stands where a decimal point belongs",
    "message": "{number} has a comma where the decimal point belongs",
    "explanation": [
      "A comma separates thousands, or the members of a list. Parts of a whole number follow a point."
    ],
    "why": "A comma between digits would be read as two values of a list.",
    "fix": "Write a point before the part of a whole: £80.50.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount fee\n  £80,50 from 1 April 2026\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount fee\n  £80.50 from 1 April 2026\n"
    }
  },
  {
    "code": "FW113",
    "slug": "line-is-too-deep",
    "severity": "stop",
    "title": "A text is nested too deep",
    "message": "This is nested too deep to be read",
    "explanation": [
      "{limit}"
    ],
    "why": "Nobody can follow a rule with so many levels, and it is most often a sign of text that was pasted by mistake.",
    "fix": "Give an inner part a name of its own with `decide` or `calculate`, and use the name here.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate a = (((((((((((((((((((((1)))))))))))))))))))))\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate a = 1\n"
    }
  },
  {
    "code": "FW114",
    "slug": "day-does-not-exist",
    "severity": "stop",
    "title": "A day or a time does not exist",
    "message": "There is no {date} in the calendar",
    "explanation": [],
    "why": "A rule that names a day which never comes would never apply.",
    "fix": "Write a day that exists, for example the last day of the month.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 31 April 2026\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 30 April 2026\n"
    }
  },
  {
    "code": "FW402",
    "slug": "between-is-unclear",
    "severity": "stop",
    "title": "Between does not say if the ends are included",
    "message": "\"between\" does not say if the ends are included",
    "explanation": [],
    "why": "Some read \"between 0 and 3\" with 0 and 3, others without.",
    "fix": "Write `from 0 to 3` to include both ends, or `over 0` and `under 3` to leave them out.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask children \"How many children do you have?\" as whole number\n    must be between 0 and 3\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask children \"How many children do you have?\" as whole number\n    must be from 0 to 3\n"
    }
  }
];
