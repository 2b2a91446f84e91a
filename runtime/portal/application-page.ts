// One application as its applicant sees it: where it stands, what has happened, what they can do, what they sent.

import { mark } from "@formwork/forms/parts/mark.ts";
import { plate } from "@formwork/forms/parts/plate.ts";
import { days } from "@formwork/forms/parts/promise.ts";
import { type TimelineStep, timeline } from "@formwork/forms/parts/timeline.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Setting } from "#journey/shapes.ts";
import { turnLine } from "./applications-page.ts";
import { lastDay, longDay, plainDay } from "./days.ts";
import { type MoneyOut, renderMoneyOut } from "./money-out.ts";
import { renderStandingNotes, type StandingNote } from "./standing-notes.ts";
import type { Summary } from "./summary.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** A right the applicant has now, with the address where it is used. `until` is an ISO day. */
export interface OpenRight {
  readonly name: string;
  readonly label: string;
  readonly href: string;
  readonly until?: string;
}

/** One answer as it was sent. */
export interface SentAnswer {
  readonly label: string;
  readonly lines: readonly { readonly text: string; readonly code?: boolean; readonly href?: string }[];
}

/** A paper that is still to come. `dueOn` is an ISO day. */
export interface ShownPaper {
  readonly label: string;
  readonly how: string;
  readonly href: string;
  readonly dueOn?: string;
  readonly late: boolean;
}

export interface ApplicationView {
  readonly papers: readonly ShownPaper[];
  readonly summary: Summary;
  readonly steps: readonly TimelineStep[];
  readonly rights: readonly OpenRight[];
  readonly answers: readonly SentAnswer[];
  /** An officer filled them in. */
  readonly isBegun: boolean;
  readonly notes: readonly StandingNote[];
  readonly moneyOut: readonly MoneyOut[];
  readonly refusalReason?: string;
  /** ISO days: until when the answers are kept, once that is known; when they were deleted. */
  readonly keptUntil?: string;
  readonly deletedOn?: string;
  readonly setting: Setting;
  readonly timeZone: string;
}

/** The main part of the page. */
export function renderApplication(view: ApplicationView, words: PortalWords): TemplateResult {
  const { summary, setting } = view;
  return html`<div class="leaf">
    <div class="row">
      <div class="on">
        ${turnLine(summary)}
        <h1>${summary.title}</h1>
        ${plate(words.reference, summary.number)}
        ${renderNow(view, words)}
      </div>
      ${renderNote(view, words)}
    </div>
    ${renderStandingNotes(view.notes)}
    <div class="row">
      <div class="on"><h2>${words.whatHappens}</h2>${timeline(view.steps)}</div>
      ${renderRights(view, words)}
    </div>
    ${view.moneyOut.length > 0 ? html`<div class="row"><div class="on"><h2>${words.paymentsToYou}</h2>${renderMoneyOut(view.moneyOut)}</div></div>` : nothing}
    ${view.papers.length > 0 ? renderPapers(view, words) : nothing}
    ${view.answers.length > 0 ? renderAnswers(view.answers, view.isBegun ? words.answersBegun : words.yourAnswers) : nothing}
    ${renderKept(view, words)}
    <div class="row"><div class="on"><p class="small soft">${words.sentOn(plainDay(summary.sentOn, setting.language, setting.today))}</p></div></div>
  </div>`;
}

function renderNow(view: ApplicationView, words: PortalWords): TemplateResult | typeof nothing {
  const { summary, setting, timeZone } = view;
  const { language, today } = setting;
  if (summary.question)
    return html`<h2>${words.theyAsk}</h2><p>${summary.question.question}</p>
      <div class="buttons"><a class="button" href=${`${summary.href}/answer`}>${words.answerQuestion}</a>
      <span class="small">${words.answerBy} <b>${longDay(lastDay(summary.question.dueAt, timeZone), language, today)}</b></span></div>`;
  if (summary.task)
    return html`<div class="buttons"><a class="button" href=${`${summary.href}/task`}>${words.doYourPart}</a></div>`;
  if (summary.payment)
    return html`<div class="buttons"><a class="button" href=${`${summary.href}/pay`}>${words.pay(summary.payment.shown)}</a>
      <span class="small">${words.payBy} <b>${longDay(lastDay(summary.payment.dueAt, timeZone), language, today)}</b></span></div>`;
  if (summary.turn === "decided")
    return html`${view.refusalReason ? html`<h2>${words.reasonOf}</h2><p>${view.refusalReason}</p>` : nothing}
      ${summary.decidedOn ? html`<p>${words.outcomeOn(longDay(summary.decidedOn, language, today))}</p>` : nothing}
      ${summary.licence ? html`<div class="buttons"><a class="button" href=${`/licences/${summary.number}/${summary.licence.id}`}>${words.showLicence}</a></div>` : nothing}`;
  if (summary.turn === "late" && summary.promised)
    return html`<p>${words.sorryLate(longDay(summary.promised.date, language, today))}</p>`;
  if (!summary.promised) return nothing;
  return html`<div class="promise"><h2 class="small">${setting.words.hearBy}</h2><p class="date">${longDay(summary.promised.date, language, today)}</p></div>
    ${summary.promised.days.length > 0 ? days({ promised: summary.promised, today, language, words: setting.words }) : nothing}`;
}

