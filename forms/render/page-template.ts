// A page of a form as one template: what stands inside `main`, its title, and whether the form's element may take it over.
// The server turns it into text; the playground shows it directly.
import { html, nothing, type TemplateResult } from "lit";
import { dayWithWeekday, sayDay } from "#support/days-in-words.ts";
import { dayOf, whenText } from "../journey/setting.ts";
import type { Journey, JourneyStep } from "../journey/shapes.ts";
import { findStep } from "../journey/walk.ts";
import { wordsIn } from "../journey/words-in.ts";
import { checkForm } from "../pages/check.ts";
import { confirmation } from "../pages/confirmation.ts";
import { eligibilityResult } from "../pages/eligibility.ts";
import { listForm } from "../pages/list.ts";
import { questionForm } from "../pages/question.ts";
import { startPage } from "../pages/start.ts";
import { stopPage } from "../pages/stop.ts";
import { taskList } from "../pages/tasks.ts";
import { sectionPlace, way } from "../pages/way.ts";
import { sourceOf, whyWords } from "../pages/why-words.ts";
import { saidLine } from "../parts/frame.ts";
import type { Link, PageView } from "./page-view.ts";

/** A page ready to be shown. */
export interface PageTemplate {
  /** Without "Error:" and without the service's and agency's names. */
  readonly title: string;
  readonly problems: boolean;
  /** The line above the sheet. */
  readonly before: TemplateResult;
  /** The sheet. Of a page of questions it is what the element takes over. */
  readonly sheet: TemplateResult;
  /** A page of questions, so that the element is worth loading. */
  readonly live: boolean;
}

/** The template of a page. An address that the journey does not have shows the first open page instead. */
export function pageTemplate(view: PageView): PageTemplate {
  const { journey, place } = view;
  const { setting, service } = journey;
  const { words, language } = setting;
  const title = wordsIn(service.title, language);
  const still = { problems: false, live: false };
  const said = saidLine(place.said);
  switch (view.kind) {
    case "start": {
      const sheet = startPage({
        service,
        setting,
        startAt: view.startAt,
        signsIn: view.signsIn,
        ...(view.promised ? { promised: view.promised } : {}),
        notes: view.notes ?? [],
        ...(view.closed === undefined ? {} : { closed: view.closed }),
      });
      return { ...still, title, before: html`${said}${way(place.home)}`, sheet };
    }
    case "eligibility-result": {
      const first = journey.eligibility?.pages[0]?.address ?? "start";
      const sheet = eligibilityResult(journey, view.continueAt, `${place.base}/${first}`);
      const heading = journey.eligibility?.eligible === false ? words.youCannotApply : words.youCanApply;
      return {
        ...still,
        title: heading,
        before: html`${said}${way({ text: words.back, href: `${place.base}/${journey.eligibility?.pages.at(-1)?.address ?? first}` }, html`<p>${title}</p>`)}`,
        sheet,
      };
    }
    case "tasks": {
      const saved = place.savedAt
        ? html`<p class="soft">${words.savedAt({ when: whenText(place.savedAt, setting, service.timeZone) })}</p>`
        : nothing;
      return {
        ...still,
        title: words.yourApplication,
        before: html`${said}${way(place.home, saved)}`,
        sheet: taskList(journey, place.base, place.keptUntil),
      };
    }
    case "check": {
      const problems = view.problems ?? [];
      const last = journey.steps.filter((step) => step.kind !== "page" || !step.inItem).at(-1);
      const back = { text: words.back, href: `${place.base}/${last?.address ?? "tasks"}` };
      const sheet = checkForm({
        journey,
        problems,
        base: place.base,
        ...(view.promised ? { promised: view.promised } : {}),
        ...(view.whoApplies ? { whoApplies: view.whoApplies } : {}),
        ...(place.csrf === undefined ? {} : { csrf: place.csrf }),
      });
      return {
        title: words.checkYourAnswers,
        problems: problems.length > 0,
        live: false,
        before: html`${said}${way(back, sectionPlace(journey, "check"))}`,
        sheet,
      };
    }
    case "confirmation": {
      const sent = html`<p class="soft">${sayDay(dayOf(view.sentAt, service.timeZone), language, dayWithWeekday)}</p>`;
      return {
        ...still,
        title: words.applicationSentTitle,
        before: html`${said}${way(place.home, sent)}`,
        sheet: confirmation({ ...view, setting }),
      };
    }
    case "question":
      return questionTemplate(view);
  }
}

function questionTemplate(view: Extract<PageView, { kind: "question" }>): PageTemplate {
  const { journey, place } = view;
  const step =
    findStep(journey, view.address) ??
    journey.steps.find((one) => one.address === journey.nextPage) ??
    journey.steps[0];
  const problems = view.problems ?? [];
  const csrf = place.csrf === undefined ? {} : { csrf: place.csrf };
  const before = html`${saidLine(place.said)}${way(backFrom(view, step), sectionPlace(journey, step?.section ?? ""))}`;
  const title = step?.title ?? "";
  if (step?.kind === "page")
    return {
      title,
      problems: problems.length > 0,
      before,
      live: true,
      sheet: questionForm({
        journey,
        page: step,
        problems,
        base: place.base,
        whyOf: (field) => whyWords(journey, field.field),
        sourceOf: (field) => sourceOf(journey, field),
        ...csrf,
        ...(view.posted ? { posted: view.posted } : {}),
      }),
    };
  if (step?.kind === "repeat")
    return {
      title,
      problems: problems.length > 0,
      before,
      live: false,
      sheet: listForm({ journey, list: step, problems, base: place.base, ...csrf }),
    };
  const sheet = step ? stopPage(step, journey.setting) : html`<div class="leaf"></div>`;
  return { title, problems: false, before, live: false, sheet };
}

/** Back is the page before this one on the path; from an item its list; from the first page out of the form. */
function backFrom(view: Extract<PageView, { kind: "question" }>, step: JourneyStep | undefined): Link {
  const { journey, place } = view;
  const { words } = journey.setting;
  if (view.fromCheck) return { text: words.backToCheck, href: `${place.base}/check` };
  const before = previousOf(journey, step);
  return before === undefined
    ? { ...place.home, text: words.back }
    : { text: words.back, href: `${place.base}/${before}` };
}

function previousOf(journey: Journey, step: JourneyStep | undefined): string | undefined {
  if (!step) return undefined;
  const pages = journey.eligibility?.pages ?? [];
  const inEligibility = step.kind === "page" ? pages.indexOf(step) : -1;
  if (inEligibility >= 0) return pages[inEligibility - 1]?.address;
  const here = journey.steps.indexOf(step);
  if (step.kind === "page" && step.inItem) {
    const earlier = journey.steps[here - 1];
    return earlier?.kind === "page" && earlier.inItem?.id === step.inItem.id ? earlier.address : step.inItem.repeat;
  }
  return journey.steps.slice(0, here).findLast((one) => one.kind !== "page" || !one.inItem)?.address;
}
