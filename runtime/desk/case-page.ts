// One case as an officer works it: why it came, the facts with their origin, what can be decided, what happened.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import type { MarkName } from "@formwork/forms/parts/marks.ts";
import { html, nothing, type TemplateResult } from "lit";
import { type MoneyOut, renderMoneyOut } from "../portal/money-out.ts";
import type { Due } from "./due.ts";
import { dueStatus, ties } from "./list-page.ts";
import { type ProposalView, renderProposal } from "./proposal.ts";
import { renderStaying, type StayingView } from "./staying.ts";

/** One fact on the sheet, its origin in the margin. */
export interface FactRow {
  readonly label: string;
  readonly lines: readonly { readonly text: string; readonly code?: boolean; readonly href?: string }[];
  /** What the register said, when it was corrected. */
  readonly old?: string;
  /** What said so, in a word or two. */
  readonly oldFrom?: string;
  readonly origin?: { readonly mark: MarkName; readonly strong?: string; readonly text?: string };
  /** The applicant changed it after sending, because an officer asked. */
  readonly changed?: { readonly before: string; readonly when: string };
  /** How it was worked out, sentence by sentence. */
  readonly working?: readonly string[];
  /** A correction: accepted by whom and when, or its dotted path where it can be accepted now. */
  readonly correction?: { readonly accepted?: string; readonly canAccept?: string };
  /** Nobody has checked it: the register did not answer. */
  readonly unverified?: boolean;
  /** An especially protected kind of data. */
  readonly sensitive?: string;
}

export interface FactGroup {
  readonly title: string;
  readonly rows: readonly FactRow[];
}

/** Something that can be decided. */
export interface OfferedAction {
  readonly name: string;
  readonly label: string;
  readonly consequence: string;
  readonly button: string;
  readonly withReason: boolean;
  /** The label of the text: a reason, or a question to the applicant. */
  readonly textLabel?: string;
  readonly text?: string;
  readonly problem?: string;
  readonly law?: readonly string[];
  /** Answers that can be opened again, as a list to tick. */
  readonly reopen?: readonly { readonly path: string; readonly label: string; readonly on: boolean }[];
  /** Officers' questions, rendered. */
  readonly questions?: TemplateResult | undefined;
  readonly chosen: boolean;
}

export interface CaseView {
  readonly number: string;
  readonly title: string;
  readonly version: number;
  /** Why it stays with this version although running cases move to a newer one. */
  readonly staysBecause?: string;
  readonly status: string;
  readonly due?: Due;
  readonly claim: {
    readonly words: string;
    readonly canClaim: boolean;
    readonly canRelease: boolean;
    readonly task?: string;
  };
  readonly why?: {
    readonly reasons: readonly { readonly name: string; readonly value: string; readonly met: boolean }[];
    readonly rule: string;
    readonly to: string;
    readonly law?: readonly string[];
  };
  readonly groups: readonly FactGroup[];
  /** What another person proposed, or what came back. */
  readonly proposal?: ProposalView;
  /** The other work that is open in this case: what it is, who has it, and where to open it for those who may. */
  readonly others: readonly { readonly what: string; readonly who: string; readonly href?: string }[];
  /** Said in place of answers that were deleted. */
  readonly deleted?: string;
  readonly actions: readonly OfferedAction[];
  /** What the stage asks whatever is decided. */
  readonly questions?: TemplateResult | undefined;
  /** What is wrong with the decision that was posted, if it was. */
  readonly problem?: string;
  readonly notOpen: readonly { readonly what: string; readonly why: string }[];
  readonly history: readonly {
    readonly title: string;
    readonly detail?: string;
    readonly when: string;
    readonly now: boolean;
  }[];
  readonly moneyOut: readonly MoneyOut[];
  /** What begins again and again while a licence is valid, a sentence each. */
  readonly recurring: readonly string[];
  readonly messages: readonly { readonly subject: string; readonly when: string; readonly state: string }[];
  /** What can be done without deciding. */
  readonly staying: StayingView;
  readonly isWhole: boolean;
  readonly token: string;
}

export function renderCasePage(view: CaseView): TemplateResult {
  return html`<div class="desk">
    ${renderHead(view)}
    <div class="case">
      <div class="leaf">${view.staysBecause ? html`<div class="row"><div class="on"><p>${view.staysBecause}</p></div></div>` : nothing}${view.deleted ? html`<div class="row"><div class="on"><p>${view.deleted}</p></div></div>` : nothing}${view.why ? renderWhy(view.why) : nothing}${view.groups.map((group) => renderGroup(view, group))}</div>
      <div class="rail">${renderDecision(view)}${renderStaying(view.staying)}${renderOthers(view)}${renderPayments(view)}${renderRecurring(view)}${renderHistory(view)}${renderMessages(view)}</div>
    </div>
  </div>`;
}

