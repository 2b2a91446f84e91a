// What the page hands to the form's element as data: the draft and the moment, never the service (that is in the script).
import type { Draft } from "#contract/facts.ts";
import type { AnswerProblem, PostedFields } from "../journey/shapes.ts";
import type { PageView } from "./page-view.ts";

/** The data block of a page of questions. */
export interface FormData {
  readonly address: string;
  readonly base: string;
  readonly draft: Draft;
  readonly today: string;
  readonly instant: string;
  readonly language: string;
  readonly posted?: PostedFields;
  readonly problems: readonly AnswerProblem[];
  readonly csrf?: string;
  readonly saveAddress?: string;
}

/** The data of a page, or nothing where the element has nothing to do. */
export function formData(view: PageView): FormData | undefined {
  if (view.kind !== "question") return undefined;
  const { journey, place } = view;
  const { today, instant, language } = journey.setting;
  return {
    address: view.address,
    base: place.base,
    draft: journey.draft,
    today,
    instant,
    language,
    problems: view.problems ?? [],
    ...(view.posted ? { posted: view.posted } : {}),
    ...(place.csrf === undefined ? {} : { csrf: place.csrf }),
    ...(place.saveAddress === undefined ? {} : { saveAddress: place.saveAddress }),
  };
}
