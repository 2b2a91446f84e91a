// The three renderers show the same problem at the same place, and the pages say everything a page must say.
import { expect, test } from "vitest";
import { parseTree } from "../syntax/parse.ts";
import { buildProblem } from "./build-problem.ts";
import { renderProblems } from "./generate-problems.ts";
import { pages } from "./generated/pages.ts";
import { readPage } from "./page.ts";
import { renderEditor } from "./render-editor.ts";
import { renderJson } from "./render-json.ts";
import { renderTerminal } from "./render-terminal.ts";

const text = 'service permit "Permit"\n  version 3 starts 01/04/2026\n';
const { problems } = parseTree("permit.service", text);

test("the terminal shows code, severity, place, marker and fixes", () => {
  expect(renderTerminal(problems, () => text)).toBe(
    [
      "FW110 Stop   01/04/2026 can be read two ways",
      "  permit.service line 2",
      "   2 |   version 3 starts 01/04/2026",
      "     |                    ^^^^^^^^^^",
      "  Fix: change it to  1 April 2026",
      "  Fix: change it to  4 January 2026",
      "",
    ].join("\n"),
  );
});

test("a text cannot command the terminal it is shown in", () => {
  const text = 'section a\u001b]0;x\u0007\u202e "A"\n';
  const said = renderTerminal(parseTree("permit.service", text).problems, () => text);
  expect(said).toContain("section a\u241b]0;x\u2407\ufffd");
  expect([...said].filter((sign) => sign < " " && sign !== "\n")).toEqual([]);
});

test("JSON counts lines and columns from 1, editors from 0", () => {
  const [json] = renderJson(problems, () => text);
  expect(json).toMatchObject({ code: "FW110", severity: "stop", line: 2, column: 20, endLine: 2, endColumn: 30 });
  const [editor] = renderEditor(problems, () => text);
  expect(editor?.range).toEqual({ start: { line: 1, character: 19 }, end: { line: 1, character: 29 } });
  expect(editor?.data.fixes.map((fix) => fix.edits[0]?.newText)).toEqual(["1 April 2026", "4 January 2026"]);
});

test("a very long line is shown in part, with its marker under the right word", () => {
  const long = `${"x".repeat(500)}HERE${"y".repeat(500)}`;
  const said = { code: "FW103", slug: "s", severity: "stop", message: "m", explanation: [] } as const;
  const lines = renderTerminal([buildProblem(said, { file: "a", start: 500, end: 504 }, {})], () => long).split("\n");
  const [shown = "", marker = ""] = lines.slice(2, 4);
  expect(shown.length).toBeLessThan(220);
  expect(shown.slice(marker.indexOf("^"), marker.lastIndexOf("^") + 1)).toBe("HERE");
});

test("a page that lacks a part says which", () => {
  expect(() => readPage("FW199-x.md", "# FW199 X\n\nSeverity: Stop\n")).toThrow("FW199-x.md lacks its");
});

test("no two pages have one code", () => {
  const [page] = pages;
  if (!page) throw new Error("no pages");
  expect(() => renderProblems([page, { ...page, slug: "another" }])).toThrow(`${page.code} (another)`);
});
