// What is wrong with an answer: beside the answer, and all together on top of the page with links that move to it.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerProblem } from "../journey/shapes.ts";
import type { FormWords } from "../words/generated/shape.ts";
import { mark } from "./mark.ts";

/** The place under a question's hint where it says what is wrong; always there, so that controls can name it before it says anything. */
export function problemPlace(id: string, message: string | undefined, words: FormWords): TemplateResult {
  return html`<div id=${id}>${message === undefined ? nothing : problemLine(message, words)}</div>`;
}

/** What is wrong with one answer. */
export function problemLine(message: string, words: FormWords): TemplateResult {
  return html`<p class="problem">${mark("problem")}<span><span class="out-of-sight">${words.errorBefore} </span>${message}</span></p>`;
}

/** The summary on top of the page. Its links go to the controls; a problem of another page links to that page. */
export function problemSummary(
  problems: readonly AnswerProblem[],
  words: FormWords,
  hrefOf: (problem: AnswerProblem) => string,
): TemplateResult {
  return html`<div class="summary" id="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
    <h2 id="summary-title">${mark("problem")}<span>${words.problemsTitle({ count: problems.length })}</span></h2>
    <ul>${problems.map((problem) => html`<li><a href=${hrefOf(problem)}>${problem.message}</a></li>`)}</ul>
  </div>`;
}
