// A date in three inputs: day, month, year. Nothing moves by itself while one types.
import { html, nothing, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf } from "../../parts/field.ts";
import { exampleDate } from "./answer.ts";

/** A template for a kind of date; browsers may fill in a birthday. */
export function dateTemplate(birthday: boolean, example: string): (view: FieldView) => TemplateResult {
  return (view) => {
    const { words } = view.setting;
    const shown: FieldView = { ...view, kindHint: view.field.hint ?? words.dateHint({ example }) };
    const wrong = view.problem?.control;
    const part = (name: "day" | "month" | "year", width: string) => {
      const id = `${view.field.path}:${name}`;
      return html`<div><label for=${id}>${words[name]}</label><input
        class=${`input ${width}`}
        id=${id}
        name=${id}
        type="text"
        inputmode="numeric"
        autocomplete=${birthday ? `bday-${name}` : "off"}
        aria-invalid=${wrong === id || (wrong !== undefined && wrong === view.field.path) ? "true" : nothing}
        .value=${textOf(view, `:${name}`)}
      ></div>`;
    };
    return grouped(
      shown,
      html`<div class="date-parts">${part("day", "w-2")}${part("month", "w-2")}${part("year", "w-3")}</div>`,
    );
  };
}

export const date = dateTemplate(false, exampleDate());
