// Texts whose lines end as on Windows keep those line ends: a fix is the same one, whatever ends the lines.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";
import { pages } from "../diagnostics/generated/pages.ts";
import { applyEdits } from "../source/edits.ts";

type Files = ReadonlyMap<string, string>;

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
const withCrlf = (files: Files): Files => new Map([...files].map(([file, text]) => [file, crlf(text)]));

/** What each fix is called, and every text after it. */
function mended(files: Files): (readonly [string, string])[] {
  return compile("bad.service", files, { play }).problems.flatMap(({ code, fixes }) =>
    fixes.flatMap(({ title, edits }) =>
      [...files].map(([file, text]) => {
        const here = edits.filter(({ span }) => span.file === file);
        return [`${code} ${title} ${file}`, applyEdits(text, here)] as const;
      }),
    ),
  );
}

function expectSame(files: Files): void {
  expect(mended(withCrlf(files))).toEqual(mended(files).map(([fix, text]) => [fix, crlf(text)]));
}

function filesIn(folder: string): Files {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => name !== "expected.txt" && !name.startsWith("fixed"));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

const folders = ["check", "write"].flatMap((phase) =>
  readdirSync(`compiler/tests/samples/${phase}`).map((slug) => `compiler/tests/samples/${phase}/${slug}`),
);

test.each(folders)("%s", (folder) => expectSame(filesIn(folder)));

test.each(pages.map(({ code, bad }) => [code, bad] as const))("%s", (_, bad) =>
  expectSame(new Map([["bad.service", bad.text], ...Object.entries(bad.beside ?? {})])),
);

test("a line that goes takes its whole line end along", () => {
  expectSame(
    new Map([
      [
        "bad.service",
        `service permit "Permit"\nsection you "You"\n  ask pay "Pay?" as money\n    required when\n    hint "H"\n`,
      ],
    ]),
  );
});

test("in a text with two kinds of line ends a fix does as the line it stands in", () => {
  const text = `service permit "Permit"\nsection you "You"\r\n  ask pay "Pay?" as money optional\n  ask age "Age?" as number optional\r\n`;
  const [first, second] = compile("bad.service", new Map([["bad.service", text]])).problems.map(({ fixes }) =>
    applyEdits(text, fixes[0]?.edits ?? []),
  );
  expect(first).toContain("as money\n    optional\n");
  expect(second).toContain("as number\r\n    optional\r\n");
});

test("the same text gives the same service, whatever ends its lines: cases know a service by its bytes", () => {
  const places = ["compiler/guide/texts", "compiler/check/people/corpus"].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".service"))
      .map((name) => path.join(top, name)),
  );
  let long = 0;
  for (const place of places) {
    const files = filesIn(path.dirname(place));
    const { service } = compile(path.basename(place), files);
    expect([place, compile(path.basename(place), withCrlf(files)).service]).toEqual([place, service]);
    long += Object.values(service?.sourceMap ?? {}).filter(({ length }) => length > 100).length;
  }
  expect(long).toBeGreaterThan(0);
});
