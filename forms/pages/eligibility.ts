// What the eligibility check found: go on, or why not, in the author's words.
import { html, nothing, type TemplateResult } from "lit";
import type { Journey } from "../journey/shapes.ts";
import { mark } from "../parts/mark.ts";
import { freeNote, row } from "../parts/row.ts";

/** The result of the eligibility check. `continueAt` is where a person who may apply goes on. */
export function eligibilityResult(journey: Journey, continueAt: string, changeAt: string): TemplateResult {
  const { eligibility, setting } = journey;
  const { words } = setting;
  if (eligibility?.eligible === false)
    return html`<div class="leaf">${row(
      html`<h1>${words.youCannotApply}</h1><ul class="tasks">${eligibility.reasons.map((reason) => html`<li class="task"><div>${mark("problem")} ${reason}</div></li>`)}</ul>
      <div class="buttons"><a class="button second" href=${changeAt}>${words.changeMyAnswers}</a></div>`,
      freeNote(html`<p>${words.nothingKept}</p>`),
    )}</div>`;
  return html`<div class="leaf">${row(
    html`<h1>${words.youCanApply}</h1><p>${words.youCanApplyText}</p><p>${words.youSignInFirst}</p><div class="buttons"><a class="button" href=${continueAt}>${words.continue}</a><a href=${changeAt}>${words.changeMyAnswers}</a></div>`,
    nothing,
  )}</div>`;
}
