// What every kind of question can do with an answer, without any HTML: read what was posted, say what is wrong, show the value.
import type { Field, Type } from "#contract";
import type { FileAnswer, Value } from "#contract/facts.ts";
import type { JourneyOption, PostedValue, Setting } from "../journey/shapes.ts";

/** What reading and showing an answer may depend on. */
export interface Asking {
  readonly type: Type;
  readonly label: string;
  readonly setting: Setting;
  readonly currency: string;
  readonly timeZone: string;
  readonly options: readonly JourneyOption[];
  readonly accept?: Field["accept"];
  /** The date on the document is asked beside its upload. */
  readonly dated?: boolean;
  /** The answer that is there already: files stay when no new one is chosen. */
  readonly present?: Value;
}

/** Posted values by the ending of the control's name: "" or ":day". */
export type PostedParts = Readonly<Record<string, readonly PostedValue[]>>;

/** What a posted answer means. `at` is the ending of the control a problem is about. */
export type Reading =
  | { readonly value: Value }
  | { readonly missing: string; readonly at?: string }
  | { readonly problem: string; readonly at?: string }
  /** No honest form sends this. */
  | { readonly forged: true };

/** What controls show, by ending: one text, or several for boxes that are ticked. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/** One kind of question. */
export interface AnswerKind {
  /** Endings of its controls' names. */
  readonly endings: readonly string[];
  /** What was posted, as a typed value; `missing` holds the words for an answer that is not there. */
  read(parts: PostedParts, asking: Asking): Reading;
  /** What the controls show for a value; money stands in the coin of the currency (ISO 4217). */
  texts(value: Value, currency: string): Texts;
  /** The value as it is compared with a register's: differences that mean nothing are gone. */
  normal(value: Value): string;
  /** What of a value was chosen from a list, where that is a part of it. */
  chosen?(value: Value): Value;
  /** Set in mono: registrations, codes. */
  readonly code?: boolean;
}

/** The posted text under an ending, trimmed, without control characters; "" when none was posted. */
export function postedText(parts: PostedParts, ending = ""): string {
  const first = parts[ending]?.[0];
  if (typeof first !== "string") return "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what we take out of typed text
  return first.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").trim();
}

/** A file answer, told from other records by its parts. */
export function isFileAnswer(value: unknown): value is FileAnswer {
  return typeof value === "object" && value !== null && "sha256" in value && "mediaType" in value && "id" in value;
}

/** Text compared without case, spaces at the ends, doubled spaces and curly quotes. */
export function plainText(value: Value): string {
  return String(value).normalize("NFC").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase();
}
