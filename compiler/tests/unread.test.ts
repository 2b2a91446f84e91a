// No line is taken in and then does nothing: every line that can be read, in every text there is, has its reader or its own message.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { parseTree } from "../syntax/parse.ts";

/** Lines that cannot have an effect where they stand, each told by a code of its own. */
const told = [
  "line-stands-in-wrong-place",
  "lines-the-wrong-way-round",
  "line-above-is-missing",
  "second-service",
  "block-said-twice",
  "line-said-twice",
  "table-has-no-result",
];

const texts = ["compiler", "examples", "playground"]
  .flatMap((room) => readdirSync(room, { recursive: true, withFileTypes: true }))
  .filter(({ name, parentPath }) => name.endsWith(".service") && !parentPath.includes("node_modules"))
  .map(({ name, parentPath }) => path.join(parentPath, name))
  .filter((file) => !told.some((slug) => file.includes(slug)));

test("every line of every text has a reader", () => {
  const unread = texts.flatMap((file) => {
    const { tree } = parseTree(file, readFileSync(file, "utf8"));
    const model = buildModel(tree, [tree]);
    // What is below an `include` belongs to a library that does not stand beside the text here.
    const lines = (model?.unread ?? []).filter(({ form, parent }) => form !== undefined && parent?.word !== "include");
    return lines.map(({ form }) => `${file}: ${form}`);
  });
  expect(unread).toEqual([]);
});