function renderNote({ summary }: ApplicationView, words: PortalWords): TemplateResult | typeof nothing {
  if (summary.question)
    return html`<div class="note" role="note"><p class="t">${words.clockStopped}</p><p>${words.clockStartsAgain}</p></div>`;
  if (summary.turn === "ours" && summary.promised)
    return html`<div class="note" role="note"><p>${words.weekendsDoNotCount}</p></div>`;
  return nothing;
}

function renderRights({ rights, setting }: ApplicationView, words: PortalWords): TemplateResult | typeof nothing {
  if (rights.length === 0) return nothing;
  return html`<div class="note" role="note"><p class="t">${words.whatYouCanDo}</p>
    ${rights.map(
      ({ name, label, href, until }) =>
        html`<p><a href=${href}>${label}</a>${until ? html`<br>${(name === "appeal" ? words.appealUntil : words.rightUntil)(longDay(until, setting.language, setting.today))}` : nothing}</p>`,
    )}</div>`;
}

function renderPapers({ papers, setting }: ApplicationView, words: PortalWords): TemplateResult {
  return html`<div class="row"><div class="on"><h2>${words.stillToCome}</h2><ul class="tasks">${papers.map(
    (paper) =>
      html`<li class="task"><div>${paper.label}<small>${promiseOf(paper, setting, words)}</small></div><a href=${paper.href}>${words.sendItNow}<span class="out-of-sight">: ${paper.label}</span></a></li>`,
  )}</ul></div></div>`;
}

function promiseOf(paper: ShownPaper, setting: Setting, words: PortalWords): string {
  if (paper.how === "sent-by-post") return words.promisedByPost;
  if (paper.how === "sent-by-someone-else") return words.promisedBySomeoneElse;
  if (paper.dueOn === undefined) return words.promisedLater;
  const date = longDay(paper.dueOn, setting.language, setting.today);
  return paper.late ? words.promisedLate(date) : words.promisedBy(date);
}

/** What was sent, answer by answer. */
export function renderAnswers(answers: readonly SentAnswer[], title: string): TemplateResult {
  return html`<div class="row tight title"><div class="on"><h2>${title}</h2></div></div>
    <dl class="pairs">${answers.map(
      ({ label, lines }, index) =>
        html`<div class=${index === 0 ? "row pair joined" : "row pair"}><dt>${label}</dt><dd class="value">${lines.map((line, at) => [at > 0 ? html`<br>` : nothing, renderLine(line)])}</dd><dd class="do"></dd></div>`,
    )}</dl>`;
}

/** What becomes of the answers: until when they are kept, or that they are gone. */
function renderKept(
  { keptUntil, deletedOn, setting }: ApplicationView,
  words: PortalWords,
): TemplateResult | typeof nothing {
  const say = (line: (date: string) => string, day: string) =>
    html`<div class="row"><div class="on"><p>${line(longDay(day, setting.language, setting.today))}</p></div></div>`;
  if (deletedOn) return say(words.answersDeletedOn, deletedOn);
  return keptUntil ? say(words.answersKeptUntil, keptUntil) : nothing;
}

function renderLine({ text, code, href }: SentAnswer["lines"][number]): TemplateResult | string {
  if (href) return html`<a class="iconlink" href=${href}>${mark("file")}${text}</a>`;
  return code ? html`<span class="code">${text}</span>` : text;
}
