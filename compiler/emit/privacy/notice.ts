// Writes the privacy notice that people read (articles 13 and 14 of the General Data Protection Regulation) in one of the service's
// languages: who, what for, by which law, what is held and from where, for how long, who is told. Plain text; pages are made of it.
import type { Service, Words } from "#contract";
import type { Notice, NoticeChapter, NoticeGroup } from "#contract/notice.ts";
import { showLength } from "#support/show-parts.ts";
import { wordsIn } from "#support/words.ts";
import { type NoticeWords, noticeWordsOf } from "./notice-words.ts";
import type { HeldAnswer, ProcessingRecord } from "./record.ts";

/** What the notice is written from. */
interface Writing {
  readonly service: Service;
  readonly tag: string;
  readonly words: NoticeWords;
  readonly say: (text: Words | undefined) => string;
}

/** The notice in one of the service's languages; chapters about which the text says nothing are left out. */
export function writeNotice(service: Service, record: ProcessingRecord, tag: string): Notice {
  const first = service.languages[0]?.tag ?? "en";
  const say = (text: Words | undefined): string => wordsIn(text, tag, first);
  const { words } = noticeWordsOf(tag);
  const writing: Writing = { service, tag, words, say };
  const chapters: NoticeChapter[] = [
    { heading: words.who, lines: [say(record.controller.title)] },
    { heading: words.whatFor, lines: [say(record.purpose)] },
    { heading: words.law, lines: record.lawfulBases.map(({ law }) => say(law)) },
    {
      heading: words.special,
      lines: record.specialCategories.map(({ name, under }) => `${capital(kindWords(words, name))}: ${say(under)}`),
    },
    { heading: words.whatWeHold, lines: [], groups: groupsOf(writing, record.answers) },
    { heading: words.howLong, lines: keptLines(writing) },
    { heading: words.asked, lines: record.registers.map((register) => registerLine(writing, register)) },
    {
      heading: words.shared,
      lines: [],
      groups: record.recipients.map(({ name, title, answers, because }) => ({
        // A service that is started has its title in a text of its own.
        heading: reason(say(title) || capital(spoken(name)), say(because)),
        lines: answers.map((path) => labelOf(writing, path)),
      })),
    },
    {
      heading: words.advised,
      lines: (service.assistance ?? []).map(({ title, registeredAs }) =>
        [words.advisedBy(say(title)), ...(registeredAs ? [words.registeredAs(registeredAs)] : [])].join(" "),
      ),
    },
    { heading: words.owner, lines: service.owner === undefined ? [] : [capital(spoken(service.owner))] },
    { heading: words.rights, lines: [words.rightsText] },
    { heading: words.contact, lines: [say(record.controller.contact)] },
  ];
  return {
    title: words.heading(say(service.title)),
    chapters: chapters
      .map((one) => ({ ...one, lines: one.lines.filter((line) => line !== "") }))
      .filter(({ lines, groups = [] }) => lines.length + groups.length > 0),
  };
}

/** A register, the law that lets us ask it, and that it is asked again while a licence hangs on it. */
function registerLine(
  { service, words, say }: Writing,
  { title, because, askedAgainFor = [] }: ProcessingRecord["registers"][number],
): string {
  const licences = askedAgainFor.map((name) => say(service.credentials[name]?.title) || spoken(name));
  const who = reason(say(title), say(because));
  return licences.length === 0 ? who : `${who}. ${words.askedAgain(licences.join(", "))}`;
}

/** The answers by where they come from, in the order of the text. */
function groupsOf(writing: Writing, answers: readonly HeldAnswer[]): NoticeGroup[] {
  const { words, say } = writing;
  const groups = new Map<string, string[]>();
  for (const answer of answers) {
    const kind = answer.sensitive === undefined ? "" : ` (${words.protectedAs(kindWords(words, answer.sensitive))})`;
    const from = fromWords(writing, answer);
    groups.set(from, [...(groups.get(from) ?? []), `${listWords(writing, answer)}${say(answer.label)}${kind}`]);
  }
  return [...groups].map(([heading, lines]) => ({ heading, lines }));
}

/** What is asked of each item of a list says little without the list: “What is their full name?”. */
function listWords({ service, say }: Writing, { path }: Pick<HeldAnswer, "path">): string {
  const parts = path.split(".");
  const above = parts.map((_, at) => service.names[parts.slice(0, at).join(".")]);
  const title = say(above.findLast((one) => one?.type.kind === "list")?.label);
  return title === "" ? "" : `${title.replace(/[?:]$/, "")}: `;
}

/** A special kind of personal data, in the notice's language where that has a word for it. */
function kindWords({ kinds }: NoticeWords, name: string): string {
  return (Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? spoken(name);
}

/** Where an answer comes from. */
function fromWords({ service, words, say }: Writing, { from, carries, credential }: HeldAnswer): string {
  if (from === undefined) return words.typed;
  if (carries === "previous-application") return words.lastTime;
  if (credential !== undefined) return say(service.credentials[credential]?.title) || spoken(credential);
  if (from === "identity") return words.signIn;
  const source = service.names[from]?.from;
  const steps = [...service.sections.flatMap((section) => section.steps), ...(service.eligibility?.steps ?? [])];
  const fetched = steps.find((step) => step.kind === "fetch" && step.key === from);
  const name = fetched?.kind === "fetch" ? fetched.source : source;
  const title = name !== undefined && Object.hasOwn(service.sources, name) ? service.sources[name]?.title : undefined;
  return title ? say(title) : spoken(from);
}

/** As the text has it: all answers first, then those of a length of their own, then those that are not kept at all. */
function keptLines(writing: Writing): string[] {
  const { service, tag, words, say } = writing;
  const { keep = [], doNotKeep = [] } = service.privacy ?? {};
  const lines = keep
    .toSorted((one, other) => one.paths.length - other.paths.length)
    .map(({ paths, for: length, after, credential }) => {
      const licence = credential === undefined ? "" : say(service.credentials[credential]?.title);
      const what = paths.length === 0 ? words.allAnswers : labels(writing, paths);
      return `${what}: ${words.after(showLength(length, tag), after, licence)}`;
    });
  return doNotKeep.length === 0 ? lines : [...lines, `${labels(writing, doNotKeep)}: ${words.notKept}`];
}

function labels(writing: Writing, paths: readonly string[]): string {
  return paths.map((path) => labelOf(writing, path)).join("; ");
}

function labelOf(writing: Writing, path: string): string {
  const { service, say } = writing;
  const label = say(service.names[path]?.label) || spoken(service.names[path]?.name ?? path);
  return `${listWords(writing, { path })}${label}`;
}

function reason(who: string, because: string): string {
  return because === "" ? who : `${who} (${because})`;
}

/** A name as it is read aloud. */
function spoken(name: string): string {
  return name.replaceAll("-", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
