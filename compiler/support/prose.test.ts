// Small Markdown to blocks: what is a sign, what stays text, and that no text is ever lost or becomes an address.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, fillProse, parseInline, parseProse, toPlainText } from "./prose.ts";

test("paragraphs and lists", () => {
  expect(parseProse("One line\ngoes on.\n\n- a\n- b\n  more\n1. x\n2. y\nEnd")).toEqual([
    { kind: "paragraph", parts: [{ kind: "text", text: "One line goes on." }] },
    { kind: "list", ordered: false, entries: [[{ kind: "text", text: "a" }], [{ kind: "text", text: "b more" }]] },
    { kind: "list", ordered: true, entries: [[{ kind: "text", text: "x" }], [{ kind: "text", text: "y" }]] },
    { kind: "paragraph", parts: [{ kind: "text", text: "End" }] },
  ]);
});

test("bold, italics and links, inside each other", () => {
  expect(parseInline("a **b *c*** [d](https://e.example/f?g=h) _i_")).toEqual([
    { kind: "text", text: "a " },
    {
      kind: "strong",
      parts: [{ kind: "text", text: "b *c" }],
    },
    { kind: "text", text: "* " },
    { kind: "link", address: "https://e.example/f?g=h", parts: [{ kind: "text", text: "d" }] },
    { kind: "text", text: " " },
    { kind: "emphasis", parts: [{ kind: "text", text: "i" }] },
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "//evil.example", "/path", "https://a b", ""])(
  "[x](%s) leads nowhere",
  (address) => {
    expect(JSON.stringify(parseProse(`[x](${address})`))).not.toContain('"link"');
  },
);

test.each(["snake_case_name", "2 * 3 * 4", "a {b*c*d} e", "5 ** 6", "[no link]", "<b>html</b>"])(
  "%s is only text",
  (text) => {
    expect(parseInline(text)).toEqual([{ kind: "text", text }]);
  },
);

test("a value that is filled in never becomes a link or bold", () => {
  const filled = fillProse(parseProse("Hello {name}, **{name}**"), (text) =>
    text.replaceAll("{name}", "[x](https://evil.example) **b**"),
  );
  expect(JSON.stringify(filled)).not.toContain('"link"');
  expect(toPlainText(filled)).toBe("Hello [x](https://evil.example) **b**, [x](https://evil.example) **b**");
});

test("plain text for letters", () => {
  expect(toPlainText(parseProse("**Pay** at [our site](https://pay.example).\n\n- a\n- b\n\n1. c"))).toBe(
    "Pay at our site (https://pay.example).\n\n- a\n- b\n\n1. c",
  );
  expect(toPlainText(parseProse("[a@b.example](mailto:a@b.example)"))).toBe("a@b.example");
});

test("any text gives blocks, and its letters all stay, in order", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "a",
      "b",
      " ",
      "*",
      "**",
      "_",
      "[",
      "]",
      "](https://x.y)",
      "(",
      "\n",
      "\n\n",
      "- ",
      "1. ",
      "{",
      "}",
      "\\",
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const letters = (from: string): string => from.replace(/https:\/\/x\.y/g, "").replace(/[^ab]/g, "");
      expect(letters(toPlainText(parseProse(text)))).toBe(letters(text));
    }),
    { numRuns: 1000 },
  );
});

test("deeply nested signs end", () => {
  const blocks: Block[] = parseProse(`${"*_".repeat(20_000)}a`);
  expect(toPlainText(blocks)).toContain("a");
});
