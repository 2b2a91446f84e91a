// Emits privacy.<language>.html: the privacy notice that people read (articles 13 and 14 of the General Data Protection Regulation), one
// plain page for each language of the service, without script or style of its own, ready to be put into any website.
import type { Service, Words } from "#contract";
import { showLength } from "#support/show-parts.ts";
import { isRightToLeft, wordsIn } from "#support/words.ts";
import { type NoticeWords, noticeWordsOf } from "./notice-words.ts";
import type { HeldAnswer, Kept, ProcessingRecord } from "./record.ts";

/** The page in one of the service's languages. */
export function emitPrivacyNotice(service: Service, record: ProcessingRecord, tag: string): string {
  const { words } = noticeWordsOf(tag);
  const say = (text: Words | undefined): string => escapeText(wordsIn(text, tag, service.languages[0]?.tag ?? "en"));
  const title = words.heading(wordsIn(service.title, tag, service.languages[0]?.tag ?? "en"));
  const direction = isRightToLeft(tag) ? "rtl" : "ltr";
  const chapters = [
    chapter(words.who, [say(record.controller.title)]),
    chapter(words.whatFor, [say(record.purpose)]),
    chapter(
      words.law,
      record.lawfulBases.map(({ law }) => say(law)),
    ),
    chapter(
      words.special,
      record.specialCategories.map(({ name, under }) => `${escapeText(spoken(name))}: ${say(under)}`),
    ),
    answersTable(service, record.answers, tag, words, say),
    chapter(
      words.shared,
      record.recipients.map(({ title: body, answers, because }) =>
        words.sharedWith(say(body), answers.map((path) => labelOf(service, path, say)).join(", "), say(because)),
      ),
    ),
    chapter(
      words.advised,
      (service.assistance ?? []).map((adviser) => words.advisedBy(say(adviser.title))),
    ),
    chapter(words.rights, [words.rightsText]),
    chapter(words.contact, [say(record.controller.contact)]),
  ];
  return `<!doctype html>
<html lang="${escapeText(tag)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeText(title)}</title>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${chapters.filter((one) => one !== "").join("\n")}
</main>
</body>
</html>
`;
}

function chapter(heading: string, lines: readonly string[]): string {
  const said = lines.filter((line) => line !== "");
  if (said.length === 0) return "";
  const body =
    said.length === 1 ? `<p>${said[0]}</p>` : `<ul>\n${said.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>`;
  return `<h2>${escapeText(heading)}</h2>\n${body}`;
}

function answersTable(
  service: Service,
  answers: readonly HeldAnswer[],
  tag: string,
  words: NoticeWords,
  say: (text: Words | undefined) => string,
): string {
  if (answers.length === 0) return "";
  const head = [words.answer, words.from, words.keptFor]
    .map((text) => `<th scope="col">${escapeText(text)}</th>`)
    .join("");
  const rows = answers.map((answer) => {
    const kind = answer.sensitive === undefined ? "" : `<br>${escapeText(words.protectedAs(spoken(answer.sensitive)))}`;
    const from = fromWords(service, answer, words, say);
    return `<tr><th scope="row">${say(answer.label)}${kind}</th><td>${from}</td><td>${escapeText(keptWords(answer.kept, tag, words))}</td></tr>`;
  });
  return `<h2>${escapeText(words.whatWeHold)}</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
}

function fromWords(
  service: Service,
  { from, carries, credential }: HeldAnswer,
  words: NoticeWords,
  say: (text: Words | undefined) => string,
): string {
  if (from === undefined) return escapeText(words.typed);
  if (carries === "previous-application") return escapeText(words.lastTime);
  if (credential !== undefined) return say(service.credentials[credential]?.title) || escapeText(spoken(credential));
  if (from === "identity") return escapeText(words.signIn);
  const source = service.names[from]?.from;
  const steps = [...service.sections.flatMap((section) => section.steps), ...(service.eligibility?.steps ?? [])];
  const fetched = steps.find((step) => step.kind === "fetch" && step.key === from);
  const name = fetched?.kind === "fetch" ? fetched.source : source;
  const title = name !== undefined && Object.hasOwn(service.sources, name) ? service.sources[name]?.title : undefined;
  return title ? say(title) : escapeText(spoken(from));
}

function keptWords(kept: Kept, tag: string, words: NoticeWords): string {
  if (kept === "not-kept") return words.notKept;
  if (kept === "not-said") return words.notSaid;
  return words.after(showLength(kept.for, tag), kept.after);
}

function labelOf(service: Service, path: string, say: (text: Words | undefined) => string): string {
  const named = service.names[path];
  return say(named?.label) || escapeText(spoken(named?.name ?? path));
}

/** A name as it is read aloud. */
function spoken(name: string): string {
  return name.replaceAll("-", " ");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
