// Yes or no, and further choices that the author added, as radios.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { radios } from "../one-of/template.ts";

export function yesOrNo(view: FieldView): TemplateResult {
  const { words } = view.setting;
  const options = [
    { value: "yes", label: words.yes, onItsOwn: false },
    { value: "no", label: words.no, onItsOwn: false },
    ...view.field.options.filter((option) => option.value !== "yes" && option.value !== "no"),
  ];
  return radios(view, options);
}
