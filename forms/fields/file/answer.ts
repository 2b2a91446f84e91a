// One uploaded file as an answer. The bytes stand in the host's file store; the answer says which and what they are.
import type { FileAnswer } from "#contract/facts.ts";
import { optionalParts } from "../../journey/optional-parts.ts";
import type { PostedValue, RefusedFile } from "../../journey/shapes.ts";
import { type AnswerKind, type Asking, isFileAnswer, type PostedParts, type Reading } from "../answer-kind.ts";

/** Reads posted files; those that were not taken come back as a problem in words. */
export function readFiles(
  posted: readonly PostedValue[],
  asking: Asking,
): { files: FileAnswer[] } | { problem: string } | { forged: true } {
  const files: FileAnswer[] = [];
  for (const one of posted) {
    if (one === "") continue;
    if (typeof one === "string") return { forged: true };
    if ("refused" in one) return { problem: refusedWords(one, asking) };
    const refused = checkFile(one, asking.accept);
    if (refused) return { problem: refusedWords({ refused, name: one.name }, asking) };
    files.push(one);
  }
  return { files };
}

/** Why a file of this name and size would not be taken; undefined when it would. Browser and server ask the same. */
export function checkFile(
  file: Pick<FileAnswer, "name" | "size">,
  accept: Asking["accept"],
): RefusedFile["refused"] | undefined {
  if (file.size === 0) return "empty";
  if (!accept) return undefined;
  if (file.size > accept.maxBytes) return "too-big";
  const ending = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  const known = accept.extensions.map((extension) => extension.toLowerCase());
  return known.includes(ending) || (ending === "jpeg" && known.includes("jpg")) ? undefined : "wrong-type";
}

/** What to do about a file that was not taken. */
export function refusedWords(file: RefusedFile, { accept, setting: { words, language } }: Asking): string {
  if (file.refused === "too-big")
    return words.fileTooBig({ name: file.name, size: sizeText(accept?.maxBytes ?? 10_000_000, language) });
  if (file.refused === "wrong-type") return words.fileWrongType({ name: file.name, kinds: kindsText(accept, words) });
  return file.refused === "empty" ? words.fileEmpty({ name: file.name }) : words.fileHarmful({ name: file.name });
}

/** "PDF, JPG or PNG" */
export function kindsText(accept: Asking["accept"], words: Asking["setting"]["words"]): string {
  const kinds = (accept?.extensions ?? []).map((extension) => extension.toUpperCase());
  const last = kinds.pop() ?? "";
  return kinds.length ? words.listOr({ start: kinds.join(", "), end: last }) : last;
}

/** Bytes in words: 10 MB. */
export function sizeText(bytes: number, language: string): string {
  const unit = bytes >= 1_000_000 ? "megabyte" : "kilobyte";
  const number = bytes / (unit === "megabyte" ? 1_000_000 : 1_000);
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(number);
}

/** One file, new or there already, with the date on it where that is asked. `missing` are the words where there is none. */
export function readOne(parts: PostedParts, asking: Asking, missing: string): Reading {
  const read = readFiles(parts[""] ?? [], asking);
  if (!("files" in read)) return read;
  const [chosen = asking.present] = read.files;
  if (!isFileAnswer(chosen)) return { missing };
  const dated = optionalParts.dated?.with([chosen], parts, asking) ?? { files: [chosen] };
  const [value] = "files" in dated ? dated.files : [];
  return "problem" in dated ? dated.problem : { value: value ?? chosen };
}

export const file: AnswerKind = {
  // Asked for when it is used: the optional parts read files themselves.
  get endings() {
    return ["", ...(optionalParts.dated?.endings ?? [])];
  },
  read: (parts, asking) => readOne(parts, asking, asking.setting.words.uploadFile({ label: asking.label })),
  texts: (value, currency) => optionalParts.dated?.texts(value, currency) ?? {},
  normal: (value) => (isFileAnswer(value) ? value.sha256 : ""),
};
