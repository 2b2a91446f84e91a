// What was not decided is told, however much it is: a few one by one, the rest as a number with their lines.
import { expect, test } from "vitest";
import { buildModel } from "../../model/build-model.ts";
import { parseTree } from "../../syntax/parse.ts";
import { tellUndecided } from "./not-decided.ts";

const text = `service s "S"\n${"\n".repeat(40)}`;
const { tree } = parseTree("s.service", text);
const model = buildModel(tree, [tree]);

function toldOf(count: number) {
  if (!model) throw new Error("The text has a service line");
  const all = Array.from({ length: count }, (_, line) => {
    const start = text.indexOf("\n") + 1 + line;
    return { what: `whether ${line} can be`, at: { file: "s.service", start, end: start } };
  });
  return tellUndecided(model, all);
}

test("each by itself, as long as they are few", () => {
  expect(toldOf(20)).toHaveLength(20);
  expect(toldOf(21).at(-1)?.explanation).toHaveLength(1);
});

test("of very many the rest is counted", () => {
  const told = toldOf(34);
  expect(told).toHaveLength(21);
  expect(told.at(-1)?.explanation.at(-1)).toBe(
    "Nor could it be decided of 13 places more: line 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34 ….",
  );
  expect(toldOf(22).at(-1)?.explanation.at(-1)).toBe("Nor could it be decided of one place more: line 23.");
});
