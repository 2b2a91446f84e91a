// The task list: every page by section with its status, and what cannot open yet says when it will.
import { html, nothing, type TemplateResult } from "lit";
import { sayDay } from "#support/days-in-words.ts";
import type { Journey, JourneyStep, Setting } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import { type Content, note, row } from "../parts/row.ts";
import { status } from "../parts/status.ts";

/** The task list of a journey. */
export function taskList(journey: Journey, base: string, keptUntil?: string): TemplateResult {
  const { setting, service, tasks } = journey;
  const { words } = setting;
  const ready = journey.nextPage === undefined;
  const left = tasks.total - tasks.done;
  const sections = journey.sections.filter((section) => section.steps.length > 0);
  const last = journey.sections.find((section) => section.steps.length === 0);
  const rows = sections.map((section, index) =>
    row(
      html`<h2><span class="section-no">${index + 1}</span>${section.title}</h2><ul class="tasks">${section.steps.filter((step) => isTask(step)).map((step) => task(step, base, setting))}</ul>`,
    ),
  );
  const send = html`<li class="task"><div>${ready ? html`<a href=${`${base}/check`}>${words.checkAndSend}</a>` : html`${words.checkAndSend}<small>${words.opensWhenDone}</small>`}</div>${ready ? status("todo", words.notStarted) : status("notyet", words.notOpenYet, "soft")}</li>`;
  return html`<div class="leaf">
    ${row(
      html`<h1>${wordsIn(service.title, setting.language)}</h1><p>${ready ? words.allTasksDone : words.tasksDone({ done: tasks.done, total: tasks.total })}</p>`,
      left > 0 || keptUntil
        ? note(
            left > 0 ? words.minutesLeft({ count: Math.max(1, Math.ceil(left / 2)) }) : words.done,
            keptUntil ? html`<p>${words.keptUntil({ date: sayDay(keptUntil, setting.language) })}</p>` : nothing,
          )
        : nothing,
    )}
    ${rows}
    ${row(html`<h2><span class="section-no">${sections.length + 1}</span>${last?.title ?? words.checkAndSend}</h2><ul class="tasks">${send}</ul>`)}
  </div>`;
}

/** Pages inside items are reached from their list. */
function isTask(step: JourneyStep): boolean {
  return step.kind !== "page" || step.inItem === undefined;
}

function task(step: JourneyStep, base: string, setting: Setting): TemplateResult {
  const { words } = setting;
  const open = step.kind !== "page" || step.open;
  const name = titleOf(step, setting);
  const line = lineOf(step, setting);
  return html`<li class="task"><div>${open ? html`<a href=${`${base}/${step.address}`}>${name}</a>` : name}${open ? line : html`<small>${words.opensWhenDone}</small>`}</div>${stateOf(step, open, setting)}</li>`;
}

function titleOf(step: JourneyStep, setting: Setting): string {
  if (step.kind !== "page") return step.title;
  const short = step.only?.field.shortName;
  if (short) return wordsIn(short, setting.language);
  return step.page.set ? wordsIn(step.page.set.title, setting.language) : step.title;
}

function lineOf(step: JourneyStep, { words }: Setting): Content {
  if (step.kind === "stop") return nothing;
  const problem = step.problems[0];
  if (problem) return html`<small>${problem.message}</small>`;
  if (step.kind === "page" && step.caption !== undefined) return html`<small>${step.caption}</small>`;
  if (step.kind === "repeat") return html`<small>${words.itemsAdded({ count: step.items.length })}</small>`;
  return nothing;
}

function stateOf(step: JourneyStep, open: boolean, { words }: Setting): TemplateResult {
  if (!open) return status("notyet", words.notOpenYet, "soft");
  if (step.kind === "stop") return status("problem", words.cannotGoOn, "late");
  if (step.problems.length > 0) return status("problem", words.taskNeedsAnotherLook, "late");
  if (step.done) return status("done", words.done, "done");
  return step.begun ? status("begun", words.started, "act") : status("todo", words.notStarted);
}
