// Names for the text from labels of a drawing: lower-case words joined by hyphens, in any language's letters, never two alike,
// and never a word that has a meaning of its own in a line.
import { catalogueText } from "../../syntax/catalogue.ts";
import { reservedWords } from "../../syntax/keywords.ts";
import { letters } from "../../syntax/tokens.ts";

const sign = new RegExp(`[^${letters}\\d]+`, "g");
const notFirst = new RegExp(`^[^${letters}]+`);
/** Longer names make lines that nobody reads to the end. */
const longest = 48;

/** A label as a name; "" where nothing of it can stand in one. */
export function slugOf(label: string): string {
  const words = label
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’ʼ]/g, "")
    .replace(sign, "-")
    .replace(notFirst, "")
    .replace(/^[\u0300-\u036f]+/, "")
    .replace(/^-+|-+$/g, "");
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1);
  const at = cut.lastIndexOf("-");
  return (at > 12 ? cut.slice(0, at) : cut.slice(0, longest)).replace(/-+$/, "");
}

/** Words of lines and of values, and names that every service has. */
const taken: ReadonlySet<string> = new Set([
  ...reservedWords,
  ...(catalogueText.match(/[a-z]+/g) ?? []),
  ..."applicant staff representative appointee identity urgent late outcome true false today eligible approved sent decided".split(
    " ",
  ),
  ..."text number money date month year time country language postcode vehicle file files photo email answers inbox letter".split(
    " ",
  ),
  ..."january february march april may june july august september october november december days weeks months years".split(
    " ",
  ),
]);

/** Names of one text. Two that differ only in hyphens would stand under the same key. */
export class Names {
  readonly #used = new Set<string>();
  /** Where to go on counting: many steps may have the same words. */
  readonly #numbers = new Map<string, number>();

  /** A name of its own for a label. `kind` is added where the label alone would be a word of the language. */
  take(label: string, kind: string): string {
    const slug = slugOf(label);
    const base = slug === "" ? (kind === "stage" ? "step" : `${kind}-1`) : taken.has(slug) ? `${slug}-${kind}` : slug;
    let name = base;
    let number = this.#numbers.get(base) ?? 2;
    for (; this.#used.has(keyOf(name)); number++) name = `${base}-${number}`;
    this.#numbers.set(base, number);
    this.#used.add(keyOf(name));
    return name;
  }
}

function keyOf(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}

/** Words in quotation marks of a text: on one line, without signs that mean something there. */
export function quoted(words: string): string {
  const clean = words
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, " ")
    .replace(/["“”„]/g, "’")
    .replaceAll("{", "(")
    .replaceAll("}", ")")
    .trim();
  return `"${clean.length > 200 ? `${clean.slice(0, 199).trimEnd()}…` : clean || "No name"}"`;
}

/** Comment lines; long ones are broken between words. */
export function comment(words: string, indent = ""): string[] {
  const clean = words.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim();
  const room = Math.max(40, 118 - indent.length);
  const lines: string[] = [];
  let line = "";
  for (const word of clean.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > room) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].filter((one) => one !== "").map((one) => `${indent}# ${one}`);
}
