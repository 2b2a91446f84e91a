// Templates say here what they say in lit's own renderer, whatever values they hold: compared as a parser of HTML reads both.
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import fc from "fast-check";
import { html, nothing, type TemplateResult } from "lit";
import { parseFragment, serialize } from "parse5";
import { expect, test } from "vitest";
import { toText } from "../render/to-text.ts";

const text = fc.oneof(fc.string(), fc.constantFrom("<b>", '"', "'", "&amp;", "</textarea>", "$&", "\n first", ">", ""));
const attribute = fc.oneof(text, fc.constant(nothing));

/** Every way in which our templates hold values. */
const { template } = fc.letrec<{ template: TemplateResult; content: unknown }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.constantFrom(nothing, undefined, null),
    tie("template"),
    fc.array(tie("content"), { maxLength: 3 }),
  ),
  template: fc.oneof(
    fc.tuple(attribute, tie("content")).map(([name, inner]) => html`<p class=${name}>${inner} and ${inner}</p>`),
    fc.tuple(text, tie("content")).map(
      ([name, inner]) => html`<div id="a ${name} b" class="c">
      ${inner}
    </div>`,
    ),
    fc.tuple(text, fc.boolean()).map(
      ([value, on]) => html`<input
      type="text"
      .value=${value}
      ?checked=${on} aria-label=${value}
    >`,
    ),
    tie("content").map((inner) => html`<svg viewBox="0 0 1 1"><g class=${"x"}></g></svg>${inner}`),
  ),
}));

function read(said: string): string {
  return serialize(parseFragment(said)).replace(/<!--.*?-->/gs, "");
}

test("a template says what lit's own renderer says", () => {
  fc.assert(
    fc.property(template, (one) => {
      expect(read(toText(one))).toBe(read(collectResultSync(render(one)).replaceAll("<?>", "")));
    }),
    { numRuns: 400 },
  );
});

test("a text area shows its value, which lit's own renderer leaves out, and keeps an empty first line", () => {
  expect(read(toText(html`<textarea .value=${"\nsecond <b>"} id="t"></textarea>`))).toBe(
    '<textarea id="t">\nsecond &lt;b&gt;</textarea>',
  );
});
