// One choice of a list: radios up to seven, then a native select.
import { html, nothing, type TemplateResult } from "lit";
import type { JourneyOption } from "../../journey/shapes.ts";
import { describedBy, type FieldView, grouped, labelled, textOf } from "../../parts/field.ts";

/** From so many choices on, a list that opens takes less looking than rows of radios. */
const longList = 8;

export function oneOf(view: FieldView): TemplateResult {
  return view.field.options.length < longList ? radios(view, view.field.options) : select(view, "off");
}

/** Radios in full-width rows; what a choice opens stands indented under it. */
export function radios(view: FieldView, options: readonly JourneyOption[]): TemplateResult {
  const { path } = view.field;
  const chosen = textOf(view);
  const rows = options.map((option, index) => {
    // The first control has the field's own id, so that links to a problem find it.
    const id = index === 0 ? path : `${path}:${option.value}`;
    const opened = view.reveals?.[option.value];
    return html`<label class="choice"><input type="radio" id=${id} name=${path} value=${option.value} ?checked=${chosen === option.value}><span>${option.label}${option.hint ? html`<small>${option.hint}</small>` : nothing}</span></label>${opened ? html`<div class="reveal">${opened}</div>` : nothing}`;
  });
  return grouped(view, html`<div class="choices">${rows}</div>`);
}

/** From so many choices on, the form's element lets one type a part of the name. */
const longerList = 16;

/** A template for a known list, however long; `autocomplete` tells browsers what it holds. */
export function listTemplate(autocomplete: string): (view: FieldView) => TemplateResult {
  return (view) => select(view, autocomplete);
}

function select(view: FieldView, autocomplete: string): TemplateResult {
  const { path, options, required } = view.field;
  const chosen = textOf(view);
  return labelled(
    view,
    html`<select class="input" id=${path} name=${path} autocomplete=${autocomplete} data-long=${options.length < longerList ? nothing : "yes"} aria-describedby=${describedBy(view)} aria-invalid=${view.problem ? "true" : nothing} aria-required=${required ? "true" : nothing}>
      <option value="" ?selected=${chosen === ""}>${view.setting.words.choose}</option>
      ${options.map((option) => html`<option value=${option.value} ?selected=${chosen === option.value}>${option.label}</option>`)}
    </select>`,
  );
}
