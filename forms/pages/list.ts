// The items of a list: each with its answers, change and remove; add another; go on.
import { html, nothing, type TemplateResult } from "lit";
import type { AnswerProblem, Journey, JourneyRepeat } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import { csrfField } from "../parts/buttons.ts";
import { origin } from "../parts/origin.ts";
import { problemSummary } from "../parts/problem.ts";
import { freeNote, row } from "../parts/row.ts";
import { status } from "../parts/status.ts";

/** What a list is shown from. */
export interface ListView {
  readonly journey: Journey;
  readonly list: JourneyRepeat;
  readonly problems: readonly AnswerProblem[];
  readonly csrf?: string;
  readonly base: string;
}

/** The form of a list: every button says what it does. */
export function listForm({ journey, list, problems, csrf, base }: ListView): TemplateResult {
  const { words, language } = journey.setting;
  const full = list.repeat.atMost !== undefined && list.items.length >= list.repeat.atMost;
  const own = list.repeat.addAnother ? wordsIn(list.repeat.addAnother, language) : undefined;
  const add = own ?? (list.items.length > 0 ? words.addAnother : words.addFirst);
  return html`<form method="post" class="leaf" novalidate>
    ${csrfField(csrf)}
    ${
      problems.length > 0
        ? row(
            problemSummary(problems, words, () => "#add"),
            freeNote(html`<p>${words.nothingLost}</p>`),
            "tight",
          )
        : nothing
    }
    ${row(html`<h1>${list.title}</h1>${list.repeat.hint ? html`<p class="hint">${wordsIn(list.repeat.hint, language)}</p>` : nothing}<p>${words.itemsAdded({ count: list.items.length })}</p>`, nothing, problems.length > 0 ? "joined" : "")}
    ${list.items.map((item) =>
      row(
        html`<h2>${item.title}</h2>
        <ul class="tasks"><li class="task"><div class="item-rows">${item.rows.slice(1).map((one) => html`<span>${one.label} <b>${one.text}</b></span>`)}</div>${item.complete ? status("done", words.done, "done") : status("begun", words.notComplete, "act")}</li></ul>
        <div class="buttons"><a href=${`${base}/${item.open ?? item.address}`}>${words.change}<span class="out-of-sight"> ${item.title}</span></a>${list.fixed ? nothing : html`<button class="plainbutton" name="_do" value=${`remove:${item.id}`}>${words.remove}<span class="out-of-sight"> ${item.title}</span></button>`}</div>`,
        item.origin
          ? html`<div class="note" role="note"><div class="origin">${origin(item.origin, journey.service, journey.setting)}</div></div>`
          : nothing,
      ),
    )}
    ${row(html`<div class="buttons"><button class="button">${words.continue}</button>${full || list.fixed ? nothing : html`<button class="button second" id="add" name="_do" value="add">${add}</button>`}</div>`, nothing, list.items.length > 0 ? "" : "joined")}
  </form>`;
}
