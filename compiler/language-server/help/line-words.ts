// What each line of the language is for, in a sentence: for hover and completion. Data only. By the words that the line begins with; in front of
// a bar the heading of the block, where the same words say something else in another block.

const written = `
service: Begins a service: its name in the text, and what people see it called.
shared: Begins a library, whose question sets, lists and calendars any service can use.
question-set: Questions that belong together, written once and included where they are needed.
calendar: Which days are working days, and which are closed.
route | calendar: The calendar by which working days on this route are counted.
type: A type of answer of your own, made from one of the language's.
credential | type: The kind of digital credential, as other agencies know it.
words: Begins the words of a service or library in another language.
use: Takes things from a library, in exactly the version named.
role: People who work on cases, here or at a partner, as applicants read of them.
partner: Another agency or body that takes part, as applicants read of it.
applicant: Who applies, and below it how they sign in and who may help.
applicant is: Who applies, and below it how they sign in and who may help.
source: A register that answers questions, so that people need not be asked again.
list: Choices that questions can offer.
amount: A figure that changes on a day, such as a fee of each year.
eligibility: Questions asked first, before signing in: nobody fills in a whole form for nothing.
section: A part of the form with a title. Each question in it is a page of its own, unless a page groups them.
table: A table of rules: the row that fits gives the result.
calculate: Works a value out. Exceptions, limits and rounding stand below it.
decide: A named condition: yes, no, or not known yet.
route: What happens after sending: the stages a case goes through.
no appeal: Why nobody here can look at the decision again, as the applicant reads it.
outcome: A way the case can end, and what is done then.
credential: A permit, licence or certificate that is issued to the holder.
document: A document that is written from the case.
message: What is written to people, and by which ways.
privacy: Why the answers are needed, on which law, who sees them and how long they are kept.
measures: What is counted and published about how the service works.
assistance: Help for officers by a machine. A person decides.
example: A person made up to try the rules: what is given, what must come out.
examples: A table of people made up to try one rule, one in each row.
like: The type of the language that this one is made from.
must: A limit on the answer, with what people are told when it is not kept.
must match: The pattern that an answer must have: A is a letter, 9 a figure.
hint: A short help that stands with the question for everybody.
sensitive: Marks the answer as a special kind of personal data, which needs a reason in privacy.
agency: The agency that is responsible.
version: The number of this version and the day it begins. Cases stay with the version they began with.
status: Whether it is tried out, open, or closing. A pilot can take a limited number of cases.
languages: The languages it speaks. The first is that of the text; the others have words files.
about: What people read before they start.
owner: Who answers for the text.
topic: Where the service is found in a catalogue.
contact: How people reach somebody about it.
region: The region that the agency answers for, so that catalogues of services can be searched by region.
replaces: The version that this one takes the place of.
running cases: Whether cases that began earlier go on by this version.
started by: The roles whose officers begin a case at their desk, and the services whose cases start one. Nobody else can.
open: The days between which applications can be sent.
time zone: Where days begin and end.
working days are: The days of the week that are working days.
closed on: A day that is no working day.
move deadlines: A deadline that ends on a closed day ends on the next working day.
years from: When somebody born on 29 February reaches an age, and when a permit or deadline that is counted in years ends, in years without that day. Where nothing is said it is 1 March.
months end: Where a month ends that has no such day: a month from 31 January. Where nothing is said it is the last day of February.
signs in: How sure it must be who applies: low, substantial or high.
may be helped: Who may fill in the application with or for somebody. Where no register says it, people are asked.
acting as: What somebody may act as when they apply. Where there are several and no register says which, people are asked.
may present: A credential that applicants can bring; what it holds can fill questions in.
must present: A credential without which nobody can apply: it has to be valid, and issued by that agency.
run: The agency that answers.
permission: What applicants agree to before they are looked up.
because: The law or reason. It is shown to officers and stands in letters.
keeps answers: How long an answer of this register counts as fresh.
operation: One thing that can be asked of the register.
announces: Something that the other agency says of its own accord.
needs: What must be given to ask.
gives: What comes back.
gives list: What comes back is a list; its parts stand below.
answers: How long an answer may take.
if unavailable: What happens when the register does not answer.
-: One of the choices: its name in the text, and what people see.
<c> | -: One part of the condition above.
amount |: The figure, and the day from which it counts.
ask: A question: its name in the text, its words, and the type of its answer. Everybody it concerns must answer it, unless it is optional.
guidance: Quiet words that explain something.
warning: An important notice, announced when it appears.
stop: A page without a way on: the application cannot be sent.
require: What must be so for somebody to apply, with what they are told otherwise.
include: Takes in a question set, under a name of its own here.
page: A page of the form with several questions on it.
repeat: Questions that are answered once for each of several things or people.
for each: Questions asked again for each item of a list that was filled in.
fetch: Asks a register, and keeps its answer under a name.
declare: A statement that applicants confirm before they send.
sign: The application is signed.
co-sign: Another person must sign too, within a time.
show: Asked or shown only when this is so. What is not asked never counts.
check: The part is complete only when this is so, with what people are told otherwise.
at the same time | check: Work that goes on beside the others of this stage.
help: Words that open when somebody asks for them.
group: Questions on a page that belong together, with a heading.
shows: What is shown here, to read.
from: How many there may be.
at: How many there must or may be.
repeat |: How many there must or may be.
add another: The words of the button that adds one more.
prefill: Filled in from what is known already: the sign-in (identity's address), a source's record, what the same person said last time (previous-application's staff-count), or a credential that they present. Locked, or correctable by the applicant.
worded: Other words for a question, for those it concerns.
short name: How the answer is called in lists, in fewer words.
unit: The unit that stands beside the field.
optional: It may be left out.
required: Must be answered when this is so; otherwise it may be left out.
warn: Tells people something about their answer, and lets them go on.
must be: A limit on the answer, with what people are told when it is not kept.
instead: A box to tick for those who cannot answer the question.
choices: Offers the items of another answer as choices.
accept: Which kinds of files, up to which size.
can be: Ways to give the file other than now.
layout: What stands around the text: plain, letter or certificate.
subject: The first line of the message.
attach: A document that goes with the message.
when several match: What counts when more than one row fits, or more than one exception.
when none match: What counts when no row fits.
except: Another value when this is so. The first exception that fits counts.
never: A limit that the result does not pass.
rounded: How the result is rounded.
applicant can: What applicants can do of their own accord, until when.
applicant can change answers: Until which stages applicants can change what they sent.
can: An action that can be chosen, and where the case goes then.
tell applicant: Applicants are told whenever their case goes on.
urgent: When a case is put in front of the others.
finish: The time within which this must be done, and what happens when it runs out.
stage: A step of the route: what is done, by whom, and where the case goes next.
issue: Issues a credential.
reinstate: A suspended credential counts again.
send: Sends a message.
pay: Pays money out.
refund: Gives back what was paid.
share: Gives answers to another agency, with the reason.
publish: Makes answers public.
start: Starts a case of another service.
credential | start: Starts a case of another service again and again while the credential lasts.
skip: The stage is passed over when this is so.
stop the clock: Time does not count while the case is here.
advised: A machine that helps the officer at this stage. It does not decide.
not the same person: Whoever acted in that stage cannot act in this one.
same person: Whoever acted in that stage also does this one.
done: How many people do this, each without seeing what the others chose.
invite: Somebody outside the agency does this, reached by what was answered.
needs second approval: Somebody else must approve what was chosen.
can ask for more information: The officer can ask the applicant; time stops until they answer.
can take: The officer can take longer, once, with a reason.
can consult: The officer can ask others for advice.
can put on hold: The officer can let the case rest, with a reason.
can correct: What the officer may correct in the answers, with a reason.
at the same time: Work that goes on side by side in this stage.
take payment: The applicant pays, within a time.
wait for: The case waits for something from outside, at most so long.
wait: The case waits until a day, or for a time.
remind: Reminds whoever is to act.
refuse automatically: Refuses without an officer, by a rule and with its law.
when: Goes on from here when this is so. The first line that is so counts.
otherwise: Where the case goes when no line above is so.
go: Where the case goes from here.
replace: Issues a new credential in place of the old one.
suspend: The credential does not count for a time.
suspend when: When the credential stops counting by itself, until this is no longer so. Registers are asked again each day. What stands after  say  is shown to whoever holds it.
revoke: The credential no longer counts.
revoke when: When the credential is revoked by itself, for good. Registers are asked again each day. What stands after  say  is shown to whoever holds it.
credential | revoke: When the credential is revoked by itself.
credential | suspend: When the credential stops counting for a time by itself.
holds: What the credential says about its holder.
valid: How long the credential counts.
renew: From when it can be renewed.
accepted: Which agencies accept the credential.
purpose: What the answers are needed for.
lawful basis: The law that allows to hold the answers.
special category: Which special kind of personal data is held, and under which law.
keep: How long answers are kept, and from when that time counts.
only: Who alone can see these answers.
do not keep: Answers that are taken away once the case is decided.
privacy | share: Which answers are given to whom, under which law.
count: What is counted, by what, and how often.
time: How long something takes, and how long it should.
measures | publish: The figures are made public. Small groups are hidden.
ask applicants: Applicants are asked at the end how easy it was.
helps: Whom it helps, and at which stage.
reads: What the machine is given to read.
suggests: What it suggests to the officer.
never sees: What the machine is never given.
person decides: A person decides, and it is kept what was suggested and why it was followed or not.
registered: Where the machine is registered.
on: The day on which the example is played.
given: What the person answers, or a register says of them.
expect: What must come out at this point.
then: What happens next in the example.
|: One row: what must be so, and what comes of it.
>: Words that people read, in paragraphs, lists and links.
words |: The words for it in the language of this file.
under words |: These words in the language of this file.
`;

const sentences: ReadonlyMap<string, string> = new Map(
  written
    .trim()
    .split("\n")
    .map((line): [string, string] => {
      const [, key = "", sentence = ""] = /^(.+?): (.*)$/.exec(line) ?? [];
      return [key, sentence];
    }),
);

/** The sentence for a line of the block with this heading that begins like that; the longest beginning that is known wins. */
export function helpOfLine(heading: string, line: string): string | undefined {
  const ofBlock = sentences.get(`${heading} |`);
  // In a words file lines begin like those they translate, and say one thing all the same.
  if (ofBlock !== undefined && heading.endsWith("words")) return ofBlock;
  for (const begin of beginnings(line)) {
    const found = sentences.get(`${heading} | ${begin}`) ?? sentences.get(begin);
    if (found !== undefined) return found;
  }
  return ofBlock;
}

/** `must match "words"`, `must match`, `must` */
function beginnings(line: string): string[] {
  const words = line.split(/[ ,]+/);
  return words.map((_, at) => words.slice(0, words.length - at).join(" "));
}
