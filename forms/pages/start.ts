// The start page: what the service is, what is asked and looked up, when one will hear, and the button that begins.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { dayWithWeekday, sayDay } from "#support/days-in-words.ts";
import { fieldsIn, pagesIn } from "../journey/parts-of.ts";
import type { PromisedDate } from "../journey/promise.ts";
import type { Setting } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import { prose } from "../parts/prose.ts";
import { type Content, note, row } from "../parts/row.ts";

/** What the start page is shown from. */
export interface StartView {
  readonly service: Service;
  readonly setting: Setting;
  readonly startAt: string;
  readonly signsIn: boolean;
  readonly promised?: PromisedDate;
  /** What to know before beginning, in the person's language. */
  readonly notes?: readonly string[];
  /** Why nobody can apply now. */
  readonly closed?: string;
}

/** The sheet of the start page. */
export function startPage(view: StartView): TemplateResult {
  const { service, setting, promised } = view;
  const { words, language } = setting;
  const hear =
    promised && view.closed === undefined
      ? note(
          words.whenYouWillHear,
          html`<p>${words.hearIfSentToday} <b class="nobreak">${sayDay(promised.date, language, dayWithWeekday)}</b>.</p>`,
        )
      : nothing;
  const purpose = service.privacy?.purpose
    ? note(words.howWeUseAnswers, html`<p>${wordsIn(service.privacy.purpose, language)}</p>`)
    : nothing;
  return html`<div class="leaf">
    ${row(html`<h1>${wordsIn(service.title, language)}</h1>${service.about ? prose(wordsIn(service.about, language)) : nothing}${view.closed === undefined ? nothing : html`<p><b>${view.closed}</b></p>`}${(view.notes ?? []).map((text) => html`<p>${text}</p>`)}`, hear)}
    ${row(html`<h2>${words.whatWeAsk}</h2><ul class="tasks">${sectionTitles(service, language).map((title) => html`<li class="task">${title}</li>`)}</ul>`, purpose)}
    ${lookUps(service, setting)}
    ${begin(view)}
  </div>`;
}

/** The button, or why there is none: said first, before anybody reads what they would be asked. */
function begin({ service, setting: { words }, signsIn, startAt, closed }: StartView): Content {
  if (closed !== undefined) return nothing;
  const checks = service.eligibility !== undefined;
  const next = signsIn && !checks ? words.youSignInFirst : checks ? words.checkFirst : words.howLongItTakes;
  return row(html`<p>${next}</p><div class="buttons"><a class="button" href=${startAt}>${words.startNow}</a></div>`);
}

/** Sections that ask something; one that only declares and sends is no question. */
function sectionTitles(service: Service, language: string): string[] {
  const asking = service.sections.filter((section) =>
    pagesIn(section.steps).some((page) => fieldsIn(page.parts).length > 0),
  );
  return asking.map((section) => wordsIn(section.title, language));
}

function lookUps(service: Service, setting: Setting): Content {
  const { words, language } = setting;
  const sources = Object.values(service.sources).filter((source) => source.permission);
  if (sources.length === 0) return nothing;
  const lines = sources.map(
    (source) =>
      html`<li class="task"><div>${wordsIn(source.title, language)}<small>${wordsIn(source.permission, language)}</small></div></li>`,
  );
  return row(html`<h2>${words.whatWeLookUp}</h2><ul class="tasks">${lines}</ul>`);
}
