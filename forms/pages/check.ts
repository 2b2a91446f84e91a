// The check page: every answer that will be sent with its origin, what will be paid, what stays behind, the declarations, and the date one will hear.
import { html, nothing, type TemplateResult } from "lit";
import { dayWithWeekday, sayDay } from "#support/days-in-words.ts";
import { checkAnswers } from "../journey/check-answers.ts";
import { lengthText } from "../journey/length.ts";
import type { PromisedDate } from "../journey/promise.ts";
import type { AnswerLine, AnswerProblem, AnswerRow, Journey, Payment } from "../journey/shapes.ts";
import { confirmationsOf } from "../journey/walk-page.ts";
import { continueButtons, csrfField } from "../parts/buttons.ts";
import { confirmationBox } from "../parts/confirmation-box.ts";
import { mark } from "../parts/mark.ts";
import { origin } from "../parts/origin.ts";
import { problemSummary } from "../parts/problem.ts";
import { type Content, freeNote, note, row } from "../parts/row.ts";
import { sourceWords } from "../parts/source-words.ts";
import { proseOf } from "./page-parts.ts";
import { rolesText } from "./why-words.ts";

/** What was chosen before the form, in words. */
export interface ChosenBefore {
  readonly label: string;
  readonly text: string;
  readonly change: string;
}

/** What the check page is shown from. */
export interface CheckView {
  readonly journey: Journey;
  readonly problems: readonly AnswerProblem[];
  readonly promised?: PromisedDate;
  /** For whom somebody applies and who fills in, where they chose it, and where it is changed. */
  readonly whoApplies?: readonly ChosenBefore[];
  readonly csrf?: string;
  readonly base: string;
}

/** The form of the check page. */
export function checkForm(view: CheckView): TemplateResult {
  const { journey, problems } = view;
  const { words } = journey.setting;
  const { groups, payments, notSent } = checkAnswers(journey);
  const open = journey.nextPage !== undefined;
  return html`<form method="post" class="leaf" novalidate>
    ${csrfField(view.csrf)}
    ${
      problems.length > 0
        ? row(
            problemSummary(problems, words, (problem) =>
              problem.address === "check" ? `#${problem.control}` : `${view.base}/${problem.address}`,
            ),
            freeNote(html`<p>${words.nothingLost}</p>`),
            "tight",
          )
        : nothing
    }
    ${row(
      html`<h1>${words.checkYourAnswers}</h1><p>${words.onlyThisIsSent}</p>`,
      html`<div class="note free print-keep"><p>${words.whereAnswersCameFrom}</p></div>`,
      problems.length > 0 ? "joined" : "",
    )}
    ${view.whoApplies?.length ? html`<dl class="pairs">${view.whoApplies.map((one) => chosenRow(one, words.change))}</dl>` : nothing}
    ${groups.map((group) => html`${titleRow(group.title)}<dl class="pairs">${group.rows.map((one, index) => answerRow(view, one, index === 0))}</dl>`)}
    ${payments.length > 0 ? html`${titleRow(words.whatYouPay)}<dl class="pairs">${payments.map((payment) => paymentRow(journey, payment))}</dl>` : nothing}
    ${row(sendPart(view, open, notSent), promiseNote(view))}
  </form>`;
}

function titleRow(title: string): TemplateResult {
  return row(html`<h2>${title}</h2>`, nothing, "tight title");
}

function chosenRow({ label, text, change }: ChosenBefore, action: string): TemplateResult {
  return html`<div class="row pair joined"><dt>${label}</dt><dd class="value">${text}</dd>
    <dd class="do"><a href=${change}>${action}<span class="out-of-sight"> ${label}</span></a></dd></div>`;
}

/** One answer: name, value, action, and in the margin where it came from. */
function answerRow({ journey, base }: CheckView, one: AnswerRow, first: boolean): TemplateResult {
  const { words } = journey.setting;
  const given = one.lines.length > 0;
  const action = one.locked ? words.thisIsWrong : given ? words.change : words.add;
  const about = one.locked ? words.thisIsWrongAbout({ label: one.label }) : ` ${one.label}`;
  const href = one.locked ? `${base}/${one.change}#${one.path}-wrong` : `${base}/${one.change}?from=check`;
  return html`<div class=${first ? "row pair joined" : "row pair"}><dt>${one.label}</dt>
    <dd class=${given ? "value" : "value soft"}>${given ? valueContent(journey, one) : words.notGiven}</dd>
    <dd class="do">${one.workedOut ? nothing : html`<a href=${href}>${action}<span class="out-of-sight">${about}</span></a>`}</dd>
    ${one.workedOut ? html`<dd class="note origin">${mark("worked")}<span><b>${words.workedOut}</b></span></dd>` : nothing}
    ${one.origin && given ? html`<dd class="note origin">${origin(one.origin, journey.service, journey.setting, moreAbout(journey, one))}</dd>` : nothing}</div>`;
}