function renderHead({ number, title, version, status, due, claim, token }: CaseView): TemplateResult {
  const press = (act: string, words: string): TemplateResult =>
    html`<form method="post" action=${`/desk/cases/${number}/${act}`}>${csrfField(token)}<input type="hidden" name="task" value=${claim.task ?? ""}><button class="plainbutton">${words}</button></form>`;
  return html`<div class="head">
    <div>
      <p class="small"><a class="back" href="/desk/work">${mark("arrow", true)}My work</a></p>
      <h1>${title}</h1>
      <div class="facts"><span class="code">${number}</span><span>Version ${version}</span><span>${claim.words}</span>${claim.canRelease ? press("release", "Release") : nothing}${claim.canClaim ? press("claim", "Claim") : nothing}</div>
    </div>
    <div>
      <p class="status">${mark("todo")}${status}${due?.longDay ? `, due ${due.longDay}` : ""}</p>
      ${due ? html`<p>${due.group === "late" || due.group === "stopped" ? dueStatus(due) : nothing} ${ties(due)} ${due.count ? html`<span class="small soft">${due.count}</span>` : nothing}</p>` : nothing}
    </div>
  </div>`;
}

function renderWhy(why: NonNullable<CaseView["why"]>): TemplateResult {
  return html`<div class="row tight title">
    <div class="on"><h2>Why this case came to you</h2>
      <ul class="proof">${why.reasons.map(({ name, value, met }) => html`<li>${mark(met ? "done" : "problem")}<span><b>${name}: ${value}</b></span></li>`)}</ul></div>
    <div class="note" role="note"><p class="t">${mark("law")} The rule</p><p class="code">${why.rule}<br><b>${why.to}</b></p>${(why.law ?? []).map((law) => html`<p>${law}</p>`)}</div>
  </div>`;
}

function renderGroup(view: CaseView, { title, rows }: FactGroup): TemplateResult {
  return html`<div class="row tight title"><div class="on"><h2>${title}</h2></div></div>
    <dl class="pairs">${rows.map((row, index) => renderFact(view, row, index))}</dl>`;
}

function renderFact(
  view: CaseView,
  {
    label,
    lines,
    old,
    oldFrom = "Register",
    changed,
    origin,
    working = [],
    correction,
    unverified,
    sensitive,
  }: FactRow,
  index: number,
): TemplateResult {
  const shown = lines.map((line, at) => [at > 0 ? html`<br>` : nothing, renderLine(line)]);
  return html`<div class=${index === 0 ? "row pair joined" : "row pair"}>
    <dt>${label}</dt>
    <dd class="value">${old === undefined ? shown : html`<ins>${shown}</ins> <small class="soft">${oldFrom}: <del>${old}</del></small>`}${changed ? html`<br><small>Changed ${changed.when}, after an officer asked. Before: <del>${changed.before}</del></small>` : nothing}</dd>
    <dd class="do"></dd>
    ${
      origin
        ? html`<dd class="note origin">${mark(origin.mark)}<span>${origin.strong ? html`<b>${origin.strong}</b>` : nothing}${origin.text ?? ""}${working.map((sentence) => html`<br>${sentence}.`)}${renderCorrection(view, correction, label)}${unverified ? html`<br><b>Not verified.</b>` : nothing}${sensitive ? html`<br><b>${sensitive}</b>: especially protected.` : nothing}</span></dd>`
        : nothing
    }
  </div>`;
}

function renderCorrection(
  { number, token }: CaseView,
  correction: FactRow["correction"],
  label: string,
): TemplateResult | typeof nothing {
  if (!correction) return nothing;
  const { accepted, canAccept } = correction;
  if (accepted) return html`<br><b>Accepted</b> ${accepted}`;
  if (canAccept === undefined) return html`<br><b>Not accepted yet.</b>`;
  return html`<form method="post" action=${`/desk/cases/${number}/accept`}>${csrfField(token)}<input type="hidden" name="path" value=${canAccept}><button class="plainbutton">Accept<span class="out-of-sight"> the correction: ${label}</span></button></form>`;
}

function renderLine({ text, code, href }: FactRow["lines"][number]): TemplateResult | string {
  if (href) return html`<a class="iconlink" href=${href}>${mark("file")}${text}</a>`;
  return code ? html`<span class="code">${text}</span>` : text;
}

