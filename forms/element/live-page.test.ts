// @vitest-environment jsdom
// The page in the browser against the page of the server: in what is on the page the element finds what the server finds in it, and then shows
// on the server's first nodes what the server would write. Held to over random pages, in a document.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rulebook } from "#contract/facts.ts";
import { changesOnPage } from "#support/changes-on-page.ts";
import { type PageRead, readPage } from "../journey/read-page.ts";
import { readPosted } from "../journey/read-posted.ts";
import type { AnswerProblem, Journey, PostedFields } from "../journey/shapes.ts";
import { formData, type FormData as PageData } from "../render/form-data.ts";
import { pageTemplate } from "../render/page-template.ts";
import type { PageView } from "../render/page-view.ts";
import { toText } from "../render/to-text.ts";
import { address, names, type PageMade, pageOf, pages, walked } from "../tests/random-pages.ts";
import { barePlace, rulesOf } from "../tests/services.ts";
import { english } from "../words/generated/en.ts";
import { LivePage } from "./live-page.ts";
import { postedOf } from "./posted-of.ts";
import { showPage } from "./show-page.ts";

/** The page as the server shows it. */
function viewOf(journey: Journey, problems: readonly AnswerProblem[] = [], posted?: PostedFields): PageView {
  const shown = { kind: "question" as const, address, journey, problems, ...(posted ? { posted } : {}) };
  return { ...shown, place: barePlace };
}

/** What the element has of it: the data as it travels, and the page walked from that. */
function live(view: PageView): { readonly data: PageData; readonly page: LivePage } {
  const data: PageData = JSON.parse(JSON.stringify(formData(view)));
  return { data, page: new LivePage(data, english, liveRules(view.journey)) };
}

/** The rules as the script has them: what cannot change on the page is not asked there, for it came with the page. */
function liveRules(journey: Journey): Rulebook {
  const { service } = journey;
  const page = pageOf(journey);
  const all = rulesOf(service);
  const changes = page && changesOnPage(service, page.page);
  return {
    evaluate(id, facts, items) {
      if (!changes?.rule(id)) throw new RangeError(`The rule ${id} is not in the script`);
      return all.evaluate(id, facts, items);
    },
  };
}

/** The form as a browser makes it of the server's text, in the document. */
function formOf(view: PageView): HTMLFormElement {
  document.body.innerHTML = toText(pageTemplate(view).sheet);
  const form = document.querySelector("form");
  if (!form) throw new RangeError("The page has no form");
  return form;
}

/** What the element keeps for itself, and what only says how a thing began. */
const unseen = [
  "data-while",
  "data-say",
  "data-prose",
  "data-wrong",
  "data-shown",
  "hidden",
  "disabled",
  "value",
  "checked",
];

/** What is there to see and to hear, as lines: names, attributes and words, without what is hidden. */
function visible(node: Node): string[] {
  if (node instanceof Text) return [node.data.trim()].filter(Boolean);
  if (!(node instanceof HTMLElement)) return node instanceof SVGElement ? [node.innerHTML] : [];
  if (node.hidden) return [];
  const attributes = [...node.attributes].flatMap(({ name, value }) => {
    const kept = node instanceof HTMLButtonElement || node.getAttribute("type") === "radio";
    if (unseen.includes(name) && !(name === "value" && kept)) return [];
    return [`${name}=${name === "class" ? value.split(" ").toSorted().join(" ") : value}`];
  });
  return [`<${[node.localName, ...attributes.toSorted()].join(" ")}>`, ...[...node.childNodes].flatMap(visible), "</>"];
}

/** Answers the form as a person would: a value for each control of these names that can be used. */
function answer(form: HTMLFormElement, posted: PostedFields): void {
  for (const control of form.querySelectorAll<HTMLInputElement>("input")) {
    const text = posted[control.name];
    if (control.matches(":disabled")) continue;
    // Choosing one lets go of the others; nobody can let go of all.
    if (control.type === "radio") control.checked ||= control.value === text;
    else if (control.type === "text" && typeof text === "string") control.value = text;
  }
}

/** Lets the element show what it found. */
function show(form: HTMLFormElement, own: ReturnType<typeof live>, read: PageRead): void {
  const now = own.page.walk(read.draft);
  if (!now) throw new RangeError("The page is not asked any more");
  showPage(form, now, read.problems, own.data);
}

test("the element leaves the page as the server wrote it, for as long as nothing is answered", () => {
  fc.assert(
    fc.property(pages, (made) => {
      const { journey, page } = walked(made);
      if (!page) return;
      const view = viewOf(journey);
      const own = live(view);
      const form = formOf(view);
      const before = visible(form);
      showPage(form, own.page.first, [], own.data);
      expect(visible(form)).toEqual(before);
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
      const form = formOf(viewOf(journey));
      const isOpen = (name: string) => page.fields.some((field) => field.path === name && field.asked && !field.locked);
      answer(form, postOf(made, answers, isOpen));
      const posted = postedOf(form);
      const server = readPosted(journey, address, posted);
      const { first } = own.page;
      const browser = readPage({ ...first, again: (draft) => own.page.walk(draft)?.page }, posted);
      expect([browser.problems, browser.forged]).toEqual([server.problems, server.forged]);
      expect(browser.stay).toBe(server.next === address);
      if (!browser.stay) return;
      show(form, own, browser);
      const [shown, sent] = [visible(form), postedOf(form)];
      const wanted = formOf(viewOf(server.journey, server.problems, posted));
      expect(shown).toEqual(visible(wanted));
      expect(sent).toEqual(postedOf(wanted));
    }),
    { numRuns: 250 },
  );
});
