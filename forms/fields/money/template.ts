// Money: a number with the sign of its currency before it.
import type { TemplateResult } from "lit";
import type { FieldView } from "../../parts/field.ts";
import { textTemplate } from "../text/template.ts";

export function money(view: FieldView): TemplateResult {
  const parts = new Intl.NumberFormat(view.setting.language, {
    style: "currency",
    currency: view.currency,
    currencyDisplay: "narrowSymbol",
  }).formatToParts(0);
  const sign = parts.find((part) => part.type === "currency")?.value ?? view.currency;
  return textTemplate({ inputmode: "decimal", width: "w-money", sign })(view);
}
