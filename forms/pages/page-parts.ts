// What stands on a page beside its questions: guidance, warnings, help, values that are worked out, the author's prose.
import { html, nothing } from "lit";
import type { JourneyPart, Setting } from "../journey/shapes.ts";
import { mark } from "../parts/mark.ts";
import { prose } from "../parts/prose.ts";
import type { Content } from "../parts/row.ts";
import { saying } from "../parts/while.ts";

/** The author's prose, where there is some; `name` is how the element finds it where its values change. */
export function proseOf(part: { readonly prose?: string }, name?: string): Content {
  if (part.prose === undefined) return nothing;
  return name === undefined ? prose(part.prose) : html`<div data-prose=${name}>${prose(part.prose)}</div>`;
}

/** A notice; `title` and `text` are how the element finds words that change. */
export function noticeOf(
  part: Extract<JourneyPart, { kind: "notice" }>,
  title: string | false,
  text: string | undefined,
): Content {
  const said = proseOf(part, text);
  const heading = saying(title, part.title ?? "");
  if (part.notice.kind === "help") return html`<details><summary>${heading}</summary>${said}</details>`;
  if (part.notice.kind === "warning")
    return html`<div class="said time">${mark("soon")}<div>${part.title ? html`<p><b>${heading}</b></p>` : nothing}${said}</div></div>`;
  return html`${part.title ? html`<h2>${heading}</h2>` : nothing}${said}`;
}

/** A value that is worked out, under the name by which the element keeps it in step. */
export function shownLine(part: Extract<JourneyPart, { kind: "shown" }>, { words }: Setting, name: string): Content {
  return html`<p>${part.label}: <b>${saying(name, part.text ?? words.notWorkedOutYet)}</b></p>`;
}
