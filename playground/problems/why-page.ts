// "Why?": the catalogue's page about a code, in a dialog: what it means, an example that has it, the same example mended.
import { pages } from "./pages-temp.ts";
import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { html, render, type TemplateResult } from "lit";

/** Opens the page about this problem's code; closing gives the focus back to where it came from. */
export function openWhyPage(dialog: HTMLDialogElement, problem: Problem, from: HTMLElement): void {
  render(whyPage(problem, () => dialog.close()), dialog);
  dialog.addEventListener("close", () => from.focus(), { once: true });
  dialog.showModal();
}

function whyPage(problem: Problem, onClose: () => void): TemplateResult {
  const text = pageText(problem.code);
  return html`<h2 id="why-title">${problem.code}: ${problem.title}</h2>
    ${text === undefined ? html`<p>There is no longer page about this one yet.</p>` : renderMarkdown(text)}
    <div class="buttons"><button type="button" class="button small" @click=${onClose}>Back to the text</button></div>`;
}

function pageText(code: string): string | undefined {
  return Object.entries(pages).find(([name]) => name.startsWith(code))?.[1];
}

/** The little Markdown of the catalogue: headings, paragraphs, fenced examples, `code`. Anything else stays as it is written. */
export function renderMarkdown(text: string): TemplateResult {
  const blocks: TemplateResult[] = [];
  const fences = text.replace(/^---\n[\s\S]*?\n---\n/, "").split(/^```.*$/m);
  fences.forEach((piece, index) => {
    if (index % 2 === 1) blocks.push(html`<pre tabindex="0"><code>${piece.replace(/^\n|\n$/g, "")}</code></pre>`);
    else for (const paragraph of piece.split(/\n\s*\n/)) if (paragraph.trim() !== "") blocks.push(paragraphOf(paragraph.trim()));
  });
  return html`${blocks}`;
}

function paragraphOf(paragraph: string): TemplateResult {
  const heading = /^#+\s+(.*)$/s.exec(paragraph)?.[1];
  if (heading !== undefined) return html`<h3>${heading}</h3>`;
  const pieces = paragraph.split("`");
  return html`<p>${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}</p>`;
}
