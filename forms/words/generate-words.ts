// Turns the .mf2 files of this folder into small typed functions, so that no parser of messages runs in a browser or on a server.
// Runs at `npm run generate` only. A language that lacks a sentence of the English file, or a placeholder, is refused by name.
import { readFile } from "node:fs/promises";
import { type Model, parseMessage } from "messageformat";

const folder = "forms/words";
const languages = [
  { tag: "en", name: "english" },
  { tag: "cy", name: "welsh" },
] as const;
const banner = "// Generated from the .mf2 files beside it by `npm run generate`. Do not edit.\n";

interface Sentence {
  readonly key: string;
  readonly message: Model.Message;
  /** Placeholder → its TypeScript type. */
  readonly holes: ReadonlyMap<string, "string" | "number">;
}

/** The generated files of this folder, in the shape that compiler/development/generate.ts takes. */
export const generatedWords = [
  { file: `${folder}/generated/shape.ts`, make: async () => shapeText(await readSentences("en")) },
  ...languages.map(({ tag, name }) => ({
    file: `${folder}/generated/${tag}.ts`,
    make: async () => languageText(tag, name, await readSentences("en"), await readSentences(tag)),
  })),
];

/** Reads `key = message` lines; indented lines belong to the message above; `#` begins a comment. Throws on a message that is not MessageFormat 2. */
export function parseSentences(text: string): Sentence[] {
  const entries: { key: string; text: string }[] = [];
  for (const line of text.split("\n")) {
    const start = /^([a-z][a-z0-9-]*) =\s?(.*)$/.exec(line);
    const last = entries.at(-1);
    if (start?.[1]) entries.push({ key: start[1], text: start[2] ?? "" });
    else if (last && /^\s+\S/.test(line)) last.text += `\n${line.trim()}`;
  }
  return entries.map((entry) => {
    const message = parseMessage(entry.text.trim());
    return { key: camel(entry.key), message, holes: holesOf(message) };
  });
}

async function readSentences(tag: string): Promise<Sentence[]> {
  return parseSentences(await readFile(`${folder}/${tag}.mf2`, "utf8"));
}

function holesOf(message: Model.Message): Map<string, "string" | "number"> {
  const holes = new Map<string, "string" | "number">();
  for (const declaration of message.declarations)
    if (declaration.type === "input")
      holes.set(
        declaration.name,
        ["integer", "number"].includes(declaration.value.functionRef?.name ?? "") ? "number" : "string",
      );
  const patterns = message.type === "select" ? message.variants.map((variant) => variant.value) : [message.pattern];
  for (const part of patterns.flat())
    if (
      typeof part !== "string" &&
      part.type === "expression" &&
      part.arg?.type === "variable" &&
      !holes.has(part.arg.name)
    )
      holes.set(part.arg.name, "string");
  return holes;
}

function shapeText(sentences: readonly Sentence[]): string {
  const lines = sentences.map((sentence) => `  readonly ${sentence.key}: ${typeText(sentence)};`);
  return `${banner}\n/** Every sentence that forms show. */\nexport interface FormWords {\n  /** BCP 47 tag of these words. */\n  readonly tag: string;\n${lines.join("\n")}\n}\n`;
}

function typeText(sentence: Sentence): string {
  if (sentence.holes.size === 0) return "string";
  const holes = [...sentence.holes].map(([name, type]) => `readonly ${name}: ${type}`);
  return `(holes: { ${holes.join("; ")} }) => string`;
}

function languageText(tag: string, name: string, english: readonly Sentence[], own: readonly Sentence[]): string {
  const byKey = new Map(own.map((sentence) => [sentence.key, sentence]));
  const missing = english.filter((sentence) => !byKey.has(sentence.key)).map((sentence) => sentence.key);
  const extra = own
    .filter((sentence) => !english.some((other) => other.key === sentence.key))
    .map((sentence) => sentence.key);
  const differing = english.filter((sentence) => {
    const other = byKey.get(sentence.key);
    return other && [...other.holes.keys()].sort().join() !== [...sentence.holes.keys()].sort().join();
  });
  if (missing.length || extra.length || differing.length)
    throw new Error(
      `${folder}/${tag}.mf2 does not match en.mf2. Missing: ${missing.join(", ") || "none"}. Not in English: ${extra.join(", ") || "none"}. Other placeholders: ${differing.map((s) => s.key).join(", ") || "none"}.`,
    );
  const entries = english.map(
    (sentence) => `  ${sentence.key}: ${valueText(byKey.get(sentence.key) ?? sentence, sentence)},`,
  );
  return `${banner}import { whenFirstUsed } from "../when-first-used.ts";\nimport type { FormWords } from "./shape.ts";\n\nconst plural = /* @__PURE__ */ whenFirstUsed(() => new Intl.PluralRules("${tag}"));\nconst number = /* @__PURE__ */ whenFirstUsed(() => new Intl.NumberFormat("${tag}"));\n\nexport const ${name}: FormWords = {\n  tag: "${tag}",\n${entries.join("\n")}\n};\n`;
}

function valueText(sentence: Sentence, english: Sentence): string {
  const { message } = sentence;
  if (message.type !== "select") {
    const text = patternText(message.pattern, english);
    return english.holes.size === 0 ? text : `(holes) => ${text}`;
  }
  const selector = message.selectors[0]?.name;
  if (message.selectors.length !== 1 || !selector) throw new Error(`${sentence.key}: one selector is what we read`);
  const counts = english.holes.get(selector) === "number";
  let text = "";
  for (const variant of message.variants) {
    const key = variant.keys[0];
    const value = patternText(variant.value, english);
    if (!key || key.type === "*") text += value;
    else if (!counts) text += `holes.${selector} === ${JSON.stringify(key.value)} ? ${value} : `;
    else if (/^\d+$/.test(key.value)) text += `holes.${selector} === ${key.value} ? ${value} : `;
    else text += `plural().select(holes.${selector}) === ${JSON.stringify(key.value)} ? ${value} : `;
  }
  return `(holes) => ${text}`;
}

function patternText(pattern: Model.Pattern, sentence: Sentence): string {
  const parts = pattern.map((part) => {
    if (typeof part === "string") return JSON.stringify(part);
    if (part.type !== "expression" || !part.arg)
      throw new Error(`${sentence.key}: only words and placeholders are what we read`);
    if (part.arg.type === "literal") return JSON.stringify(part.arg.value);
    return sentence.holes.get(part.arg.name) === "number"
      ? `number().format(holes.${part.arg.name})`
      : `holes.${part.arg.name}`;
  });
  return parts.length ? parts.join(" + ") : '""';
}

function camel(key: string): string {
  return key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
