// Every kind of question passes the same tests: the folder's named examples, its label and hint and problem in HTML that
// parses, a post without scripts, another language. A new folder with a field.yaml is tested without any code here.
import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Field, Service, Type } from "#contract";
import type { Value } from "#contract/facts.ts";
import { showLines } from "../journey/fill.ts";
import type { JourneyField, PostedValue } from "../journey/shapes.ts";
import { emptyDraft, findStep, walk } from "../journey/walk.ts";
import type { FieldView } from "../parts/field.ts";
import { toText } from "../render/to-text.ts";
import { both, question, rulesOf, sectionOf, serviceWith, settingOf } from "../tests/services.ts";
import type { Asking, PostedParts } from "./answer-kind.ts";
import { answerKindOf } from "./answer-kinds.ts";
import { fieldTemplateOf } from "./field-templates.ts";

interface Example {
  readonly typed: Readonly<Record<string, PostedValue | readonly PostedValue[]>>;
}
interface Examples {
  readonly kind: Type["kind"];
  readonly missing: string;
  readonly unit?: string;
  readonly accept?: Field["accept"];
  readonly kept: readonly (Example & { readonly value: Value; readonly shown: readonly string[] })[];
  readonly refused?: readonly (Example & { readonly says: string; readonly at?: string })[];
  readonly forged?: readonly Example[];
}

const folder = new URL("./", import.meta.url);
const all: readonly Examples[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, folder)).includes("field.yaml"))
  .map((entry) => parse(readFileSync(new URL(`${entry.name}/field.yaml`, folder), "utf8")));

function partsOf({ typed }: Example): PostedParts {
  return Object.fromEntries(
    Object.entries(typed).map(([ending, value]) => [ending, Array.isArray(value) ? value : [value]]),
  );
}

/** The field on a real page of a real journey, in a language. */
function fieldOf(examples: Examples, language = "en"): { field: JourneyField; asking: Asking; service: Service } {
  const type: Type = ["one-of", "any-of"].includes(examples.kind)
    ? { kind: examples.kind, list: "colours" }
    : { kind: examples.kind, ...(examples.unit === undefined ? {} : { unit: examples.unit }) };
  const accept = examples.accept ? { accept: examples.accept } : {};
  const service = serviceWith([
    sectionOf("one", [
      question("answer", type, { label: both("Question", "Cwestiwn"), hint: both("A hint", "Awgrym"), ...accept }),
    ]),
  ]);
  const setting = settingOf(service, language);
  const step = findStep(walk(service, rulesOf(service), emptyDraft, setting), "one/answer");
  const field = step?.kind === "page" ? step.fields[0] : undefined;
  if (!field) throw new Error("no field");
  return {
    field,
    service,
    asking: {
      type,
      label: field.label,
      setting,
      currency: service.currency,
      timeZone: service.timeZone,
      options: field.options,
      ...accept,
    },
  };
}

type Element = DefaultTreeAdapterMap["element"];

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterMap["node"]) => {
    if (defaultTreeAdapter.isElementNode(node)) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((one) => one.name === name)?.value;
}

function textIn(element: Element | undefined): string {
  if (!element) return "";
  return element.childNodes
    .map((node) =>
      defaultTreeAdapter.isTextNode(node) ? node.value : defaultTreeAdapter.isElementNode(node) ? textIn(node) : "",
    )
    .join("");
}

