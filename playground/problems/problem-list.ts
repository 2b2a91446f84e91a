// All problems and questions of all texts as one list: for those who read in order, and for files that are not shown.
import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { html, type TemplateResult } from "lit";
import { type CardEvents, cardBody, severityWords } from "./card.ts";
import { isQuestion } from "./counts.ts";

/** So many are listed at once: a page of thousands helps nobody, the first ones usually cause the rest. */
export const mostListed = 100;

/** The Problems tab. `lineOf` says on which line of its file a problem stands. */
export function problemList(
  problems: readonly Problem[],
  lineOf: (problem: Problem) => number,
  events: CardEvents,
): TemplateResult {
  if (problems.length === 0) return html`<p>Nothing to mend. Every line is understood and fits together.</p>`;
  const listed = problems.slice(0, mostListed);
  return html`<ul class="problem-list">${listed.map(
    (problem) => html`<li class="card-like ${isQuestion(problem) ? "ask" : ""}">
      <p class="small soft"><button type="button" class="plainbutton" @click=${() => events.onPlace(problem)}
        >${problem.at.file}, line ${lineOf(problem)}</button> ${severityWords[problem.severity]}</p>
      ${cardBody(problem, events)}
    </li>`,
  )}</ul>${
    problems.length > listed.length
      ? html`<p class="soft">${problems.length - listed.length} more are listed once these are mended.</p>`
      : ""
  }`;
}
