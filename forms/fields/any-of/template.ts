// Several choices of a list as native check boxes.
import { html, nothing, type TemplateResult } from "lit";
import { choiceWhile, choiceWords, type FieldView, grouped } from "../../parts/field.ts";

export function anyOf(view: FieldView): TemplateResult {
  const { path, options } = view.field;
  const chosen = view.texts[""] ?? [];
  const ticked = typeof chosen === "string" ? [chosen] : chosen;
  const rows = options.map((option, index) => {
    const shown = choiceWhile(view, option);
    return html`<label class="choice" data-while=${shown?.states ?? nothing} ?hidden=${shown?.away}><input type="checkbox" id=${index === 0 ? path : `${path}:${option.value}`} name=${path} value=${option.value} ?checked=${ticked.includes(option.value)} data-while=${shown?.states ?? nothing} ?disabled=${shown?.away}><span>${choiceWords(view, option)}</span></label>`;
  });
  return grouped(
    { ...view, kindHint: view.field.hint ?? view.setting.words.chooseAllThatApply },
    html`<div class="choices">${rows}</div>`,
  );
}
