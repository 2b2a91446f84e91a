// One choice of a list: radios up to seven, then a native select.
import { html, nothing, type TemplateResult } from "lit";
import { states } from "../../journey/page-states.ts";
import type { JourneyOption } from "../../journey/shapes.ts";
import {
  choiceWhile,
  choiceWords,
  describedBy,
  type FieldView,
  grouped,
  labelled,
  requiredState,
  textOf,
  wrongState,
} from "../../parts/field.ts";

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
    const shown = choiceWhile(view, option);
    return html`<label class="choice" data-while=${shown?.states ?? nothing} ?hidden=${shown?.away}><input type="radio" id=${id} name=${path} value=${option.value} ?checked=${chosen === option.value} data-while=${shown?.states ?? nothing} ?disabled=${shown?.away}><span>${choiceWords(view, option)}</span></label>${opened ?? nothing}`;
  });
  return grouped(view, html`<div class="choices">${rows}</div>`);
}

function listedChoice(view: FieldView, option: JourneyOption, isChosen: boolean): TemplateResult {
  const shown = choiceWhile(view, option);
  const name = view.live?.choiceWords.has(option.value) && `${states.choice(view.field.path, option.value)}:label`;
  return html`<option value=${option.value} ?selected=${isChosen} data-say=${name || nothing} data-while=${shown?.states ?? nothing} ?hidden=${shown?.away} ?disabled=${shown?.away}>${option.label}</option>`;
}

/** From so many choices on, the form's element lets one type a part of the name. */
const longerList = 16;

/** A template for a known list, however long; `autocomplete` tells browsers what it holds. */
export function listTemplate(autocomplete: string): (view: FieldView) => TemplateResult {
  return (view) => select(view, autocomplete);
}

function select(view: FieldView, autocomplete: string): TemplateResult {
  const { path, options } = view.field;
  const chosen = textOf(view);
  return labelled(
    view,
    html`<select class="input" id=${path} name=${path} autocomplete=${autocomplete} data-long=${options.length < longerList ? nothing : "yes"} aria-describedby=${describedBy(view)} aria-invalid=${wrongState(view, path)} aria-required=${requiredState(view)}>
      <option value="" ?selected=${chosen === ""}>${view.setting.words.choose}</option>
      ${options.map((option) => listedChoice(view, option, chosen === option.value))}
    </select>`,
  );
}
