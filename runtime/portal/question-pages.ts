// The small forms of a running case: answer the officer's question, withdraw, appeal, delete a draft. Each works without scripts.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { PortalWords } from "./words/portal-words.ts";

/** A form with at most one text to write and one file to add. */
export interface SmallForm {
  readonly title: string;
  readonly lead: string;
  /** What the officer asks, as they wrote it. */
  readonly asked?: string;
  /** Answers that may be changed, above the text. */
  readonly reopened?: {
    readonly title: string;
    readonly lead: string;
    readonly change: string;
    readonly questions: readonly ReopenedQuestion[];
  };
  /** Questions of the text, rendered. */
  readonly questions?: TemplateResult | typeof nothing;
  /** The label of the text; absent: nothing to write. */
  readonly textLabel?: string;
  readonly textNeeded?: boolean;
  readonly text?: string;
  readonly fileLabel?: string;
  /** What is wrong, by control. */
  readonly problems?: Readonly<Partial<Record<"text" | "file", string>>>;
  /** Above the list of what is wrong. */
  readonly problemsTitle?: string;
  readonly action: string;
  readonly button: string;
  readonly back: { readonly text: string; readonly href: string };
  readonly token: string;
}

/** An answer that may be changed, as it stands now. */
export interface ReopenedQuestion {
  readonly label: string;
  readonly lines: readonly string[];
  readonly missing: boolean;
  readonly href: string;
}

/** The main part of the page. */
export function renderSmallForm(form: SmallForm): TemplateResult {
  const problems = Object.entries(form.problems ?? {});
  const enctype = form.fileLabel ? "multipart/form-data" : "application/x-www-form-urlencoded";
  return html`<form class="leaf" method="post" action=${form.action} enctype=${enctype} novalidate>
    ${csrfField(form.token)}
    <div class="row">
      <div class="on">
        ${
          problems.length > 0
            ? html`<div class="summary" role="alert" tabindex="-1"><h2>${mark("problem")}${form.problemsTitle ?? ""}</h2>
              <ul>${problems.map(([control, message]) => html`<li><a href=${`#${control}`}>${message}</a></li>`)}</ul></div>`
            : nothing
        }
        <h1>${form.title}</h1>
        ${form.lead ? html`<p>${form.lead}</p>` : nothing}
        ${form.asked ? html`<div class="said"><p>${form.asked}</p></div>` : nothing}
        ${form.reopened ? renderReopened(form.reopened) : nothing} ${form.questions ?? nothing} ${renderText(form)} ${renderFile(form)}
        <div class="buttons"><button class="button">${form.button}</button><a href=${form.back.href}>${form.back.text}</a></div>
      </div>
    </div>
  </form>`;
}

function renderReopened({ title, lead, change, questions }: NonNullable<SmallForm["reopened"]>): TemplateResult {
  return html`<h2>${title}</h2>
    <p>${lead}</p>
    <ul class="tasks">${questions.map(
      ({ label, lines, missing, href }) =>
        html`<li class="task"><div><a href=${href}>${label}<span class="out-of-sight">: ${change}</span></a><small>${lines.map((line, at) => [at > 0 ? html`<br>` : nothing, line])}</small></div>${missing ? html`<span class="status late">${mark("problem")}${lines[0] ?? ""}</span>` : html`<a href=${href} tabindex="-1" aria-hidden="true">${change}</a>`}</li>`,
    )}</ul>`;
}

function renderText({ textLabel, text = "", problems }: SmallForm): TemplateResult | typeof nothing {
  if (!textLabel) return nothing;
  const problem = problems?.text;
  return html`<div class=${problem ? "field wrong" : "field"}>
    <label for="text">${textLabel}</label>
    ${renderProblem("text", problem)}
    <textarea class="input" id="text" name="text" rows="6" maxlength="5000" aria-describedby=${problem ? "text-problem" : nothing} data-text=${text}></textarea>
  </div>`;
}

function renderFile({ fileLabel, problems }: SmallForm): TemplateResult | typeof nothing {
  if (!fileLabel) return nothing;
  const problem = problems?.file;
  return html`<div class=${problem ? "field wrong plain" : "field plain"}>
    <label for="file">${fileLabel}</label>
    ${renderProblem("file", problem)}
    <div class="upload"><input type="file" id="file" name="file" accept=".pdf,.jpg,.jpeg,.png" aria-describedby=${problem ? "file-problem" : nothing}></div>
  </div>`;
}

function renderProblem(control: string, problem: string | undefined): TemplateResult | typeof nothing {
  return problem
    ? html`<p class="problem" id=${`${control}-problem`}>${mark("problem")}<span>${problem}</span></p>`
    : nothing;
}

/** What is to be paid, and the way to the provider's page. */
export interface PayView {
  readonly words: PortalWords;
  readonly title: string;
  readonly amount: string;
  readonly payBy: string;
  /** Absent while the provider's page is being made. */
  readonly payAt?: string;
  readonly here: string;
  readonly back: string;
}

export function renderPay({ words, title, amount, payBy, payAt, here, back }: PayView): TemplateResult {
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        <h1>${words.pay(amount)}</h1>
        <p>${words.payLead(title)}</p>
        <p>${words.payBy} <b>${payBy}</b></p>
        ${payAt ? nothing : html`<p>${words.paymentStarting}</p>`}
        <div class="buttons">
          ${payAt ? html`<a class="button" href=${payAt}>${words.payNow(amount)}</a>` : html`<a class="button" href=${here}>${words.lookAgain}</a>`}
          <a href=${back}>${words.myApplications}</a>
        </div>
      </div>
      <div class="note" role="note"><p>${words.payElsewhere}</p></div>
    </div>
  </div>`;
}
