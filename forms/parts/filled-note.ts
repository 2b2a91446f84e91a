// What filled a value in, by mark and words.
import { html, nothing, type TemplateResult } from "lit";
import { mark } from "./mark.ts";
import type { Content } from "./row.ts";
import type { SourceWords } from "./source-sentences.ts";

/** The mark and words; `more` follows them ("Only the register can change it."). */
export function filledNote({ mark: name, ...said }: SourceWords, more: Content = nothing): TemplateResult {
  return html`${mark(name)}<span><b>${said.title ?? said.name}</b><br>${said.since} ${more}</span>`;
}
