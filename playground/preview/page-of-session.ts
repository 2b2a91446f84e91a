// The page a session is on, drawn with the forms' own templates: what is shown here is what people get, letter for letter.

import { sprite } from "@formwork/forms/parts/marks.ts";
import { html, nothing, type TemplateResult } from "lit";
import { promiseOf } from "#journey/promise.ts";
import { wordsIn } from "#journey/words-in.ts";
import { pageTemplate } from "#render/page-template.ts";
import type { FormPlace, PageView } from "#render/page-view.ts";
import { previewBase } from "./preview-frame.ts";
import type { Session } from "./session.ts";

/** The whole inside of the preview's page, and its title. */
export interface PreviewPage {
  readonly title: string;
  readonly content: TemplateResult;
}

/** Where a button that leads on goes: the session knows what comes next. */
export const onwardAddress = "next";

export function pageOf(session: Session): PreviewPage {
  const page = pageTemplate(viewOf(session));
  const { words } = session.journey.setting;
  return {
    title: page.problems ? words.errorInTitle({ title: page.title }) : page.title,
    // Before the start there is nothing to go back to here.
    content: html`${sprite()}<main class="frame">${session.at === "start" ? nothing : page.before}${page.sheet}</main>`,
  };
}

function viewOf(session: Session): PageView {
  const { service, journey, at, problems } = session;
  const place = placeOf(session);
  const promised = promiseOf(service, journey.setting.today);
  const promise = promised ? { promised } : {};
  const onward = `${previewBase}/${onwardAddress}`;
  switch (at) {
    case "start":
      return { kind: "start", place, journey, startAt: onward, signsIn: signsIn(session), ...promise };
    case "eligibility-result":
      return { kind: "eligibility-result", place, journey, continueAt: onward };
    case "tasks":
      return { kind: "tasks", place, journey };
    case "check":
      return { kind: "check", place, journey, problems, ...promise };
    case "confirmation":
      return {
        kind: "confirmation",
        place,
        journey,
        reference: "PREVIEW-1",
        sentAt: journey.setting.instant,
        steps: stepsOf(session),
        ...promise,
      };
    default: {
      const posted = session.posted && problems.length > 0 ? { posted: session.posted } : {};
      return { kind: "question", place, journey, address: at, problems, ...posted };
    }
  }
}

function placeOf({ service, journey }: Session): FormPlace {
  const { language, words } = journey.setting;
  return {
    base: previewBase,
    home: { text: words.back, href: `${previewBase}/start` },
    language,
    languages: [],
    agency: { name: wordsIn(service.agency.title, language), href: `${previewBase}/start` },
    styles: [],
    tools: [],
    footer: [],
  };
}

function signsIn({ service, madeUp }: Session): boolean {
  return !madeUp.signedIn && service.applicants.some((applicant) => applicant.signsIn !== undefined);
}

/** Sent is past; where the case goes first is now. */
function stepsOf({ service, journey }: Session): Extract<PageView, { kind: "confirmation" }>["steps"] {
  const { words, language } = journey.setting;
  const first = service.route?.stages.find((stage) => stage.name === service.route?.first);
  const sent = { state: "gone", title: words.applicationSent } as const;
  return first ? [sent, { state: "now", title: wordsIn(first.title, language) }] : [sent];
}
