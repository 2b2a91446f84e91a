// Every line of the catalogue, and every type, has its sentence.
import { expect, test } from "vitest";
import { typeNames } from "../../model/types/type-names.ts";
import { readTokens } from "../../syntax/lexer.ts";
import { createNodes } from "../../syntax/nodes.ts";
import { blocks, grammar } from "../../syntax/parse.ts";
import { waysToWrite } from "../completion/form-snippet.ts";
import { helpOfLine } from "./line-words.ts";
import { helpOfType } from "./type-words.ts";

const lines = [...blocks.byHeading].flatMap(([heading, { forms }]) =>
  forms.flatMap((form) => waysToWrite(form.items).map((way) => ({ heading, form, ...way }))),
);

test("every line that may stand somewhere is explained in a sentence", () => {
  const silent = lines.filter(({ heading, label }) => !helpOfLine(heading, label)?.endsWith("."));
  expect(silent.map(({ heading, label }) => `${heading}: ${label}`)).toEqual([]);
});

test("every type is explained in a sentence", () => {
  expect(typeNames.filter((name) => !helpOfType(name)?.endsWith("."))).toEqual([]);
});

test("every line that is offered can be read as the line it stands for, once its places keep their examples", () => {
  const unread = lines.flatMap(({ form, snippet }) => {
    const line = snippet
      .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, "$1")
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
      .replace(/\bcondition\b/g, "keeper is yes")
      .replace(/\bcomparison\b/g, "at least 1")
      .replace(/\btype\b(?!\s+\$)/g, "text")
      .replace(/^text /, "type ");
    const { tokens } = readTokens(line, grammar.words);
    const { stop } = grammar.read(form, [...tokens], createNodes(""), false);
    return stop === undefined ? [] : [`${form.text}: ${line}`];
  });
  expect(unread).toEqual([]);
});
