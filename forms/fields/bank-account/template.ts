// A bank account in the controls of its country: name, then sort code and account number, or the IBAN.
import { html, nothing, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";
import { hasSortCode } from "./answer.ts";

const name = { part: "name", word: "accountName", width: "input" } as const;
const british = [
  name,
  { part: "sortCode", word: "sortCode", width: "input w-reg", inputmode: "numeric" },
  { part: "accountNumber", word: "accountNumber", width: "input w-reg", inputmode: "numeric" },
] as const;
const other = [name, { part: "iban", word: "iban", width: "input w-half" }] as const;

export function bankAccount(view: FieldView): TemplateResult {
  const { words } = view.setting;
  const inputs = (hasSortCode(view.currency) ? british : other).map((one) => {
    const id = `${view.field.path}:${one.part}`;
    return html`<div class="field plain"><label for=${id}>${words[one.word]}</label><input
      class=${one.width}
      id=${id}
      name=${id}
      type="text"
      inputmode=${"inputmode" in one ? one.inputmode : nothing}
      autocomplete=${one.part === "name" ? "name" : "off"}
      spellcheck="false"
      aria-invalid=${wrongState(view, id)}
      .value=${textOf(view, `:${one.part}`)}
    ></div>`;
  });
  return grouped(view, html`<div>${inputs}</div>`);
}
