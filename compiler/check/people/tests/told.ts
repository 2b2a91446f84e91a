// Defects in people's data, one in each, as changes of corpus/care-place: what is changed, and the codes that tell it.

/** What is wrong, the changes that make it so, and the codes that are told. */
export const told: readonly (readonly [
  what: string,
  changes: readonly (readonly [old: string, put: string])[],
  codes: readonly string[],
])[] = [
  [
    "question never used",
    [["  ask union ", '  ask shoe "What is your shoe size?" as whole number\n  ask union ']],
    ["FW604"],
  ],
  [
    "repeat question never used",
    [
      ["    ask age ", '    ask toy "What is their toy?" as text\n    ask age '],
      ["shows name, phone, care, union, children,", "shows name, phone, care, union,"],
    ],
    ["FW604", "FW604"],
  ],
  [
    "fetched never used",
    [["    gives pension as money", "    gives pension as money\n    gives colour as text"]],
    ["FW604"],
  ],
  [
    "shared without need (only)",
    [["  issue care-card", '  issue care-card\n  share care\'s condition with hospital because "to plan"']],
    ["FW602"],
  ],
  [
    "shared through calculation",
    [["  issue care-card", '  issue care-card\n  share level with hospital because "to plan"']],
    ["FW602"],
  ],
  [
    "decision shared",
    [
      ["decide big-family", "decide needy when care's needs-help is yes and means is under £1,000\ndecide big-family"],
      ["  issue care-card", '  issue care-card\n  share needy with hospital because "to plan"'],
    ],
    ["FW602"],
  ],
  [
    "check at agency shown",
    [
      [
        "    can grant when",
        "    at the same time\n      check bed at hospital\n        shows care's condition\n        finish within 5 days otherwise go on without it\n    can grant when",
      ],
    ],
    ["FW519", "FW602"],
  ],
  [
    "second approval by cashier",
    [
      [
        "    can refuse with reason then go to refused",
        "    needs second approval by cashier\n    can refuse with reason then go to refused",
      ],
    ],
    ["FW602", "FW602", "FW602"],
  ],
  [
    "message to cashier says allowance",
    [
      ["  send good-news\n", "  send good-news\n  send pay-note to cashier\n"],
      [
        "message bad-news",
        'message pay-note by email\n  subject "Pay"\n  > Pay {allowance} to {name}.\n\nmessage bad-news',
      ],
    ],
    ["FW602"],
  ],
  [
    "document attached to a message to the cashier",
    [
      ["  send good-news\n", "  send good-news\n  send pay-note to cashier\n"],
      [
        "message bad-news",
        'message pay-note by email\n  subject "Pay"\n  attach slip\n  > Pay {name}.\n\ndocument slip "Slip"\n  > {name} gets level {level}.\n\nmessage bad-news',
      ],
    ],
    ["FW602"],
  ],
  [
    "stage of cashier shows means-level",
    [
      [
        "outcome granted",
        '  stage pay "Pay" by cashier\n    shows name, level\n    can paid then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to pay"],
    ],
    ["FW602"],
  ],
  [
    "correct by other role",
    [
      ["    can consult panel", "    can correct care with reason\n    can consult panel"],
      ["panel can see care", "panel can see care's condition"],
      ["only social-worker, care-manager", "only care-manager"],
    ],
    ["FW602", "FW602"],
  ],
  ["no retention", [["  keep answers for 2 years after care-card ends\n", ""]], ["FW605"]],
  [
    "retention too short",
    [["keep answers for 2 years after care-card ends", "keep answers for 7 days after decision"]],
    ["FW608", "FW619"],
  ],
  ["retention only of some", [["keep answers for 2 years", "keep name, care, union for 2 years"]], ["FW605"]],
  ["special category missing", [['  special category union under "Care Act, section 3"\n', ""]], ["FW601"]],
  ["special category of a set missing", [['  special category health under "Care Act, section 2"\n', ""]], ["FW601"]],
  ["category not asked", [["  purpose", '  special category religion under "Act 9"\n  purpose']], ["FW609"]],
  [
    "count by sensitive answer",
    [["  count applications by outcome each month", "  count applications by union each month"]],
    ["FW606"],
  ],
  [
    "count by what is worked out",
    [["  count applications by outcome each month", "  count applications by level each month"]],
    ["FW606"],
  ],
  [
    "count by decision from repeat facts",
    [
      ["decide big-family", "decide any-disabled when any child's disabled is yes\ndecide big-family"],
      ["can grant-small then", "can grant-small when any-disabled then"],
      ["  count applications by outcome each month", "  count applications by any-disabled each month"],
    ],
    ["FW606"],
  ],
  [
    "count by name",
    [["  count applications by outcome each month", "  count applications by name each month"]],
    ["FW606"],
  ],
  [
    "count by phone",
    [["  count applications by outcome each month", "  count applications by phone each month"]],
    ["FW606"],
  ],
  ["asked though identity gives it", [["    prefill from identity's full-name, correctable\n", ""]], ["FW603"]],
  ["level low", [["signs in at level substantial", "signs in at level low"]], ["FW804", "FW804"]],
  [
    "photo at substantial",
    [["message bad-news", 'message photo-note by email\n  subject "x"\n  > {identity\'s photo}\n\nmessage bad-news']],
    ["FW804"],
  ],
  ["adviser reads what never", [["  reads name, earnings", "  reads name, earnings, care's condition"]], ["FW611"]],
  ["adviser reads through table", [["  reads name, earnings", "  reads name, level"]], ["FW611"]],
  [
    "adviser reads sensitive (not never)",
    [
      ["  never sees care, union\n", "  never sees care\n"],
      ["  reads name, earnings", "  reads name, union"],
    ],
    ["FW620"],
  ],
  [
    "adviser reads allowance (sensitive through exception)",
    [
      ["  never sees care, union\n", ""],
      ["  reads name, earnings", "  reads name, allowance"],
    ],
    ["FW620"],
  ],
  ["adviser children", [["  reads name, earnings", "  reads name, children"]], ["FW620"]],
  [
    "suggestion decides",
    [["    can grant when big-family then", "    can grant when reader's suggestion is yes then"]],
    ["FW612"],
  ],
  [
    "suggestion in calculation",
    [["  except £0 when union is yes", "  except £0 when union is yes\n  except £1 when reader's suggestion is yes"]],
    ["FW612"],
  ],
  [
    "suggestion in message",
    [["We refused because {refusal-reason}.", "We refused because {reader's suggestion}."]],
    ["FW612"],
  ],
  [
    "adviser in another stage",
    [["    not the same person as look\n", "    not the same person as look\n    advised by reader\n"]],
    ["FW614"],
  ],
  [
    "refused by rule",
    [
      [
        "    can grant-small then go to granted\n",
        "    can grant-small then go to granted\n    when means is over £90,000 go to refused\n",
      ],
    ],
    ["FW613"],
  ],
  ["licence holds health", [["  holds name\n", "  holds name, level\n"]], ["FW620"]],
  [
    "started with everything",
    [["  issue care-card", "  issue care-card\n  start transport with answers"]],
    ["FW602", "FW602", "FW620"],
  ],
  [
    "stage starts with sensitive",
    [["    can grant-small then", "    start transport with union\n    can grant-small then"]],
    ["FW620"],
  ],
  ["publish", [["  issue care-card", "  issue care-card\n  publish allowance"]], ["FW602"]],
  [
    "shown to nobody",
    [
      ["outcome granted", '  stage auto "Auto"\n    shows name\n    go to granted\n\noutcome granted'],
      ["can grant-small then go to granted", "can grant-small then go to auto"],
    ],
    ["FW617"],
  ],
  [
    "given away by asking",
    [
      [
        "  include health as care",
        '  include health as care\n  ask wheelchair "Do you need a ramp?" as yes or no\n    show when care\'s needs-help is yes',
      ],
      [
        "outcome granted",
        '  stage ramp "Ramp" by cashier\n    shows wheelchair\n    can paid then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to ramp"],
    ],
    ["FW618"],
  ],
  [
    "invite at low",
    [
      [
        "outcome granted",
        '  stage friend "Friend"\n    invite helper using phone at level low\n    shows care\'s condition\n    can fine then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to friend"],
    ],
    ["FW602", "FW616"],
  ],
  ["not kept but read", [["  purpose", "  do not keep earnings\n  purpose"]], ["FW615"]],
  [
    "an answer that only goes into an unused calculation",
    [
      ["  ask union ", '  ask shoe "What is your shoe size?" as whole number\n  ask union '],
      ["calculate ages", "calculate unread = £5 times shoe\ncalculate ages"],
    ],
    ["FW604"],
  ],
  [
    "an answer that only goes into an unused table",
    [
      ["  ask union ", '  ask shoe "Do you have shoes?" as yes or no\n  ask union '],
      ["calculate ages", "table unread\n  | shoe | then unread-fee |\n  | yes | £1 |\n  | no | £2 |\n\ncalculate ages"],
    ],
    ["FW604"],
  ],
  [
    "kept shorter than the licence lasts",
    [["keep answers for 2 years after care-card ends", "keep answers for 6 months after decision"]],
    ["FW619"],
  ],
  [
    "a service is started with what is worked out",
    [["  issue care-card", "  issue care-card\n  start transport with level"]],
    ["FW602"],
  ],
  [
    "an adviser of somebody who may not see it",
    [
      [
        "measures",
        'assistance second "Reads the level"\n  helps cashier at pay\n  reads level\n  suggests whether it is right\n  person decides, recording suggestion and reason\n\nmeasures',
      ],
      [
        "outcome granted",
        '  stage pay "Pay" by cashier\n    shows name\n    advised by second\n    can paid then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to pay"],
    ],
    ["FW611"],
  ],
  [
    "a licence holds what is worked out",
    [["  holds name\n", "  holds name\n  holds pays from allowance\n"]],
    ["FW620"],
  ],
  [
    "a subject line says it to the cashier",
    [
      ["  send good-news\n", "  send good-news\n  send pay-note to cashier\n"],
      [
        "message bad-news",
        'message pay-note by email\n  subject "Pay {care\'s condition}"\n  > Pay.\n\nmessage bad-news',
      ],
    ],
    ["FW602"],
  ],
  [
    "a declared set is shown to an invited person",
    [
      [
        "outcome granted",
        '  stage friend "Friend"\n    invite helper using phone at level substantial\n    shows care\n    can fine then go to granted\n    finish within 5 days\n\noutcome granted',
      ],
      ["can grant-small then go to granted", "can grant-small then go to friend"],
    ],
    ["FW602"],
  ],
];
