// Several choices of a list as native check boxes.
import { html, nothing, type TemplateResult } from "lit";
import { type FieldView, grouped } from "../../parts/field.ts";

export function anyOf(view: FieldView): TemplateResult {
  const { path, options } = view.field;
  const chosen = view.texts[""] ?? [];
  const ticked = typeof chosen === "string" ? [chosen] : chosen;
  const rows = options.map(
    (option, index) =>
      html`<label class="choice"><input type="checkbox" id=${index === 0 ? path : `${path}:${option.value}`} name=${path} value=${option.value} ?checked=${ticked.includes(option.value)}><span>${option.label}${option.hint ? html`<small>${option.hint}</small>` : nothing}</span></label>`,
  );
  return grouped(
    { ...view, kindHint: view.field.hint ?? view.setting.words.chooseAllThatApply },
    html`<div class="choices">${rows}</div>`,
  );
}
