// My applications: what waits for the person first, then what is with the agency, what is decided, and what is not sent yet.

import { mark } from "@formwork/forms/parts/mark.ts";
import type { MarkName } from "@formwork/forms/parts/marks.ts";
import { days } from "@formwork/forms/parts/promise.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Setting } from "#journey/shapes.ts";
import { lastDay, longDay, plainDay } from "./days.ts";
import type { Summary } from "./summary.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** A draft that can be gone on with. */
export interface OpenDraft {
  readonly title: string;
  readonly href: string;
  readonly deleteAt: string;
  /** ISO day. */
  readonly keptUntil: string;
}

/** One case with the setting of its service. */
export interface ListedCase {
  readonly summary: Summary;
  readonly setting: Setting;
  readonly timeZone: string;
}

/** The main part of the page. */
export function renderApplications(
  cases: readonly ListedCase[],
  drafts: readonly OpenDraft[],
  words: PortalWords,
  language: string,
  today: string,
): TemplateResult {
  const waiting = cases.filter(({ summary }) => summary.turn === "yours").length;
  const withUs = cases.filter(({ summary }) => summary.turn === "ours" || summary.turn === "late").length;
  const nothingYet = cases.length + drafts.length === 0;
  return html`<div class="leaf">
    <div class="row">
      <div class="on"><h1>${words.myApplications}</h1><p>${nothingYet ? words.noApplications : words.applicationsCount(waiting, withUs)}</p></div>
      <div class="note free"><p><a class="iconlink" href="/">${mark("search")}${words.findService}</a></p></div>
    </div>
    ${drafts.map((draft) => renderDraft(draft, words, language, today))}
    ${cases.map((listed) => renderCase(listed, words))}
  </div>`;
}

function renderDraft(draft: OpenDraft, words: PortalWords, language: string, today: string): TemplateResult {
  return html`<section class="row">
    <div class="on">
      ${statusLine("begun", words.notSentYet, "act")}
      <h2><a href=${draft.href}>${draft.title}</a></h2>
      <p class="small soft"><a href=${draft.href}>${words.goOnWith}<span class="out-of-sight">: ${draft.title}</span></a></p>
    </div>
    <div class="note" role="note"><p>${words.keptUntil(plainDay(draft.keptUntil, language, today))}</p><p><a href=${draft.deleteAt}>${words.deleteDraft}</a></p></div>
  </section>`;
}

function renderCase({ summary, setting, timeZone }: ListedCase, words: PortalWords): TemplateResult {
  const { language, today } = setting;
  return html`<section class="row">
    <div class="on">
      ${turnLine(summary)}
      <h2><a href=${summary.href}>${summary.title}</a></h2>
      <p class="small soft">${words.sentOn(plainDay(summary.sentOn, language, today))} ${words.reference} <span class="code nobreak">${summary.number}</span></p>
      ${renderTurn(summary, setting, timeZone, words)}
    </div>
    ${renderNote(summary, setting, words)}
  </section>`;
}

function renderTurn(
  summary: Summary,
  setting: Setting,
  timeZone: string,
  words: PortalWords,
): TemplateResult | typeof nothing {
  const { language, today } = setting;
  if (summary.question)
    return html`<div class="buttons"><a class="button small" href=${`${summary.href}/answer`}>${words.answerQuestion}</a>
      <span class="small">${words.answerBy} <b>${longDay(lastDay(summary.question.dueAt, timeZone), language, today)}</b></span></div>`;
  if (summary.task)
    return html`<div class="buttons"><a class="button small" href=${`${summary.href}/task`}>${words.doYourPart}</a></div>`;
  if (summary.payment)
    return html`<div class="buttons"><a class="button small" href=${`${summary.href}/pay`}>${words.pay(summary.payment.shown)}</a>
      <span class="small">${words.payBy} <b>${longDay(lastDay(summary.payment.dueAt, timeZone), language, today)}</b></span></div>`;
  if (summary.turn === "late" && summary.promised)
    return html`<p>${words.sorryLate(plainDay(summary.promised.date, language, today))}</p>`;
  if (summary.promised && summary.promised.days.length > 0)
    return days({ promised: summary.promised, today, language, words: setting.words });
  if (summary.licence)
    return html`<p class="small">${summary.licence.endDate ? words.validUntil(plainDay(summary.licence.endDate, language, today)) : nothing}
      <a href=${`/licences/${summary.number}/${summary.licence.id}`}>${words.showLicence}</a></p>`;
  return nothing;
}

function renderNote(summary: Summary, setting: Setting, words: PortalWords): TemplateResult | typeof nothing {
  if (summary.question)
    return html`<div class="note" role="note"><p class="t">${words.clockStopped}</p><p>${words.clockStartsAgain}</p></div>`;
  if (summary.turn !== "ours" || !summary.promised) return nothing;
  return html`<div class="note" role="note"><p class="t">${words.youWillHearBy(longDay(summary.promised.date, setting.language, setting.today))}</p><p>${words.weekendsDoNotCount}</p></div>`;
}

/** Whose turn it is, as a status line. */
export function turnLine({ turn, status, licence }: Summary): TemplateResult {
  if (turn === "yours") return statusLine("now", status, "act");
  if (turn === "ours") return statusLine("begun", status, "soft");
  if (turn === "late") return statusLine("problem", status, "late");
  // The tick and its green are for what was granted; a decision without a licence is only a decision.
  return licence ? statusLine("done", status, "done") : statusLine("decided", status, "");
}

/** A status on a line of its own. */
function statusLine(name: MarkName, text: string, tone: string): TemplateResult {
  return html`<p class=${`status ${tone}`}>${mark(name)}${text}</p>`;
}
