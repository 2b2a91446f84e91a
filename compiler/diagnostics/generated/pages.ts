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
    "message": "Use words to {purpose}, not symbols",
    "explanation": [],
    "why": "Every line can be read aloud in a meeting. Signs such as >= are read differently by different people.",
    "fix": "Write the words: is at least, is at most, is over, is under, is, is not, and, or, then go to.",
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
    "code": "FW112",
    "slug": "tabs-and-spaces-mixed",
    "severity": "tip",
    "title": "Tabs and spaces are mixed",
    "message": "Some lines start with tabs, others with spaces",
    "explanation": [
      "A tab counts as two columns here; in another editor it may look wider, and the lines no longer seem to line up."
    ],
    "why": "What belongs together starts in the same column. Where tabs and spaces are mixed, what you see depends on the editor.",
    "fix": "Use spaces only. `formwork format` does it for a whole file.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  agency city \"City\"\n\nlist fuels\n\t- petrol \"Petrol\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  agency city \"City\"\n\nlist fuels\n  - petrol \"Petrol\"\n"
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
    "code": "FW115",
    "slug": "name-starts-with-digit",
    "severity": "stop",
    "title": "A name starts with a digit",
    "message": "\"{name}\" cannot be a name: a name starts with a letter",
    "explanation": [
      "What people see may start with a digit: the words in quotes stay as they are."
    ],
    "why": "What starts with a digit is read as a number, a date or a length of time.",
    "fix": "Write the number in words, or put a word before it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist lengths\n  - 8-day \"8 days\"\n  - month \"One month\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist lengths\n  - eight-day \"8 days\"\n  - month \"One month\"\n"
    }
  },
  {
    "code": "FW116",
    "slug": "yes-and-no-only",
    "severity": "stop",
    "title": "True and false are yes and no",
    "message": "\"{word}\" is written \"{meant}\" here",
    "explanation": [],
    "why": "People answer yes or no, so rules say yes and no as well.",
    "fix": "Change `true` to `yes` and `false` to `no`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n  ask letter \"Upload a letter\" as file\n    show when keeper is false\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n  ask letter \"Upload a letter\" as file\n    show when keeper is no\n"
    }
  },
  {
    "code": "FW117",
    "slug": "words-have-no-opening-quote",
    "severity": "stop",
    "title": "Words have no opening quote",
    "message": "These words have no opening quote",
    "explanation": [
      "Words that people see start and end with a double quote, on one line."
    ],
    "why": "Without the first quote the words that people see cannot be told from the words of the language.",
    "fix": "Put a double quote before the first word that people see.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you About you\"\n  ask name \"What is your name?\" as full name\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n"
    }
  },
  {
    "code": "FW118",
    "slug": "written-otherwise",
    "severity": "stop",
    "title": "A value is written otherwise",
    "message": "\"{written}\" is written \"{meant}\" here",
    "explanation": [],
    "why": "Every date, amount and length of time has one way to be written, so that nobody has to wonder whether two of them differ, and a\ntext can be searched.",
    "fix": "Write dates as 1 April 2026, money as £2,000.50, lengths of time as 10 working days, numbers in digits, names of answers as {name}.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 1st April 2026\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 3 starts 1 April 2026\n"
    }
  },
  {
    "code": "FW119",
    "slug": "lines-the-wrong-way-round",
    "severity": "stop",
    "title": "Two lines stand the wrong way round",
    "message": "The lines  {upper}  and  {lower}  stand the wrong way round",
    "explanation": [],
    "why": "What stands further to the right belongs to the line above it. When two lines change places, each comes to belong to something else than was meant.",
    "fix": "Swap the two lines: the one that the other belongs to stands above it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n    hint \"As on your passport\"\n  ask name \"What is your name?\" as full name\n    short name \"Name\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"As on your passport\"\n    short name \"Name\"\n"
    }
  },
  {
    "code": "FW120",
    "slug": "line-above-is-missing",
    "severity": "stop",
    "title": "The line above is missing",
    "message": "The line that \"{word}\" belongs to is missing",
    "explanation": [],
    "why": "Lines stand one step to the right of the line they belong to. Here they stand two steps to the right, and mean nothing there: the line in between was\nleft out.",
    "fix": "Write the line that is missing, or move the lines to the left.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  page you \"You\"\n      hint \"As on your passport\"\n      short name \"Name\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  page you \"You\"\n    ask name \"What is your name?\" as full name\n      hint \"As on your passport\"\n      short name \"Name\"\n"
    }
  },
  {
    "code": "FW201",
    "slug": "name-not-found",
    "severity": "stop",
    "title": "A name is not found",
    "message": "There is {nothing} called \"{name}\"{where}",
    "explanation": [],
    "why": "Every name in a rule, a page or the route stands for something that the text declares. A name that nothing has is mostly a slip of the fingers.",
    "fix": "Take the name that was meant, or add the line that declares it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask permits-held \"How many permits do you have?\" as whole number\n  ask letter \"Upload a letter\" as file\n    show when permits-hold is over 0\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask permits-held \"How many permits do you have?\" as whole number\n  ask letter \"Upload a letter\" as file\n    show when permits-held is over 0\n"
    }
  },
  {
    "code": "FW202",
    "slug": "name-used-twice",
    "severity": "stop",
    "title": "One name stands for two things",
    "message": "\"{name}\" is used twice",
    "explanation": [],
    "why": "Each name stands for one thing, so that every rule that reads it means the same.",
    "fix": "Give one of the two another name. People never see the name, only the words in quotes.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n  ask phone \"What is your work phone number?\" as phone number\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n  ask work-phone \"What is your work phone number?\" as phone number\n"
    }
  },
  {
    "code": "FW203",
    "slug": "name-is-read-as-one",
    "severity": "stop",
    "title": "A minus sign without spaces is read as part of a name",
    "message": "\"{name}\" is read as one name",
    "explanation": [
      "To take {second} away from {first}, put a space on each side of the minus sign."
    ],
    "why": "Names may have hyphens, so a minus sign between two names needs spaces around it to be one.",
    "fix": "Put a space on each side of the minus sign.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection money \"Your money\"\n  ask income \"What do you earn?\" as money\n  ask rent \"What is your rent?\" as money\ncalculate left-over = income-rent\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection money \"Your money\"\n  ask income \"What do you earn?\" as money\n  ask rent \"What is your rent?\" as money\ncalculate left-over = income - rent\n"
    }
  },
  {
    "code": "FW204",
    "slug": "name-is-reserved",
    "severity": "stop",
    "title": "A name is a word of the language",
    "message": "\"{word}\" is a word of the language, so nothing can be called that",
    "explanation": [
      "Only a few words cannot be names: those that can follow a value in a rule, such as is, of, when and count."
    ],
    "why": "In a rule nobody could tell the name from the word.",
    "fix": "Add a word to the name, for example `the-count`. The words that people see stay as they are.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask count \"How many cars do you have?\" as whole number\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask the-count \"How many cars do you have?\" as whole number\n"
    }
  },
  {
    "code": "FW205",
    "slug": "list-item-is-name",
    "severity": "stop",
    "title": "A choice and a name are the same word",
    "message": "\"{name}\" is one of the {list}, and a name as well",
    "explanation": [],
    "why": "Beside a choice a word is looked up in its list. When it is also the name of an answer, readers cannot tell which is meant.",
    "fix": "Give the choice or the other thing another name.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist homes\n  - rented \"A rented home\"\n  - owned \"A home of my own\"\n\nsection home \"Your home\"\n  ask rented \"How much is your rent?\" as money\n  ask kind \"What kind of home is it?\" as one of homes\n  ask landlord \"Who is your landlord?\" as text\n    show when kind is rented\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist homes\n  - rented \"A rented home\"\n  - owned \"A home of my own\"\n\nsection home \"Your home\"\n  ask rent \"How much is your rent?\" as money\n  ask kind \"What kind of home is it?\" as one of homes\n  ask landlord \"Who is your landlord?\" as text\n    show when kind is rented\n"
    }
  },
  {
    "code": "FW206",
    "slug": "no-service-line",
    "severity": "stop",
    "title": "A service text has no service line",
    "message": "This text does not say which service it is",
    "explanation": [],
    "why": "The first line gives the service its name and the words people see. Everything else belongs to it.",
    "fix": "Begin the text with  service  and a name and a title.",
    "bad": {
      "kind": "service",
      "text": "section about-you \"About you\"\n  ask name \"What is your name?\" as full name\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n"
    }
  },
  {
    "code": "FW207",
    "slug": "needed-line-missing",
    "severity": "stop",
    "title": "A block lacks a line it needs",
    "message": "{A} needs a line that starts with \"{word}\"",
    "explanation": [],
    "why": "Some things are only whole with a certain line: a message without a subject cannot be sent, and an advice without a person who decides is not allowed.",
    "fix": "Add the line.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nmessage welcome by email\n  > Thank you for applying.\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nmessage welcome by email\n  subject \"We have your application\"\n  > Thank you for applying.\n"
    }
  },
  {
    "code": "FW208",
    "slug": "second-service",
    "severity": "stop",
    "title": "A text has two service lines",
    "message": "This text is about {first} already",
    "explanation": [],
    "why": "One text is one service. What stands below a second service line would belong to neither.",
    "fix": "Take the line away, or give the other service a text of its own.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask name \"What is your name?\" as full name\n\nservice badge \"Badge\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask name \"What is your name?\" as full name\n"
    }
  },
  {
    "code": "FW209",
    "slug": "only-fills-in",
    "severity": "stop",
    "title": "What somebody said last time is read as an answer",
    "message": "{name} can only fill in {what}",
    "explanation": [],
    "why": "A case is decided by what its own application says. What the applicant said last time, or what stands on a credential that they present, is put into a\nquestion: there they see it, and can say what has changed. From then on it is the answer to that question.",
    "fix": "Read the question that is filled in from it. Where there is none, ask one:  prefill from …  below it.",
    "bad": {
      "kind": "service",
      "text": "service stall \"Rent a market stall\"\napplicant is a person\n  signs in at level low\n\nsection stall \"Your stall\"\n  ask metres \"How many metres do you need?\" as whole number\n    prefill from previous-application's metres, correctable\n  ask cover \"Do you need a roof?\" as yes or no\n    show when previous-application's metres is over 3\n"
    },
    "good": {
      "kind": "service",
      "text": "service stall \"Rent a market stall\"\napplicant is a person\n  signs in at level low\n\nsection stall \"Your stall\"\n  ask metres \"How many metres do you need?\" as whole number\n    prefill from previous-application's metres, correctable\n  ask cover \"Do you need a roof?\" as yes or no\n    show when metres is over 3\n"
    }
  },
  {
    "code": "FW210",
    "slug": "block-said-twice",
    "severity": "stop",
    "title": "A block stands twice",
    "message": "This text has a {block} block already",
    "explanation": [],
    "why": "Each of these blocks stands once, so that everything about it can be read in one place. What stands below the second one would have no effect.",
    "fix": "Move its lines below the first one.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\nprivacy\n  purpose \"To decide on permits\"\nprivacy\n  keep answers for 2 years after sent\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\nprivacy\n  purpose \"To decide on permits\"\n  keep answers for 2 years after sent\n"
    }
  },
  {
    "code": "FW211",
    "slug": "line-said-twice",
    "severity": "stop",
    "title": "A line stands twice",
    "message": "\"{words}\" stands twice below {above}, and only one of them can count",
    "explanation": [],
    "why": "Each of these lines says one thing: the hint of a question, the days of a calendar, how long a stage may take. Where it stands twice, one of the two would be passed over without\na word, and readers could not tell which.",
    "fix": "Take one of them out, or write on one line what both say.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"As in your passport\"\n    hint \"Your whole name\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n    hint \"Your whole name, as in your passport\"\n"
    }
  },
  {
    "code": "FW301",
    "slug": "kinds-differ",
    "severity": "stop",
    "title": "Two values of different kinds",
    "message": "{left} is {leftKind}, and {right} is {rightKind}",
    "explanation": [],
    "why": "Only values of the same kind can be compared or added up. A plain number could be pounds, pence or something else, so it is never taken for money.",
    "fix": "Write the value in the kind that the other one has.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn each month?\" as money\n  ask payslip \"Upload a payslip\" as file\n    show when pay is over 500\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn each month?\" as money\n  ask payslip \"Upload a payslip\" as file\n    show when pay is over £500\n"
    }
  },
  {
    "code": "FW302",
    "slug": "not-in-list",
    "severity": "stop",
    "title": "A word is not one of the choices",
    "message": "\"{value}\" is not one of the {list}",
    "explanation": [],
    "why": "An answer can only be one of the choices of its list. A rule about any other word would never apply.",
    "fix": "Take one of the choices, or add the word to the list.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"What fuel does it use?\" as one of fuels\n  ask meter \"Upload a photo of the gas meter\" as photo\n    show when fuel is gas\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"What fuel does it use?\" as one of fuels\n  ask plug \"Upload a photo of the plug\" as photo\n    show when fuel is electric\n"
    }
  },
  {
    "code": "FW303",
    "slug": "lengths-mixed",
    "severity": "stop",
    "title": "Month and day lengths mixed",
    "message": "{left} is counted in {leftMeasure}, and {right} in {rightMeasure}",
    "explanation": [],
    "why": "A month has 28 to 31 days, and working days depend on holidays. Which of two such lengths is longer would change from case to case.",
    "fix": "Say both lengths in the same way.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount notice-period\n  3 months from 1 January 2026\n\ndecide long-notice when notice-period is at least 90 days\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount notice-period\n  90 days from 1 January 2026\n\ndecide long-notice when notice-period is at least 90 days\n"
    }
  },
  {
    "code": "FW304",
    "slug": "two-currencies",
    "severity": "stop",
    "title": "Two currencies in one service",
    "message": "This service counts in {first}, and this amount is in {currency}",
    "explanation": [
      "A service counts in one currency. Say this amount in {first} too."
    ],
    "why": "Amounts of two currencies cannot be added or compared without a rate, and no rate is said.",
    "fix": "Write all amounts in one currency.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate fee = £20\ncalculate deposit = €50\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate fee = £20\ncalculate deposit = £50\n"
    }
  },
  {
    "code": "FW305",
    "slug": "working-days-without-calendar",
    "severity": "stop",
    "title": "Working days without a calendar",
    "message": "\"{words}\" needs a calendar",
    "explanation": [
      "Working days depend on weekends and public holidays, and this route does not say which."
    ],
    "why": "Which days are working days depends on weekends and public holidays, and these are different from place to place.",
    "fix": "Say under  route  which calendar counts, or write plain days.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 working days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n\nrole officer \"an officer\"\n\nroute\n  calendar office-days\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 working days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW306",
    "slug": "else-needs-brackets",
    "severity": "stop",
    "title": "\"else\" beside another sign",
    "message": "It is not clear how far \"else\" reaches",
    "explanation": [],
    "why": "\"pay + partner-pay else £0\" can mean that only partner-pay counts as nothing, or that the whole sum does.",
    "fix": "Put round brackets around the value with its \"else\".",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn?\" as money\n  ask partner \"Do you have a partner?\" as yes or no\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when partner is yes\n\ncalculate household-income = pay + partner-pay else £0\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn?\" as money\n  ask partner \"Do you have a partner?\" as yes or no\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when partner is yes\n\ncalculate household-income = pay + (partner-pay else £0)\n"
    }
  },
  {
    "code": "FW307",
    "slug": "several-choices",
    "severity": "stop",
    "title": "An answer with several choices is compared with one",
    "message": "{name} can hold several choices, so say \"includes\"",
    "explanation": [],
    "why": "People can tick more than one choice. \"Is\" would leave open whether other choices may be ticked as well.",
    "fix": "Write  includes  or  does not include.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist supplies\n  - goods \"Goods\"\n  - software \"Software\"\n\nsection supply \"What you supply\"\n  ask categories \"What do you supply?\" as any of supplies\n  ask licence \"Upload the licence\" as file\n    show when categories is software\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist supplies\n  - goods \"Goods\"\n  - software \"Software\"\n\nsection supply \"What you supply\"\n  ask categories \"What do you supply?\" as any of supplies\n  ask licence \"Upload the licence\" as file\n    show when categories includes software\n"
    }
  },
  {
    "code": "FW308",
    "slug": "said-differently",
    "severity": "stop",
    "title": "A wording that is said differently here",
    "message": "\"{written}\" is said differently",
    "explanation": [],
    "why": "There is one wording for each idea, so that everybody reads the text the same way.",
    "fix": "Take the wording that the message offers.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n    optional\n  ask best-time \"When can we call you?\" as text\n    show when phone is not empty\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n    optional\n  ask best-time \"When can we call you?\" as text\n    show when phone is answered\n"
    }
  },
  {
    "code": "FW309",
    "slug": "length-not-fixed",
    "severity": "stop",
    "title": "A length of time that changes",
    "message": "{name} is not one fixed length of time",
    "explanation": [
      "A deadline is promised before there is a case, so its length has to be the same for every case and on every day."
    ],
    "why": "People are told when they will hear before they send an application. A length that hangs on answers, or that is another one from next year on, cannot be promised.",
    "fix": "Write the length, for example  14 days , or give the amount one value only. Where two lengths are really meant, use two stages.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount cooling-off\n  14 days from 1 January 2026\n  21 days from 1 January 2027\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows name\n    can approve then go to granted\n    finish within cooling-off\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\namount cooling-off\n  14 days from 1 January 2026\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask name \"What is your name?\" as full name\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows name\n    can approve then go to granted\n    finish within cooling-off\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW310",
    "slug": "years-from-29-february",
    "severity": "stop",
    "title": "Years from 29 February end on another day",
    "message": "\"{written}\" does not fit here: years from 29 February end on 28 February or on 1 March",
    "explanation": [],
    "why": "Only 29 February is missing in most years. Laws let a year that began on it end on the day before or the day after, so only these can be set. Where nothing is set it is 1 March.",
    "fix": "Write  years from 29 February end on 28 February,  or  1 March.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n  years from 29 February end on 2 March\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask born \"When were you born?\" as date of birth\n    must be at least 18 years ago\n\nroute\n  calendar office-days\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n  years from 29 February end on 28 February\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask born \"When were you born?\" as date of birth\n    must be at least 18 years ago\n\nroute\n  calendar office-days\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW311",
    "slug": "calendar-without-effect",
    "severity": "check",
    "title": "A calendar says where years end, and nothing counts by it",
    "message": "Nothing counts by the calendar \"{name}\", so where it lets years and months end has no effect",
    "explanation": [],
    "why": "Ages, permits and deadlines are counted by the calendar that the route names. What another calendar says about years and months is read by nobody, also when it comes\nfrom a library.",
    "fix": "Name the calendar under  route,  or take the line out; of a library's calendar, take it out of the  use  line.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n  years from 29 February end on 28 February\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask born \"When were you born?\" as date of birth\n    must be at least 18 years ago\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalendar office-days \"Working days of the office\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n  years from 29 February end on 28 February\n\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask born \"When were you born?\" as date of birth\n    must be at least 18 years ago\n\nroute\n  calendar office-days\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW401",
    "slug": "and-or-mixed",
    "severity": "stop",
    "title": "\"And\" and \"or\" on one line",
    "message": "\"and\" and \"or\" together can be read two ways",
    "explanation": [],
    "why": "Some people join what stands around the and first, others read from left to right. A rule must not depend on its reader.",
    "fix": "Write the condition as a list with  all of  and  any of.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask partner \"Do you have a partner?\" as yes or no\n  ask savings \"How much have you saved?\" as money\n  ask children \"How many children do you have?\" as whole number\n  ask letter \"Upload a letter\" as file\n    show when partner is yes and savings is over £0 or children is at least 1\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask partner \"Do you have a partner?\" as yes or no\n  ask savings \"How much have you saved?\" as money\n  ask children \"How many children do you have?\" as whole number\n  ask letter \"Upload a letter\" as file\n    show when any of\n      - all of\n        - partner is yes\n        - savings is over £0\n      - children is at least 1\n"
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
  },
  {
    "code": "FW403",
    "slug": "may-be-missing",
    "severity": "stop",
    "title": "A value may be missing where it is needed",
    "message": "{name} may not have an answer here",
    "explanation": [],
    "why": "A sum with a part that is not there has no result, and then nobody can decide about the case.",
    "fix": "Say what counts when there is no answer, use it only when it is asked, or always ask it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn?\" as money\n  ask partner \"Do you have a partner?\" as yes or no\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when partner is yes\n\ncalculate household-income = pay + partner-pay\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask pay \"How much do you earn?\" as money\n  ask partner \"Do you have a partner?\" as yes or no\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when partner is yes\n\ncalculate household-income = pay + (partner-pay else £0)\n"
    }
  },
  {
    "code": "FW404",
    "slug": "asked-later",
    "severity": "stop",
    "title": "A question depends on a later answer",
    "message": "This depends on an answer that comes later",
    "explanation": [],
    "why": "A form goes from top to bottom. What is asked further down is not known yet. That holds for conditions, and for what stands in braces in words: on the pages\nbefore, and in what people read before they start, there is nothing to fill in.",
    "fix": "Move the other question above this one, or take the name out of the words.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask letter \"Upload a letter\" as file\n    show when keeper is no\n  ask keeper \"Are you the keeper?\" as yes or no\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n  ask letter \"Upload a letter\" as file\n    show when keeper is no\n"
    }
  },
  {
    "code": "FW405",
    "slug": "never-reached",
    "severity": "check",
    "title": "Something can never be reached",
    "message": "{thing} can never {happen}",
    "explanation": [],
    "why": "Its condition, together with everything around it and everything asked before it, is never yes. Either a condition is\nwrong, or the lines can go.",
    "fix": "Change one of the conditions that contradict each other, or remove what can never be reached.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask keeper \"Are you the keeper?\" as yes or no\n  page letter \"A letter\"\n    show when keeper is no\n    ask letter \"Upload a letter\" as file\n    ask bought-on \"When did you buy it?\" as date\n      show when keeper is yes\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask keeper \"Are you the keeper?\" as yes or no\n  ask letter \"Upload a letter\" as file\n    show when keeper is no\n  ask bought-on \"When did you buy it?\" as date\n    show when keeper is yes\n"
    }
  },
  {
    "code": "FW406",
    "slug": "circle",
    "severity": "stop",
    "title": "Calculations need each other",
    "message": "{name} goes round in a circle",
    "explanation": [],
    "why": "A value that is worked out from itself never gets an answer.",
    "fix": "Take one of them out of the other.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate fee = charge + £10\ncalculate charge = fee - £10\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\ncalculate charge = £20\ncalculate fee = charge + £10\n"
    }
  },
  {
    "code": "FW407",
    "slug": "exceptions-differ",
    "severity": "check",
    "title": "Two exceptions can both apply and differ",
    "message": "This exception and {others} can both apply, with different results",
    "explanation": [],
    "why": "The first exception that applies counts. If that was not meant, somebody gets the wrong amount.",
    "fix": "Put the one that should count first. Then say with \"unless\" when the second does not apply, or, where the order is meant so, write\n`when several match use the first` above the exceptions. An exception that is a part of a later one needs neither.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n  ask electric \"Is the car electric?\" as yes or no\n\ncalculate fee = £100\n  except £0 when blue-badge is yes\n  except £60 when electric is yes\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n  ask electric \"Is the car electric?\" as yes or no\n\ncalculate fee = £100\n  except £0 when blue-badge is yes\n  except £60 when electric is yes unless blue-badge is yes\n"
    }
  },
  {
    "code": "FW408",
    "slug": "today-in-rule",
    "severity": "check",
    "title": "A rule depends on the day it runs",
    "message": "{name} changes from day to day, also while a case waits",
    "explanation": [],
    "why": "What somebody is entitled to would depend on how long the office takes. The day the application was sent stays the same.",
    "fix": "Count from  date-applied,  the day the application was sent.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask arrived \"When did you arrive?\" as date\n\ncalculate days-here = days from arrived to today\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask arrived \"When did you arrive?\" as date\n\ncalculate days-here = days from arrived to date-applied\n"
    }
  },
  {
    "code": "FW409",
    "slug": "rows-as-one",
    "severity": "tip",
    "title": "Two rows can be one",
    "message": "This row and the one on line {line} can be one",
    "explanation": [],
    "why": "Readers look for the difference between two rows that have none. Fewer rows are fewer places to change.",
    "fix": "Take over the row that is offered: no result changes. Leave it when the rows stand for two rules that happen to agree.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - diesel \"Diesel\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"Which fuel?\" as one of fuels\n  ask held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable price\n  | fuel         | held   | then price |\n  | electric     | any    | £60        |\n  | not electric | 0      | £120       |\n  | not electric | 1 to 2 | £120       |\n  | not electric | 3      | £180       |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - diesel \"Diesel\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"Which fuel?\" as one of fuels\n  ask held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable price\n  | fuel         | held   | then price |\n  | electric     | any    | £60        |\n  | not electric | 0 to 2 | £120       |\n  | not electric | 3      | £180       |\n"
    }
  },
  {
    "code": "FW411",
    "slug": "table-gap",
    "severity": "stop",
    "title": "No row of a table fits some answers",
    "message": "No row in this table fits some answers",
    "explanation": [],
    "why": "Somebody will give these answers, and then nobody can say what the result is.",
    "fix": "Change the row that comes nearest, add a row, or say what counts when no row fits.",
    "bad": {
      "kind": "service",
      "text": "service warmth \"Warmth payment\"\nsection money \"Your money\"\n  ask income \"How much do you have each month?\" as money\n    must be at least £0\n\ntable warmth-award\n  | income              | then award |\n  | under £200          | £450       |\n  | £200 to under £500  | £300       |\n  | over £500           | £150       |\n"
    },
    "good": {
      "kind": "service",
      "text": "service warmth \"Warmth payment\"\nsection money \"Your money\"\n  ask income \"How much do you have each month?\" as money\n    must be at least £0\n\ntable warmth-award\n  | income              | then award |\n  | under £200          | £450       |\n  | £200 to under £500  | £300       |\n  | £500 or more        | £150       |\n"
    }
  },
  {
    "code": "FW412",
    "slug": "rows-differ",
    "severity": "stop",
    "title": "Two rows fit the same answers",
    "message": "Two rows fit the same answers and give different results",
    "explanation": [],
    "why": "Both results cannot be right, and nobody can say which one counts.",
    "fix": "Make one of the rows narrower, or say that the first row wins.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"Fuel\" as one of fuels\n  ask permits-held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable permit-price\n  | fuel         | permits-held | then price |\n  | electric     | 0            | £60        |\n  | any          | 1 or more    | £90        |\n  | not electric | 0            | £120       |\n  | not electric | 1 or more    | £180       |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\nsection car \"Your car\"\n  ask fuel \"Fuel\" as one of fuels\n  ask permits-held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable permit-price\n  | fuel         | permits-held | then price |\n  | electric     | 0            | £60        |\n  | electric     | 1 or more    | £90        |\n  | not electric | 0            | £120       |\n  | not electric | 1 or more    | £180       |\n"
    }
  },
  {
    "code": "FW413",
    "slug": "row-never-used",
    "severity": "check",
    "title": "A row can never be used",
    "message": "This row can never be used",
    "explanation": [],
    "why": "Its answers cannot occur, rows above take all of them, or, where the highest or the lowest counts, other rows that fit always win. Readers will take it for a rule that counts.",
    "fix": "Remove the row, change its cells, or, where the first counts, move it above the row that takes its answers.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask permits-held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable permit-price\n  when several match use the first\n  | permits-held | then price |\n  | any          | £60        |\n  | 2 or more    | £90        |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask permits-held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable permit-price\n  when several match use the first\n  | permits-held | then price |\n  | 2 or more    | £90        |\n  | any          | £60        |\n"
    }
  },
  {
    "code": "FW414",
    "slug": "always-yes",
    "severity": "tip",
    "title": "A condition is always yes",
    "message": "\"{condition}\" is always yes here",
    "explanation": [],
    "why": "A condition that never says no makes readers look for a difference that is not there. Often another one was meant.",
    "fix": "Remove the condition, or change it to the one that was meant.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection household \"Your household\"\n  ask children \"How many children do you have?\" as whole number\n    must be from 0 to 20\n  ask school \"Which school do they go to?\" as text\n    show when children is at least 0\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection household \"Your household\"\n  ask children \"How many children do you have?\" as whole number\n    must be from 0 to 20\n  ask school \"Which school do they go to?\" as text\n    show when children is at least 1\n"
    }
  },
  {
    "code": "FW415",
    "slug": "not-decided",
    "severity": "tip",
    "title": "A proof did not come to an end",
    "message": "It could not be decided {what}",
    "explanation": [],
    "why": "Every condition and every table is proved with a limited number of steps, so that checking stays quick. Here the steps ran\nout, or the condition joins an answer with a product, a pattern or the items of a list that read the same answer, which is not\nlooked into: there may be a problem, and there may be none.",
    "fix": "Make the conditions simpler, for example with a named decision; in a table, say what counts when no row fits.",
    "bad": {
      "kind": "service",
      "text": "service race \"Race\"\nsection places \"Places\"\n  ask a \"Place of a?\" as whole number\n    must be from 1 to 6\n  ask b \"Place of b?\" as whole number\n    must be from 1 to 6\n  ask c \"Place of c?\" as whole number\n    must be from 1 to 6\n  ask d \"Place of d?\" as whole number\n    must be from 1 to 6\n  ask e \"Place of e?\" as whole number\n    must be from 1 to 6\n  ask f \"Place of f?\" as whole number\n    must be from 1 to 6\n  ask g \"Place of g?\" as whole number\n    must be from 1 to 6\n  ask note \"Anything else?\" as text\n    show when none of\n      - a is b\n      - a is c\n      - a is d\n      - a is e\n      - a is f\n      - a is g\n      - b is c\n      - b is d\n      - b is e\n      - b is f\n      - b is g\n      - c is d\n      - c is e\n      - c is f\n      - c is g\n      - d is e\n      - d is f\n      - d is g\n      - e is f\n      - e is g\n      - f is g\n"
    },
    "good": {
      "kind": "service",
      "text": "service race \"Race\"\nsection places \"Places\"\n  ask a \"Place of a?\" as whole number\n    must be from 1 to 6\n  ask b \"Place of b?\" as whole number\n    must be from 1 to 6\n  ask c \"Place of c?\" as whole number\n    must be from 1 to 6\n  ask note \"Anything else?\" as text\n    show when none of\n      - a is b\n      - a is c\n      - b is c\n"
    }
  },
  {
    "code": "FW416",
    "slug": "nobody-can-continue",
    "severity": "stop",
    "title": "Nobody can continue",
    "message": "{reason}",
    "explanation": [],
    "why": "What is demanded here contradicts itself or another demand, so everybody is stopped and nobody can send an application.",
    "fix": "Change one of the demands so that somebody can meet them all.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection dates \"When\"\n  ask adults \"How many adults?\" as whole number\n    must be at least 5\n    must be at most 3\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection dates \"When\"\n  ask adults \"How many adults?\" as whole number\n    must be at least 3\n    must be at most 5\n"
    }
  },
  {
    "code": "FW418",
    "slug": "row-has-other-cells",
    "severity": "stop",
    "title": "A row does not have the cells of its heading",
    "message": "This row has {cells}, and the heading has {wanted}",
    "explanation": [],
    "why": "With a cell too few or too many, nobody can say which cell belongs to which column.",
    "fix": "Give each column one cell. Where a column does not matter, write  any.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | badge | then price |\n  | yes      | any   | £60        |\n  | no       | £90   |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | badge | then price |\n  | yes      | any   | £60        |\n  | no       | any   | £90        |\n"
    }
  },
  {
    "code": "FW419",
    "slug": "table-has-no-result",
    "severity": "stop",
    "title": "A table has no result",
    "message": "The table {table} has no result",
    "explanation": [],
    "why": "A table says what follows from answers. A heading with  then  says what its cells give, and each row gives a value.",
    "fix": "Write  then  before the name of the result, and at least one row.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | price |\n  | yes      | £60   |\n  | no       | £90   |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | then price |\n  | yes      | £60        |\n  | no       | £90        |\n"
    }
  },
  {
    "code": "FW420",
    "slug": "result-is-no-value",
    "severity": "stop",
    "title": "A value is not exact",
    "message": "\"{written}\" is not one value",
    "explanation": [
      "Write one value, for example  £60,  or a name."
    ],
    "why": "What a row gives, and what an example gives, has to be exact: an amount, a choice, in a row also the name of one.",
    "fix": "Write the value. What has to be worked out is given a name with  calculate,  and the name stands in the cell.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | then price |\n  | yes      | £60        |\n  | no       | any        |\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection car \"Your car\"\n  ask electric \"Is it electric?\" as yes or no\n  ask badge \"Do you hold a blue badge?\" as yes or no\n\ntable permit-price\n  | electric | then price |\n  | yes      | £60        |\n  | no       | £90        |\n"
    }
  },
  {
    "code": "FW421",
    "slug": "amount-starts-late",
    "severity": "check",
    "title": "An amount starts after the version",
    "message": "{name} has no value before {first}",
    "explanation": [],
    "why": "What counts is the day of sending. Whoever applies before the amount's first day gets no result, and nobody can decide about the case.",
    "fix": "Add the value that counts from the day the version starts, or correct the day.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 1 starts 1 April 2026\n\namount permit-price\n  £60 from 1 May 2026\n\ncalculate fee = permit-price\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 1 starts 1 April 2026\n\namount permit-price\n  £60 from 1 April 2026\n\ncalculate fee = permit-price\n"
    }
  },
  {
    "code": "FW422",
    "slug": "some-cannot-continue",
    "severity": "check",
    "title": "Some people cannot continue",
    "message": "{reason}",
    "explanation": [],
    "why": "Limits, choices or demands, of one question or of several together, leave no answer to whoever said this before. These people are stopped, and nobody meant it: a page `stop`, a demand\nor a limit that rules them out would tell them why.",
    "fix": "Change one of the limits. Where one number stops them, the fix that is offered says it where that number is asked. Where these people cannot apply, say so before: limit the answer that comes first, demand it with a `check` and\nwords of its own, or show a page `stop`.",
    "bad": {
      "kind": "service",
      "text": "service hall \"Hire a hall\"\nsection stay \"Your event\"\n  ask guests \"How many guests?\" as whole number\n    must be from 1 to 200\n  ask chairs \"How many chairs do you need?\" as whole number\n    must be at least guests otherwise say \"Enter at least one chair for each guest.\"\n    must be at most 120 otherwise say \"Enter at most 120 chairs.\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service hall \"Hire a hall\"\nsection stay \"Your event\"\n  ask guests \"How many guests?\" as whole number\n    must be from 1 to 120\n  ask chairs \"How many chairs do you need?\" as whole number\n    must be at least guests otherwise say \"Enter at least one chair for each guest.\"\n    must be at most 120 otherwise say \"Enter at most 120 chairs.\"\n"
    }
  },
  {
    "code": "FW501",
    "slug": "stage-not-reached",
    "severity": "check",
    "title": "A stage or outcome that no case reaches",
    "message": "No case can reach {what} {name}",
    "explanation": [
      "Let a line lead there with  go to {name},  or take the {what} out."
    ],
    "why": "A stage or outcome that nothing leads to is either left over, or a line that should lead to it is missing.",
    "fix": "Add  go to  with its name where it belongs, or remove it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome lapsed \"Lapsed\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    can close then go to lapsed\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome lapsed \"Lapsed\"\n"
    }
  },
  {
    "code": "FW502",
    "slug": "no-way-to-an-end",
    "severity": "stop",
    "title": "A case without an end",
    "message": "{what}",
    "explanation": [],
    "why": "Every case is to be decided some day, and every wait is to end: otherwise people wait for an answer that nobody owes them.",
    "fix": "Add a way that leads to an outcome; to a wait add  finish within  with  otherwise go to.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can ask-again then go to answer\n    finish within 5 days\n  stage answer \"Tell us more\" by applicant\n    can answer then go to review\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can ask-again then go to answer\n    finish within 5 days\n  stage answer \"Tell us more\" by applicant\n    can answer then go to review\n    finish within 14 days otherwise go to lapsed\n\noutcome granted \"Granted\"\noutcome lapsed \"Closed\"\n"
    }
  },
  {
    "code": "FW503",
    "slug": "stage-without-way-out",
    "severity": "stop",
    "title": "A case can get stuck",
    "message": "A case can get stuck in stage {stage}",
    "explanation": [],
    "why": "Every stage must say where the case goes in every situation, also when a register does not answer.",
    "fix": "Add a line that catches everything else.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is yes go to granted\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW504",
    "slug": "stage-without-deadline",
    "severity": "check",
    "title": "People wait without knowing how long",
    "message": "Nothing says {by} stage {stage} {done}",
    "explanation": [],
    "why": "People who apply are told when they will hear. That day is worked out from the deadlines of the stages. In a live service every deadline also says what happens when it is missed.",
    "fix": "Add  finish within  with a length of time, and  otherwise tell  or  otherwise go to.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW505",
    "slug": "adverse-without-reason",
    "severity": "stop",
    "title": "A decision against someone needs a reason",
    "message": "\"{action}\" goes against the applicant, so it needs a reason",
    "explanation": [],
    "why": "Someone who is turned down must be told why, and can only then ask for another look.",
    "fix": "Add  with reason.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole manager \"the manager\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    can refuse then go to second-look\n    finish within 5 days\n  stage second-look \"The manager looks at it\" by manager\n    can agree then go to closed\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome closed \"Closed\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole manager \"the manager\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    can refuse with reason then go to second-look\n    finish within 5 days\n  stage second-look \"The manager looks at it\" by manager\n    can agree then go to closed\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome closed \"Closed\"\n"
    }
  },
  {
    "code": "FW506",
    "slug": "refused-without-appeal",
    "severity": "check",
    "title": "A refusal that nobody can question",
    "message": "Outcome {outcome} turns people down, and no line lets them ask for another look",
    "explanation": [
      "Add below the outcome:  applicant can appeal within 28 days then go to …,  a stage where somebody else decides."
    ],
    "why": "A decision that goes against somebody can nearly always be looked at again, and the letter has to say how.",
    "fix": "Add  applicant can appeal within … then go to …  with a stage of somebody else. Where the decision is the last one, as in a service\nthat is itself an appeal, say so and why:  no appeal because \"…\"",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole appeals-officer \"an appeals officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n  stage appeal \"Somebody else looks at it\" by appeals-officer\n    not the same person as review\n    shows keeper\n    can uphold then go to granted\n    can dismiss with reason then go to appeal-dismissed\n    finish within 20 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to appeal\noutcome appeal-dismissed \"Appeal dismissed\"\n"
    }
  },
  {
    "code": "FW507",
    "slug": "circle-without-deadline",
    "severity": "stop",
    "title": "Stages lead to each other without end",
    "message": "A case can go round from stage {stage} without end",
    "explanation": [],
    "why": "Stages that decide by themselves take no time. When they lead to each other, a case never comes to rest. Where one of them only waits, the\ncase comes round again and again with nothing changed.",
    "fix": "Let one of them lead to a person or to an outcome, or give the case a time of its own:  finish within … otherwise go to …",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nroute\n  stage first-check \"We check your answers\"\n    when keeper is yes go to granted\n    otherwise go to second-check\n  stage second-check \"We check again\"\n    go to first-check\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage first-check \"We check your answers\"\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW508",
    "slug": "separation-of-duties",
    "severity": "check",
    "title": "Who may not work on a case twice",
    "message": "{what}",
    "explanation": [],
    "why": "Whoever decided should not judge their own decision. A line that bars nobody, everybody or the wrong people only looks as if it did.",
    "fix": "Name the stages in which people decided before.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole appeals-officer \"an appeals officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n  stage appeal \"Somebody else looks at it\" by appeals-officer\n    shows keeper\n    can uphold then go to granted\n    can dismiss with reason then go to appeal-dismissed\n    finish within 20 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to appeal\noutcome appeal-dismissed \"Appeal dismissed\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole appeals-officer \"an appeals officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n  stage appeal \"Somebody else looks at it\" by appeals-officer\n    not the same person as review\n    shows keeper\n    can uphold then go to granted\n    can dismiss with reason then go to appeal-dismissed\n    finish within 20 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to appeal\noutcome appeal-dismissed \"Appeal dismissed\"\n"
    }
  },
  {
    "code": "FW509",
    "slug": "way-never-taken",
    "severity": "stop",
    "title": "A way that no case can take",
    "message": "No case can take this way to {to}",
    "explanation": [],
    "why": "The lines of a stage are tried from top to bottom and the first yes wins. A line that never has its turn, or that contradicts\nwhat is known of every case there, is a mistake: somebody is sent elsewhere than was meant.",
    "fix": "Put the narrower condition first, change the condition, or remove the line.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when age is at least 18 go to granted\n    when age is at least 65 go to review\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when age is under 18 go to review\n    otherwise go to granted\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW510",
    "slug": "two-ways-both-yes",
    "severity": "tip",
    "title": "Two ways are open at once",
    "message": "This condition and the one on line {line} can both be yes; then the case goes to {to}",
    "explanation": [],
    "why": "The first line that is yes wins. That is often meant, and sometimes a surprise: here is a case for which the order matters.",
    "fix": "Leave it, when the order is what you want; or say it in the second condition.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is no go to review\n    when age is at least 18 go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask age \"How old are you?\" as whole number\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is no go to review\n    when age is at least 18 unless keeper is no go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW511",
    "slug": "otherwise-not-last",
    "severity": "stop",
    "title": "A line for everything else stands too early",
    "message": "\"{line}\" stands above a condition that is tried before it",
    "explanation": [],
    "why": "The conditions of a stage are tried first, and the line for everything else counts when none of them is yes. It is read that way only when it stands last.",
    "fix": "Move it below the last condition.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    otherwise go to review\n    when keeper is yes go to granted\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW512",
    "slug": "person-passed-by",
    "severity": "stop",
    "title": "A line passes the people of a stage by",
    "message": "This line would lead out of stage {stage} before anybody has worked there",
    "explanation": [],
    "why": "A case rests in a stage of people until they choose something. A line without a condition has nothing to wait for there, and is never taken.",
    "fix": "Make it something people can choose, or remove it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n    go to granted\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW513",
    "slug": "skip-leads-nowhere",
    "severity": "stop",
    "title": "A skipped stage leads nowhere",
    "message": "When stage {stage} is skipped, it is not clear where the case goes",
    "explanation": [],
    "why": "A stage that is skipped is passed through by its bare  go to. Where people can choose between several ways, a condition with its own place says which one is meant.",
    "fix": "Add  go to  with a place, or write  when … go to …  instead.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    skip when keeper is yes\n    shows keeper\n    can approve then go to granted\n    can close then go to lapsed\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome lapsed \"Closed\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    when keeper is yes go to granted\n    shows keeper\n    can approve then go to granted\n    can close then go to lapsed\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome lapsed \"Closed\"\n"
    }
  },
  {
    "code": "FW514",
    "slug": "parts-longer-than-whole",
    "severity": "check",
    "title": "The parts take longer than the whole",
    "message": "{what}",
    "explanation": [],
    "why": "A deadline is a promise. When every part may be done in its own time and the whole is late all the same, one of the two lengths\nis wrong.",
    "fix": "Shorten a part, or make the whole longer.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole manager \"the manager\"\n\nroute\n  finish within 2 weeks otherwise tell manager\n  stage checks \"An officer looks at your answers\" by officer\n    shows keeper\n    can pass then go to review\n    finish within 5 days\n  stage review \"The manager decides\" by manager\n    shows keeper\n    can approve then go to granted\n    finish within 10 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole manager \"the manager\"\n\nroute\n  finish within 2 weeks otherwise tell manager\n  stage checks \"An officer looks at your answers\" by officer\n    shows keeper\n    can pass then go to review\n    finish within 5 days\n  stage review \"The manager decides\" by manager\n    shows keeper\n    can approve then go to granted\n    finish within 9 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW515",
    "slug": "nobody-can-choose",
    "severity": "stop",
    "title": "An action that is offered to nobody",
    "message": "Nobody can choose {action}: no people work in stage {stage}",
    "explanation": [
      "Say who works there, with  by  and a role behind the words of the stage, or let the line  when … go to  decide."
    ],
    "why": "A button is shown to the people of a stage. In a stage without a role there are none.",
    "fix": "Add  by  with a role to the stage, or to the action.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is yes go to granted\n    can hurry then go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW516",
    "slug": "credential-cannot-exist",
    "severity": "stop",
    "title": "A credential that cannot exist",
    "message": "There is no {credential} to {does} here",
    "explanation": [],
    "why": "A credential can be taken back, changed or given again only when this case has issued it before, or the applicant presents or renews one.",
    "fix": "Issue it in an earlier stage or outcome, or let the applicant present it:  must present.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can close with reason then go to closed\n    finish within 5 days\n\noutcome granted \"Granted\"\n  issue badge\noutcome closed \"Closed\"\n  reinstate badge\n\ncredential badge \"Badge\"\n  holds keeper\n  valid for 1 year\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can close then go to closed\n    finish within 5 days\n\noutcome granted \"Granted\"\n  issue badge\noutcome closed \"Closed\"\n\ncredential badge \"Badge\"\n  holds keeper\n  valid for 1 year\n"
    }
  },
  {
    "code": "FW517",
    "slug": "right-leads-to-nobody",
    "severity": "stop",
    "title": "A right that leads to nobody",
    "message": "{right} leads to nobody: {where}",
    "explanation": [
      "Let it lead to a stage where people work, with  by  and a role."
    ],
    "why": "Whoever asks for another look has a right to somebody who looks. An outcome is no such thing, and a stage that decides by itself neither.",
    "fix": "Name a stage of people who did not decide before.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to granted\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\nrole appeals-officer \"an appeals officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n  stage appeal \"Somebody else looks at it\" by appeals-officer\n    not the same person as review\n    shows keeper\n    can uphold then go to granted\n    can dismiss with reason then go to appeal-dismissed\n    finish within 20 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to appeal\noutcome appeal-dismissed \"Appeal dismissed\"\n"
    }
  },
  {
    "code": "FW518",
    "slug": "read-before-collected",
    "severity": "check",
    "title": "Something is read before it can be there",
    "message": "{what} {place} reads {said}, and {who} has it by then",
    "explanation": [
      "Read it in a stage that comes after, or get it earlier."
    ],
    "why": "What officers record, a register answers or people choose is there only for cases that have been in that stage before. In a condition it may be missing: that is then not yes. A letter would have a hole in it,\nand a payment no amount.",
    "fix": "Collect it in an earlier stage, or read it later.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage checks \"We check your answers\"\n    when points is over 10 go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    ask points \"How many points?\" as whole number\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    ask points \"How many points?\" as whole number\n    can score then go to checks\n    finish within 5 days\n  stage checks \"We look at the points\"\n    when points is over 10 go to granted\n    otherwise go to closed\n\noutcome granted \"Granted\"\noutcome closed \"Closed\"\n"
    }
  },
  {
    "code": "FW519",
    "slug": "check-never-answered",
    "severity": "check",
    "title": "A check that may never be answered",
    "message": "Check {check} may never be answered",
    "explanation": [],
    "why": "A case waits for all its checks. One that reaches nobody, that leaves nothing to answer with, or that has no time limit keeps it waiting for ever.",
    "fix": "Name who does it, give them something to choose, and say by when:  finish within … otherwise ….",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\npartner land-registry \"Land Registry\"\n\nroute\n  stage checks \"We check your answers\"\n    at the same time\n      check home-check at land-registry by officer\n        shows keeper\n        can confirm\n    when all are done go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\npartner land-registry \"Land Registry\"\n\nroute\n  stage checks \"We check your answers\"\n    at the same time\n      check home-check at land-registry by officer\n        shows keeper\n        can confirm\n        finish within 5 days otherwise go on without it\n    when all are done go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW520",
    "slug": "check-leads-past-others",
    "severity": "check",
    "title": "A late check ends the others",
    "message": "When {check} is late, what comes of {others} is lost, and stage {place} reads it",
    "explanation": [],
    "why": "A check whose time runs out and that leads elsewhere ends the whole stage. The other checks stop, and their results never come.",
    "fix": "Write  otherwise go on without it: the other checks are then waited for.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\npartner land-registry \"Land Registry\"\n\nroute\n  stage checks \"We check your answers\"\n    at the same time\n      check home-check at land-registry by officer\n        shows keeper\n        can confirm\n        can query\n        finish within 5 days otherwise go to review\n      check tax-check by officer\n        shows keeper\n        can agree\n        finish within 5 days otherwise tell officer\n    when all are done go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper, home-check, tax-check\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nrole officer \"an officer\"\npartner land-registry \"Land Registry\"\n\nroute\n  stage checks \"We check your answers\"\n    at the same time\n      check home-check at land-registry by officer\n        shows keeper\n        can confirm\n        can query\n        finish within 5 days otherwise go on without it\n      check tax-check by officer\n        shows keeper\n        can agree\n        finish within 5 days otherwise tell officer\n    when all are done go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper, home-check, tax-check\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW521",
    "slug": "condition-never-changes",
    "severity": "check",
    "title": "A condition that never changes",
    "message": "This cannot become true after {credential} is issued: nothing in it can change",
    "explanation": [],
    "why": "A credential is looked at again when a register has news of it, and once a day. What the applicant answered stays as it was sent, so a condition that reads nothing else comes out the same every time.",
    "fix": "Let it read what a register says (fetch), what a source announces, or the day. When a case should never get the credential, lead it elsewhere before it is issued.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask keeper \"Are you the keeper?\" as yes or no\n\nroute\n  stage go \"We issue it\"\n    go to granted\n\noutcome granted \"Granted\"\n  issue badge\n\ncredential badge \"Badge\"\n  holds keeper\n  valid for 1 year\n  revoke when keeper is no\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsource vehicle-register \"Vehicle register\"\n  because \"Vehicle Act 1994, section 22\"\n  operation find-vehicle\n    needs registration as vehicle registration\n    gives taxed as yes or no\n    if unavailable ask applicant\n\nsection your-vehicle \"Your vehicle\"\n  ask registration \"What is the registration number?\" as vehicle registration\n    hint \"For example, EK68 RWT\"\n  fetch vehicle from vehicle-register's find-vehicle using registration\n\nroute\n  stage go \"We issue it\"\n    go to granted\n\noutcome granted \"Granted\"\n  issue badge\n\ncredential badge \"Badge\"\n  holds registration\n  valid for 1 year\n  revoke when vehicle's taxed is no\n"
    }
  },
  {
    "code": "FW601",
    "slug": "sensitive-without-condition",
    "severity": "stop",
    "title": "A sensitive answer has no law behind it",
    "message": "{name} is sensitive ({kind}), and privacy does not say under which law it may be asked",
    "explanation": [
      "The law stands below privacy:  special category {kind} under \"…\""
    ],
    "why": "Answers about health, belief, origin or crime may be asked for only where a law allows it. People are shown that law.",
    "fix": "Add  special category … under \"…\"  below  privacy,  with the law. Or do not ask.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n    sensitive health\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n    sensitive health\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after sent\n"
    }
  },
  {
    "code": "FW602",
    "slug": "answer-not-for-role",
    "severity": "stop",
    "title": "Somebody is shown an answer that is kept from them",
    "message": "{role} may not see {name}",
    "explanation": [],
    "why": "Whoever reads \"only … can see\" must be able to rely on it. What is worked out from an answer gives the answer away: a fee of £0 says who holds a Blue Badge.",
    "fix": "Take the name out of the line, or let that role see the answer too. A count or a sum over many may be shown to everybody.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n    sensitive health\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows fee\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  only doctor can see blue-badge\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n    sensitive health\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n\nroute\n  stage review \"A doctor looks at it\" by doctor\n    shows fee\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  only doctor can see blue-badge\n"
    }
  },
  {
    "code": "FW603",
    "slug": "given-already",
    "severity": "check",
    "title": "Something is asked for that is known already",
    "message": "{name} asks for what {source} gives already",
    "explanation": [],
    "why": "People should have to say a thing to the state only once. What is filled in for them is right more often, and they can still correct it.",
    "fix": "Add  prefill from …  below the question. A question that may be left out, or that is asked only when the source did not answer, is not meant.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\napplicant is a person\n  signs in at level substantial\n\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\napplicant is a person\n  signs in at level substantial\n\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\n    prefill from identity's date-of-birth, correctable\n"
    }
  },
  {
    "code": "FW604",
    "slug": "never-used",
    "severity": "check",
    "title": "Something is collected and never used",
    "message": "{name} is {collected}, and nothing in this service uses it",
    "explanation": [],
    "why": "What nobody needs should not be asked, looked up or kept: every answer costs people time and can be lost or stolen.",
    "fix": "Remove it. If somebody does need it, say so: show it in their stage, or use it in a rule, a message or a credential.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n  ask hobby \"What do you do in your free time?\" as text\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n"
    }
  },
  {
    "code": "FW605",
    "slug": "kept-without-limit",
    "severity": "check",
    "title": "Answers are kept without a limit",
    "message": "Nothing says how long {what} may be kept",
    "explanation": [
      "For example:  keep answers for 2 years after decision"
    ],
    "why": "What people tell the state may be kept only as long as it is needed. People are shown how long that is, and after it the answers are deleted.",
    "fix": "Add  keep answers for …  below  privacy , or a line for the answers that are named here.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after sent\n"
    }
  },
  {
    "code": "FW606",
    "slug": "breakdown-identifies",
    "severity": "stop",
    "title": "A published count could say something about one person",
    "message": "A published count {by} could say something about one person",
    "explanation": [],
    "why": "Open data is for everybody. A group of one or two is a person somebody knows, and a count by a sensitive answer says what they never wanted known.",
    "fix": "Count by something coarser and not sensitive, or hide small groups: publish each month as open data, hide groups under 10.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n\nmeasures\n  count applications by keeper, outcome each month\n  publish each month as open data\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n\nmeasures\n  count applications by keeper, outcome each month\n  publish each month as open data, hide groups under 10\n"
    }
  },
  {
    "code": "FW607",
    "slug": "privacy-said-twice",
    "severity": "stop",
    "title": "Two lines say the same about people's data",
    "message": "{what} is said on line {line} already",
    "explanation": [],
    "why": "When two lines speak of the same answer, nobody can tell which one counts, and people could be told the wrong one.",
    "fix": "Keep one of the two. A line for one answer beside a line for all  answers  is no trouble: the one that names it counts.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep keeper for 2 years after sent\n  keep keeper for 6 months after sent\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after sent\n  keep keeper for 6 months after sent\n"
    }
  },
  {
    "code": "FW608",
    "slug": "kept-too-short",
    "severity": "check",
    "title": "Answers are deleted while people can still ask for another look",
    "message": "{kept} after the decision is shorter than the time to {right}, so the answers may be gone when they are needed",
    "explanation": [
      "After outcome {outcome} people can {right} within {window}."
    ],
    "why": "Whoever looks at the case again needs what was decided on. Until the last day on which people can ask for that, it has to be kept.",
    "fix": "Count from the end: it comes when every such time is over. Or keep the answers longer.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to review\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 14 days after decision\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to review\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 14 days after end\n"
    }
  },
  {
    "code": "FW609",
    "slug": "category-not-asked",
    "severity": "check",
    "title": "A law is named for sensitive answers that nobody is asked for",
    "message": "Nothing in this service asks for answers about {kind}",
    "explanation": [],
    "why": "The privacy notice tells people which sensitive answers are used, and under which law. What is not asked does not belong there.",
    "fix": "Remove the line, or mark the question it is about:  sensitive ….",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after sent\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection about-you \"About you\"\n  ask blue-badge \"Do you hold a Blue Badge?\" as yes or no\n    sensitive health\n\ncalculate fee = £120\n  except £0 when blue-badge is yes\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after sent\n"
    }
  },
  {
    "code": "FW611",
    "slug": "adviser-sees-too-much",
    "severity": "stop",
    "title": "An AI adviser reads what it must not see",
    "message": "{adviser} reads {name}, which is kept from it",
    "explanation": [],
    "why": "What an adviser never sees cannot sway its advice, nor leave the house with it. That holds for what is worked out from such an answer too. And an adviser sees no more than the person it helps may see.",
    "fix": "Take the name out of what it reads.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter, ill\n  suggests whether the letter is signed\n  never sees ill\n  person decides, recording suggestion and reason\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  suggests whether the letter is signed\n  never sees ill\n  person decides, recording suggestion and reason\n"
    }
  },
  {
    "code": "FW612",
    "slug": "suggestion-decides",
    "severity": "stop",
    "title": "An AI suggestion decides",
    "message": "An AI suggestion cannot decide {what}",
    "explanation": [
      "A person must see the advice, decide, and give a reason."
    ],
    "why": "Nobody is turned down, sent on or written to because of what a machine thinks. A person answers for every decision.",
    "fix": "Remove it, and add  advised by …  to a stage that is done by a person.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n\nroute\n  stage first-look \"We look at your letter\"\n    when letter-reader's suggestion is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n\nroute\n  stage first-look \"We look at your letter\"\n    go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    }
  },
  {
    "code": "FW613",
    "slug": "refused-by-rule",
    "severity": "stop",
    "title": "A case is turned down by a rule alone",
    "message": "No person decides that a case goes to {to}",
    "explanation": [],
    "why": "A decision against somebody is made by a person, who gives the reason. Where a law lets a rule decide, people are told which law.",
    "fix": "Lead to a person's stage instead. Or name the law: refuse automatically because \"…\" when … then go to ….",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage first-look \"We look at your answers\"\n    when keeper is no go to refused\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to review\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage first-look \"We look at your answers\"\n    refuse automatically because \"Parking Act, section 4\" when keeper is no then go to refused\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    can refuse with reason then go to refused\n    finish within 5 days\n\noutcome granted \"Granted\"\noutcome refused \"Refused\"\n  applicant can appeal within 28 days then go to review\n"
    }
  },
  {
    "code": "FW614",
    "slug": "adviser-elsewhere",
    "severity": "check",
    "title": "An AI adviser and its stage do not name each other",
    "message": "{adviser} is declared for stage {stage}, but {but}",
    "explanation": [],
    "why": "People are told where an AI advises, and whom. Advice that turns up elsewhere was never declared; advice that nobody asks for has no effect.",
    "fix": "Add  advised by …  to the stage it is declared for, or say in  helps … at …  where it does advise.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    }
  },
  {
    "code": "FW615",
    "slug": "read-but-not-kept",
    "severity": "stop",
    "title": "An answer that is not kept is needed later",
    "message": "{name} is not kept, and is needed after sending: {where}",
    "explanation": [
      "An answer with `do not keep` is used while the form is filled in, and is not sent with it."
    ],
    "why": "What is not sent cannot be read afterwards: the rule would never come out, the officer would see nothing.",
    "fix": "Take the answer out of `do not keep`, or take it out of the place that needs it. `keep … for …` says how long it stays.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\nroute\n  stage review \"We look at it\" by officer\n    shows born\n    can approve then go to granted\n    finish within 10 days\noutcome granted \"Granted\"\nprivacy\n  do not keep born\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\n  check years since born is at least 18 otherwise say \"You must be 18 or older.\"\nroute\n  stage review \"We look at it\" by officer\n    can approve then go to granted\n    finish within 10 days\noutcome granted \"Granted\"\nprivacy\n  do not keep born\n"
    }
  },
  {
    "code": "FW616",
    "slug": "invited-at-low-level",
    "severity": "check",
    "title": "Somebody who is let in easily is shown a sensitive answer",
    "message": "{invited} is let in {level}, and is shown {name}",
    "explanation": [],
    "why": "A link can be passed on, and a weak sign-in can be somebody else's. A sensitive answer is shown only to people who are known.",
    "fix": "Ask for a higher level of sign-in, or do not show the answer.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n  ask landlord-email \"What is your landlord's email address?\" as email\n\nroute\n  stage consent \"Your landlord agrees\"\n    invite landlord using landlord-email at level low\n    shows ill\n    can agree then go to granted\n    finish within 5 days otherwise go to lapsed\n\noutcome granted \"Granted\"\noutcome lapsed \"Closed\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n  ask landlord-email \"What is your landlord's email address?\" as email\n\nroute\n  stage consent \"Your landlord agrees\"\n    invite landlord using landlord-email at level substantial\n    shows ill\n    can agree then go to granted\n    finish within 5 days otherwise go to lapsed\n\noutcome granted \"Granted\"\noutcome lapsed \"Closed\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n"
    }
  },
  {
    "code": "FW617",
    "slug": "shown-to-nobody",
    "severity": "tip",
    "title": "Answers are shown where nobody works",
    "message": "Nobody works in stage {stage}, so nobody sees what it shows",
    "explanation": [],
    "why": "An officer sees an answer through a stage of their own. A line that shows it to nobody may stand in the wrong stage.",
    "fix": "Move the line to the stage of the person who needs the answer, or remove it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage first-look \"We look at your answers\"\n    shows keeper\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\n\nsection about-you \"About you\"\n  ask keeper \"Are you the registered keeper?\" as yes or no\n\nroute\n  stage first-look \"We look at your answers\"\n    when keeper is yes go to granted\n    otherwise go to review\n  stage review \"An officer looks at it\" by officer\n    shows keeper\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n"
    }
  },
  {
    "code": "FW618",
    "slug": "given-away-by-asking",
    "severity": "check",
    "title": "A question gives away an answer that is kept from somebody",
    "message": "{shown} gives {name} away to {role}, who may not see it",
    "explanation": [],
    "why": "A question that is only asked of some people says who they are: whoever reads its answer knows why it was asked.",
    "fix": "Keep that answer from the same people, or let them see both.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n  ask clinic \"Which clinic do you go to?\" as text\n    show when ill is yes\n\nroute\n  stage review \"It is looked at\" by officer\n    shows clinic\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  only doctor can see ill\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\nrole doctor \"a doctor\"\n\nsection about-you \"About you\"\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n  ask clinic \"Which clinic do you go to?\" as text\n    show when ill is yes\n\nroute\n  stage review \"It is looked at\" by doctor\n    shows clinic\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  only doctor can see ill\n"
    }
  },
  {
    "code": "FW619",
    "slug": "deleted-before-credential-ends",
    "severity": "check",
    "title": "Answers are deleted before a credential ends",
    "message": "Answers are deleted {kept} after {when}, while {credential} may still {need}",
    "explanation": [
      "{why}"
    ],
    "why": "For as long as somebody holds the credential, the register is asked again what it was asked before the decision. What it was asked about goes with the answers. Where it can be renewed `keeping answers`, they have to be there until then.",
    "fix": "Count from the end of the credential, or keep the answers at least as long as it is valid.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsource vehicle-register \"Vehicle register\"\n  because \"Vehicle Act 1994, section 22\"\n  operation find-vehicle\n    needs registration as vehicle registration\n    gives taxed as yes or no\n    if unavailable ask applicant\n\nsection your-vehicle \"Your vehicle\"\n  ask registration \"What is the registration number?\" as vehicle registration\n    hint \"For example, EK68 RWT\"\n  fetch vehicle from vehicle-register's find-vehicle using registration\n\nroute\n  stage go \"We issue it\"\n    go to granted\n\noutcome granted \"Granted\"\n  issue badge\n\ncredential badge \"Badge\"\n  holds registration\n  valid for 1 year\n  revoke when vehicle's taxed is no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 6 months after decision\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsource vehicle-register \"Vehicle register\"\n  because \"Vehicle Act 1994, section 22\"\n  operation find-vehicle\n    needs registration as vehicle registration\n    gives taxed as yes or no\n    if unavailable ask applicant\n\nsection your-vehicle \"Your vehicle\"\n  ask registration \"What is the registration number?\" as vehicle registration\n    hint \"For example, EK68 RWT\"\n  fetch vehicle from vehicle-register's find-vehicle using registration\n\nroute\n  stage go \"We issue it\"\n    go to granted\n\noutcome granted \"Granted\"\n  issue badge\n\ncredential badge \"Badge\"\n  holds registration\n  valid for 1 year\n  revoke when vehicle's taxed is no\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  keep answers for 6 months after badge ends\n"
    }
  },
  {
    "code": "FW620",
    "slug": "sensitive-passed-on",
    "severity": "check",
    "title": "A sensitive answer goes further than the text says it may",
    "message": "{name} is sensitive ({kind}), and {how}",
    "explanation": [],
    "why": "People tell the state such things so that their own case can be decided. Whoever else gets them, a machine too, needs a law for it, and people are shown that law.\nWhat is worked out from such an answer gives it away as well.",
    "fix": "Take the name out of the line. Where a law allows it, say so: `reads ill under \"…\"` for an AI adviser, `share ill with clinic under \"…\"` below privacy for another\nagency, or for a service that is started with it. Who works on the case is shown it in a stage of theirs. On a licence let the holder decide: `holds ill from ill, shared only if holder agrees`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\npartner clinic \"The clinic\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n  share ill with clinic because \"to plan beds\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  share ill with clinic under \"Parking Act, section 47\"\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter, ill\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole officer \"an officer\"\npartner clinic \"The clinic\"\n\nsection about-you \"About you\"\n  ask keeper-letter \"Upload a letter from the keeper\" as file\n    accept pdf up to 10 MB\n  ask ill \"Are you ill?\" as yes or no\n    sensitive health\n\nroute\n  stage review \"An officer looks at it\" by officer\n    shows keeper-letter, ill\n    advised by letter-reader\n    can approve then go to granted\n    finish within 5 days\n\noutcome granted \"Granted\"\n  share ill with clinic because \"to plan beds\"\n\nprivacy\n  purpose \"To decide who can park\"\n  lawful basis public-task \"Parking Act, section 45\"\n  special category health under \"Parking Act, section 46\"\n  keep answers for 2 years after decision\n  share ill with clinic under \"Parking Act, section 47\"\n\nassistance letter-reader \"Reads the letter\"\n  helps officer at review\n  reads keeper-letter\n  reads ill under \"Parking Act, section 48\"\n  suggests whether the letter is signed\n  person decides, recording suggestion and reason\n"
    }
  },
  {
    "code": "FW701",
    "slug": "example-fails",
    "severity": "stop",
    "title": "An example does not come out as expected",
    "message": "Example \"{title}\" does not come out as expected",
    "explanation": [],
    "why": "Examples say in the text what the rules are meant to do. When one no longer holds, either a rule was changed by mistake, or the example is out of date.",
    "fix": "Change the rule, or change the expected value.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n\ncalculate fee = pay times 2\n\nexample \"Twice the pay\"\n  given pay is £100\n  expect fee is £150\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n\ncalculate fee = pay times 2\n\nexample \"Twice the pay\"\n  given pay is £100\n  expect fee is £200\n"
    }
  },
  {
    "code": "FW702",
    "slug": "outcome-without-example",
    "severity": "check",
    "title": "No example reaches a part of the service",
    "message": "No example {reaches}",
    "explanation": [],
    "why": "What no example reaches, nobody has seen working. When it is changed by mistake, no example says so.",
    "fix": "Add an example that goes there.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole clerk \"a clerk\"\n\nsection you \"You\"\n  ask resident \"Do you live here?\" as yes or no\n\nroute\n  stage review \"A clerk looks at it\" by clerk\n    can approve then go to granted\n    can close with reason then go to closed\n    finish within 10 days\n\noutcome granted \"Permit granted\"\noutcome closed \"Permit closed\"\n\nexample \"Permit granted\"\n  given resident is yes\n  then review chooses approve\n  expect outcome is granted\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nrole clerk \"a clerk\"\n\nsection you \"You\"\n  ask resident \"Do you live here?\" as yes or no\n\nroute\n  stage review \"A clerk looks at it\" by clerk\n    can approve then go to granted\n    can close with reason then go to closed\n    finish within 10 days\n\noutcome granted \"Permit granted\"\noutcome closed \"Permit closed\"\n\nexample \"Permit granted\"\n  given resident is yes\n  then review chooses approve\n  expect outcome is granted\n\nexample \"Permit closed\"\n  given resident is no\n  then review chooses close because \"Lives elsewhere\"\n  expect outcome is closed\n"
    }
  },
  {
    "code": "FW703",
    "slug": "part-without-example",
    "severity": "tip",
    "title": "No example takes a row, an exception or a way",
    "message": "No example {reaches}",
    "explanation": [],
    "why": "What no example takes, nobody has seen working. When it is changed by mistake, no example says so.",
    "fix": "Take over the examples that are offered, and look whether what they expect is what you mean.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable price\n  | held      | then price |\n  | 0         | £60        |\n  | 1 or more | £90        |\n\nexample \"A first permit\"\n  given held is 0\n  expect price is £60\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask held \"How many permits do you have?\" as whole number\n    must be from 0 to 3\n\ntable price\n  | held      | then price |\n  | 0         | £60        |\n  | 1 or more | £90        |\n\nexample \"A first permit\"\n  given held is 0\n  expect price is £60\n\nexample \"A second permit\"\n  given held is 1\n  expect price is £90\n"
    }
  },
  {
    "code": "FW704",
    "slug": "worked-out-not-given",
    "severity": "stop",
    "title": "An example gives what is worked out",
    "message": "{name} is worked out, so it cannot be given",
    "explanation": [],
    "why": "The example would say what the service should find out. Whatever it gives, the service works it out anew.",
    "fix": "Give the answers it is worked out from, and expect the value.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask held \"How many permits do you have?\" as whole number\n\ncalculate fee = £60\n  except £90 when held is over 0\n\nexample \"A second permit\"\n  given fee is £90\n  expect fee is £90\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection you \"You\"\n  ask held \"How many permits do you have?\" as whole number\n\ncalculate fee = £60\n  except £90 when held is over 0\n\nexample \"A second permit\"\n  given held is 1\n  expect fee is £90\n"
    }
  },
  {
    "code": "FW705",
    "slug": "answer-refused",
    "severity": "stop",
    "title": "An example gives an answer that is refused",
    "message": "Example \"{title}\" gives {name} an answer that is refused",
    "explanation": [],
    "why": "The form and the desk do not take every answer: a question may have limits, choices may be hidden, a list may have only so many items. An example that goes on with an answer\nthat nobody can give shows something that never happens.",
    "fix": "Give an answer that is taken. To show that this one is refused, expect it: `expect pay is refused`, then give another one before the case goes on.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n    must be at most £5,000\n\ncalculate fee = pay times 2\n\nexample \"Twice the pay\"\n  given pay is £6,000\n  expect fee is £12,000\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n    must be at most £5,000\n\ncalculate fee = pay times 2\n\nexample \"Twice the pay\"\n  given pay is £6,000\n  expect pay is refused\n  given pay is £3,000\n  expect fee is £6,000\n"
    }
  },
  {
    "code": "FW706",
    "slug": "answer-not-asked",
    "severity": "tip",
    "title": "An example answers what is not asked",
    "message": "Example \"{title}\" answers {name}, and {name} is not asked there",
    "explanation": [],
    "why": "Only answers to questions on this person's way count. What an example gives to another question changes nothing, and whoever reads the example thinks that it does.",
    "fix": "Take the answer out, or give the answers by which the question is asked. To show that the answer does not count, expect it: `expect reason is not asked`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when pay is under £1,000\n\ncalculate household = (pay else £0) + (partner-pay else £0)\n\nexample \"Enough of one\"\n  given pay is £2,000, partner-pay is £500\n  expect household is £2,000\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nsection pay \"Your pay\"\n  ask pay \"How much do you earn?\" as money\n  ask partner-pay \"How much does your partner earn?\" as money\n    show when pay is under £1,000\n\ncalculate household = (pay else £0) + (partner-pay else £0)\n\nexample \"Enough of one\"\n  given pay is £2,000\n  expect household is £2,000\n"
    }
  },
  {
    "code": "FW801",
    "slug": "library-not-found",
    "severity": "stop",
    "title": "A library, its version or a thing in it is not there",
    "message": "{what}",
    "explanation": [],
    "why": "A service says exactly which version of a shared text applies, so that it never changes by itself.",
    "fix": "Put the library beside the service, or name the version and the thing that are there. An earlier version of a library stands beside\nthe newest one as `common-questions.version-1.shared`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-adress from common-questions version 2\n\nsection about-you \"About you\"\n  include home-adress as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n"
      }
    }
  },
  {
    "code": "FW802",
    "slug": "translation-missing-or-stale",
    "severity": "check",
    "title": "A translation is missing or out of date",
    "message": "{what}",
    "explanation": [],
    "why": "People who chose their language should not meet another one on the way, nor words that say what used to be true. What is missing is\nshown in the service's own language until then.",
    "fix": "Add the words to the language's file, or take the language away. `formwork words permit.service --language Welsh` writes the lines that\nare missing. Words that were changed are seen by the lock file beside the words file, which notes what each line was translated from:\nchange the translation, or note that it still fits.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Parking permit\"\n  languages English, Welsh\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n",
        "permit.cy.words.lock": "{\n  \"lines\": {\n    \"service permit\": {\n      \"from\": \"Permit\",\n      \"translation\": \"929810e50769\"\n    }\n  }\n}\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Parking permit\"\n  languages English, Welsh\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded barcio\"\n"
      }
    }
  },
  {
    "code": "FW803",
    "slug": "alters-running-cases",
    "severity": "check",
    "title": "A change would alter cases that are running",
    "message": "{what}",
    "explanation": [],
    "why": "People sent their application under one text, and it is decided by that text. A version that was published does not change under its own\nnumber; and cases that move to a new version must find there what they have: their stage, their answers, the choices they made. Open\ndeadlines keep the later of the two ends, never the earlier.\n\nThe text of a version that still has running cases stands beside the newest one, as `permit.version-1.service`.",
    "fix": "Give the changed text a new version number and let running cases stay on theirs, or keep what running cases have.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 2 starts 1 April 2027\n  running cases move to this version\n\nsection vehicle \"Vehicle\"\n  ask fuel \"Fuel\" as one of fuels\n\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\ncalculate fee = £60\n\nroute\n  stage review \"We look\" by officer\n    shows fuel, fee\n    can approve then go to granted\n    finish within 5 days otherwise tell officer\nrole officer \"an officer\"\noutcome granted \"Granted\"\n",
      "beside": {
        "permit.version-1.service": "service permit \"Permit\"\n  version 1 starts 1 April 2026\n\nsection vehicle \"Vehicle\"\n  ask fuel \"Fuel\" as one of fuels\n\nlist fuels\n  - petrol \"Petrol\"\n  - diesel \"Diesel\"\n  - electric \"Electric\"\n\ncalculate fee = £60\n\nroute\n  stage review \"We look\" by officer\n    shows fuel, fee\n    can approve then go to granted\n    finish within 10 days otherwise tell officer\nrole officer \"an officer\"\noutcome granted \"Granted\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  version 2 starts 1 April 2027\n  running cases stay on their version\n\nsection vehicle \"Vehicle\"\n  ask fuel \"Fuel\" as one of fuels\n\nlist fuels\n  - petrol \"Petrol\"\n  - electric \"Electric\"\n\ncalculate fee = £60\n\nroute\n  stage review \"We look\" by officer\n    shows fuel, fee\n    can approve then go to granted\n    finish within 5 days otherwise tell officer\nrole officer \"an officer\"\noutcome granted \"Granted\"\n",
      "beside": {
        "permit.version-1.service": "service permit \"Permit\"\n  version 1 starts 1 April 2026\n\nsection vehicle \"Vehicle\"\n  ask fuel \"Fuel\" as one of fuels\n\nlist fuels\n  - petrol \"Petrol\"\n  - diesel \"Diesel\"\n  - electric \"Electric\"\n\ncalculate fee = £60\n\nroute\n  stage review \"We look\" by officer\n    shows fuel, fee\n    can approve then go to granted\n    finish within 10 days otherwise tell officer\nrole officer \"an officer\"\noutcome granted \"Granted\"\n"
      }
    }
  },
  {
    "code": "FW804",
    "slug": "level-too-low",
    "severity": "stop",
    "title": "The sign-in does not supply this",
    "message": "{name} needs sign-in at level {needs}, and {but}",
    "explanation": [],
    "why": "How much is known about a person depends on how they signed in.",
    "fix": "Ask for a higher level of sign-in, or ask the person.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\napplicant is a person\n  signs in at level low\n\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\n    prefill from identity's date-of-birth, locked\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\napplicant is a person\n  signs in at level substantial\n\nsection about-you \"About you\"\n  ask born \"What is your date of birth?\" as date of birth\n    prefill from identity's date-of-birth, locked\n"
    }
  },
  {
    "code": "FW805",
    "slug": "library-changed",
    "severity": "check",
    "title": "A library changed without a new version number",
    "message": "{what}",
    "explanation": [],
    "why": "A version number promises one text. When the text behind it changes, services change without anybody deciding it, and cases that are\nrunning are judged by other words than those people saw. The first check of a service notes the text of each library in `formwork.lock`.",
    "fix": "Put the earlier text back, or give the changed one a new version number and use that. When the change is meant for this service as it\nis, note it with `formwork lock permit.service`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"Where do you live?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n",
        "formwork.lock": "{\n  \"libraries\": {\n    \"common-questions version 2\": \"sha256-0000000000000000000000000000000000000000000000000000000000000000\"\n  }\n}\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n"
      }
    }
  },
  {
    "code": "FW806",
    "slug": "libraries-conflict",
    "severity": "stop",
    "title": "One library is used in two versions",
    "message": "{library} is used in version {one} and in version {two}",
    "explanation": [],
    "why": "Both versions bring things of the same names, and people in one service should meet one wording. Nobody could tell which text applies.",
    "fix": "Use the same version everywhere. When another library asks for the other version, use the version of that library that was made for yours.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from common-questions version 2\nuse ashby-working-days from common-questions version 1\n\nsection about-you \"About you\"\n  include home-address as home\nroute\n  calendar ashby-working-days\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n\ncalendar ashby-working-days \"Working days in Ashby\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n",
        "common-questions.version-1.shared": "shared common-questions \"Common question sets\"\n  version 1 starts 1 January 2025\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n\ncalendar ashby-working-days \"Working days in Ashby\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address, ashby-working-days from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\nroute\n  calendar ashby-working-days\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n\ncalendar ashby-working-days \"Working days in Ashby\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n"
      }
    }
  },
  {
    "code": "FW807",
    "slug": "library-circle",
    "severity": "stop",
    "title": "Libraries use each other in a circle",
    "message": "{library} uses itself, through the libraries that it uses",
    "explanation": [],
    "why": "Neither text could be changed without the other, and no version of either would ever be finished.",
    "fix": "Put what both need into a library of its own.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from places version 1\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "places.shared": "shared places \"Places\"\n  version 1 starts 1 January 2026\nuse title-list from people version 1\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n",
        "people.shared": "shared people \"People\"\n  version 1 starts 1 January 2026\nuse home-address from places version 1\n\nlist title-list\n  - dr \"Dr\"\n  - mx \"Mx\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from places version 1\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "places.shared": "shared places \"Places\"\n  version 1 starts 1 January 2026\nuse title-list from people version 1\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n",
        "people.shared": "shared people \"People\"\n  version 1 starts 1 January 2026\n\nlist title-list\n  - dr \"Dr\"\n  - mx \"Mx\"\n"
      }
    }
  },
  {
    "code": "FW808",
    "slug": "library-not-used",
    "severity": "tip",
    "title": "Something is taken from a library and not used",
    "message": "{what}",
    "explanation": [],
    "why": "A line that brings nothing makes readers look for what it is for, and the service would be checked again whenever that library changes.",
    "fix": "Use it, or take it out of the line.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address, ashby-working-days from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n\ncalendar ashby-working-days \"Working days in Ashby\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\nuse home-address from common-questions version 2\n\nsection about-you \"About you\"\n  include home-address as home\n",
      "beside": {
        "common-questions.shared": "shared common-questions \"Common question sets\"\n  version 2 starts 1 January 2026\n\nquestion-set home-address \"Home address\"\n  page address \"What is your address?\"\n    ask line-1 \"Address line 1\" as text\n    ask post-code \"Postcode\" as postcode\n\ncalendar ashby-working-days \"Working days in Ashby\"\n  working days are Monday, Tuesday, Wednesday, Thursday, Friday\n"
      }
    }
  },
  {
    "code": "FW809",
    "slug": "words-not-shown",
    "severity": "tip",
    "title": "A words file has words for something that is not there",
    "message": "{text} has no words at  {line}: these are never shown",
    "explanation": [],
    "why": "A translation that nobody sees is usually one that belongs to another line, or is left over from an earlier version.",
    "fix": "Move the words to the line that they belong to, or take them away. The number behind `say`, `worded` and `because` counts these lines below\none thing, from the top.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask phone \"Beth yw eich rhif ffôn?\"\n    hint \"Er enghraifft, 020 7946 0000\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask phone \"What is your phone number?\" as phone number\n    hint \"For example, 020 7946 0000\"\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask phone \"Beth yw eich rhif ffôn?\"\n    hint \"Er enghraifft, 020 7946 0000\"\n"
      }
    }
  },
  {
    "code": "FW810",
    "slug": "braces-differ",
    "severity": "check",
    "title": "A translation fills in other values than the words it was made from",
    "message": "The {language} for {line} {what}",
    "explanation": [],
    "why": "What stands in braces is filled in for each person: the fee, the date, the reason. A letter that lacks one in one language says less than\nin the other, and nobody who reads only one of them would notice.",
    "fix": "Put the same names in braces into the translation, wherever its grammar wants them. Names are not translated.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask registration \"What is the vehicle's registration number?\" as vehicle registration\n    hint \"For example, AB12 CDE\"\n  ask keeper \"Are you the keeper of {registration}?\" as yes or no\n    optional\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask registration \"Beth yw rhif cofrestru'r cerbyd?\"\n    hint \"Er enghraifft, AB12 CDE\"\n  ask keeper \"Ai chi yw'r ceidwad?\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask registration \"What is the vehicle's registration number?\" as vehicle registration\n    hint \"For example, AB12 CDE\"\n  ask keeper \"Are you the keeper of {registration}?\" as yes or no\n    optional\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask registration \"Beth yw rhif cofrestru'r cerbyd?\"\n    hint \"Er enghraifft, AB12 CDE\"\n  ask keeper \"Ai chi yw ceidwad {registration}?\"\n"
      }
    }
  },
  {
    "code": "FW811",
    "slug": "plural-forms-differ",
    "severity": "check",
    "title": "Forms for numbers do not fit the language",
    "message": "{what}",
    "explanation": [],
    "why": "`{permits: one permit | # permits}` shows the form that fits the number; the sign # stands for the number itself. English has two forms,\nWelsh six, Polish three, Japanese one, as Unicode's CLDR lists them. With too few nobody could tell which one belongs to which number.",
    "fix": "Write as many forms as the language has, in the order that the message gives. A form may stand twice. Words that are right with every number need\nno forms: `{permits}`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask permits \"How many permits does your home have?\" as whole number\n  ask more \"You have {permits: one permit | # permits}. Do you want another?\" as yes or no\n    optional\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask permits \"Faint o drwyddedau sydd gan eich cartref?\"\n  ask more \"Mae gennych {permits: un drwydded | # trwydded}. Ydych chi eisiau un arall?\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\n\nsection about-you \"About you\"\n  ask permits \"How many permits does your home have?\" as whole number\n  ask more \"You have {permits: one permit | # permits}. Do you want another?\" as yes or no\n    optional\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  section about-you \"Amdanoch chi\"\n  ask permits \"Faint o drwyddedau sydd gan eich cartref?\"\n  ask more \"Mae gennych {permits: ddim trwydded | un drwydded | ddwy drwydded | dair trwydded | chwe thrwydded | # trwydded}. Ydych chi eisiau un arall?\"\n"
      }
    }
  },
  {
    "code": "FW812",
    "slug": "sentence-too-long",
    "severity": "tip",
    "title": "A sentence is long",
    "message": "This sentence has {count} words:  {start} …",
    "explanation": [
      "Make two or three sentences of it."
    ],
    "why": "People read on a small screen, in a hurry, often in a language that is not their first. Plain language guides agree on short sentences: the\nGOV.UK content guidance looks again at every sentence of more than 25 words, and the Oxford Guide to Plain English (Cutts) asks for 15 to 20 on\naverage. More than 25 words are told here, in every language that writes spaces between words.",
    "fix": "Say it in two sentences, or as a list with `-`.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  guidance\n    > If you have lived at this address for less than six months and you do not yet have a bill in your name, you can send us your rental agreement or a letter from your landlord instead.\n  ask phone \"What is your phone number?\" as phone number\n    optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  guidance\n    > You may not have a bill in your name yet. Then send us one of these instead:\n    >\n    > - your rental agreement\n    > - a letter from your landlord\n  ask phone \"What is your phone number?\" as phone number\n    optional\n"
    }
  },
  {
    "code": "FW813",
    "slug": "hard-to-read",
    "severity": "tip",
    "title": "A passage is hard to read",
    "message": "The words for {line} ask for {years} years of school",
    "explanation": [
      "Write shorter sentences, and everyday words for the rare ones."
    ],
    "why": "Services are for everybody. The web's accessibility guidelines (WCAG 2.2, 3.1.5) call text hard when it asks for more than lower secondary\neducation, which is nine years. What a text asks for is measured with the Automated Readability Index (Smith and Senter, 1967), which counts the\nletters of words and the words of sentences. It was made for English passages, so only English is measured, and only passages of 40 words or more.",
    "fix": "Use shorter words and shorter sentences. Say what people do, not what is done: \"We check your vehicle\", not \"A verification is undertaken\".",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  guidance\n    > Applications are subsequently considered by authorised representatives of the municipality. Supplementary documentation demonstrating residential entitlement may additionally be requested. Unsuccessful applicants receive individual notification containing comprehensive explanations. Administrative reconsideration remains available following determination. Reconsideration necessitates substantiated correspondence identifying relevant considerations and circumstances.\n  ask phone \"What is your phone number?\" as phone number\n    optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  guidance\n    > We look at what you send. We may ask you to show that you live here. If we say no, we write to you and tell you why. You can then ask us to look again. Tell us in your letter what we got wrong and send what shows it.\n  ask phone \"What is your phone number?\" as phone number\n    optional\n"
    }
  },
  {
    "code": "FW814",
    "slug": "same-label-twice",
    "severity": "tip",
    "title": "Two questions of one section, or two choices, have the same words",
    "message": "{name} on line {number} has the same words",
    "explanation": [
      "Say in the words what makes the two different."
    ],
    "why": "On the page where people check their answers the two stand under each other. Nobody could tell which is which, and a screen reader says the same\ntwice. Of two choices of one list with the same words nobody knows which to take. Capitals and the sign at the end make no difference.",
    "fix": "Say in the words what the question is about, give one of them a `short name`, or put each into a `group` with words of its own.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask own-phone \"Phone number\" as phone number\n    optional\n  ask work-phone \"Phone number\" as phone number\n    optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask own-phone \"Your own phone number\" as phone number\n    optional\n  ask work-phone \"Your phone number at work\" as phone number\n    optional\n"
    }
  },
  {
    "code": "FW815",
    "slug": "hint-missing",
    "severity": "tip",
    "title": "An answer has a form, and nothing shows it",
    "message": "{name} has to be written in a certain form, and no hint shows it",
    "explanation": [],
    "why": "People look at a paper or a plate and type what they see. An example shows where spaces go and which of two numbers is meant, before they make\na mistake.",
    "fix": "Add a `hint` with an example, or with the place where people find it.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask permit-number \"What is the number of your permit?\" as text\n    must match \"AA9999\" otherwise say \"A permit number has two letters and four digits.\"\n    optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask permit-number \"What is the number of your permit?\" as text\n    hint \"For example, AB1234\"\n    must match \"AA9999\" otherwise say \"A permit number has two letters and four digits.\"\n    optional\n"
    }
  },
  {
    "code": "FW816",
    "slug": "own-words-missing",
    "severity": "tip",
    "title": "A limit has no words of its own",
    "message": "What is told when this limit of {name} is broken does not say what to do instead",
    "explanation": [],
    "why": "Standard words can say \"Enter a number from 0 to 3\". They cannot know what a pattern means to people, or why an answer must not be another\none.",
    "fix": "Add `otherwise say \"…\"` with what to do instead.",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask permit-number \"What is the number of your permit?\" as text\n    hint \"For example, AB1234\"\n    must match \"AA9999\"\n    optional\n"
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n\nsection about-you \"About you\"\n  ask permit-number \"What is the number of your permit?\" as text\n    hint \"For example, AB1234\"\n    must match \"AA9999\" otherwise say \"A permit number has two letters and four digits. Look on the front of the card.\"\n    optional\n"
    }
  },
  {
    "code": "FW817",
    "slug": "condition-not-said",
    "severity": "tip",
    "title": "The end of a licence is not said in words for people",
    "message": "Whoever holds {credential} reads this condition as it stands here, in every language",
    "explanation": [
      "For example:  … say \"Your vehicle is not taxed.\""
    ],
    "why": "When a licence is suspended or revoked by itself, its holder is told why, on its page and in a message. Without words for it they read the condition, and nobody\ncan translate that.",
    "fix": "Add  say \"…\"  behind the condition. In a words file the words stand below the credential:  say 1 \"…\".",
    "bad": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\npartner insurers \"Insurers\"\nsource register \"Insurance register\"\n  run by insurers\n  because \"Markets Act\"\n  operation find\n    needs policy as text\n    gives insured as yes or no\n    if unavailable ask applicant\nsection you \"You\"\n  ask policy \"What is your policy?\" as text\n    hint \"It stands on the first page\"\n  fetch cover from register's find using policy\nroute\n  stage give \"We write your permit\"\n    go to granted\noutcome granted \"Granted\"\n  issue permit\ncredential permit \"Permit\"\n  holds policy\n  valid for 1 year\n  suspend when cover's insured is no\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  source register \"Cofrestr yswiriant\"\n  section you \"Chi\"\n  ask policy \"Beth yw eich polisi?\"\n    hint \"Mae ar y dudalen gyntaf\"\n  stage give \"Rydym yn ysgrifennu eich trwydded\"\n  outcome granted \"Rhoddwyd\"\n  partner insurers \"Yswirwyr\"\n  credential permit \"Trwydded\"\n"
      }
    },
    "good": {
      "kind": "service",
      "text": "service permit \"Permit\"\n  languages English, Welsh\npartner insurers \"Insurers\"\nsource register \"Insurance register\"\n  run by insurers\n  because \"Markets Act\"\n  operation find\n    needs policy as text\n    gives insured as yes or no\n    if unavailable ask applicant\nsection you \"You\"\n  ask policy \"What is your policy?\" as text\n    hint \"It stands on the first page\"\n  fetch cover from register's find using policy\nroute\n  stage give \"We write your permit\"\n    go to granted\noutcome granted \"Granted\"\n  issue permit\ncredential permit \"Permit\"\n  holds policy\n  valid for 1 year\n  suspend when cover's insured is no say \"You are not insured.\"\n",
      "beside": {
        "permit.cy.words": "words Welsh for permit version 1\n  service permit \"Trwydded\"\n  source register \"Cofrestr yswiriant\"\n  section you \"Chi\"\n  ask policy \"Beth yw eich polisi?\"\n    hint \"Mae ar y dudalen gyntaf\"\n  stage give \"Rydym yn ysgrifennu eich trwydded\"\n  outcome granted \"Rhoddwyd\"\n  partner insurers \"Yswirwyr\"\n  credential permit \"Trwydded\"\n    say 1 \"Nid ydych wedi eich yswirio.\"\n"
      }
    }
  }
];
