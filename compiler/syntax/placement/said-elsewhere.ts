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

const partners =
  'One agency runs the service. Each other that takes part is a partner, at the left margin:  partner police "City Police".';
const signingIn =
  "Who applies, and how sure it has to be who they are, stands in a block at the left margin:  applicant is a person,  below it  signs in at level substantial. Without that block nobody has to sign in.";
const paying =
  'What applicants pay is a line of a stage:  stage pay "Pay the fee", below it  take payment of fee within 14 days otherwise go to lapsed.';
const lockedAnswer =
  "What is filled in and cannot be changed is said where it is filled in:  prefill from identity's full-name, locked.";
const legalGround =
  'The law that allows to keep people\'s data stands in the privacy block:  lawful basis public-task "Highways Act 1980".  The article behind a rule stands below the rule:  because "Highways Act 1980, section 16".';
const writeToApplicant =
  "Whoever applied is written to with a message:  send decision-note,  and at the left margin  message decision-note by email.";
export const agencyGets =
  'What another agency gets is said in the privacy block, with the law that allows it:  share new-address with tax-office under "Tax Code, section 4".  When it is sent stands in a stage or an outcome:  share new-address with tax-office because "…".';
const amountsApart =
  "Each amount is a block of its own, and below it what it comes to, from when:  amount yearly-fee,  below it  £38 from 1 April 2027.";
const writtenTo =
  "People are written to with a message, whose words stand in a  message  block at the left margin:  send decision-note  to whoever applied,  send decision-note to meals-officer  to somebody who works here. Another agency is given answers:  share … with … because …";
const paperGoes =
  "A paper goes with a message:  send decision-note,  and at the left margin  message decision-note by letter,  below it  attach certificate.  What counts as a proof, and can be checked and revoked, is a credential:  issue permit.";
const atAppointment =
  "An appointment is an answer:  ask visit \"When can you come?\" as appointment,  and then  visit's start  and  visit's place.";

const lastsFor =
  "How long it lasts is  valid for 1 year. Where all of them end on one day, that is a line below it:  revoke when today is after 31 December 2027.";
const countsFrom =
  "It counts from the day it is issued:  valid for 1 year. Another first day is a word on it:  holds start-day.";
const tableColumns =
  "The first row of the table says it: what it looks at, and behind  then  what comes of it:  | kind | length | then price |";

const whoSees =
  "Who may see an answer is said in the privacy block:  only counsellor can see story.  What officers see in a stage is named there, answer by answer:  shows name, reason.  Special kinds of data are marked below the question:  sensitive health.";
const scoring =
  "Points are a calculation, or a table in which several rows may match:  table points,  below it  when several match add them up,  and rows such as  | at least 4 | 10 |.  What follows is a rule:  decide enough when points is at least 30.";
const refusing =
  'Who cannot apply is told in  eligibility "Who can apply",  below it  require enough otherwise say "…".  What is refused later is a line of a stage:  refuse automatically because "…" when not enough then go to refused.';
const fromRegister =
  'What a register or another agency knows is a source:  source births "Birth records", below it  run by hospital  and  operation birth,  and below that  needs  and  gives.';
const registerKnows =
  "What a register knows is fetched in the section or a stage:  fetch found from planning-register's application using number,  and then read as  found's address.";
const alone = 'A choice that goes with no other says so at the end of its line:  - none "None of these", on its own.';
const factsGiven =
  "What somebody answered is given by the names of the questions:  given rent is €700, own-income is €900.  Several items are rows:  given members are,  below it  | income |  and  | €300 |.";
const severalPeople =
  "Several people who decide for themselves are  done by 2 different people  in a stage, or checks beside each other:  at the same time,  below it  check first-look by assessor.";
const againAndAgain =
  "What is looked at again and again stands below what was issued:  start care-review every 12 months,  below a credential.";
const specialKind =
  'A special kind of data is marked below its question,  sensitive health,  and its law stands here:  special category health under "Data Act, article 9".';

