// A question of who applies, before the form: for whom, or who fills in. One choice on a page, after signing in.
import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

/** What the page is shown from. */
export interface WhoAppliesView {
  /** The name of the field; the first choice has it as its id. */
  readonly control: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  /** What is wrong, where nothing was chosen when it was posted. */
  readonly problem?: string;
  readonly token: string;
}

/** The main part of the page. */
export function renderWhoApplies(view: WhoAppliesView, words: PortalWords): TemplateResult {
  const { control, label, options, value, problem, token } = view;
  const problemId = `${control}-problem`;
  return html`<form class="leaf" method="post" novalidate>
    ${csrfField(token)}
    <div class="row"><div class="on">
      ${problem ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}<a href="#${control}">${problem}</a></h2></div>` : nothing}
      <fieldset class="field" aria-describedby=${problem ? problemId : nothing}><legend><h1>${label}</h1></legend>
        ${problem ? html`<p class="problem" id=${problemId}>${mark("problem")}<span>${problem}</span></p>` : nothing}
        <div class="choices">${options.map((one, at) => html`<label class="choice"><input type="radio" id=${at === 0 ? control : nothing} name=${control} value=${one.value} ?checked=${one.value === value}><span>${one.label}</span></label>`)}</div>
      </fieldset>
      <div class="buttons"><button class="button">${words.applyingForContinue}</button></div>
    </div></div>
  </form>`;
}
