// The guide keeps its word: what it calls a service compiles, what it calls a mistake is one, every block has its page and every line an example.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { labelOfForm } from "../language-server/completion/form-snippet.ts";
import { helpOfLine } from "../language-server/help/line-words.ts";
import { blocks } from "../syntax/parse.ts";
import { pageName } from "./block-page.ts";
import { guideExamples } from "./generate-guide.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const steps = [...read("first-service.md").matchAll(/```service\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

function stopsOf(text: string): string[] {
  const { problems } = compile("street-party.service", new Map([["street-party.service", text]]), { play });
  return problems
    .filter(({ severity }) => severity === "stop")
    .map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`);
}

test("each text of the first service compiles; the last one has just the mistake that the guide speaks of, and no other once it is mended", () => {
  const last = steps.at(-1) ?? "";
  expect(steps.length).toBeGreaterThan(4);
  for (const text of steps.slice(0, -1)) expect(stopsOf(text), text).toEqual([]);
  expect(stopsOf(last)).toEqual(["FW201 appeal-look"]);
  const below = /Add below the stage `look`:\n\n```\n([\s\S]*?)```/.exec(read("first-service.md"))?.[1] ?? "";
  const mended = last
    .replace("\noutcome noted", `\n${below}\noutcome noted`)
    .replace("\nprivacy", '\noutcome dismissed "The refusal stands"\n\nprivacy');
  expect(stopsOf(mended)).toEqual([]);
});

test("the page about examples compiles, but for the stage that it says is missing; once it is there every example comes out", () => {
  const [, text = ""] = /```service\n([\s\S]*?)```/.exec(read("examples.md")) ?? [];
  expect(stopsOf(text)).toEqual(["FW201 look-again"]);
  expect(stopsOf(text.replace("go to look-again", "go to look"))).toEqual([]);
});

test("the guide's text about an allowance that is paid each month has nothing to tell: its examples play the payments", () => {
  const name = "care-allowance.service";
  const { problems } = compile(name, new Map([[name, read(`texts/${name}`)]]), { play });
  expect(problems).toEqual([]);
});

test("the whole service that the page about the route goes through has nothing to tell, and every line of the page stands in it", () => {
  const name = "scaffold.service";
  const text = read(`texts/${name}`);
  expect(compile(name, new Map([[name, text]]), { play }).problems).toEqual([]);
  const shown = [...read("route.md").matchAll(/```\n([\s\S]*?)```/g)].flatMap(([, lines = ""]) =>
    lines.trimEnd().split("\n"),
  );
  expect(shown.length).toBeGreaterThan(30);
  for (const line of shown) expect(text.split("\n")).toContain(line);
});

test("every block has its page in the list", () => {
  const list = read("README.md");
  for (const heading of blocks.byHeading.keys()) expect(list).toContain(`(generated/blocks/${pageName(heading)})`);
});

test("the page of each block says how its headings are read, for whoever comes from elsewhere", () => {
  for (const heading of blocks.byHeading.keys())
    expect(read(`generated/blocks/${pageName(heading)}`)).toContain("`[ ]` may be left out");
});

test("every line of the language says what it is for, and shows a line that somebody wrote", async () => {
  const examples = await guideExamples();
  const bare = [...blocks.byHeading.values()].flatMap(({ heading, forms }) =>
    forms.filter(({ text }) => examples.of(heading, text) === undefined).map(({ text }) => text),
  );
  expect([...new Set(bare)]).toEqual([]);
  for (const { heading, forms } of blocks.byHeading.values())
    for (const form of forms) expect(helpOfLine(heading, labelOfForm(form)), `${heading}: ${form.text}`).toBeTruthy();
});

test("the guide's own text, which has the rarer lines, compiles", () => {
  const names = ["market-stall.service", "market-stall.cy.words"];
  const files = new Map(names.map((name) => [name, read(`texts/${name}`)]));
  const { problems } = compile("market-stall.service", files, { play });
  expect(problems.filter(({ severity }) => severity === "stop").map(({ code }) => code)).toEqual([]);
});
