// An appointment: the free ones as radios where a register gave some, else a day, from when to when, and where.
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";
import { exampleDate } from "../date/answer.ts";
import { dateParts } from "../date/template.ts";
import { radios } from "../one-of/template.ts";

const inputs = [
  { ending: ":startTime", word: "fromTime", width: "input w-3" },
  { ending: ":endTime", word: "untilTime", width: "input w-3" },
  { ending: ":place", word: "where", width: "input" },
] as const;

export function appointment(view: FieldView): TemplateResult {
  const { setting, field } = view;
  if (field.options.some((option) => option.answer !== undefined)) return radios(chosenIn(view), field.options);
  const kindHint = field.hint ?? setting.words.dateHint({ example: exampleDate() });
  const rows = inputs.map(({ ending, word, width }) => {
    const id = `${field.path}${ending}`;
    const label =
      word === "fromTime"
        ? setting.words[word]
        : html`${setting.words[word]} <span class="optional">${setting.words.optional}</span>`;
    return html`<div class="field plain"><label for=${id}>${label}</label><input
      class=${width} id=${id} name=${id} type="text" autocomplete="off"
      aria-invalid=${wrongState(view, id)} .value=${textOf(view, ending)}></div>`;
  });
  return grouped({ ...view, kindHint }, html`${dateParts(view, ":start")}${rows}`);
}

/** The radio of the appointment that was chosen before, found by what it gives. */
function chosenIn(view: FieldView): FieldView {
  const { value, options } = view.field;
  if (view.texts[""] !== undefined && view.texts[""] !== "") return view;
  const picked = options.find((option) => JSON.stringify(option.answer) === JSON.stringify(value))?.value;
  return { ...view, texts: { "": picked ?? "" } };
}
