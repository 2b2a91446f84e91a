// A date in three inputs: day, month, year. Nothing moves by itself while one types.
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";
import { exampleDate } from "./answer.ts";

/** A template for a kind of date; browsers may fill in a birthday. */
export function dateTemplate(birthday: boolean, example: string): (view: FieldView) => TemplateResult {
  return (view) => {
    const kindHint = view.field.hint ?? view.setting.words.dateHint({ example });
    return grouped({ ...view, kindHint }, dateParts(view, "", birthday));
  };
}

const parts = [
  { name: "day", width: "w-2" },
  { name: "month", width: "w-2" },
  { name: "year", width: "w-3" },
] as const;

/** The three inputs, each under its own name; `ending` tells one date of a range from the other. */
export function dateParts(view: FieldView, ending = "", birthday = false): TemplateResult {
  const inputs = parts.map(({ name, width }) => {
    const id = `${view.field.path}${ending}:${name}`;
    return html`<div><label for=${id}>${view.setting.words[name]}</label><input
      class=${`input ${width}`}
      id=${id}
      name=${id}
      type="text"
      inputmode="numeric"
      autocomplete=${birthday ? `bday-${name}` : "off"}
      aria-invalid=${wrongState(view, id)}
      .value=${textOf(view, `${ending}:${name}`)}
    ></div>`;
  });
  return html`<div class="date-parts">${inputs}</div>`;
}

export const date = dateTemplate(false, exampleDate());
