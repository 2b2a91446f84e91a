// The playground's entry: finds the kept text or the first example, opens the rooms, and draws what stands around them.
import { html, nothing, render } from "lit";
import { dataPanel } from "./data/data-panel.ts";
import { openTextEditor, type TextEditor } from "./editor/text-editor.ts";
import { gallery } from "./files/built-in.ts";
import { downloadText } from "./files/download.ts";
import { emptyPage, firstExample } from "./files/gallery.ts";
import { findWork, type Shelf, type Work } from "./files/kept-work.ts";
import { largestFile, readOpened } from "./files/opened-file.ts";
import { galleryPage } from "./page/gallery-page.ts";
import { header, type PlaceName, type Scheme } from "./page/header.ts";
import { applyScheme, keptScheme } from "./page/scheme.ts";
import { tabRow } from "./page/tabs.ts";
import { textHead } from "./page/text-head.ts";
import { openPreviewPane, type PreviewPane } from "./preview/preview-pane.ts";
import type { Moment } from "./preview/session.ts";
import { problemsInWords, questionsInWords } from "./problems/counts.ts";
import { problemList } from "./problems/problem-list.ts";
import { openWhyPage } from "./problems/why-page.ts";
import { type Bench, openBench, withOpened, workOf } from "./workbench.ts";
import { compilerOpener } from "./worker/open-compiler.ts";
import { type Reader, startReader } from "./worker/reader.ts";

type TabName = "problems" | "data";

const shelf = (): Shelf => localStorage;
const moment = (): Moment => ({ instant: new Date().toISOString().replace(/\.\d+Z$/, "Z"), newId: crypto.getRandomValues(new Uint32Array(2)).join("") });

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`index.html has no ${kind.name} with the id ${id}.`);
  return found;
}

