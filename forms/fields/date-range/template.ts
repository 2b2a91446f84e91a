// A range of days: two dates under their own names, "First day" and "Last day".
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped } from "../../parts/field.ts";
import { exampleDate } from "../date/answer.ts";
import { dateParts } from "../date/template.ts";

export function dateRange(view: FieldView): TemplateResult {
  const { words } = view.setting;
  const hint = view.field.hint ?? words.dateHint({ example: exampleDate() });
  const day = (end: string, title: string) =>
    html`<fieldset class="group"><legend>${title}</legend>${dateParts(view, `:${end}`)}</fieldset>`;
  return grouped({ ...view, kindHint: hint }, html`${day("start", words.firstDay)}${day("end", words.lastDay)}`);
}
