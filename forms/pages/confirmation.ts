// The confirmation: the reference, the promised date, what happens next.
import { html, nothing, type TemplateResult } from "lit";
import type { PromisedDate } from "../journey/promise.ts";
import type { Setting } from "../journey/shapes.ts";
import { mark } from "../parts/mark.ts";
import { plate } from "../parts/plate.ts";
import { promise } from "../parts/promise.ts";
import { note, row } from "../parts/row.ts";
import { type TimelineStep, timeline } from "../parts/timeline.ts";

/** What the confirmation is shown from. */
export interface ConfirmationView {
  readonly setting: Setting;
  readonly reference: string;
  readonly emailedTo?: string;
  readonly promised?: PromisedDate;
  readonly steps: readonly TimelineStep[];
  readonly withdrawAt?: string;
  /** What the person can do at once, for example pay: then they need not wait to hear from us. */
  readonly act?: { readonly text: string; readonly href: string; readonly until: string };
  readonly printAt?: string;
}

/** The sheet of the confirmation. */
export function confirmation(view: ConfirmationView): TemplateResult {
  const { setting, promised } = view;
  const { words, language, today } = setting;
  const print = view.printAt
    ? html`<p class="only-screen"><a class="iconlink" href=${view.printAt}>${mark("print")}${words.printPage}</a></p>`
    : nothing;
  const withdraw = view.withdrawAt
    ? note(words.changedYourMind, html`<p><a href=${view.withdrawAt}>${words.withdraw}</a></p>`)
    : nothing;
  return html`<div class="leaf">
    ${row(
      html`<h1>${words.applicationSent}</h1>${plate(words.yourReference, view.reference)}${view.emailedTo ? html`<p>${words.emailedTo({ address: view.emailedTo })}</p>` : nothing}`,
      note(words.keepThisNumber, html`<p>${words.keepThisNumberText}</p>${print}`),
    )}
    ${
      view.act
        ? row(
            html`<div class="buttons"><a class="button" href=${view.act.href}>${view.act.text}</a> <span class="small">${view.act.until}</span></div>`,
            nothing,
          )
        : nothing
    }
    ${promised ? row(promise({ promised, today, language, words }), note(words.workingDaysBetween({ count: promised.workingDays }), html`<p>${words.workingDaysText}</p>`)) : nothing}
    ${view.steps.length > 0 ? row(html`<h2>${words.whatHappensNext}</h2>${timeline(view.steps)}`, withdraw) : nothing}
  </div>`;
}
