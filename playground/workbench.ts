// The bench: holds the author's texts, has them read, shows what came of it beside the text, and keeps them in this browser.
// Everything here is wiring between rooms that know nothing of each other.
import type { Edit, Fix, Problem } from "@formwork/compiler/diagnostics/problem.ts";
import type { TextEditor } from "./editor/text-editor.ts";
import { isNoted, type Keeping, keepWork, type Shelf, type Work } from "./files/kept-work.ts";
import { partAtLine, type WrittenPart } from "./preview/places.ts";
import type { PreviewPane } from "./preview/preview-pane.ts";
import { type CardColumn, cardColumn } from "./problems/card-column.ts";
import type { Reading, Texts } from "./worker/messages.ts";
import type { Reader, Trouble } from "./worker/reader.ts";

/** What the bench has to say on top of the page. */
export interface Notice {
  readonly tone: "act" | "late";
  readonly words: string;
  readonly action?: { readonly words: string; run(): void };
}

/** What is shown around the text changed: header, tabs and notices are drawn anew from here. */
export interface BenchView {
  readonly work: Work;
  readonly problems: readonly Problem[];
  readonly read: boolean;
  readonly keeping: Keeping;
  readonly notices: readonly Notice[];
}

export interface Bench {
  view(): BenchView;
  /** Opens other texts: another example, a file, an empty page. Who calls keeps what was open before. */
  open(work: Work): void;
  showFile(file: string): void;
  goToProblem(problem: Problem): void;
  goToPart(part: WrittenPart): void;
  lightPart(part: WrittenPart | undefined): void;
  applyFix(fix: Fix): void;
  lineOf(problem: Problem): number;
  say(notice: Notice): void;
  dismiss(notice: Notice): void;
  onText(file: string, text: string): void;
  onLine(file: string, line: number): void;
  onGeometry(): void;
  onReading(reading: Reading): void;
  onTrouble(trouble: Trouble): void;
}

export interface BenchParts {
  readonly editor: () => TextEditor;
  readonly preview: () => PreviewPane;
  readonly reader: () => Reader;
  readonly shelf: () => Shelf;
  readonly cards: HTMLElement;
  readonly page: HTMLElement;
  onWhy(problem: Problem, from: HTMLElement): void;
  onChange(): void;
}

/** A change is kept this long after the last key, so that a large text is not written with each letter. */
const restBeforeKeeping = 400;

