// For whom an officer begins a case: an account of the register of identity, or nobody who has one.
import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";

export interface BeginForView {
  readonly service: string;
  /** Who was found. */
  readonly found?: { readonly account: string; readonly name: string };
  /** It was said that nobody with an account is meant. */
  readonly isNobody: boolean;
  /** Where the form goes on. */
  readonly continueAt: string;
  /** What was typed, and what is wrong with it. */
  readonly typed?: string;
  readonly problem?: string;
  readonly token: string;
}

/** The main part of the page. */
export function renderBeginFor(view: BeginForView): TemplateResult {
  const { service, found, isNobody, continueAt, typed, problem, token } = view;
  const isSettled = found !== undefined || isNobody;
  return html`<div class="desk"><section class="panel asks">
    <h1>Who is this case for?</h1>
    <p class="soft">${service}</p>
    ${problem ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}<a href="#account">${problem}</a></h2></div>` : nothing}
    ${found ? html`<p>It is for <b>${found.name}</b>, account <span class="code">${found.account}</span>. Questions, fees and licences of this case go to that account.</p>` : nothing}
    ${isNobody ? html`<p>It is for nobody with an account. What the applicant is told comes to your messages.</p>` : nothing}
    ${isSettled ? html`<div class="buttons"><a class="button" href=${continueAt}>Continue</a></div>` : nothing}
    <form method="post" novalidate>
      ${csrfField(token)}
      <div class="field">
        <label for="account">${found ? "Another account" : "The applicant's account"}</label>
        <p class="hint" id="account-hint">The identifier that the applicant signs in with. The register of identity is asked who that is.</p>
        ${problem ? html`<p class="problem" id="account-problem">${mark("problem")}<span>${problem}</span></p>` : nothing}
        <input class="input" id="account" name="account" type="text" autocomplete="off" spellcheck="false" value=${typed ?? ""} aria-describedby=${problem ? "account-problem account-hint" : "account-hint"}>
      </div>
      <div class="buttons"><button class=${isSettled ? "plainbutton" : "button"} name="_do" value="find">Find the applicant</button>
        ${isNobody ? nothing : html`<button class="plainbutton" name="_do" value="nobody">Go on without an account</button>`}</div>
    </form>
  </section></div>`;
}
