// One line of text as a native input. Other kinds of short text are this with other attributes.
import { html, nothing, type TemplateResult } from "lit";
import { describedBy, type FieldView, labelled, requiredState, textOf, wrongState } from "../../parts/field.ts";

/** What the browser is told about a kind of text: its keyboard, what may be filled in, how wide it is. */
export interface TextControl {
  readonly type?: "text" | "email" | "tel" | "url";
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "decimal" | "tel" | "email" | "url";
  /** A width class of the look: w-2, w-half, w-reg. */
  readonly width?: string;
  readonly spellcheck?: boolean;
  /** A sign before the control: £. */
  readonly sign?: string;
  /** Words after it: nights, %. */
  readonly unit?: string;
}

/** A template for a kind of short text. */
export function textTemplate(control: TextControl): (view: FieldView) => TemplateResult {
  return (view) => {
    const { path } = view.field;
    const input = html`<input
      class=${control.width ? `input ${control.width}` : "input"}
      id=${path}
      name=${path}
      type=${control.type ?? "text"}
      autocomplete=${control.autocomplete ?? "off"}
      inputmode=${control.inputmode ?? nothing}
      spellcheck=${control.spellcheck === false ? "false" : nothing}
      aria-describedby=${describedBy(view)}
      aria-invalid=${wrongState(view, path)}
      aria-required=${requiredState(view)}
      .value=${textOf(view)}
    >`;
    if (!control.sign && !control.unit) return labelled(view, input);
    const sign = control.sign ? html`<span aria-hidden="true">${control.sign}</span>` : nothing;
    const unit = control.unit ? html`<span>${control.unit}</span>` : nothing;
    return labelled(view, html`<div class="with-sign">${sign}${input}${unit}</div>`);
  };
}

/** Address lines are known to browsers by their place in an address; other text is not. */
const knownNames: Readonly<Record<string, string>> = {
  "line-1": "address-line1",
  "line-2": "address-line2",
  town: "address-level2",
};

export const text = (view: FieldView): TemplateResult => {
  const autocomplete = knownNames[view.field.field.name];
  return textTemplate(autocomplete ? { autocomplete } : {})(view);
};
