// Money in any currency: the amount, and its currency from a native list that one may type in.
import { html, type TemplateResult } from "lit";
import { type FieldView, grouped, textOf, wrongState } from "../../parts/field.ts";

export function moneyInAnyCurrency(view: FieldView): TemplateResult {
  const { setting, field } = view;
  const [amount, currency] = [`${field.path}:amount`, `${field.path}:currency`];
  const chosen = textOf(view, ":currency") || view.currency;
  return grouped(
    view,
    html`<div class="field plain"><label for=${amount}>${setting.words.amount}</label><input
      class="input w-money" id=${amount} name=${amount} type="text" inputmode="decimal" autocomplete="transaction-amount"
      aria-invalid=${wrongState(view, amount)} .value=${textOf(view, ":amount")}></div>
      <div class="field plain"><label for=${currency}>${setting.words.whichCurrency}</label><select class="input" id=${currency} name=${currency} autocomplete="transaction-currency" data-long="yes" aria-invalid=${wrongState(view, currency)}>
        <option value="" ?selected=${chosen === ""}>${setting.words.choose}</option>
        ${field.options.map((one) => html`<option value=${one.value} ?selected=${chosen === one.value}>${one.label}</option>`)}
      </select></div>`,
  );
}
