// What stands on a page beside its questions. A flat table: the form's script of a service leaves out what its text has not.
import { html, nothing } from "lit";
import type { JourneyPart, Setting } from "../journey/shapes.ts";
import type { BesideContent } from "../parts/beside.ts";
import { besideBox } from "../parts/beside.ts";
import type { ConfirmationContent } from "../parts/confirmation-box.ts";
import { confirmationBox } from "../parts/confirmation-box.ts";
import { mark } from "../parts/mark.ts";
import { prose } from "../parts/prose.ts";
import type { Content } from "../parts/row.ts";

interface PageParts {
  readonly beside: BesideContent;
  readonly confirmation: ConfirmationContent;
  readonly notice: typeof notice;
  readonly prose: typeof prose;
  readonly shown: typeof shown;
}

/** How each is shown; on the server all of them are there. */
export const pageParts: Partial<PageParts> = {
  beside: besideBox,
  confirmation: confirmationBox,
  notice,
  prose,
  shown,
};

/** The author's prose, where there is some. */
export function proseOf(part: { readonly prose?: string }): Content {
  return part.prose === undefined ? nothing : (pageParts.prose?.(part.prose) ?? nothing);
}

function notice(part: Extract<JourneyPart, { kind: "notice" }>): Content {
  const text = proseOf(part);
  if (part.notice.kind === "help") return html`<details><summary>${part.title ?? ""}</summary>${text}</details>`;
  if (part.notice.kind === "warning")
    return html`<div class="said time">${mark("soon")}<div>${part.title ? html`<p><b>${part.title}</b></p>` : nothing}${text}</div></div>`;
  return html`${part.title ? html`<h2>${part.title}</h2>` : nothing}${text}`;
}

function shown(part: Extract<JourneyPart, { kind: "shown" }>, { words }: Setting): Content {
  return html`<p>${part.label}: <b>${part.text ?? words.notWorkedOutYet}</b></p>`;
}
