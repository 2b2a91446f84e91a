// A number as an answer, and the family of kinds that are numbers. No HTML.
import type { Value } from "#contract/facts.ts";
import { type AnswerKind, type Asking, postedText, type Reading } from "../answer-kind.ts";

/** What tells one kind of number from another. */
export interface NumberShape {
  readonly wrong: (asking: Asking) => string;
  readonly whole?: boolean;
  /** From the number typed to the value kept, and back to the text in the control. */
  readonly keep?: (typed: number, asking: Asking) => number | undefined;
  readonly text?: (value: number, currency: string) => string;
  /** Signs that people write around the number: "£", "%". */
  readonly signs?: RegExp;
}

/** A kind of number. */
export function numberKind(shape: NumberShape): AnswerKind {
  return {
    endings: [""],
    read(parts, asking): Reading {
      const typed = postedText(parts);
      if (typed === "") return { missing: shape.wrong(asking) };
      const number = parseNumber(shape.signs ? typed.replace(shape.signs, "") : typed);
      const kept = number === undefined ? undefined : shape.keep ? shape.keep(number, asking) : number;
      if (kept === undefined || (shape.whole && !Number.isSafeInteger(kept))) return { problem: shape.wrong(asking) };
      return { value: kept };
    },
    texts: (value: Value, currency) => ({ "": shape.text ? shape.text(Number(value), currency) : String(value) }),
    normal: (value) => String(Number(value)),
  };
}

/** "1,250.5", "1 250.5" and "-3" as numbers. A comma counts only before groups of three digits; anything else is not a number. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return undefined;
  const number = Number(plain.replaceAll(",", ""));
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : undefined;
}

/** Any number. */
export const number = numberKind({ wrong: (asking) => asking.setting.words.enterNumber });
