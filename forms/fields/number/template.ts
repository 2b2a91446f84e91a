// A number: text with the decimal keyboard, for number inputs lose what is typed wrongly and scroll by accident.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { textTemplate } from "../text/template.ts";

export function number(view: FieldView): TemplateResult {
  const unit = view.field.field.unit?.[view.setting.language] ?? view.field.field.type.unit;
  return textTemplate({ inputmode: "decimal", width: "w-3", ...(unit ? { unit } : {}) })(view);
}
