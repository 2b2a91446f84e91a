// "Why?": the catalogue's page about a code, in a dialog: what it means, an example that has it, the same example mended.
import { pages } from "@formwork/compiler/diagnostics/generated/pages.ts";
import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { html, nothing, render, type TemplateResult } from "lit";

type Page = (typeof pages)[number];

/** Opens the page about this problem's code; closing gives the focus back to where it came from. */
export function openWhyPage(dialog: HTMLDialogElement, problem: Problem, from: HTMLElement): void {
  const page = pages.find((one) => one.code === problem.code);
  render(
    whyPage(problem, page, () => dialog.close()),
    dialog,
  );
  dialog.addEventListener("close", () => from.isConnected && from.focus(), { once: true });
  dialog.showModal();
}

/** The inside of the dialog; a code without a page still says what it found. */
export function whyPage(problem: Problem, page: Page | undefined, onClose: () => void): TemplateResult {
  return html`<p class="small soft">${problem.code}</p>
    <h2 id="why-title">${page?.title ?? problem.title}</h2>
    ${page ? chapters(page) : nothing}
    <div class="buttons"><button type="button" class="button small" @click=${onClose}>Back to the text</button></div>`;
}

function chapters(page: Page): TemplateResult {
  return html`${paragraphs(page.why)}
    <h3>How to mend it</h3>${paragraphs(page.fix)}
    <h3>A text that has it</h3>${texts(page.bad)}
    <h3>The same text, mended</h3>${texts(page.good)}`;
}

/** An example's text, then those that stand beside it under their file names. */
function texts({ text, beside = {} }: Page["bad"]): TemplateResult[] {
  const block = (one: string) => html`<pre tabindex="0"><code>${one.trimEnd()}</code></pre>`;
  return [block(text), ...Object.entries(beside).map(([file, other]) => html`<p>${file}</p>${block(other)}`)];
}

/** Paragraphs between empty lines; words between backticks are set as code. Nothing else of Markdown stands in these chapters. */
export function paragraphs(text: string): TemplateResult[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => {
      const pieces = paragraph.trim().split("`");
      return html`<p>${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}</p>`;
    });
}
