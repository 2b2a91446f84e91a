// The folder is the test: samples/<request>/<case>/ holds texts, the cursor marked with ‸ in one of them, and what comes back (expected.txt).
// `npm run accept compiler/language-server` writes the expected files anew.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readExpected } from "../development/expected.ts";
import { readMarked } from "./tests/marked-texts.ts";
import { showAnswer } from "./tests/show-answer.ts";

const folder = "compiler/language-server/samples";
const cases = readdirSync(folder).flatMap((request) =>
  readdirSync(path.join(folder, request)).map((name) => [request, name] as const),
);

test.each(cases)("%s: %s", async (request, name) => {
  const place = path.join(folder, request, name);
  const texts = readdirSync(place).filter((file) => !file.endsWith(".txt"));
  const marked = readMarked(new Map(texts.map((file) => [file, readFileSync(path.join(place, file), "utf8")])));
  const answer = showAnswer(request, marked);
  expect(answer).toBe(await readExpected(path.join(place, "expected.txt"), answer));
});
