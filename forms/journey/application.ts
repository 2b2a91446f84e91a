// What leaves the draft when it is sent: the answers of questions that are asked, and where each came from. Nothing else.
import type { Answers, Origin, Value } from "#contract/facts.ts";
import { withAnswer } from "./path.ts";
import type { Journey, JourneyField, JourneyPage } from "./shapes.ts";
import { confirmationsOf } from "./walk-page.ts";

/** The answers that are sent: asked and given, eligibility and declarations included; fetched records and identity are not answers. */
export function toApplication(journey: Journey): Answers {
  let answers: Answers = {};
  for (const { path, ids } of journey.lists)
    if (ids.length > 0)
      answers = withAnswer(
        answers,
        path,
        ids.map((id): Value => ({ id })),
      );
  for (const field of sentFields(journey))
    if (field.value !== undefined) answers = withAnswer(answers, field.path, field.value);
  for (const { instead, ways } of sentFields(journey)) {
    if (instead?.chosen) answers = withAnswer(answers, instead.path, true);
    if (ways?.chosen !== undefined) answers = withAnswer(answers, ways.path, ways.chosen);
  }
  for (const page of allPages(journey))
    for (const part of confirmationsOf(page.parts))
      if (part.kind === "declaration" && part.asked && part.given) answers = withAnswer(answers, part.path, true);
  return answers;
}

/** Where each answer that is sent came from, by dotted path; and of each signature, under "signature:…", when it was given. */
export function originsOf(journey: Journey): Readonly<Record<string, Origin>> {
  const answers = sentFields(journey).flatMap((field) => (field.origin ? [[field.path, field.origin] as const] : []));
  const beside = sentFields(journey).flatMap(({ instead, ways }) =>
    [instead?.chosen ? instead.path : "", ways?.chosen !== undefined ? ways.path : ""].flatMap((path) => {
      const origin = journey.draft.origins[path];
      return origin ? [[path, origin] as const] : [];
    }),
  );
  const signatures = allPages(journey)
    .flatMap((page) => confirmationsOf(page.parts))
    .flatMap((part): (readonly [string, Origin])[] =>
      part.kind === "signature" && part.asked && part.at ? [[part.path, { kind: "typed", at: part.at }]] : [],
    );
  // Items of a register that were taken away: whoever decides sees that they were there.
  const removed = Object.entries(journey.draft.origins).filter(
    ([path, origin]) =>
      origin.kind === "corrected" &&
      journey.lists.some((list) => path.startsWith(`${list.path}.`) && !path.slice(list.path.length + 1).includes(".")),
  );
  return Object.fromEntries([...answers, ...beside, ...signatures, ...removed]);
}

/** Every page on the path: eligibility, sections, items, closing ones. */
export function allPages(journey: Journey): JourneyPage[] {
  return [
    ...(journey.eligibility?.pages ?? []),
    ...journey.steps.filter((step) => step.kind === "page"),
    ...journey.closing,
  ];
}

function sentFields(journey: Journey): JourneyField[] {
  return allPages(journey).flatMap((page) => page.fields.filter((field) => field.asked));
}