describe.each(all.map((examples) => [examples.kind, examples] as const))("%s", (kind, examples) => {
  const answers = answerKindOf({ kind });
  const { field, asking, service } = fieldOf(examples);

  test.each(examples.kept.map((one) => [JSON.stringify(one.typed), one] as const))("keeps %s", (_, example) => {
    expect(answers.read(partsOf(example), asking)).toEqual({ value: example.value });
    expect(showLines(example.value, asking.type, service, asking.setting)).toEqual(example.shown);
  });

  test("what it shows in its controls is read back as the same value", () => {
    for (const { value } of examples.kept) {
      const texts = answers.texts(value, "GBP");
      if (Object.keys(texts).length === 0) continue;
      const parts = Object.fromEntries(
        Object.entries(texts).map(([ending, text]) => [ending, typeof text === "string" ? [text] : [...text]]),
      );
      expect(answers.read(parts, asking)).toEqual({ value });
    }
  });

  test.each((examples.refused ?? []).map((one) => [one.says, one] as const))("says: %s", (_, example) => {
    expect(answers.read(partsOf(example), asking)).toEqual({
      problem: example.says,
      ...(example.at ? { at: example.at } : answers.endings[0] === "" ? {} : { at: answers.endings[0] }),
    });
  });

  test("an answer that is not there is asked for in words; one no form sends is forged", () => {
    expect(answers.read({}, asking)).toMatchObject({ missing: examples.missing });
    for (const example of examples.forged ?? [])
      expect(answers.read(partsOf(example), asking)).toEqual({ forged: true });
  });

  test("any text at all is read without breaking, and a value read once is read the same again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }), {
          minLength: answers.endings.length,
          maxLength: answers.endings.length,
        }),
        (texts) => {
          const parts = Object.fromEntries(answers.endings.map((ending, index) => [ending, [texts[index] ?? ""]]));
          const read = answers.read(parts, asking);
          if (!("value" in read) || Object.keys(answers.texts(read.value, "GBP")).length === 0) return;
          const again = Object.fromEntries(
            Object.entries(answers.texts(read.value, "GBP")).map(([ending, text]) => [ending, [text].flat()]),
          );
          expect(answers.read(again, asking)).toEqual(read);
        },
      ),
      { numRuns: 200 },
    );
  });

  const view = (more: Partial<FieldView> = {}): FieldView => ({
    field,
    texts: {},
    only: false,
    setting: asking.setting,
    currency: "GBP",
    ...more,
  });
  const elements = (more: Partial<FieldView> = {}) => elementsOf(toText(fieldTemplateOf({ kind })(view(more))));

  test("has a label or legend, a hint that is spoken with it, and posts under its own name without scripts", () => {
    const found = elements();
    const controls = found.filter((one) => ["input", "select", "textarea"].includes(one.tagName));
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls)
      expect(answers.endings.map((ending) => `answer${ending}`)).toContain(attribute(control, "name"));
    const named =
      found.find((one) => one.tagName === "legend") ?? found.find((one) => attribute(one, "for") === "answer");
    expect(textIn(named)).toContain("Question");
    const described = found
      .map((one) => attribute(one, "aria-describedby") ?? "")
      .join(" ")
      .split(" ");
    expect(described).toContain("answer-hint");
    expect(textIn(found.find((one) => attribute(one, "id") === "answer-hint"))).toContain("A hint");
  });

  test("ids are there once, and a problem is spoken after the hint and can be reached by its link", () => {
    const control = `answer${answers.endings[0] ?? ""}`;
    const found = elements({ problem: { path: "answer", control, message: "Say it again", address: "one/answer" } });
    const ids = found.map((one) => attribute(one, "id")).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(control);
    expect(found.some((one) => attribute(one, "aria-describedby")?.startsWith("answer-hint answer-problem"))).toBe(
      true,
    );
    expect(textIn(found.find((one) => attribute(one, "id") === "answer-problem"))).toBe("Error: Say it again");
  });

  test("alone on its page its label is the heading; where it may be left out it says so", () => {
    expect(textIn(elements({ only: true }).find((one) => one.tagName === "h1")).trim()).toBe("Question");
    expect(toText(fieldTemplateOf({ kind })(view({ field: { ...field, required: false } })))).toContain("(optional)");
  });

  test.each(examples.kept.map((one) => [JSON.stringify(one.value), one] as const))(
    "%s stands in its controls again without scripts",
    (_, { value }) => {
      const texts = answers.texts(value, "GBP");
      const found = elements({ texts });
      for (const [ending, text] of Object.entries(texts)) {
        const own = found.filter((one) => attribute(one, "name") === `answer${ending}`);
        expect(
          own.flatMap(shownIn).filter((one) => one !== ""),
          ending,
        ).toEqual([text].flat().filter((one) => one !== ""));
      }
    },
  );

  test("speaks Welsh", () => {
    const welsh = fieldOf(examples, "cy");
    const html = toText(
      fieldTemplateOf({ kind })({
        field: welsh.field,
        texts: {},
        only: false,
        setting: welsh.asking.setting,
        currency: "GBP",
      }),
    );
    expect(html).toContain("Cwestiwn");
    expect(JSON.stringify(answers.read({}, welsh.asking))).not.toContain(examples.missing);
  });
});

/** What a control would post as it was sent. */
function shownIn(control: Element): string[] {
  if (control.tagName === "textarea") return [textIn(control)];
  const value = attribute(control, "value") ?? "";
  if (control.tagName === "select")
    return control.childNodes.flatMap((one) =>
      defaultTreeAdapter.isElementNode(one) && attribute(one, "selected") !== undefined
        ? [attribute(one, "value") ?? ""]
        : [],
    );
  const isTicked =
    !["radio", "checkbox"].includes(attribute(control, "type") ?? "") || attribute(control, "checked") !== undefined;
  return isTicked ? [value] : [];
}

test("money is typed in the coin of its currency, whatever its size", () => {
  const answers = answerKindOf({ kind: "money" });
  const { asking } = fieldOf({ kind: "money", missing: "", kept: [] });
  expect(answers.texts(19_950, "GBP")).toEqual({ "": "199.50" });
  expect(answers.texts(500, "JPY")).toEqual({ "": "500" });
  expect(answers.read({ "": ["1.234"] }, { ...asking, currency: "KWD" })).toEqual({ value: 1234 });
  expect(answers.read({ "": ["1.5"] }, { ...asking, currency: "JPY" })).toHaveProperty("problem");
});
