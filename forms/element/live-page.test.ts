// The page in the browser against the page of the server: from the data that travels with it the element makes the same nodes, and in
// what is posted it finds what the server finds. Held to over random pages.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readPage } from "../journey/read-page.ts";
import { readPosted } from "../journey/read-posted.ts";
import type { AnswerProblem, Journey, PostedFields } from "../journey/shapes.ts";
import { questionForm } from "../pages/question.ts";
import { formData, type FormData as PageData } from "../render/form-data.ts";
import { pageTemplate } from "../render/page-template.ts";
import type { PageView } from "../render/page-view.ts";
import { toText } from "../render/to-text.ts";
import { address, names, type PageMade, pages, walked } from "../tests/random-pages.ts";
import { barePlace, rulesOf } from "../tests/services.ts";
import { english } from "../words/generated/en.ts";
import { LivePage } from "./live-page.ts";

/** The page as the server shows it. */
function viewOf(journey: Journey, problems: readonly AnswerProblem[] = [], posted?: PostedFields): PageView {
  const shown = { kind: "question" as const, address, journey, problems, ...(posted ? { posted } : {}) };
  return { ...shown, place: barePlace };
}

/** What the element has of it: the data as it travels, and the page walked from that. */
function live(view: PageView): { readonly data: PageData; readonly page: LivePage } {
  const data: PageData = JSON.parse(JSON.stringify(formData(view)));
  return { data, page: new LivePage(data, english, rulesOf(view.journey.service)) };
}

/** The element's nodes, as text. */
function shown(
  { data, page }: ReturnType<typeof live>,
  draft = data.draft,
  problems = data.problems,
  posted = data.posted,
): string | undefined {
  const now = page.walk(draft);
  if (!now) return undefined;
  const { base, why, sources } = data;
  return toText(
    questionForm({
      ...now,
      problems,
      base,
      whyOf: (field) => why[field.path] ?? [],
      sourceOf: (field) => sources[field.path],
      ...(posted ? { posted } : {}),
    }),
  );
}

test("the element makes the nodes that the server wrote", () => {
  fc.assert(
    fc.property(pages, (made) => {
      const { journey, page } = walked(made);
      if (!page) return;
      const view = viewOf(journey);
      expect(shown(live(view))).toBe(toText(pageTemplate(view).sheet));
    }),
    { numRuns: 250 },
  );
});

const typed = fc.array(
  fc.option(fc.constantFrom("yes", "no", "red", "blue", "none", "long", "short", ""), { nil: undefined }),
  {
    minLength: names.length,
    maxLength: names.length,
  },
);

/** What comes from a page where some of what is asked was answered, with a value of the right kind or an empty one. */
function postOf(
  { questions }: PageMade,
  answers: readonly (string | undefined)[],
  asked: (name: string) => boolean,
): PostedFields {
  const fits = { "yes-or-no": /^(yes|no)$/, "one-of": /^(red|blue|none)$/, text: /^(long|short|)$/ };
  return Object.fromEntries(
    questions.flatMap(({ kind }, at) => {
      const [name, answer] = [names[at] ?? "a", answers[at]];
      return answer !== undefined && fits[kind].test(answer) && asked(name) ? [[name, answer] as const] : [];
    }),
  );
}

test("the element finds in a page what the server finds in it, and then shows what the server would show", () => {
  fc.assert(
    fc.property(pages, typed, (made, answers) => {
      const { journey, page } = walked(made);
      if (!page) return;
      const own = live(viewOf(journey));
      const isOpen = (name: string) => page.fields.some((field) => field.path === name && field.asked && !field.locked);
      const posted = postOf(made, answers, isOpen);
      const server = readPosted(journey, address, posted);
      const { first } = own.page;
      const browser = readPage({ ...first, again: (draft) => own.page.walk(draft)?.page }, posted);
      expect([browser.problems, browser.forged]).toEqual([server.problems, server.forged]);
      expect(browser.stay).toBe(server.next === address);
      if (!browser.stay) return;
      const view = viewOf(server.journey, server.problems, posted);
      expect(shown(own, browser.draft, browser.problems, posted)).toBe(toText(pageTemplate(view).sheet));
    }),
    { numRuns: 250 },
  );
});
