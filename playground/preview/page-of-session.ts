// The page a session is on, drawn with the forms' own templates: what is shown here is what people get, letter for letter.
import { promiseOf } from "#journey/promise.ts";
import { findStep } from "#journey/walk.ts";
import { wordsIn } from "#journey/setting.ts";
import { checkForm } from "@formwork/forms/pages/check.ts";
import { confirmation } from "@formwork/forms/pages/confirmation.ts";
import { eligibilityResult } from "@formwork/forms/pages/eligibility.ts";
import { listForm } from "@formwork/forms/pages/list.ts";
import { questionForm } from "@formwork/forms/pages/question.ts";
import { startPage } from "@formwork/forms/pages/start.ts";
import { stopPage } from "@formwork/forms/pages/stop.ts";
import { taskList } from "@formwork/forms/pages/tasks.ts";
import { sectionPlace, way } from "@formwork/forms/pages/way.ts";
import { sprite } from "@formwork/forms/parts/marks.ts";
import { html, nothing, type TemplateResult } from "lit";
import { previewBase } from "./preview-frame.ts";
import type { Session } from "./session.ts";

/** The whole inside of the preview's page. */
export function pageOf(session: Session): TemplateResult {
  const { journey, at } = session;
  const { words } = journey.setting;
  const back = at === "start" ? nothing : way({ text: words.back, href: `${previewBase}/${pageBefore(session)}` }, placeOf(session));
  return html`${sprite()}<main class="frame">${back}${mainOf(session)}</main>`;
}

/** What the page's title says. */
export function titleOf(session: Session): string {
  const { service, journey, at } = session;
  const title = findStep(journey, at)?.title ?? wordsIn(service.title, journey.setting.language);
  return session.problems.length > 0 ? journey.setting.words.errorInTitle({ title }) : title;
}

function placeOf({ journey, at }: Session): TemplateResult | typeof nothing {
  const section = at.split("/")[0] ?? "";
  return journey.sections.some((one) => one.name === section) || at === "check" ? sectionPlace(journey, section) : nothing;
}

function mainOf(session: Session): TemplateResult {
  const { service, journey, at, problems } = session;
  const { setting } = journey;
  const promised = promiseOf(service, setting.today);
  const promise = promised ? { promised } : {};
  const posted = session.posted ? { posted: session.posted } : {};
  switch (at) {
    case "start":
      return startPage({ service, setting, startAt: `${previewBase}/next`, signsIn: false, ...promise });
    case "eligibility-result":
      return eligibilityResult(journey, `${previewBase}/next`, `${previewBase}/${journey.eligibility?.pages[0]?.address ?? ""}`);
    case "tasks":
      return taskList(journey, previewBase);
    case "check":
      return checkForm({ journey, problems, base: previewBase, ...promise });
    case "confirmation":
      return confirmation({ setting, reference: "PREVIEW-1", steps: stepsOf(session), ...promise });
    default: {
      const step = findStep(journey, at);
      if (step?.kind === "page") return questionForm({ journey, page: step, problems, base: previewBase, ...posted });
      if (step?.kind === "repeat") return listForm({ journey, list: step, problems, base: previewBase });
      if (step?.kind === "stop") return stopPage(step, setting);
      return taskList(journey, previewBase);
    }
  }
}

/** Sent is past; where the case goes first is now. */
function stepsOf({ service, journey }: Session): Parameters<typeof confirmation>[0]["steps"] {
  const { words, language } = journey.setting;
  const first = service.route?.stages.find((stage) => stage.name === service.route?.first);
  const sent = { state: "gone", title: words.applicationSent } as const;
  return first ? [sent, { state: "now", title: wordsIn(first.title, language) }] : [sent];
}

/** The page one comes from: the one before in order, the start before the first. */
function pageBefore({ journey, at }: Session): string {
  const { eligibility, sections, steps } = journey;
  const before = eligibility?.pages.map((page) => page.address) ?? [];
  const here = before.indexOf(at);
  if (here >= 0) return before[here - 1] ?? "";
  if (at === "eligibility-result") return before.at(-1) ?? "";
  const tasks = sections.length > 1 ? "tasks" : "";
  if (at === "tasks") return before.length > 0 ? "eligibility-result" : "";
  const index = steps.findIndex((step) => step.address === at);
  return index > 0 ? (steps[index - 1]?.address ?? tasks) : tasks;
}
