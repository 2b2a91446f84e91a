// A length of time: a number, and its unit from a native list.
import { html, type TemplateResult } from "lit";
import { unitWord } from "../../journey/length.ts";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";
import { units } from "./answer.ts";

export function duration(view: FieldView): TemplateResult {
  const { setting, field } = view;
  const [amount, unit] = [`${field.path}:amount`, `${field.path}:unit`];
  const chosen = textOf(view, ":unit");
  return grouped(
    view,
    html`<div class="date-parts"><div><label for=${amount}>${setting.words.lengthNumber}</label><input
      class="input w-3" id=${amount} name=${amount} type="text" inputmode="numeric" autocomplete="off"
      aria-invalid=${wrongState(view, amount)} .value=${textOf(view, ":amount")}></div>
      <div><label for=${unit}>${setting.words.lengthUnit}</label><select class="input" id=${unit} name=${unit} aria-invalid=${wrongState(view, unit)}>
        <option value="" ?selected=${chosen === ""}>${setting.words.choose}</option>
        ${units.map((one) => html`<option value=${one} ?selected=${chosen === one}>${unitWord(one, setting)}</option>`)}
      </select></div></div>`,
  );
}
