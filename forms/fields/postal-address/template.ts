// A postal address in four inputs that browsers can fill in.
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";

const parts = [
  { part: "line1", autocomplete: "address-line1", width: "input" },
  { part: "line2", autocomplete: "address-line2", width: "input" },
  { part: "town", autocomplete: "address-level2", width: "input w-half" },
  { part: "postcode", autocomplete: "postal-code", width: "input w-post" },
] as const;

export function postalAddress(view: FieldView): TemplateResult {
  const { words } = view.setting;
  const inputs = parts.map(({ part, autocomplete, width }) => {
    const id = `${view.field.path}:${part}`;
    return html`<div class="field plain"><label for=${id}>${words[part]}</label><input
      class=${width}
      id=${id}
      name=${id}
      type="text"
      autocomplete=${autocomplete}
      aria-invalid=${wrongState(view, id)}
      .value=${textOf(view, `:${part}`)}
    ></div>`;
  });
  return grouped(view, html`<div>${inputs}</div>`);
}
