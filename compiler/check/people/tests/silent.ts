// Changes of corpus/care-place with which nothing is wrong about people's data: a check that cries wolf is not read.

/** What is changed, and how. */
export const silent: readonly (readonly [what: string, changes: readonly (readonly [old: string, put: string])[]])[] = [
  [
    "question used only in a sum over a repeat",
    [
      ["    ask age ", '    ask days "How many days?" as whole number\n    ask age '],
      ["calculate ages = sum of child's age", "calculate ages = sum of child's age + sum of child's days"],
    ],
  ],
  [
    "question used only by a condition",
    [
      ["  ask union ", '  ask own "Do you own your home?" as yes or no\n  ask union '],
      ["  ask account", '  ask rent "What rent do you pay?" as money\n    show when own is no\n  ask account'],
      ["shows name, phone", "shows name, rent, phone"],
    ],
  ],
  [
    "question used only in a message",
    [
      ["  ask union ", '  ask nick "What shall we call you?" as text\n  ask union '],
      ["> Hello {name}.", "> Hello {nick}."],
    ],
  ],
  [
    "question used only by invite",
    [
      ["  ask union ", '  ask friend-email "Your friend\'s email?" as email\n  ask union '],
      [
        "outcome granted",
        '  stage friend "Friend"\n    invite friend using friend-email at level low\n    shows name\n    can fine then go to granted\n    finish within 5 days otherwise tell care-manager\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to friend"],
    ],
  ],
  [
    "question used only in wait until",
    [
      ["  ask union ", '  ask moving-day "When do you move?" as date\n  ask union '],
      ["outcome granted", '  stage later "Later"\n    wait until moving-day\n    go to granted\n\noutcome granted'],
      ["can grant-small then go to granted", "can grant-small then go to later"],
    ],
  ],
  [
    "question used only in a limit of another",
    [
      [
        "  ask union ",
        '  ask most "What is the most you can pay?" as money\n  ask pays "What do you pay?" as money\n    must be at most most\n  ask union ',
      ],
      ["shows name, phone", "shows name, pays, phone"],
    ],
  ],
  [
    "question used only in a warning",
    [
      [
        "  ask union ",
        '  ask flat "Do you live in a flat?" as yes or no\n  ask lift "Is there a lift?" as yes or no\n    warn when flat is no say "Only flats have lifts."\n  ask union ',
      ],
      ["shows name, phone", "shows name, lift, phone"],
    ],
  ],
  [
    "question used only by urgent",
    [
      ["  ask union ", '  ask homeless "Do you have no home?" as yes or no\n  ask union '],
      ["  applicant can withdraw", "  urgent when homeless is yes\n  applicant can withdraw"],
    ],
  ],
  [
    "question used only by publish",
    [
      ["  ask union ", '  ask street "Which street?" as text\n  ask union '],
      ["  issue care-card", "  issue care-card\n  publish street"],
    ],
  ],
  [
    "question used only by a licence",
    [
      ["  ask union ", '  ask street "Which street?" as text\n  ask union '],
      ["  holds name\n", "  holds name, street\n"],
    ],
  ],
  [
    "question used only as a measure",
    [
      ["  ask union ", '  ask east "Do you live east of the river?" as yes or no\n  ask union '],
      ["  count applications by outcome each month", "  count applications by east each month"],
    ],
  ],
  [
    "question used only by a started service",
    [
      ["  ask union ", '  ask street "Which street?" as text\n  ask union '],
      ["  issue care-card", "  issue care-card\n  start transport with name, street"],
    ],
  ],
  [
    "question used only when an AI reads it",
    [
      ["  ask union ", '  ask letter "Your letter?" as long text\n  ask union '],
      ["  reads name, earnings", "  reads name, earnings, letter"],
    ],
  ],
  ["sensitive answer shown to the officer", [["shows name, care, look", "shows name, care, union, look"]]],
  [
    "sensitive shared under a law",
    [
      ["  issue care-card", '  issue care-card\n  share union with hospital because "to pay"'],
      ["  purpose", '  share union with hospital under "Act 9"\n  purpose'],
    ],
  ],
  [
    "children shared under a law",
    [
      ["  issue care-card", '  issue care-card\n  share children with hospital because "to plan"'],
      ["  purpose", '  share children with hospital under "Act 9"\n  purpose'],
    ],
  ],
  [
    "a count is shared",
    [["  issue care-card", '  issue care-card\n  share disabled-children, ages with hospital because "to plan"']],
  ],
  [
    "a decision on a count is shared",
    [["  issue care-card", '  issue care-card\n  share big-family with hospital because "to plan"']],
  ],
  ["a count is published", [["  issue care-card", "  issue care-card\n  publish ages"]]],
  [
    "cashier sees money only",
    [
      [
        "outcome granted",
        '  stage pay "Pay" by cashier\n    shows name, means, account\n    can paid then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to pay"],
    ],
  ],
  [
    "cashier sees number of disabled children",
    [
      [
        "outcome granted",
        '  stage pay "Pay" by cashier\n    shows name, disabled-children\n    can paid then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to pay"],
    ],
  ],
  [
    "hospital may see by only",
    [
      ["panel can see care", "panel, hospital can see care"],
      ["  issue care-card", '  issue care-card\n  share care\'s condition with hospital because "to plan"'],
      ["  purpose", '  share care with hospital under "Act 9"\n  purpose'],
    ],
  ],
  ["holder decides", [["  holds name\n", "  holds name\n  holds member from union, shared only if holder agrees\n"]]],
  [
    "message to the applicant says it",
    [["> Hello {name}.", "> Hello {name}. Union {union}. Level {level}. {care's condition}"]],
  ],
  [
    "document to the applicant says it",
    [
      ["  send good-news", "  send paper\n  send good-news"],
      ["message good-news", 'document paper "Paper"\n  > {name}, {care\'s condition}, {level}\n\nmessage good-news'],
    ],
  ],
  [
    "message to manager without sensitive",
    [
      ["  send good-news\n", "  send good-news\n  send note to cashier\n"],
      ["message bad-news", 'message note by email\n  subject "Pay"\n  > Pay {name}: {means}.\n\nmessage bad-news'],
    ],
  ],
  [
    "count by a plain choice",
    [
      [
        "  ask union ",
        '  ask zone "Which zone?" as one of these\n    - north "North"\n    - south "South"\n  ask union ',
      ],
      ["  count applications by outcome each month", "  count applications by zone, outcome each month"],
    ],
  ],
  [
    "count of a decision on means",
    [
      ["decide big-family", "decide poor when means is under £10,000\ndecide big-family"],
      ["  count applications by outcome each month", "  count applications by poor each month"],
    ],
  ],
  [
    "count by sensitive but not published",
    [
      ["  publish each month as open data, hide groups under 10\n", ""],
      ["  count applications by outcome each month", "  count applications by level each month"],
    ],
  ],
  [
    "corrected answers",
    [["    can consult panel", "    can correct earnings, pension-paid with reason\n    can consult panel"]],
  ],
  [
    "second approval by a role that may",
    [
      [
        "    can refuse with reason then go to refused",
        "    needs second approval by care-manager\n    can refuse with reason then go to refused",
      ],
    ],
  ],
  [
    "a check by own role that may",
    [
      [
        "outcome granted",
        '  stage checks "Checks"\n    at the same time\n      check bed by panel\n        shows care\n        can fine\n        can full with reason\n        finish within 5 days otherwise tell care-manager\n    when all are done go to granted\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to checks"],
    ],
  ],
  [
    "retention per answer and for all",
    [["  keep answers", "  keep account for 6 years after decision\n  keep answers"]],
  ],
  ["kept until the end", [["keep answers for 2 years after care-card ends", "keep answers for 6 years after end"]]],
  [
    "refused by a rule with its law",
    [
      [
        "    can grant-small then go to granted\n",
        '    can grant-small then go to granted\n    refuse automatically because "Act 9" when means is over £90,000 then go to refused\n',
      ],
    ],
  ],
  [
    "two advisers",
    [
      [
        "measures",
        'assistance second "Reads the phone"\n  helps care-manager at again\n  reads name, means\n  suggests whether it is complete\n  person decides, recording suggestion and reason\n\nmeasures',
      ],
      ["    not the same person as look\n", "    not the same person as look\n    advised by second\n"],
    ],
  ],
  [
    "adviser reads a count over a group",
    [["  reads name, earnings", "  reads name, earnings, disabled-children, ages, big-family"]],
  ],
  [
    "adviser with law",
    [
      ["  never sees care, union\n", "  never sees care\n"],
      ["  reads name, earnings", '  reads name, earnings\n  reads union under "Act 9"'],
    ],
  ],
  [
    "asked beside the source for another purpose",
    [
      [
        "    prefill from income's yearly-income, correctable\n",
        '    prefill from income\'s yearly-income, correctable\n  ask other-income "What else do you earn?" as money\n',
      ],
      ["calculate means = earnings", "calculate means = other-income + earnings"],
    ],
  ],
  [
    "eligibility question not kept",
    [
      [
        "section you",
        'eligibility "Can you apply"\n  ask lives-here "Do you live here?" as yes or no\n  require lives-here is yes otherwise say "You must live here."\n\nsection you',
      ],
    ],
  ],
  ["declare", [["  ask account", '  declare true-answers "My answers are true."\n  ask account']]],
  ["sign", [["  ask account", "  sign with national-id\n  ask account"]]],
  [
    "optional answer on a message guarded by else",
    [
      ["decide big-family", "calculate told = (disabled-children else 0)\ndecide big-family"],
      ["We count {ages}", "We count {told}"],
    ],
  ],
  [
    "for each over children",
    [
      [
        "  fetch income",
        '  for each child "About {child\'s first-name}"\n    ask school "Which school?" as text\n  fetch income',
      ],
    ],
  ],
  [
    "asked for by a condition on what they may see",
    [
      [
        "  include health as care",
        '  include health as care\n  ask ramp "Do you need a ramp?" as yes or no\n    show when care\'s needs-help is yes',
      ],
      ["shows name, care, look", "shows name, care, ramp, look"],
    ],
  ],
  [
    "source used for a check only",
    [
      [
        "    can consult panel",
        "    fetch now from tax-register's income-of using identity's national-id\n    can consult panel",
      ],
      ["can grant when big-family then", "can grant when now's yearly-income is under £50,000 then"],
    ],
  ],
  [
    "prefilled set",
    [["  include health as care", "  include health as care\n    prefill from previous-application, correctable"]],
  ],
  [
    "credential presented",
    [
      [
        "  signs in at level substantial",
        "  signs in at level substantial\n  may present blue-card issued by hospital",
      ],
    ],
  ],
  [
    "a calculation used by another that is shown",
    [
      ["  ask union ", '  ask shoe "What is your shoe size?" as whole number\n  ask union '],
      ["calculate ages", "calculate extra = £5 times shoe\ncalculate more = extra + £1\ncalculate ages"],
      ["shows name, phone", "shows name, more, phone"],
    ],
  ],
  [
    "a calculation of an item that a sum counts",
    [
      [
        "    ask age ",
        '    ask hours "How many hours?" as whole number\n    calculate cost = £3 times child\'s hours\n    ask age ',
      ],
      ["calculate ages = sum", "calculate costs = sum of child's cost\ncalculate ages = sum"],
      ["shows name, phone", "shows name, costs, phone"],
    ],
  ],
  [
    "a table used by a decision of the route",
    [
      ["  ask union ", '  ask shoe "Do you have shoes?" as yes or no\n  ask union '],
      [
        "calculate ages",
        "table shoes\n  | shoe | then shoe-points |\n  | yes | 1 |\n  | no | 2 |\n\ndecide barefoot when shoe-points is over 1\ncalculate ages",
      ],
      ["    can grant-small then", "    can grant-small when barefoot then"],
    ],
  ],
  [
    "a service is started with answers under a law",
    [
      ["  issue care-card", "  issue care-card\n  start transport with name, union"],
      ["  purpose", '  share union with transport under "Act 9"\n  purpose'],
    ],
  ],
];