/** Opens the playground in this page. */
function open(): void {
  const frame = element("preview-frame", HTMLIFrameElement);
  const dialog = element("why", HTMLDialogElement);
  const found = findWork(shelf);
  let tab: TabName = "problems";
  let scheme: Scheme = keptScheme(shelf);

  const bench: Bench = openBench(found.kind === "work" ? found.work : firstWork(), {
    editor: () => editor,
    preview: () => preview,
    reader: () => reader,
    shelf,
    cards: element("cards", HTMLElement),
    page: element("text-page", HTMLElement),
    onWhy: (problem, from) => openWhyPage(dialog, problem, from),
    onChange: () => draw(),
  });
  const editor: TextEditor = openTextEditor(element("text-host", HTMLElement), bench);
  const preview: PreviewPane = openPreviewPane(
    { bench: element("bench", HTMLElement), head: element("preview-head", HTMLElement), frame, foot: element("preview-foot", HTMLElement) },
    { onWritten: bench.lightPart, onGoToText: bench.goToPart, onData: () => draw() },
    moment,
  );
  const reader: Reader = startReader(compilerOpener(), bench.onReading, bench.onTrouble);

  const place = (): PlaceName => (location.hash === "#gallery" ? "gallery" : "text");
  const goToText = (): void => {
    location.hash = "#text";
  };
  const openFile = async (file: File): Promise<void> => {
    // Only as much as decides whether it is too large: a film is refused without being read.
    const opened = readOpened(file.name, new Uint8Array(await file.slice(0, largestFile + 1).arrayBuffer()));
    if (opened.kind === "refused") return bench.say({ tone: "act", words: opened.why });
    openWork(withOpened(bench.view().work, opened.name, opened.text));
  };
  const openWork = (work: Work): void => {
    const before = bench.view().work;
    bench.open(work);
    bench.say({
      tone: "act",
      words: "Another text is open. The one before can be brought back until you close this page.",
      action: { words: "Bring it back", run: () => bench.open(before) },
    });
    goToText();
  };

  const cardEvents = {
    onFix: bench.applyFix,
    onWhy: (problem: Parameters<Bench["goToProblem"]>[0], from: HTMLElement) => openWhyPage(dialog, problem, from),
    onPlace: bench.goToProblem,
  };

  const draw = (): void => {
    const view = bench.view();
    const atText = place() === "text";
    render(
      header(
        {
          place: place(),
          problems: problemsInWords(view.problems),
          questions: questionsInWords(view.problems),
          waiting: view.read ? undefined : "Reading the text",
          scheme,
        },
        {
          onProblems() {
            tab = "problems";
            goToText();
            draw();
            element("under", HTMLElement).querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
          },
          onScheme(next) {
            scheme = next;
            applyScheme(scheme, [document, frame.contentDocument], shelf);
            draw();
          },
          onDownload: () => downloadText(view.work.shown, view.work.texts[view.work.shown] ?? ""),
        },
      ),
      element("header", HTMLElement),
    );
    element("bench", HTMLElement).hidden = !atText;
    const galleryPlace = element("gallery", HTMLElement);
    galleryPlace.hidden = atText;
    render(
      atText ? nothing : galleryPage(gallery, (example) => openWork(example ? workOf(example) : { entry: "my.service", shown: "my.service", texts: emptyPage })),
      galleryPlace,
    );
    render(
      textHead(view, preview.service(), {
        onFile: bench.showFile,
        onFind: () => editor.find(),
        onOpen: (file) => void openFile(file).catch((reason: unknown) => bench.say({ tone: "act", words: `${file.name} could not be read: ${String(reason)}` })),
        onStartAgain() {
          const example = gallery.find((one) => one.name === view.work.example);
          if (example) openWork(workOf(example));
          else location.hash = "#gallery";
        },
      }),
      element("text-head", HTMLElement),
    );
    render(
      html`${tabRow(
        "Views",
        [
          { name: "problems", words: `Problems, ${view.problems.length}` },
          { name: "data", words: "Data" },
        ] as const,
        tab,
        "view",
        (name) => {
          tab = name;
          draw();
        },
      )}<div class="panel" id="view" role="tabpanel" aria-labelledby=${`view-${tab}`} tabindex="0">${
        tab === "problems" ? problemList(view.problems, bench.lineOf, cardEvents) : dataPanel(preview.service(), preview.madeUp(), preview.setMadeUp)
      }</div>`,
      element("under", HTMLElement),
    );
    render(
      view.notices.map(
        (notice) => html`<div class="bar ${notice.tone === "late" ? "late" : ""}"><p>${notice.words}</p><p class="buttons">${
          notice.action
            ? html`<button type="button" class="button second small" @click=${() => {
                bench.dismiss(notice);
                notice.action?.run();
              }}>${notice.action.words}</button>`
            : nothing
        }<button type="button" class="plainbutton small" @click=${() => bench.dismiss(notice)}>Put this away</button></p></div>`,
      ),
      element("notices", HTMLElement),
    );
    document.title = atText ? `${view.work.shown} - Formwork playground` : "Gallery - Formwork playground";
  };

  applyScheme(scheme, [document, frame.contentDocument], shelf);
  addEventListener("hashchange", draw);
  bench.open(bench.view().work);
  if (found.kind === "blocked") bench.say({ tone: "act", words: "This browser lets no site keep anything, so your text is not saved. Download it to keep it." });
  if (found.kind === "unreadable") bench.say({ tone: "act", words: "What was kept in this browser could not be read. It was put aside, and the first example is open." });
}

/** A first visit opens the first example; a build without examples an empty page. */
function firstWork(): Work {
  const example = gallery.find((one) => one.name === firstExample) ?? gallery[0];
  return example ? workOf(example) : { entry: "my.service", shown: "my.service", texts: emptyPage };
}

// The frame may have loaded before this script ran, or not yet.
const frame = element("preview-frame", HTMLIFrameElement);
if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.URL !== "about:blank") open();
else frame.addEventListener("load", open, { once: true });
