// A measurement: a number with the words of its unit behind it.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { number } from "../number/template.ts";

export function measurement(view: FieldView): TemplateResult {
  return number(view);
}
