// Above the text: its files as tabs, whether it is kept, and what can be done with it as a whole.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { isNoted } from "../files/kept-work.ts";
import type { BenchView } from "../workbench.ts";
import { tabRow } from "./tabs.ts";

export interface TextHeadEvents {
  onFile(file: string): void;
  onOpen(file: File): void;
  onStartAgain(): void;
  onFind(): void;
}

const keepingWords = {
  kept: "Saved in this browser.",
  full: "Not saved: this browser has no room left. Download the text to keep it.",
  blocked: "Not saved: this browser lets no site keep anything. Download the text to keep it.",
} as const;

export function textHead(view: BenchView, service: Service | undefined, events: TextHeadEvents): TemplateResult {
  const files = Object.keys(view.work.texts)
    .filter((file) => isWritten(file, view))
    .sort((one, other) => rank(one, view.work.entry) - rank(other, view.work.entry) || one.localeCompare(other));
  const title = service ? Object.values(service.title)[0] : undefined;
  return html`<h1 id="text-title">${view.work.shown}</h1>
    <p class=${view.keeping === "kept" ? "soft" : ""}>${title && service ? html`${title}, version ${service.version.number}. ` : nothing}${keepingWords[view.keeping]}</p>
    <div class="files">${
      files.length > 1
        ? tabRow(
            "Files",
            files.map((file) => ({ name: file, words: fileWords(file, view) })),
            view.work.shown,
            "text",
            events.onFile,
          )
        : nothing
    }</div>
    <p class="buttons">
      <button type="button" class="plainbutton" @click=${events.onFind}>Find in the text</button>
      <label class="plainbutton open-file">Open a file<input class="out-of-sight" type="file" accept=".service,.shared,.words,text/plain" @change=${(event: Event) => onChosen(event, events)}></label>
      <button type="button" class="plainbutton" @click=${events.onStartAgain}>${view.work.example ? "Start again from the example" : "Start again from an example"}</button>
    </p>`;
}

/** Lock files are notes that nobody writes: they are shown only when there is something to look at. */
function isWritten(file: string, { work, problems }: BenchView): boolean {
  return !isNoted(file) || file === work.shown || problems.some((problem) => problem.at.file === file);
}

/** A file's name, and how much there is to look at in it. */
function fileWords(file: string, { problems }: BenchView): string {
  const count = problems.filter((problem) => problem.at.file === file).length;
  return count === 0 ? file : `${file}, ${count}`;
}

function rank(file: string, entry: string): number {
  if (file === entry) return 0;
  return file.endsWith(".words") ? 1 : 2;
}

function onChosen(event: Event, events: TextHeadEvents): void {
  const input = event.currentTarget;
  if (!(input instanceof HTMLInputElement)) return;
  const [file] = input.files ?? [];
  if (file) events.onOpen(file);
  // The same file can be chosen again after it was changed on disk.
  input.value = "";
}
