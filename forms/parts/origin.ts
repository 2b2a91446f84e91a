// Where a value came from, by mark and words, in the same place on every screen.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import type { Origin } from "#contract/facts.ts";
import type { Setting } from "../journey/shapes.ts";
import { filledNote } from "./filled-note.ts";
import { mark } from "./mark.ts";
import type { Content } from "./row.ts";
import { sourceWords } from "./source-words.ts";

/** The mark and words of an origin; `more` follows them ("Only the register can change it."). */
export function origin(from: Origin, service: Service, setting: Setting, more: Content = nothing): TemplateResult {
  const { words } = setting;
  switch (from.kind) {
    case "typed":
      return html`${mark("typed")}<span>${words.you}${more === nothing ? nothing : html`. ${more}`}</span>`;
    case "prefilled":
      return filledNote(sourceWords(from, service, setting), more);
    case "corrected":
      return html`${mark("corrected")}<span><b>${sourceWords(from, service, setting).corrected}</b>${from.evidence ? html`<br>${words.withDocuments({ count: 1 })}` : nothing} ${more}</span>`;
    case "asked-instead":
      return html`${mark("typed")}<span>${words.you}. <b>${words.notVerified}.</b> ${more}</span>`;
  }
}
