// A page of questions as the server writes it: whatever stands in groups, opens under choices, is locked or wants a proof, each question
// that is asked can be answered in one place, and nothing else can.
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import type { Field, Part, Service } from "#contract";
import type { Draft } from "#contract/facts.ts";
import { needsProof } from "../journey/read-page.ts";
import { readPosted } from "../journey/read-posted.ts";
import type { AnswerProblem, Journey, JourneyPage, PostedFields } from "../journey/shapes.ts";
import { emptyDraft, walk } from "../journey/walk.ts";
import { toText } from "../render/to-text.ts";
import { both, question, rulesOf, serviceWith, settingOf, whenIs } from "../tests/services.ts";
import { questionForm } from "./question.ts";

const names = ["a", "b", "c", "d", "e", "f"] as const;
const modes = [undefined, undefined, "locked", "correctable", "correctable-with-evidence"] as const;

/** Where a question stands, what it is, what opens it and what fills it in. */
const asked = fc.record({
  kind: fc.constantFrom("yes-or-no", "text", "one-of" as const),
  opener: fc.option(fc.nat(), { nil: undefined }),
  yes: fc.boolean(),
  mode: fc.constantFrom(...modes),
  group: fc.constantFrom("none", "first", "second"),
});
const pages = fc.record({
  questions: fc.array(asked, { minLength: 1, maxLength: names.length }),
  isSet: fc.boolean(),
  answers: fc.array(fc.option(fc.boolean(), { nil: undefined }), {
    minLength: names.length,
    maxLength: names.length,
  }),
  corrected: fc.boolean(),
});
type PageMade = typeof pages extends fc.Arbitrary<infer Made> ? Made : never;

function choiceOf(kind: Field["type"]["kind"], yes: boolean): boolean | string {
  if (kind === "yes-or-no") return yes;
  return kind === "one-of" ? (yes ? "red" : "blue") : yes ? "long" : "short";
}

function walked({ questions, isSet, answers, corrected }: PageMade): { journey: Journey; page?: JourneyPage } {
  const rules: Service["rules"] = {};
  const fields = questions.map(({ kind, opener, yes, mode }, at) => {
    const before = opener === undefined || at === 0 ? undefined : opener % at;
    const opened = before === undefined ? undefined : questions[before];
    const name = names[at] ?? "a";
    if (opened && before !== undefined)
      rules[`${name}/show when`] = whenIs([names[before] ?? "a"], choiceOf(opened.kind, yes));
    return question(name, kind === "one-of" ? { kind, list: "colours" } : { kind }, {
      ...(opened ? { showWhen: `${name}/show when` } : {}),
      ...(mode ? { prefill: { from: ["identity", name], source: "identity", mode } } : {}),
    });
  });
  const inGroup = (group: string) => fields.filter((_, at) => questions[at]?.group === group);
  const groups = ["first", "second"].flatMap((name): Part[] => {
    const parts = inGroup(name);
    return parts.length === 0 ? [] : [{ kind: "group", name, title: both(`Group ${name}`), parts }];
  });
  const page = {
    kind: "page" as const,
    name: "page",
    title: both("Page"),
    parts: [...inGroup("none"), ...groups],
    ...(isSet ? { set: { key: "some", title: both("Some") } } : {}),
  };
  const service = serviceWith([{ name: "section", title: both("Section"), steps: [page] }], { rules });
  const given = questions.flatMap(({ kind }, at) => {
    const answer = answers[at];
    return answer === undefined ? [] : [[names[at] ?? "a", choiceOf(kind, answer)] as const];
  });
  const other = questions.map(({ kind }, at) => [names[at] ?? "a", choiceOf(kind, answers[at] !== true)] as const);
  const at = "2026-06-16T07:40:00Z";
  const draft: Draft = {
    ...emptyDraft,
    answers: Object.fromEntries(given),
    origins: Object.fromEntries(
      questions.flatMap(({ mode }, index) =>
        mode?.startsWith("correctable") && corrected
          ? [[names[index] ?? "a", { kind: "corrected" as const, source: "identity", at, old: "" }] as const]
          : [],
      ),
    ),
    identity: { subject: "s", level: "high", kind: "person", at, parts: Object.fromEntries(other) },
  };
  const journey = walk(service, rulesOf(service), draft, settingOf(service));
  const [step] = journey.steps;
  return step?.kind === "page" ? { journey, page: step } : { journey };
}

