// The part of somebody who was invited: first only that they are asked, then, once they have taken it up, what they may see,
// what they are asked, and what they can choose.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

/** Before it is taken up. */
export interface InvitedView {
  readonly service: string;
  readonly agency: string;
  readonly role: string;
  readonly action: string;
  readonly token: string;
}

/** The main part of the first page. */
export function renderInvited(
  { service, agency, role, action, token }: InvitedView,
  words: PortalWords,
): TemplateResult {
  return html`<form class="leaf" method="post" action=${action}>
    ${csrfField(token)}<input type="hidden" name="do" value="begin">
    <div class="row"><div class="on">
      <h1>${words.invitedTitle(service)}</h1>
      <p>${words.invitedLead(agency, role)}</p>
      <div class="buttons"><button class="button">${words.invitedBegin}</button></div>
    </div></div>
  </form>`;
}

/** Once it is taken up. */
export interface InvitedWorkView {
  readonly title: string;
  readonly service: string;
  readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly questions: TemplateResult | typeof nothing;
  readonly choices: readonly { readonly name: string; readonly label: string; readonly on: boolean }[];
  readonly withReason: boolean;
  readonly reason: string;
  readonly problem?: string;
  readonly action: string;
  readonly task: string;
  readonly token: string;
}

/** The main part of the page on which they do it. */
export function renderInvitedWork(view: InvitedWorkView, words: PortalWords): TemplateResult {
  const { title, service, facts, questions, choices, withReason, reason, problem, action, task, token } = view;
  return html`<form class="leaf" method="post" action=${action} novalidate>
    ${csrfField(token)}<input type="hidden" name="do" value="choose"><input type="hidden" name="task" value=${task}>
    <div class="row"><div class="on">
      ${problem ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}${problem}</h2></div>` : nothing}
      <p class="small soft">${service}</p>
      <h1>${title}</h1>
    </div></div>
    ${
      facts.length > 0
        ? html`<dl class="pairs">${facts.map(({ label, lines }) => html`<div class="row pair"><dt>${label}</dt><dd class="value">${lines.map((line, at) => [at > 0 ? html`<br>` : nothing, line])}</dd><dd class="do"></dd></div>`)}</dl>`
        : nothing
    }
    <div class="row"><div class="on">
      ${questions}
      <fieldset class="field"><legend>${words.invitedChoose}</legend>
        <div class="choices">${choices.map(({ name, label, on }) => html`<label class="choice"><input type="radio" name="action" value=${name} ?checked=${on}><span>${label}</span></label>`)}</div></fieldset>
      ${withReason ? html`<div class="field"><label for="reason">${words.yourReason}</label><textarea class="input" id="reason" name="reason" rows="4" maxlength="5000" data-text=${reason}></textarea></div>` : nothing}
      <div class="buttons"><button class="button">${words.sendAnswer}</button></div>
    </div></div>
  </form>`;
}
