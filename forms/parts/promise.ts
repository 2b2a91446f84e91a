// A promised date in words, then one point for each working day up to it.
import { html, type TemplateResult } from "lit";
import { dayWithWeekday, sayDay, shortWeekday } from "#support/days-in-words.ts";
import type { PromisedDate } from "../journey/promise.ts";
import type { FormWords } from "../words/generated/shape.ts";

/** What the row of days needs: `today` is the ringed day, `from` and the last are named always. */
export interface PromiseView {
  readonly promised: PromisedDate;
  readonly today: string;
  readonly language: string;
  readonly words: FormWords;
}

/** Heading, date, row of days. */
export function promise(view: PromiseView): TemplateResult {
  return html`<div class="promise"><h2>${view.words.hearBy}</h2><p class="date">${sayDay(view.promised.date, view.language, dayWithWeekday)}</p></div>
    ${days(view)}`;
}

/** One point for each working day; longer than ten days only the first, today and the last. */
export function days({ promised, today, language, words }: PromiseView): TemplateResult {
  const all = promised.days;
  const shown =
    all.length <= 10 ? all : all.filter((day, index) => index === 0 || day === today || index === all.length - 1);
  return html`<ol class="days">${shown.map((day) => {
    const due = day === promised.date;
    const state = due ? "due" : day === today ? "now" : day < today ? "gone" : "";
    return html`<li class=${state}><span>${day === today && !due ? words.today : shortDay(day, language)}</span></li>`;
  })}</ol>`;
}

/** "Wed 24" */
function shortDay(day: string, language: string): string {
  return `${shortWeekday(day, language)} ${Number(day.slice(8))}`;
}
