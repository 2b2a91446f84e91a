// The question for whom somebody applies, where the text lets more than one kind of applicant do so. Asked after signing in, before the form.
import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Identity } from "#contract/facts.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** What the page is shown from. */
export interface ApplyingForView {
  readonly kinds: readonly Identity["kind"][];
  readonly chosen?: Identity["kind"];
  /** Nothing was chosen when it was posted. */
  readonly isMissing: boolean;
  readonly token: string;
}

/** The main part of the page. */
export function renderApplyingFor(
  { kinds, chosen, isMissing, token }: ApplyingForView,
  words: PortalWords,
): TemplateResult {
  const problem = isMissing
    ? html`<p class="problem" id="kind-problem">${mark("problem")}<span>${words.applyingForMissing}</span></p>`
    : nothing;
  return html`<form class="leaf" method="post" novalidate>
    ${csrfField(token)}
    <div class="row"><div class="on">
      ${isMissing ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}<a href="#kind">${words.applyingForMissing}</a></h2></div>` : nothing}
      <fieldset class="field" aria-describedby=${isMissing ? "kind-problem" : nothing}><legend><h1>${words.applyingFor}</h1></legend>
        ${problem}
        <div class="choices">${kinds.map((kind, at) => html`<label class="choice"><input type="radio" id=${at === 0 ? "kind" : nothing} name="kind" value=${kind} ?checked=${kind === chosen}><span>${words.applyingForKind[kind]}</span></label>`)}</div>
      </fieldset>
      <div class="buttons"><button class="button">${words.applyingForContinue}</button></div>
    </div></div>
  </form>`;
}
