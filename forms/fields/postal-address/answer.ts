// A postal address as one answer: a record of line1, line2, town and postcode, each in its own control.
import type { Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { type AnswerKind, plainText, postedText } from "../answer-kind.ts";

const parts = ["line1", "line2", "town", "postcode"] as const;

export const postalAddress: AnswerKind = {
  endings: parts.map((part) => `:${part}`),
  read(posted, { setting, label }) {
    const typed: Record<string, string> = {};
    for (const part of parts) {
      const text = postedText(posted, `:${part}`).replace(/\s+/g, " ");
      if (text.length > 200) return { problem: setting.words.atMostCharacters({ count: 200, label }), at: `:${part}` };
      if (text) typed[part] = text;
    }
    if (Object.keys(typed).length === 0) return { missing: setting.words.enterAnswer({ label }), at: ":line1" };
    const open = parts.find((part) => part !== "line2" && !typed[part]);
    return open
      ? { problem: setting.words.enterAnswer({ label: setting.words[open] }), at: `:${open}` }
      : { value: typed };
  },
  texts: (value) => Object.fromEntries(parts.map((part) => [`:${part}`, String(own(value, part) ?? "")])),
  normal: (value) => linesOf(value).map(plainText).join("\n"),
};

function linesOf(value: Value): string[] {
  return parts.map((part) => String(own(value, part) ?? "")).filter((line) => line !== "");
}
