// The author's prose as HTML: paragraphs, lists, strong, emphasis, links. A tree becomes templates, so text can never become markup.
import { html, type TemplateResult } from "lit";
import { type Block, type Inline, parseProse } from "#support/prose.ts";

/** Prose as it stands in the contract, its braces filled already. */
export function prose(text: string): TemplateResult {
  return html`<div class="prose">${parseProse(text).map(block)}</div>`;
}

function block(one: Block): TemplateResult {
  if (one.kind === "paragraph") return html`<p>${one.parts.map(inline)}</p>`;
  const entries = one.entries.map((entry) => html`<li>${entry.map(inline)}</li>`);
  return one.ordered ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
}

function inline(one: Inline): TemplateResult | string {
  switch (one.kind) {
    case "text":
      return one.text;
    case "strong":
      return html`<strong>${one.parts.map(inline)}</strong>`;
    case "emphasis":
      return html`<em>${one.parts.map(inline)}</em>`;
    case "link":
      return html`<a href=${one.address} rel="noreferrer">${one.parts.map(inline)}</a>`;
  }
}
