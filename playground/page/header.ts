// The bar on top: where one is, how many problems and questions there are, and what to do with the text.
import { mark } from "@formwork/forms/parts/mark.ts";
import { sprite } from "@formwork/forms/parts/marks.ts";
import { html, nothing, type TemplateResult } from "lit";
import { formworkMark } from "./marks.ts";

export type PlaceName = "text" | "gallery";
export type Scheme = "system" | "light" | "dark";

export interface HeaderView {
  readonly place: PlaceName;
  /** "2 problems", "1 question for you"; absent: none. */
  readonly problems?: string | undefined;
  readonly questions?: string | undefined;
  /** The compiler is still loading or reading for long: said instead of the counts. */
  readonly waiting?: string | undefined;
  readonly scheme: Scheme;
}

export interface HeaderEvents {
  onProblems(): void;
  onScheme(scheme: Scheme): void;
  onDownload(): void;
}

const schemes: readonly (readonly [Scheme, string])[] = [
  ["system", "Colours: as this device"],
  ["light", "Colours: light"],
  ["dark", "Colours: dark"],
];

export function header(view: HeaderView, events: HeaderEvents): TemplateResult {
  const here = (place: PlaceName): "page" | typeof nothing => (view.place === place ? "page" : nothing);
  const nothingWrong = !view.problems && !view.questions && !view.waiting;
  return html`${sprite()}
    <a class="brand" href="#text">${formworkMark()}Formwork playground</a>
    <nav aria-label="Places"><ul class="places">
      <li><a href="#text" aria-current=${here("text")}>Text</a></li>
      <li><a href="#gallery" aria-current=${here("gallery")}>Gallery</a></li>
    </ul></nav>
    <ul class="tools">
      ${view.waiting ? html`<li><span class="status soft">${view.waiting}</span></li>` : nothing}
      ${view.problems ? html`<li>${count("late", "problem", view.problems, events)}</li>` : nothing}
      ${view.questions ? html`<li>${count("act", "ask", view.questions, events)}</li>` : nothing}
      ${nothingWrong ? html`<li><span class="status done">${mark("done")}Nothing to mend</span></li>` : nothing}
      <li><label class="out-of-sight" for="scheme">Colours</label><select class="input" id="scheme"
        @change=${(event: Event) => onScheme(event, events)}>${schemes.map(
          ([scheme, words]) => html`<option value=${scheme} ?selected=${scheme === view.scheme}>${words}</option>`,
        )}</select></li>
      <li><button type="button" class="button small" @click=${() => events.onDownload()}>Download the text</button></li>
    </ul>`;
}

function count(tone: "late" | "act", name: "problem" | "ask", words: string, events: HeaderEvents): TemplateResult {
  return html`<a class="status ${tone}" href="#problems" @click=${(event: Event) => {
    event.preventDefault();
    events.onProblems();
  }}>${mark(name)}${words}</a>`;
}

function onScheme(event: Event, events: HeaderEvents): void {
  const { currentTarget } = event;
  const chosen =
    currentTarget instanceof HTMLSelectElement ? schemes.find(([scheme]) => scheme === currentTarget.value) : undefined;
  if (chosen) events.onScheme(chosen[0]);
}
