// What another person signs: what was sent, and one press under it.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import { renderAnswers, type SentAnswer } from "./application-page.ts";
import type { PortalWords } from "./words/portal-words.ts";

export interface SignView {
  readonly words: PortalWords;
  /** Who sent it. */
  readonly applicant: string;
  /** What they sign as. */
  readonly as: string;
  readonly answers: readonly SentAnswer[];
  readonly action: string;
  readonly token: string;
  readonly problem?: string;
}

/** The main part of the page. */
export function renderSign({ words, applicant, as, answers, action, token, problem }: SignView): TemplateResult {
  return html`<div class="leaf">
    <div class="row"><div class="on"><h1>${words.signTitle}</h1><p>${words.signLead(applicant, as)}</p></div></div>
    ${renderAnswers(answers, words.yourAnswers)}
    <form class="row" method="post" action=${action} novalidate>
      <div class="on">${csrfField(token)}
        <div class=${problem ? "field wrong plain" : "field plain"}>
          ${problem ? html`<p class="problem" id="agreed-problem">${mark("problem")}<span>${problem}</span></p>` : nothing}
          <label class="tick"><input type="checkbox" name="agreed" value="yes" id="agreed" aria-describedby=${problem ? "agreed-problem" : nothing}>${words.signAgree(as)}</label>
        </div>
        <div class="buttons"><button class="button">${words.signNow}</button></div>
      </div>
    </form>
  </div>`;
}