/** Words that begin a line elsewhere, and where their idea stands, by the block they were written in. */
export const saidElsewhere: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: {
    recalculate: againAndAgain,
    review: againAndAgain,
    repeat: againAndAgain,
    for: "What is issued is issued once for the case. What it says of each of several is a word on it:  holds children.",
    produce: paperGoes,
    generate: paperGoes,
    print: paperGoes,
    letter: writeToApplicant,
    tell: writtenTo,
    notify: writtenTo,
    right:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
    complaint:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
    objection:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
    appeal:
      'What people can do afterwards is  applicant can appeal within 28 days then go to …  with a stage. Where nobody here can look again:  no appeal because "…"',
  },
  service: {
    no: signingIn,
    currency:
      "All money in a service is in one currency: that of the amounts in its text, such as €10. Without any it is pounds.",
    budget:
      "How many cases are taken is said with the status:  status pilot until 31 December 2027, at most 500 cases.",
    confidential: whoSees,
    secret: whoSees,
    participating: partners,
    partners: partners,
    agencies: partners,
    identity: signingIn,
    identification: signingIn,
    authentication: signingIn,
    login: signingIn,
    log: signingIn,
    sign: signingIn,
    account: signingIn,
    anonymous: signingIn,
    law: legalGround,
    act: legalGround,
    regulation: legalGround,
    legal: legalGround,
  },
  file: {
    score: scoring,
    scoring: scoring,
    points: scoring,
    refuse: refusing,
    reject: refusing,
    exclude: refusing,
    reference: fromRegister,
    dataset: fromRegister,
    round: "Rounding stands below the calculation:  rounded to nearest £1.",
    payment: paying,
    payments: paying,
    pay: paying,
    amounts: amountsApart,
    fees: amountsApart,
    rates: amountsApart,
    tariffs: amountsApart,
    prices: amountsApart,
    parameters: amountsApart,
    constants: amountsApart,
    rules:
      'A rule stands by itself:  decide entitled when …  for yes or no,  calculate fee = …  for a value. Who cannot apply is told in  eligibility "Who can apply",  below it  require entitled otherwise say "…".',
    consent:
      'What people agree to is a line of a section:  declare true "I agree",  and what they may leave out is a question  ask agrees "Do you agree?" as yes or no.',
    data: fromRegister,
    appointment: atAppointment,
    appointments: atAppointment,
    booking: atAppointment,
    reminder:
      "Reminders stand where somebody is waited for: in a stage  remind applicant after 7 days,  in a credential  renew from 60 days before end.",
    if: 'What depends on answers stands where it belongs: a question has  show when …,  a page on which people stop is  stop too-young "…"  with  show when …  below it, a value has  except … when …,  a stage  when … then go to …',
  },
  ask: {
    look: registerKnows,
    lookup: registerKnows,
    columns:
      'Several things of one kind are a repeat, each question on a line of its own:  repeat costs each cost "What will it cost?",  below it  ask item "What is it?" as text.',
    empty: "Where an answer may be left out, say what counts instead where it is read:  (income else £0).",
    blank: "Where an answer may be left out, say what counts instead where it is read:  (income else £0).",
    not: whoSees,
    encrypted: whoSees,
    confidential: whoSees,
    read: lockedAnswer,
    uneditable: lockedAnswer,
    otherwise:
      'What people are told who may go on all the same says when:  warn when born is before 1 May 2026 say "…".  What they have to change is  must … otherwise say "…".',
    audio: "Which kinds of files can be sent is  accept mp3, wav up to 10 MB.",
    video: "Which kinds of files can be sent is  accept mp4 up to 50 MB.",
    name: 'Several things of one kind are a repeat, each question on a line of its own:  repeat members each member "Who lives with you?",  below it  ask called "Name" as full name.',
    locked: "It stands at the end of the line that fills the answer in:  prefill from identity's full-name, locked.",
    correctable:
      "It stands at the end of the line that fills the answer in:  prefill from identity's full-name, correctable.",
  },
  "- <n>": {
    excludes: alone,
    exclusive: alone,
    alone: alone,
    only: alone,
  },
  example: {
    household: factsGiven,
    a: factsGiven,
    the: factsGiven,
  },
  stage: {
    notify: writtenTo,
    inform: writtenTo,
    hide: whoSees,
    each: severalPeople,
    in: severalPeople,
    parallel: severalPeople,
    decide: "How long a stage may take, and what happens then, is  finish within 30 days otherwise go to granted.",
    no: "A stage without a  finish  line has no limit. Whoever waits should be told of it, so a limit is better:  finish within 6 months otherwise tell head.",
    compares:
      "What a register says is fetched, and shown beside the answers:  fetch birth from births's birth using born,  and  shows born, birth's born.",
    compare:
      "What a register says is fetched, and shown beside the answers:  fetch birth from births's birth using born,  and  shows born, birth's born.",
    actions:
      "Each thing that can be chosen is a line of its own:  can approve then go to granted,  can refuse with reason then go to refused.",
    sort: "Officers see the cases by their deadline. What comes first is said in the route:  urgent when points is over 5.",
    order:
      "Officers see the cases by their deadline. What comes first is said in the route:  urgent when points is over 5.",
    applicant:
      "What applicants can do of their own accord stands in the route, beside its stages:  applicant can withdraw then go to withdrawn. What the case waits for is a line of the stage, such as  take payment of fee …",
  },
  route: {
    after:
      "What comes next is said in the stage that goes before:  go to …,  or  can approve then go to …  What comes after paying stands below  take payment of fee within 14 days otherwise go to lapsed.",
    end: "A case ends when it comes to an outcome. Nothing else has to say so: this line is not needed.",
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
    starts: countsFrom,
    begins: countsFrom,
    expires: lastsFor,
    expiry: lastsFor,
    ends: lastsFor,
    lasts: lastsFor,
    remind: "Whoever holds it is told in time when it can be renewed:  renew from 60 days before end.",
  },
  privacy: {
    publish: "What is made public is said where the case ends:  publish company, grant,  below  outcome awarded.",
    access: whoSees,
    sensitive: specialKind,
    the: "What the law lets everybody ask for holds without a line. What is said here is how long answers are kept:  keep answers for 1 year after decision.",
    log: "Who did what in a case is written down by itself: this line is not needed.",
    never: "Nothing is given to anybody unless a line says so: this line is not needed.",
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
