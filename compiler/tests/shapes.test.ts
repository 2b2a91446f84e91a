// Defects through a calculation, a table, a list, a day, an include, a tick, a share of the money, a stage before: each is told, and the
// text beside it that is fine is not. What is looked for is told with the words of its own line.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { shapeEntry, shapes } from "./shapes.ts";

/** What is written, named, calculated, proved and led through the route; not what it says about people's data. */
const isAbout = (code: string) => /^FW([1-5]|801)/.test(code);

test.each(shapes.map((shape) => [shape.name, shape] as const))("%s", (_, { codes, words, files }) => {
  const { problems } = compile(shapeEntry, files, { play });
  const told = problems.filter(({ code }) => isAbout(code));
  if (codes.length === 0) {
    expect(told.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
    return;
  }
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }) => {
    const text = files.get(file) ?? "";
    return text.slice(text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", start));
  };
  const found = told.filter(
    ({ code, title, at }) => codes.includes(code) && (lineOf(at).includes(words) || title.includes(words)),
  );
  if (found.length === 0) expect(told.map(({ code, title }) => `${code} ${title}`)).toContain(codes.join(" or "));
});

test("there are many of both", () => {
  expect(shapes.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(140);
  expect(shapes.filter(({ codes }) => codes.length === 0).length).toBeGreaterThan(100);
});
