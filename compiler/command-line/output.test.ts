// What the commands say as JSON is what output.schema.json writes down: nothing else, and nothing less.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { createFolder, formwork } from "./tests/formwork-process.ts";

const written: unknown = JSON.parse(readFileSync("compiler/command-line/output.schema.json", "utf8"));
const { file } = createFolder();
const dog = readFileSync("compiler/tests/texts/dog-licence/dog.service", "utf8");
file("one/pets.shared", readFileSync("compiler/tests/texts/dog-licence/pets.shared", "utf8"));
const good = file("one/dog.service", dog);
const other = file("two/dog.service", dog.replace("£14 from", "£15 from").replace("\nroute\n", "\nrout\n"));
const fails = file("one/fails.service", dog.replace("fee is £14", "fee is £13"));
const bad = file("bad.service", 'service p "P"\n  agenci x "X"\n');
const samples = "compiler/tests/samples/check";

/** What others are built upon: closed there, where all members are known. */
const bases: ReadonlySet<string> = new Set(["problem", "stretch"]);

/** A program passes over members that it does not know; this test does not. */
function strict(node: unknown, key = ""): unknown {
  if (Array.isArray(node)) return node.map((one) => strict(one));
  if (typeof node !== "object" || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, strict(value, name)]));
  const isWhole = "properties" in inner && "type" in inner && !bases.has(key);
  return isWhole ? { ...inner, unevaluatedProperties: false } : inner;
}

function wrongIn(command: string, said: unknown): unknown {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  const closed = strict(written);
  if (typeof closed !== "object" || closed === null) throw new Error("There is no schema");
  ajv.addSchema({ ...closed, $id: "output" });
  const validate = ajv.getSchema(`output#/$defs/${command}`);
  if (!validate) throw new Error(`${command} is not written down`);
  return validate(said) ? [] : validate.errors;
}

test.each([
  ["check", [good]],
  ["check", [good, bad, `${samples}/name-used-twice/bad.service`, `${samples}/name-not-found/bad.service`]],
  ["test", [good, "--ready"]],
  ["test", [fails, bad]],
  ["why", [good, "fee"]],
  ["why", [good, "review"]],
  ["why", [good, "vet's practice"]],
  ["compare", [good, other]],
  ["compare", [good.replace("/dog.service", ""), other.replace("/dog.service", "")]],
])("formwork %s %j", (command, words) => {
  const { out } = formwork(command, ...words, "--format", "json");
  expect(out.length).toBeGreaterThan(50);
  expect(wrongIn(command, JSON.parse(out))).toEqual([]);
});

test("a member that is not written down is noticed, and one that is missing", () => {
  const said = JSON.parse(formwork("compare", good, other, "--format", "json").out);
  expect(wrongIn("compare", { ...said, more: 1 })).not.toEqual([]);
  const [first, ...rest] = said.differences;
  expect(wrongIn("compare", { differences: [{ ...first, chapter: undefined }, ...rest] })).not.toEqual([]);
  expect(wrongIn("compare", { differences: [{ ...first, more: 1 }, ...rest] })).not.toEqual([]);
});
