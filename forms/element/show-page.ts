// Brings the nodes that the server wrote in step with the page as it stands now: shows and hides, says what changed, and tells what is wrong.
// Nodes are never made anew, so focus and what is typed stay where they are; only what is wrong is added here.
import { statesOf } from "../journey/page-states.ts";
import { proofControl } from "../journey/proof.ts";
import type { AnswerProblem } from "../journey/shapes.ts";
import { problemHref, type SummaryAt } from "../parts/problem-href.ts";
import type { FormWords } from "../words/generated/shape.ts";
import { elementParts } from "./element-parts.ts";
import type { Walked } from "./live-page.ts";

/** Shows a page with the problems that may be told. */
export function showPage(form: HTMLElement, walked: Walked, problems: readonly AnswerProblem[], at: SummaryAt): void {
  showStates(form, statesOf(walked.page, problems));
  say(form, walked);
  const required = new Map(walked.page.fields.map((field) => [field.path, field.required]));
  for (const place of allIn(form, "[data-field], [data-told]")) tell(place, problems, walked, required);
  sumUp(form, problems, at, walked.journey.setting.words);
  for (const row of allIn(form, "[data-wrong]"))
    for (const name of row.dataset["wrong"]?.split(" ") ?? []) row.classList.toggle(name, problems.length > 0);
}

function allIn(form: HTMLElement, selector: string): NodeListOf<HTMLElement> {
  return form.querySelectorAll<HTMLElement>(selector);
}

function showStates(form: HTMLElement, on: ReadonlySet<string>): void {
  for (const part of allIn(form, "[data-while]")) {
    const away = !part.dataset["while"]?.split(" ").some((state) => on.has(state));
    part.hidden = away;
    // What is hidden is not sent.
    if ("disabled" in part) part.disabled = away;
  }
}

/** Words that change: those of the author with their values, and what one says oneself instead of a register. */
function say(form: HTMLElement, { page, journey }: Walked): void {
  const said = new Map(elementParts.sayings?.(page, journey.setting));
  for (const field of elementParts.own ? page.fields : [])
    said.set(`${field.path}:own`, elementParts.own?.(field, journey.setting) ?? "");
  for (const place of allIn(form, "[data-say]")) {
    const text = said.get(place.dataset["say"] ?? "");
    if (text !== undefined) place.textContent = text;
  }
  elementParts.prose?.(form, page);
}

/** What is wrong with one answer, beside it and to assistive technology. */
function tell(
  place: HTMLElement,
  problems: readonly AnswerProblem[],
  { journey }: Walked,
  required: ReadonlyMap<string, boolean>,
): void {
  const path = place.dataset["field"] ?? "";
  const problem = problems.find((one) =>
    one.control === proofControl ? place.dataset["told"] === proofControl : one.path === path,
  );
  place.classList.toggle("wrong", problem !== undefined);
  const said = document.getElementById(`${path || proofControl}-problem`);
  said?.replaceChildren(...(problem ? [problemLine(problem.message, journey.setting.words)] : []));
  const isRequired = required.get(path);
  for (const control of allIn(place, "input:not([type=radio], [type=checkbox]), select, textarea, [aria-required]")) {
    if (control.closest("[data-field], [data-told]") !== place) continue;
    const isWrong = problem !== undefined && [path, control.id, proofControl].includes(problem.control);
    if (isWrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    if (isRequired !== undefined && control.hasAttribute("aria-required"))
      control.setAttribute("aria-required", `${isRequired}`);
  }
}

/** The summary on top of the page, which is written and hidden while nothing is wrong (parts/problem.ts). */
function sumUp(form: HTMLElement, problems: readonly AnswerProblem[], at: SummaryAt, words: FormWords): void {
  const title = document.getElementById("summary-title")?.lastElementChild;
  if (title) title.textContent = words.problemsTitle({ count: problems.length });
  const lines = problems.map((problem) => {
    const link = element("a", "", problem.message);
    link.setAttribute("href", problemHref(at, problem));
    return element("li", "", link);
  });
  form.querySelector("#summary ul")?.replaceChildren(...lines);
}

/** The same line as the server writes beside an answer; its mark is the summary's. */
function problemLine(message: string, words: FormWords): HTMLElement {
  const mark = document.getElementById("summary-title")?.firstElementChild?.cloneNode(true) ?? "";
  return element(
    "p",
    "problem",
    mark,
    element("span", "", element("span", "out-of-sight", `${words.errorBefore} `), message),
  );
}

function element(name: string, look: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (look !== "") made.className = look;
  made.append(...inside);
  return made;
}
