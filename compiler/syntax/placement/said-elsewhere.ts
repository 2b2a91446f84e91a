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

const lastsFor =
  "How long it lasts is  valid for 1 year. Where all of them end on one day, that is a line below it:  revoke when today is after 31 December 2027.";
const tableColumns =
  "The first row of the table says it: what it looks at, and behind  then  what comes of it:  | kind | length | then price |";

/** Words that begin a line elsewhere, and where their idea stands, by the block they were written in. */
export const saidElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: {
    tell: "Somebody who works here is written to:  send decision-note to meals-officer,  with its words in a  message  block. Another agency is given answers:  share … with … because …",
    notify:
      "Somebody who works here is written to:  send decision-note to meals-officer,  with its words in a  message  block. Another agency is given answers:  share … with … because …",
    right:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
    appeal:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
  },
  file: {
    reminder:
      "Reminders stand where somebody is waited for: in a stage  remind applicant after 7 days,  in a credential  renew from 60 days before end.",
    if: 'What depends on answers stands where it belongs: a question has  show when …,  a page on which people stop is  stop too-young "…"  with  show when …  below it, a value has  except … when …,  a stage  when … then go to …',
  },
  ask: {
    locked: "It stands at the end of the line that fills the answer in:  prefill from identity's full-name, locked.",
    correctable:
      "It stands at the end of the line that fills the answer in:  prefill from identity's full-name, correctable.",
  },
  stage: {
    actions:
      "Each thing that can be chosen is a line of its own:  can approve then go to granted,  can refuse with reason then go to refused.",
    sort: "Officers see the cases by their deadline. What comes first is said in the route:  urgent when points is over 5.",
    order:
      "Officers see the cases by their deadline. What comes first is said in the route:  urgent when points is over 5.",
    applicant:
      "What applicants can do of their own accord stands in the route, beside its stages:  applicant can withdraw then go to withdrawn. What the case waits for is a line of the stage, such as  take payment of fee …",
  },
  route: {
    start:
      'A case begins at the stage that is written first. Where the first step only parts the ways, it is a stage as well:  stage sorting "We sort applications", below it  when … then go to …',
    when: 'Ways part in a stage. The case begins at the one that is written first:  stage sorting "We sort applications", below it  when … then go to …  and at the end  otherwise go to …',
    otherwise:
      'Ways part in a stage. The case begins at the one that is written first:  stage sorting "We sort applications", below it  when … then go to …  and at the end  otherwise go to …',
    at: 'Work that goes on side by side stands in a stage:  stage checks "We check", below it  at the same time,  and below that the checks.',
    pay: "pay  gives money out. What applicants pay is a line of a stage:  take payment of fee within 14 days otherwise go to lapsed.",
    take: 'A payment is taken in a stage:  stage pay "Pay the fee", below it  take payment of fee within 14 days otherwise go to lapsed.',
  },
  table: {
    input: tableColumns,
    inputs: tableColumns,
    output: tableColumns,
    outputs: tableColumns,
    result: tableColumns,
    results: tableColumns,
    columns: tableColumns,
  },
  operation: {
    not: "When the register does not know something, nothing that it gives is there: a condition that reads it is not yes, and people are asked. When it does not answer:  if unavailable ask applicant.",
  },
  document: {
    if: "The words of a document hold for everybody who gets it. What depends on answers is worked out and filled in, or it is a document of its own with its own message.",
    when: "The words of a document hold for everybody who gets it. What depends on answers is worked out and filled in, or it is a document of its own with its own message.",
  },
  message: {
    body: "The words stand right below the message, and each line of them begins with  >.",
    text: "The words stand right below the message, and each line of them begins with  >.",
    if: "The words of a message hold for everybody who gets it. For others write a second message, and send it from their outcome.",
    when: "The words of a message hold for everybody who gets it. For others write a second message, and send it from their outcome.",
  },
  credential: {
    expires: lastsFor,
    expiry: lastsFor,
    ends: lastsFor,
    lasts: lastsFor,
    remind: "Whoever holds it is told in time when it can be renewed:  renew from 60 days before end.",
  },
  privacy: {
    basis: 'The kind of basis stands with the law:  lawful basis public-task "Highways Act 1980".',
    legal: 'The kind of basis stands with the law:  lawful basis public-task "Highways Act 1980".',
    delete:
      "What is deleted is said by how long it is kept:  keep drawing for 6 months after decision,  or  do not keep drawing.",
    erase:
      "What is deleted is said by how long it is kept:  keep drawing for 6 months after decision,  or  do not keep drawing.",
  },
  measures: {
    average:
      "Counted are cases, and how long they take:  count applications by sport each month,  time from sent to decided.",
  },
  section: {
    add: 'Several of one kind are a repeat, and its questions stand below it:  repeat children each child "Your children".',
    for: 'Several of one kind are a repeat, and its questions stand below it:  repeat children each child "Your children".',
  },
};
