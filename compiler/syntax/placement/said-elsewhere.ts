// Words that begin a line in other tools or in everyday speech, and what is said of them where no line here can take their place: for FW104. Data only.

/** Words that say in other tools what holds here anyway, or is said the other way round. */
export const saidOtherwise: Readonly<Record<string, string>> = {
  mandatory: "A question has to be answered anyway, unless it says  optional.",
  compulsory: "A question has to be answered anyway, unless it says  optional.",
  default:
    "An answer has no value before it is given. Where it is read, say what counts instead:  (insurer-pays else £0).",
  hide: "Say when it is shown:  show when …",
  hidden: "Say when it is shown:  show when …",
  disabled: "Say when it is shown:  show when …",
};

/** Words that begin a line elsewhere, and where their idea stands, by the block they were written in. */
export const saidElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: {
    right:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
    appeal:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
  },
  file: {
    if: 'What depends on answers stands where it belongs: a question has  show when …,  a page on which people stop is  stop too-young "…"  with  show when …  below it, a value has  except … when …,  a stage  when … then go to …',
  },
  section: {
    add: 'Several of one kind are a repeat, and its questions stand below it:  repeat children each child "Your children".',
    for: 'Several of one kind are a repeat, and its questions stand below it:  repeat children each child "Your children".',
  },
};
