// A whole number: text with the numeric keyboard.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { textTemplate } from "../text/template.ts";

export function wholeNumber(view: FieldView): TemplateResult {
  const unit = view.field.field.unit?.[view.setting.language] ?? view.field.field.type.unit;
  return textTemplate({ inputmode: "numeric", width: "w-2", ...(unit ? { unit } : {}) })(view);
}