function valueContent(journey: Journey, one: AnswerRow): Content {
  const lines = one.lines.map((line, index) => html`${index > 0 ? html`<br>` : nothing}${lineContent(line)}`);
  if (one.old === undefined) return lines;
  const source = one.origin?.kind === "corrected" ? sourceWords(one.origin, journey.service, journey.setting).name : "";
  return html`<ins>${lines}</ins><br><small class="soft">${source}: <del>${one.old || journey.setting.words.notGiven}</del></small>`;
}

function lineContent(line: AnswerLine): Content {
  if (line.file) return html`<span class="iconlink">${mark("file")}${line.text}</span>`;
  return line.code ? html`<span class="code">${line.text}</span>` : line.text;
}

function moreAbout({ service, setting }: Journey, one: AnswerRow): Content {
  const why = one.field?.why;
  const { words } = setting;
  if (why?.onlySeenBy?.length) return words.onlySeenBy({ roles: rolesText(why.onlySeenBy, service, setting) });
  if (why?.kept?.after === "decision")
    return html`${words.howLongKept}: ${words.keptAfterDecision({ length: lengthText(why.kept.for, setting) })}`;
  return nothing;
}

function paymentRow({ setting }: Journey, payment: Payment): TemplateResult {
  const { words } = setting;
  const known = payment.text !== undefined;
  return html`<div class="row pair joined lead"><dt>${words.ifWeSayYes({ label: payment.label })}</dt>
    <dd class=${known ? "value" : "value soft"}>${payment.text ?? words.notWorkedOutYet}</dd><dd class="do"></dd>
    ${known ? html`<dd class="note origin">${mark("worked")}<span><b>${words.workedOut}</b>${payment.reasons.map((one) => html`<br>${one.label} <b class="nobreak">${one.text}</b>`)}${payment.laws.map((law) => html`<br>${law}`)}</span></dd>` : nothing}</div>`;
}

function sendPart(view: CheckView, open: boolean, notSent: ReturnType<typeof checkAnswers>["notSent"]): Content {
  const { journey, problems, base } = view;
  const { setting } = journey;
  const { words } = setting;
  const kept =
    notSent.length > 0
      ? html`<details class="small"><summary>${words.answersNotSent({ count: notSent.length })}</summary><p>${words.notSentText}</p><ul>${notSent.map((one) => html`<li>${one.label} <b>${one.text}</b></li>`)}</ul></details>`
      : nothing;
  if (open)
    return html`${kept}<p>${words.firstFinish}</p><div class="buttons"><a class="button" href=${`${base}/${journey.nextPage}`}>${words.goToOpen}</a></div>`;
  const confirmations = journey.closing.flatMap((page) => confirmationsOf(page.parts)).filter((part) => part.asked);
  return html`${kept}${confirmations.map((part) => {
    const problem = problems.find((one) => one.path === part.path);
    return confirmationBox(part, {
      problem,
      setting,
      timeZone: journey.service.timeZone,
      prose: part.kind === "declaration" ? proseOf(part) : nothing,
    });
  })}${continueButtons(words.sendApplication)}`;
}

function promiseNote({ journey, promised }: CheckView): Content {
  const { words, language } = journey.setting;
  if (!promised) return nothing;
  return note(
    words.whenYouWillHear,
    html`<p>${words.hearIfSentToday} <b class="nobreak">${sayDay(promised.date, language, dayWithWeekday)}</b>.</p>`,
  );
}
