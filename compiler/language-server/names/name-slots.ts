// Which slots of the line forms hold which names: `+data` declares, `role|partner` refers. Data, by the line's form or first word,
// then by the word of the form right in front of the slot. Completion, definition, references, rename and colours all read this one table.
import { wordOf } from "../../model/line.ts";
import type { Line } from "../../syntax/tree.ts";
import type { Kind } from "./mention.ts";

/** What a slot does with its name. */
export interface NameSlot {
  readonly declares: boolean;
  readonly kinds: readonly Kind[];
}

const byForm = readTable(`
calendar <n>: calendar calendar
holds <ps>: holds data
start <n> every <d>: start service
for each <n> <t>: each data
then <n> (pays|answers|signs|arrives): then role|partner|check
`);

const byWord = readTable(`
service: service +service
shared: shared +library
question-set: question-set +question-set
calendar: calendar +calendar
type: type +type
words: for service|library
use: use question-set|calendar|source|list|type|message|data, from library
role: role +role
partner: partner +partner
agency: agency +agency
source: source +source
list: list +list, from source
amount: amount +data
section: section +section
table: table +table
calculate: calculate +data
decide: decide +data
outcome: outcome +stage
credential: credential +credential
document: document +message
message: message +message
assistance: assistance +assistance
examples: of data
owner: owner role|partner|agency
may: by role|partner|agency, with credential, present credential
must: by partner|agency, present credential
run: by partner|agency
operation: operation +operation
announces: announces +data
needs: needs +parameter, by role
gives: gives +part, list +part
if: to stage
-: - +option
ask: ask +data
include: include question-set, as +data
page: page +page
group: group +group
repeat: repeat +data, each +data
for: each data, of data
fetch: fetch +data, from source
declare: declare +data
sign: with data|credential
co-sign: another role, to stage
stop: stop +stop
shows: shows data|stage|check
worded: worded data
prefill: from data
choices: from data
applicant: can +action, until stage, to stage
can: can +action, by role|partner, until stage, to stage, consult role|partner, correct data
finish: from stage|data, tell role, to stage|role
stage: stage +stage, by role|partner|agency, for data
issue: issue credential, to data|partner|role
replace: replace credential
suspend: suspend credential
revoke: revoke credential
reinstate: reinstate credential
send: send message, to data|partner|role
pay: pay data, to data|partner, while credential|data
refund: refund data
share: share data, with partner|agency|service
publish: publish data
start: start service, with data
advised: by assistance
not: as stage|check
same: as stage
invite: invite role|data, using data
take: of data, to stage
wait: for operation|data|stage, to stage
remind: remind role|data
refuse: to stage
when: to stage
otherwise: to stage
go: to stage
check: check +check, each data, at partner|data, by role|partner|agency
holds: holds +part, from data
accepted: by partner|agency
attach: attach message
keep: keep data, after credential
do: keep data
only: only role|partner|service, see data
count: by data
time: from stage, to stage
helps: helps role, at stage
reads: reads data
never: sees data
then: then stage|check|role, chooses action
given: given data
`);

/** Kinds of the things that a words file names by their first word. */
const ofWords: Readonly<Record<string, Kind>> = {
  service: "service",
  "question-set": "question-set",
  section: "section",
  page: "page",
  group: "group",
  ask: "data",
  include: "data",
  repeat: "data",
  declare: "data",
  calculate: "data",
  for: "data",
  stop: "stop",
  list: "list",
  table: "table",
  source: "source",
  stage: "stage",
  outcome: "stage",
  check: "check",
  credential: "credential",
  document: "message",
  message: "message",
  role: "role",
  partner: "partner",
  assistance: "assistance",
  agency: "agency",
  calendar: "calendar",
  type: "type",
};

const underWords = readTable(`
words: - option, can action, instead option, worded data
`);

const nothing: NameSlot = { declares: false, kinds: [] };

/** The slot behind the word `before` in a line of this block, form and first word. */
export function nameSlot(line: Line, before: string): NameSlot {
  if (line.block === "words") return { declares: false, kinds: kindsNamedBy(line.word) };
  if (line.block === "under words") return underWords.get("words")?.get(before) ?? nothing;
  const slots = byForm.get(line.form ?? "") ?? byWord.get(wordOf(line));
  return slots?.get(before) ?? nothing;
}

function kindsNamedBy(word: string): Kind[] {
  const kind = Object.hasOwn(ofWords, word) ? ofWords[word] : undefined;
  return kind ? [kind] : [];
}

/** Lines of `first word: word in front kinds, word in front kinds`. */
function readTable(written: string): ReadonlyMap<string, ReadonlyMap<string, NameSlot>> {
  const lines = written.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [word = "", slots = ""] = line.split(": ");
      return [word, new Map(slots.split(", ").map(readSlot))];
    }),
  );
}

function readSlot(written: string): [string, NameSlot] {
  const [before = "", kinds = ""] = written.split(" ");
  const declares = kinds.startsWith("+");
  return [before, { declares, kinds: kinds.replace("+", "").split("|") as Kind[] }];
}
