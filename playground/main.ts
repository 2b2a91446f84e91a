// The playground's entry: finds the kept text or the first example, opens the rooms, and ties them together.
import { openTextEditor, type TextEditor } from "./editor/text-editor.ts";
import { gallery } from "./files/built-in.ts";
import { blankWork, changeTexts, workOf } from "./files/changing-texts.ts";
import { downloadText } from "./files/download.ts";
import { firstExample } from "./files/gallery.ts";
import { findBefore, findWork, type Shelf, type Work } from "./files/kept-work.ts";
import { drawPage, type PageActions, type PagePlaces, type TabName } from "./page/draw-page.ts";
import type { PlaceName, Scheme } from "./page/header.ts";
import { applyScheme, keptScheme } from "./page/scheme.ts";
import { openPreviewPane, type PreviewPane } from "./preview/preview-pane.ts";
import type { Moment } from "./preview/session.ts";
import { openWhyPage } from "./problems/why-page.ts";
import { type Bench, openBench } from "./workbench.ts";
import { compilerOpener } from "./worker/open-compiler.ts";
import { type Reader, startReader } from "./worker/reader.ts";

const shelf = (): Shelf => localStorage;

const moment = (): Moment => ({
  instant: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
  newId: crypto.getRandomValues(new Uint32Array(2)).join(""),
});

/** An element of index.html. */
function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`index.html has no ${kind.name} with the id ${id}.`);
  return found;
}

const box = (id: string): HTMLElement => element(id, HTMLElement);

/** Opens the playground in this page. */
function open(frame: HTMLIFrameElement): void {
  const dialog = element("why", HTMLDialogElement);
  const found = findWork(shelf);
  let tab: TabName = "problems";
  let scheme: Scheme = keptScheme(shelf);
  const places: PagePlaces = {
    header: box("header"),
    notices: box("notices"),
    bench: box("bench"),
    textHead: box("text-head"),
    under: box("under"),
    gallery: box("gallery"),
  };

  const place = (): PlaceName => (location.hash === "#gallery" ? "gallery" : "text");
  const goTo = (name: PlaceName): void => {
    location.hash = `#${name}`;
  };
  const texts = changeTexts(
    () => bench,
    shelf,
    () => goTo("text"),
  );

  const bench: Bench = openBench(found.kind === "work" ? found.work : firstWork(), {
    editor: () => editor,
    preview: () => preview,
    reader: () => reader,
    shelf,
    cards: box("cards"),
    page: box("text-page"),
    onWhy: (problem, from) => openWhyPage(dialog, problem, from),
    onChange: () => draw(),
  });
  const editor: TextEditor = openTextEditor(box("text-host"), bench);
  const preview: PreviewPane = openPreviewPane(
    { bench: places.bench, head: box("preview-head"), frame, foot: box("preview-foot") },
    { onWritten: bench.lightPart, onGoToText: bench.goToPart, onData: () => draw() },
    moment,
  );
  const reader: Reader = startReader(compilerOpener(), bench.onReading, bench.onTrouble);

  const actions: PageActions = {
    header: {
      onProblems() {
        tab = "problems";
        goTo("text");
        draw();
        places.under.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
      },
      onScheme(next) {
        scheme = next;
        applyScheme(scheme, [document, frame.contentDocument], shelf);
        draw();
      },
      onDownload() {
        const { work } = bench.view();
        downloadText(work.shown, work.texts[work.shown] ?? "");
      },
    },
    textHead: {
      onFile: bench.showFile,
      onFind: () => editor.find(),
      onOpen: texts.openFile,
      onStartAgain() {
        const example = gallery.find((one) => one.name === bench.view().work.example);
        if (example) texts.openExample(example);
        else goTo("gallery");
      },
    },
    gallery: { onOpen: texts.openExample, onBringBack: texts.bringBack },
    cards: {
      onFix: bench.applyFix,
      onWhy: (problem, from) => openWhyPage(dialog, problem, from),
      onPlace: bench.goToProblem,
    },
    onTab(next) {
      tab = next;
      draw();
    },
    onMadeUp: (next) => preview.setMadeUp(next),
    onDismiss: bench.dismiss,
    lineOf: bench.lineOf,
  };
  const draw = (): void => {
    const [service, madeUp] = [preview.service(), preview.madeUp()];
    const before = place() === "gallery" ? findBefore(shelf)?.entry : undefined;
    drawPage(
      places,
      { bench: bench.view(), place: place(), tab, scheme, service, madeUp, examples: gallery, before },
      actions,
    );
  };

  applyScheme(scheme, [document, frame.contentDocument], shelf);
  addEventListener("hashchange", draw);
  addEventListener("storage", texts.onStorage);
  bench.open(bench.view().work);
  const words = foundWords[found.kind];
  if (words) bench.say({ tone: "act", words });
}

/** What is said about what was found on coming back; nothing when all is well. */
const foundWords: Partial<Record<ReturnType<typeof findWork>["kind"], string>> = {
  blocked: "This browser lets no site keep anything, so your text is not saved. Download it to keep it.",
  unreadable: "What was kept in this browser could not be read. It was put aside, and the first example is open.",
};

/** A first visit opens the first example; a build without examples an empty page. */
function firstWork(): Work {
  const example = gallery.find((one) => one.name === firstExample) ?? gallery[0];
  return example ? workOf(example) : blankWork;
}

// The preview's frame may have loaded before this script ran, or not yet.
const previewFrame = element("preview-frame", HTMLIFrameElement);
const { contentDocument } = previewFrame;
if (contentDocument?.readyState === "complete" && contentDocument.URL !== "about:blank") open(previewFrame);
else previewFrame.addEventListener("load", () => open(previewFrame), { once: true });
