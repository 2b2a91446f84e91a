// Files of many modellers: every one in corpus/taken becomes a text without errors, every one in corpus/refused is refused with words that
// help. The folders are the test: `npm run accept compiler/tests` writes what is expected anew.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { readExpected } from "../development/expected.ts";
import { formatText } from "../format/format-tree.ts";
import { type Imported, importBpmn } from "../import/bpmn/import-bpmn.ts";
import { renderRefusals } from "../import/bpmn/refusal.ts";

const corpus = "compiler/import/corpus";
const filesIn = (folder: string): string[] =>
  readdirSync(path.join(corpus, folder))
    .filter((one) => one.endsWith(".bpmn"))
    .sort();
const taken = filesIn("taken");
const refused = filesIn("refused");

test("there are files to read", () => {
  expect(taken.length).toBeGreaterThan(15);
  expect(refused.length).toBeGreaterThan(15);
});

test.each(taken)("%s becomes a text without errors", async (file) => {
  const imported = importBpmn(readFileSync(path.join(corpus, "taken", file)));
  if ("refusals" in imported) throw new Error(renderRefusals(file, imported.refusals));
  expect(stopsOf(imported)).toEqual([]);
  expect(formatText("any.service", imported.text)).toBe(imported.text);
  const expected = path.join(corpus, "taken", file.replace(/bpmn$/, "service"));
  expect(imported.text).toBe(await readExpected(expected, imported.text));
});

test.each(refused)("%s is refused, with what to draw instead", async (file) => {
  const imported = importBpmn(readFileSync(path.join(corpus, "refused", file)));
  if (!("refusals" in imported)) throw new Error(imported.text);
  expect(imported.refusals.length).toBeGreaterThan(0);
  for (const { reason, instead } of imported.refusals) expect([reason, instead]).not.toContain("");
  const said = renderRefusals(file, imported.refusals);
  expect(said).toBe(
    await readExpected(path.join(corpus, "refused", file.replace(/bpmn$/, "txt")), `${said}\n`).then((text) =>
      text.trimEnd(),
    ),
  );
});

function stopsOf(imported: Imported): string[] {
  if ("refusals" in imported) return [];
  const { problems } = compile("any.service", new Map([["any.service", imported.text]]));
  return problems
    .filter(({ severity }) => severity === "stop")
    .map(({ code, args }) => `${code} ${JSON.stringify(args)}`);
}

/** Spoiled files: bytes turned, parts cut out, parts doubled. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...taken.map((file) => `taken/${file}`), ...refused.map((file) => `refused/${file}`)),
    fc.array(fc.tuple(fc.constantFrom("turn", "cut", "drop", "double", "end"), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([file, changes]) => changes.reduce(spoil, readFileSync(path.join(corpus, file))));

function spoil(bytes: Buffer, [how, where, what]: readonly [string, number, number]): Buffer {
  if (bytes.length === 0) return bytes;
  const at = where % bytes.length;
  const upTo = Math.min(bytes.length, at + 1 + (what % 60));
  if (how === "turn") {
    const turned = Buffer.from(bytes);
    turned[at] = what % 256;
    return turned;
  }
  if (how === "cut") return Buffer.concat([bytes.subarray(0, at), bytes.subarray(upTo)]);
  if (how === "double") return Buffer.concat([bytes.subarray(0, upTo), bytes.subarray(at)]);
  if (how === "end") return bytes.subarray(0, at);
  // One whole element or attribute less.
  const text = bytes.toString("latin1");
  const parts = [...text.matchAll(/<[^/!?][^>]*\/>|\s[\w:]+="[^"]*"|<(\w[\w:]*)[^>]*>[^<]*<\/\1>/g)];
  const part = parts[where % Math.max(1, parts.length)];
  return part ? Buffer.from(text.slice(0, part.index) + text.slice(part.index + part[0].length), "latin1") : bytes;
}

test("a spoiled file gives a text or a refusal, and never anything else", () => {
  fc.assert(
    fc.property(spoiled, (bytes) => {
      const imported = importBpmn(bytes);
      if ("refusals" in imported) expect(imported.refusals.length).toBeGreaterThan(0);
      else expect(stopsOf(imported)).toEqual([]);
    }),
    { numRuns: Number(process.env["FORMWORK_FUZZ"] ?? 60) },
  );
}, 600_000);

const start = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">';
const end = "</process></definitions>";
const read = (text: string): Imported => importBpmn(new TextEncoder().encode(text));

test("depth and size are bounded, and nothing runs out of stack", () => {
  const deep = `${start}${'<subProcess id="s">'.repeat(100_000)}${"</subProcess>".repeat(100_000)}${end}`;
  expect(read(deep)).toMatchObject({ refusals: [{ reason: expect.stringContaining("deep") }] });
  const wide = `${start}${'<task id="t"/>'.repeat(400_000)}${end}`;
  expect(read(wide)).toMatchObject({ refusals: [{ reason: expect.stringContaining("more than 300,000 elements") }] });
  expect(importBpmn(new Uint8Array(20_000_001).fill(0x20))).toMatchObject({
    refusals: [{ reason: expect.stringContaining("20 MB") }],
  });
});

test("a long process without an end in sight is read, one after the other", () => {
  const count = 1500;
  const tasks = Array.from({ length: count }, (_, at) => `<userTask id="t${at}" name="Step ${at}"/>`).join("");
  const flows = Array.from(
    { length: count - 1 },
    (_, at) => `<sequenceFlow id="f${at}" sourceRef="t${at}" targetRef="t${at + 1}"/>`,
  ).join("");
  const imported = read(`${start}${tasks}${flows}${end}`);
  expect("text" in imported && imported.text.split("\n").filter((line) => line.startsWith("  stage ")).length).toBe(
    count,
  );
});

test("gateways that only pass on, one behind the other, are walked through", () => {
  const count = 20_000;
  const gateways = Array.from({ length: count }, (_, at) => `<exclusiveGateway id="g${at}"/>`).join("");
  const flows = Array.from(
    { length: count - 1 },
    (_, at) => `<sequenceFlow sourceRef="g${at}" targetRef="g${at + 1}"/>`,
  ).join("");
  const ends = `<startEvent id="s"/><userTask id="t"/><sequenceFlow sourceRef="s" targetRef="g0"/><sequenceFlow sourceRef="g${count - 1}" targetRef="t"/>`;
  expect(read(`${start}${ends}${gateways}${flows}${end}`)).toHaveProperty("text");
});

test("many steps side by side are no trouble, taken or refused", () => {
  const loose = Array.from({ length: 150_000 }, (_, at) => `<userTask id="t${at}"/>`).join("");
  expect(read(`${start}${loose}${end}`)).toHaveProperty("refusals");
  const ends = Array.from(
    { length: 70_000 },
    (_, at) => `<endEvent id="e${at}"/><sequenceFlow sourceRef="g" targetRef="e${at}"/>`,
  ).join("");
  const fan = `<startEvent id="s"/><exclusiveGateway id="g"/><sequenceFlow sourceRef="s" targetRef="g"/>${ends}`;
  expect(Object.keys(read(`${start}${fan}${end}`))).not.toEqual([]);
});