/** Every attribute of that name in the form, in order. */
function attributes(node: DefaultTreeAdapterTypes.Node, name: string): string[] {
  const own = "attrs" in node ? node.attrs.filter((one) => one.name === name).map((one) => one.value) : [];
  return [...own, ...("childNodes" in node ? node.childNodes.flatMap((child) => attributes(child, name)) : [])];
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}

/** The form as the server writes it, read as a browser would. */
function treeOf(journey: Journey, page: JourneyPage, problems: readonly AnswerProblem[] = []) {
  const form = questionForm({ journey, page, problems, base: "", whyOf: () => [], sourceOf: () => undefined });
  return parseFragment(toText(form));
}

test("every question that is asked can be answered in one place, or is read in one; no id stands twice", () => {
  fc.assert(
    fc.property(pages, (made) => {
      const { journey, page } = walked(made);
      if (!page) return;
      const tree = treeOf(journey, page);
      const [ids, fields, controls] = [
        attributes(tree, "id"),
        attributes(tree, "data-field"),
        attributes(tree, "name"),
      ];
      expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
      for (const { path, asked: isAsked, locked } of page.fields) {
        expect([path, count(fields, path)]).toEqual([path, isAsked && !locked ? 1 : 0]);
        expect([path, count(ids, path)]).toEqual([path, isAsked ? 1 : 0]);
      }
      expect(count(controls, "proof")).toBe(page.fields.some((field) => field.asked && needsProof(field)) ? 1 : 0);
      const named = [
        ...attributes(tree, "for"),
        ...attributes(tree, "aria-describedby").flatMap((all) => all.split(" ")),
      ];
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      // No empty box is left where questions stand elsewhere.
      expect(emptyGroups(tree)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Groups of questions without a control in them. */
function emptyGroups(node: DefaultTreeAdapterTypes.Node): string[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const isGroup = attributes({ ...node, childNodes: [] } as DefaultTreeAdapterTypes.Element, "class").includes("group");
  const own = isGroup && attributes(node, "name").length === 0 ? ["group"] : [];
  return [...own, ...children.flatMap(emptyGroups)];
}

const proof = { id: "f", name: "proof.pdf", size: 10, mediaType: "application/pdf", sha256: "0" };

/** What a person posts who fills in whatever is empty: texts, a file, the first or the last choice. */
function filledIn(node: DefaultTreeAdapterTypes.Node, first: boolean): PostedFields {
  const posted: Record<string, PostedFields[string]> = {};
  for (const control of elements(node).filter(({ tagName }) => tagName === "input")) {
    const of = (name: string) => control.attrs.find((one) => one.name === name)?.value;
    const [name = "", type = "", value = ""] = [of("name"), of("type"), of("value")];
    if (type === "file") posted[name] = proof;
    else if (type !== "radio") posted[name] = value || "short";
    else if (of("checked") !== undefined || (first && !radioChosen(node, name)))
      posted[name] = of("checked") === undefined ? (posted[name] ?? value) : value;
    else if (!first && !radioChosen(node, name)) posted[name] = value;
  }
  return posted;
}

function radioChosen(node: DefaultTreeAdapterTypes.Node, name: string): boolean {
  return elements(node).some(
    ({ attrs }) =>
      attrs.some((one) => one.name === "name" && one.value === name) && attrs.some((one) => one.name === "checked"),
  );
}

function elements(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const own = "tagName" in node ? [node] : [];
  return [...own, ...("childNodes" in node ? node.childNodes.flatMap(elements) : [])];
}

test("whoever fills in what stands on the page gets on, and nothing that came from it is refused", () => {
  fc.assert(
    fc.property(pages, fc.boolean(), (made, first) => {
      let { journey } = walked(made);
      let problems: readonly AnswerProblem[] = [];
      const address = "section/page";
      for (let round = 0; round <= names.length + 1; round += 1) {
        const page = journey.steps.find((step) => step.address === address);
        if (page?.kind !== "page") return;
        const read = readPosted(journey, address, filledIn(treeOf(journey, page, problems), first));
        expect(read.forged).toEqual([]);
        if (read.next !== address) return;
        ({ journey, problems } = read);
      }
      expect("stays on the page").toEqual(problems);
    }),
    { numRuns: 500 },
  );
});
