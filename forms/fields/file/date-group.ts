// The date on a document, in a group under its upload.
import { html, nothing, type TemplateResult } from "lit";
import { asksDate } from "../../journey/dated.ts";
import { datedEnding } from "../../journey/dated-endings.ts";
import type { FieldView } from "../../parts/field.ts";
import { dateParts } from "../date/template.ts";

/** The group, where the date is asked. */
export function dateGroup(view: FieldView): TemplateResult | typeof nothing {
  if (!asksDate(view.field.field)) return nothing;
  return html`<fieldset class="group"><legend>${view.setting.words.datedOn}</legend>${dateParts(view, datedEnding)}</fieldset>`;
}
