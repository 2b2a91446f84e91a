// A page of questions as the server writes it: whatever stands in groups, opens under choices, is locked or wants a proof, each question
// that is asked can be answered in one place, and nothing else can.
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { needsProof } from "../journey/proof.ts";
import { readPosted } from "../journey/read-posted.ts";
import type { AnswerProblem, Journey, JourneyPage, PostedFields } from "../journey/shapes.ts";
import { toText } from "../render/to-text.ts";
import { address, names, pageOf, pages, walked } from "../tests/random-pages.ts";
import { questionForm } from "./question.ts";

/** Every attribute of that name in the form, in order. */
function attributes(node: DefaultTreeAdapterTypes.Node, name: string): string[] {
  const own = "attrs" in node ? node.attrs.filter((one) => one.name === name).map((one) => one.value) : [];
  return [...own, ...("childNodes" in node ? node.childNodes.flatMap((child) => attributes(child, name)) : [])];
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length;
}

/** The form as the server writes it, read as a browser would: with all that may come to stand on it. */
function wholeTreeOf(journey: Journey, page: JourneyPage, problems: readonly AnswerProblem[] = []) {
  const form = questionForm({ journey, page, problems, base: "", whyOf: () => [], sourceOf: () => undefined });
  return parseFragment(toText(form));
}

/** What of it is there to see. */
function treeOf(...of: Parameters<typeof wholeTreeOf>) {
  const tree = wholeTreeOf(...of);
  takeHidden(tree);
  return tree;
}

/** Takes hidden parts out; what could be sent from one would be an answer that nobody saw. */
function takeHidden(node: DefaultTreeAdapterTypes.Node): void {
  if (!("childNodes" in node)) return;
  const isHidden = (child: DefaultTreeAdapterTypes.Node) =>
    "attrs" in child && child.attrs.some(({ name }) => name === "hidden");
  const hidden = node.childNodes.filter(isHidden);
  expect(hidden.flatMap(sendable)).toEqual([]);
  node.childNodes = node.childNodes.filter((child) => !isHidden(child));
  for (const child of node.childNodes) takeHidden(child);
}

/** Names of controls that stand in nothing that is disabled. */
function sendable(node: DefaultTreeAdapterTypes.Node): string[] {
  const own = "attrs" in node ? node.attrs : [];
  if (own.some(({ name }) => name === "disabled")) return [];
  return [
    ...own.filter(({ name }) => name === "name").map(({ value }) => value),
    ...("childNodes" in node ? node.childNodes.flatMap(sendable) : []),
  ];
}

test("every question that is asked can be answered in one place, or is read in one; no id stands twice", () => {
  fc.assert(
    fc.property(pages, (made) => {
      const { journey, page } = walked(made);
      if (!page) return;
      const tree = treeOf(journey, page);
      const all = attributes(wholeTreeOf(journey, page), "id");
      expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
      const [ids, fields, controls] = [
        attributes(tree, "id"),
        attributes(tree, "data-field"),
        attributes(tree, "name"),
      ];
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
      for (let round = 0; round <= names.length + 1; round += 1) {
        const page = pageOf(journey);
        if (!page) return;
        const read = readPosted(journey, address, filledIn(treeOf(journey, page, problems), first));
        expect(read.forged).toEqual([]);
        if (read.next !== address) return;
        ({ journey, problems } = read);
      }
      // Only an answer that the text itself forbids keeps anybody here.
      expect(
        problems.filter(({ message }) => !/^(Not this|These do not|This needs another look)/.test(message)),
      ).toEqual([]);
      expect(problems).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});