function renderOthers({ others }: CaseView): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  return html`<section class="panel"><h2>Also open in this case</h2>
    <ul class="proof">${others.map(({ what, who, href }) => html`<li>${mark("begun")}<span>${href ? html`<a href=${href}>${what}</a>` : what}<br><span class="soft">${who}</span></span></li>`)}</ul></section>`;
}

function renderDecision({
  number,
  claim,
  actions,
  problem,
  notOpen,
  token,
  questions,
  proposal,
}: CaseView): TemplateResult {
  return html`<form class="panel acts" method="post" action=${`/desk/cases/${number}/decide`} novalidate>
    ${csrfField(token)}<input type="hidden" name="task" value=${claim.task ?? ""}>
    ${problem ? html`<div class="summary" role="alert" id="summary" tabindex="-1"><h2>${mark("problem")}${problem}</h2></div>` : nothing}
    ${renderProposal(proposal)}
    ${questions && actions.length > 0 ? html`<h2>What did you find?</h2>${questions}` : nothing}
    ${
      actions.length > 0
        ? html`<fieldset class="field"><legend>What do you decide?</legend><div class="choices">${actions.map(renderAction)}</div></fieldset>`
        : html`<h2>Nothing to decide here now</h2>`
    }
    ${
      notOpen.length > 0
        ? html`<div class="not-open"><h3 class="small">Not open to you</h3><ul class="cannot">${notOpen.map(({ what, why }) => html`<li>${mark("notyet")}<span>${what}: ${why}</span></li>`)}</ul></div>`
        : nothing
    }
  </form>`;
}

function renderAction(action: OfferedAction): TemplateResult {
  const id = `text:${action.name}`;
  return html`<label class="choice"><input type="radio" name="action" value=${action.name} ?checked=${action.chosen}><span>${action.label}<small>${action.consequence}</small></span></label>
    <div class="reveal">
      ${action.law && action.law.length > 0 ? html`<p class="small soft">${action.law.join(". ")}</p>` : nothing}
      ${action.questions ?? nothing}
      ${
        action.textLabel
          ? html`<div class=${action.problem ? "field wrong plain" : "field plain"}><label for=${id}>${action.textLabel}</label>
            ${action.problem ? html`<p class="problem" id=${`${id}-problem`}>${mark("problem")}<span>${action.problem}</span></p>` : nothing}
            <textarea class="input" id=${id} name=${id} rows="4" maxlength="5000" aria-describedby=${action.problem ? `${id}-problem` : nothing} data-text=${action.text ?? ""}></textarea></div>`
          : nothing
      }
      ${action.reopen ? renderReopen(action.reopen) : nothing}
      <div class="buttons"><button class="button">${action.button}</button></div>
    </div>`;
}

function renderReopen(rows: NonNullable<OfferedAction["reopen"]>): TemplateResult {
  return html`<fieldset class="field plain"><legend>Which answers may be changed?</legend>
    <p class="hint">Only what you tick can be changed. You see the old and the new answer.</p>
    ${rows.map(({ path, label, on }) => html`<label class="tick"><input type="checkbox" name="reopen" value=${path} ?checked=${on}>${label}</label>`)}</fieldset>`;
}

function renderPayments({ moneyOut }: CaseView): TemplateResult | typeof nothing {
  if (moneyOut.length === 0) return nothing;
  return html`<section class="panel"><h2>Payments to the applicant</h2>${renderMoneyOut(moneyOut)}</section>`;
}

function renderRecurring({ recurring }: CaseView): TemplateResult | typeof nothing {
  if (recurring.length === 0) return nothing;
  return html`<section class="panel"><h2>Begins again and again</h2>${recurring.map((one) => html`<p>${one}</p>`)}</section>`;
}

function renderHistory({ history, isWhole }: CaseView): TemplateResult {
  return html`<section class="panel"><h2>History</h2>
    <ol class="timeline close">${history.map(
      ({ title, detail, when, now }) =>
        html`<li class=${now ? "now" : "gone"}><b>${title}</b>${detail ? html`<br>${detail}` : nothing}<br><span class="when">${when}</span></li>`,
    )}</ol>
    <p class="small record-state">${isWhole ? html`${mark("done")} Record unbroken.` : html`<span class="status late">${mark("problem")}The record of this case was changed from outside.</span> Tell an administrator before you decide anything.`}</p></section>`;
}

function renderMessages({ messages }: CaseView): TemplateResult | typeof nothing {
  if (messages.length === 0) return nothing;
  return html`<section class="panel"><h2>What we wrote</h2>
    <ul class="proof">${messages.map(({ subject, when, state }) => html`<li>${mark(state === "failed" ? "problem" : state === "wanted" ? "begun" : "done")}<span>${subject}<br><span class="soft">${when}</span></span></li>`)}</ul></section>`;
}