/** Builds the bench around texts that were kept or chosen. */
export function openBench(first: Work, parts: BenchParts): Bench {
  let work = first;
  let reading: Reading | undefined;
  let readTexts: Texts = {};
  let sentTexts: Texts = {};
  let keeping: Keeping = "kept";
  let notices: readonly Notice[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;
  let column: CardColumn | undefined;
  /** The line the author chose before anything was read. */
  let waiting: { readonly file: string; readonly line: number } | undefined;

  const cards = (): CardColumn => {
    column ??= cardColumn(parts.cards, parts.page, parts.editor(), {
      onFix: bench.applyFix,
      onWhy: parts.onWhy,
      onPlace: bench.goToProblem,
    });
    return column;
  };
  const ofShown = (): readonly Problem[] =>
    (reading?.problems ?? []).filter((problem) => problem.at.file === work.shown);

  const read = (): void => {
    sentTexts = work.texts;
    const { entry, texts, lastPassed } = work;
    parts.reader().read({ entry, texts, ...(lastPassed && { lastPassed }) });
  };
  /** Keeps lock files and what examples rested on, as the command line does. Read again, so that every fix fits the notes. */
  const note = ({ locks = {}, lastPassed = work.lastPassed }: Pick<Reading, "locks" | "lastPassed">): void => {
    work = { ...work, texts: { ...work.texts, ...locks }, ...(lastPassed && { lastPassed }) };
    for (const file of Object.keys(locks)) parts.editor().forget(file);
    if (work.shown in locks) parts.editor().show(work.shown, work.texts[work.shown] ?? "");
    if (Object.keys(locks).length > 0) read();
    keep();
  };
  const keep = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const came = keepWork(parts.shelf, work);
      if (came === keeping) return;
      keeping = came;
      parts.onChange();
    }, restBeforeKeeping);
  };
  /** A fix of a note: the author's text stays as it is. */
  const changeNote = (file: string, edits: readonly Edit[]): true => {
    const text = [...edits]
      .sort((one, other) => other.span.start - one.span.start)
      .reduce(
        (now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end),
        work.texts[file] ?? "",
      );
    note({ locks: { [file]: text } });
    return true;
  };
  const showLine = (line: number): void => {
    const scroller = parts.page.parentElement;
    const box = scroller?.getBoundingClientRect();
    const { top, bottom } = parts.editor().linePlace(parts.editor().offsetOf(line));
    if (box && (top < box.top || bottom > box.bottom)) scroller?.scrollBy({ top: top - box.top - box.height / 3 });
  };
  const showQuestionAt = (file: string, line: number): void => {
    const lines = (work.texts[file] ?? "").split("\n");
    parts.preview().showPart(partAtLine(parts.preview().parts(), file, line, lines));
  };
  const showProblems = (): void => {
    const editor = parts.editor();
    const voices = reading?.voices[work.shown];
    if (voices && readTexts[work.shown] === work.texts[work.shown]) editor.setVoices(voices);
    editor.setProblems(ofShown());
    cards().draw();
  };

  const bench: Bench = {
    view: () => ({ work, problems: reading?.problems ?? [], read: reading !== undefined, keeping, notices }),
    open(next) {
      for (const file of Object.keys(work.texts)) parts.editor().forget(file);
      work = next;
      reading = undefined;
      waiting = undefined;
      parts.preview().begin();
      parts.editor().show(work.shown, work.texts[work.shown] ?? "");
      showProblems();
      read();
      keep();
      parts.onChange();
    },
    showFile(file) {
      if (file === work.shown || !(file in work.texts)) return;
      work = { ...work, shown: file };
      parts.editor().show(file, work.texts[file] ?? "");
      showProblems();
      keep();
      parts.onChange();
    },
    goToProblem(problem) {
      bench.showFile(problem.at.file);
      parts.editor().goTo(problem.at.start);
    },
    goToPart(part) {
      bench.showFile(part.file);
      parts.editor().goToLine(part.line);
    },
    lightPart(part) {
      const line = part && part.file === work.shown ? part.line : undefined;
      parts.editor().light(line);
      // Whoever is writing keeps the view they chose; whoever walks the form sees its line.
      if (line !== undefined && !parts.page.contains(document.activeElement)) showLine(line);
    },
    applyFix(fix) {
      const files = [...new Set(fix.edits.map((edit) => edit.span.file))];
      const fits = files.every((file) => readTexts[file] === work.texts[file]);
      const applied =
        fits &&
        files.every((file) => {
          const edits = fix.edits.filter((edit) => edit.span.file === file);
          if (isNoted(file)) return changeNote(file, edits);
          bench.showFile(file);
          return parts.editor().apply(edits);
        });
      if (!applied)
        return bench.say({
          tone: "act",
          words: "The text has changed since this was found. Look at the problem again, then choose.",
        });
      const places = fix.edits.filter((edit) => edit.span.file === work.shown).map((edit) => edit.span.start);
      if (places.length > 0) parts.editor().goTo(Math.min(...places));
      parts.onChange();
    },
    lineOf(problem) {
      const text = readTexts[problem.at.file] ?? "";
      return countLines(text, problem.at.start);
    },
    say(notice) {
      notices = [...notices.filter((one) => one.words !== notice.words), notice];
      parts.onChange();
    },
    dismiss(notice) {
      notices = notices.filter((one) => one !== notice);
      parts.onChange();
    },
    onText(file, text) {
      work = { ...work, texts: { ...work.texts, [file]: text } };
      read();
      keep();
    },
    onLine(file, line) {
      // Before the first reading nothing is known of the line yet: it is shown when the reading comes.
      if (reading === undefined) waiting = { file, line };
      else showQuestionAt(file, line);
    },
    onGeometry() {
      column?.place();
    },
    onReading(next) {
      reading = next;
      readTexts = sentTexts;
      notices = notices.filter((notice) => notice.tone !== "late");
      showProblems();
      parts.preview().setService(next.service);
      note(next);
      if (waiting) showQuestionAt(waiting.file, waiting.line);
      waiting = undefined;
      parts.onChange();
    },
    onTrouble(trouble) {
      bench.say({
        tone: "late",
        words: troubleWords[trouble.kind],
        action: { words: "Read the text again", run: () => parts.reader().retry() },
      });
      reportError(new Error(`The compiler broke down: ${trouble.detail}`));
    },
  };
  return bench;
}

const troubleWords: Readonly<Record<Trouble["kind"], string>> = {
  restarted:
    "The compiler broke down on this text and was started again. Your text is safe. Change it, or read it again.",
  hung: "Reading this text took too long, so the compiler was started again. Your text is safe. Make it shorter, or read it again.",
  "gave-up": "The compiler broke down several times. Your text is safe, and you can go on writing and download it.",
};

function countLines(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
