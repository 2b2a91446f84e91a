// What the applicant does in a stage of their own: questions, the choices with what each asks, one button.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

export interface TaskChoice {
  readonly name: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly textLabel?: string;
  readonly questions: TemplateResult | typeof nothing;
}

export interface TaskView {
  readonly words: PortalWords;
  readonly title: string;
  readonly questions: TemplateResult | typeof nothing;
  readonly choices: readonly TaskChoice[];
  readonly text: string;
  readonly problem?: string;
  readonly action: string;
  readonly back: string;
  readonly token: string;
}

/** The main part of the page. */
export function renderTask(view: TaskView): TemplateResult {
  const { words, title, questions, choices, problem, action, back, token } = view;
  return html`<form class="leaf" method="post" action=${action} novalidate>
    ${csrfField(token)}
    <div class="row"><div class="on">
      ${problem ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}${problem}</h2></div>` : nothing}
      <h1>${title}</h1>
      ${questions}
      <fieldset class="field"><legend>${words.taskLead}</legend><div class="choices">${choices.map((choice) => renderChoice(view, choice))}</div></fieldset>
      <div class="buttons"><button class="button">${words.taskButton}</button><a href=${back}>${words.myApplications}</a></div>
    </div></div>
  </form>`;
}

function renderChoice({ text }: TaskView, { name, label, chosen, textLabel, questions }: TaskChoice): TemplateResult {
  const id = `text:${name}`;
  return html`<label class="choice"><input type="radio" name="action" value=${name} ?checked=${chosen}><span>${label}</span></label>
    ${
      textLabel || questions !== nothing
        ? html`<div class="reveal">${questions}${textLabel ? html`<div class="field plain"><label for=${id}>${textLabel}</label><textarea class="input" id=${id} name=${id} rows="4" maxlength="5000" data-text=${chosen ? text : ""}></textarea></div>` : nothing}</div>`
        : nothing
    }`;
}
