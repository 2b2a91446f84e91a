// What an officer can do with a case without deciding it: take longer, put it on hold, ask for advice, correct answers; the advice
// that came; and what a role can still do after an outcome. Templates only.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";

/** Something that can be done, with the words it needs. */
export interface StayingOffer {
  /** What is posted as `do`. */
  readonly act: string;
  readonly label: string;
  readonly consequence: string;
  readonly button: string;
  /** Absent: no words are needed. */
  readonly textLabel?: string;
  readonly text?: string;
  readonly problem?: string;
  /** Posted as `name`: the right, the role or the consultation. */
  readonly hidden?: string;
  /** Roles to choose from. */
  readonly roles?: readonly { readonly name: string; readonly title: string }[];
  /** Questions, rendered. */
  readonly questions?: TemplateResult | typeof nothing;
  readonly open: boolean;
}

/** Advice that was asked for. */
export interface AdviceLine {
  readonly asked: string;
  readonly question: string;
  readonly state: string;
  readonly done: boolean;
  readonly answer?: string;
}

export interface StayingView {
  readonly number: string;
  readonly token: string;
  readonly task: string;
  /** Why and until when the case is on hold. */
  readonly hold?: { readonly reason: string; readonly until: string };
  /** The register at which the case stopped, because it gave no answer. */
  readonly silent?: {
    readonly source: string;
    readonly since: string;
    readonly tries: number;
    readonly next?: string;
  };
  readonly offers: readonly StayingOffer[];
  readonly advice: readonly AdviceLine[];
}

/** The panels; nothing where there is nothing to do or to read. */
export function renderStaying(view: StayingView): TemplateResult | typeof nothing {
  const { hold, silent, offers, advice } = view;
  if (!hold && !silent && offers.length === 0 && advice.length === 0) return nothing;
  return html`${
    hold
      ? html`<section class="panel"><h2>On hold</h2><p class="status">${mark("paused")}Until ${hold.until} at the latest. The clock stands still.</p><p>${hold.reason}</p></section>`
      : nothing
  }${silent ? renderSilent(silent) : nothing}${offers.length > 0 ? html`<section class="panel"><h2>Without deciding</h2>${offers.map((offer) => renderOffer(view, offer))}</section>` : nothing}${renderAdvice(advice)}`;
}

function renderSilent({ source, since, tries, next }: NonNullable<StayingView["silent"]>): TemplateResult {
  const asked = tries === 1 ? `It was asked ${since}` : `It was asked ${tries} times since ${since}`;
  return html`<section class="panel"><h2>Stopped</h2><p class="status">${mark("paused")}${source} has not answered.</p>
    <p>The case cannot go on without the answer. ${asked}${next ? ` and is asked again ${next}` : ", and is being asked now"}.</p></section>`;
}

function renderOffer({ number, token, task }: StayingView, offer: StayingOffer): TemplateResult {
  const { act, label, consequence, button, hidden, questions, open } = offer;
  return html`<details ?open=${open}><summary>${label}</summary>
    <form method="post" action=${`/desk/cases/${number}/stay`} novalidate>
      ${csrfField(token)}<input type="hidden" name="task" value=${task}><input type="hidden" name="do" value=${act}>${hidden === undefined ? nothing : html`<input type="hidden" name="name" value=${hidden}>`}
      <p class="small soft">${consequence}</p>
      ${questions ?? nothing}${renderRoles(offer)}${renderText(offer)}
      <div class="buttons"><button class="button second">${button}</button></div>
    </form></details>`;
}

function renderRoles({ act, roles = [] }: StayingOffer): TemplateResult | typeof nothing {
  if (roles.length === 0) return nothing;
  return html`<fieldset class="field plain"><legend>Whom do you ask?</legend>${roles.map(
    ({ name, title }, index) =>
      html`<label class="tick"><input type="radio" name="name" value=${name} id=${`${act}-${name}`} ?checked=${index === 0}>${title}</label>`,
  )}</fieldset>`;
}

function renderText({
  act,
  hidden = "",
  textLabel,
  text = "",
  problem,
}: StayingOffer): TemplateResult | typeof nothing {
  if (textLabel === undefined) return nothing;
  const id = `stay:${act}:${hidden}`;
  return html`<div class=${problem ? "field wrong plain" : "field plain"}><label for=${id}>${textLabel}</label>
    ${problem ? html`<p class="problem" id=${`${id}-problem`}>${mark("problem")}<span>${problem}</span></p>` : nothing}
    <textarea class="input" id=${id} name="text" rows="4" maxlength="5000" aria-describedby=${problem ? `${id}-problem` : nothing} data-text=${text}></textarea></div>`;
}

function renderAdvice(advice: readonly AdviceLine[]): TemplateResult | typeof nothing {
  if (advice.length === 0) return nothing;
  return html`<section class="panel"><h2>Advice</h2>
    <ul class="proof">${advice.map(
      ({ asked, question, state, done, answer }) =>
        html`<li>${mark(done ? "done" : "begun")}<span><b>${asked}</b><br>${question}${answer ? html`<br><span class="said">${answer}</span>` : nothing}<br><span class="soft">${state}</span></span></li>`,
    )}</ul><p class="small soft">Advice binds nobody: who has the case decides.</p></section>`;
}
