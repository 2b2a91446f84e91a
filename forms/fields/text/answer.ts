// Text as an answer, and the family of kinds that are text with a shape of their own. No HTML.
import type { Value } from "#contract/facts.ts";
import { type AnswerKind, type Asking, plainText, postedText } from "../answer-kind.ts";

/** What tells one kind of text from another. */
export interface TextShape {
  /** The text as it is kept; undefined when it is not of this kind. */
  readonly tidy?: (text: string) => string | undefined;
  /** What to say when it is not of this kind, or not there. */
  readonly wrong?: (asking: Asking) => string;
  readonly atMost?: number;
  readonly lines?: boolean;
  readonly code?: boolean;
  readonly normal?: (text: string) => string;
}

/** A kind of text. */
export function textKind(shape: TextShape): AnswerKind {
  const atMost = shape.atMost ?? 500;
  const missing = (asking: Asking) =>
    shape.wrong?.(asking) ?? asking.setting.words.enterAnswer({ label: asking.label });
  return {
    endings: [""],
    code: shape.code === true,
    read(parts, asking) {
      const text = shape.lines ? postedText(parts).replace(/\r\n?/g, "\n") : postedText(parts).replace(/\s+/g, " ");
      if (text === "") return { missing: missing(asking) };
      if ([...text].length > atMost)
        return { problem: asking.setting.words.atMostCharacters({ count: atMost, label: asking.label }) };
      const tidied = shape.tidy ? shape.tidy(text) : text;
      if (tidied === undefined) return { problem: missing(asking) };
      if (asking.type.pattern && !matchesWhole(tidied, asking.type.pattern)) return { problem: patternWords(asking) };
      return { value: tidied };
    },
    texts: (value: Value) => ({ "": String(value) }),
    normal: (value: Value) => (shape.normal ? shape.normal(String(value)) : plainText(value)),
  };
}

/** A short text. */
export const text = textKind({});

function patternWords(asking: Asking): string {
  const own = asking.type.patternWords?.[asking.setting.language] ?? Object.values(asking.type.patternWords ?? {})[0];
  return own ?? asking.setting.words.needsAnotherLook({ label: asking.label });
}

/** The author's pattern was checked by the compiler; one that a browser cannot read lets everything through, the server's schema decides. */
function matchesWhole(value: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(value);
  } catch (error) {
    if (error instanceof SyntaxError) return true;
    throw error;
  }
}
