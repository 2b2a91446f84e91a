// What a type of the author's own says about every question of it, beside its pattern: limits, a hint, who may see it.

import type { Line } from "../../syntax/tree.ts";
import type { Building } from "../building.ts";
import { after, nameAt, quotedAt, wordOf } from "../line.ts";
import type { Words } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

/** A type's own lines, and the text that they stand in. */
export interface OwnType {
  readonly name: string;
  readonly text: string;
  /** `must be …`, in the order written; a pattern is part of the type itself. */
  readonly limits: readonly Line[];
  readonly hint?: Words;
  readonly sensitive?: string;
}

/** The type of the author's own that a question is asked as; undefined for the types that every service has. */
export function ownTypeOf(building: Building, question: Line): OwnType | undefined {
  const node = question.parts.find((part) => part.slot === "ty")?.type;
  const name = node?.words.map((word) => word.name).join(" ");
  const own = name === undefined ? undefined : building.ownTypes.get(name);
  if (!own || name === undefined) return undefined;
  const hint = own.line.children.find((line) => line.form === "hint <t>");
  const sensitive = own.line.children.find((line) => line.form === "sensitive <n>");
  const limits = own.line.children.filter((line) => wordOf(line) === "must" && after(line, "match") === undefined);
  for (const line of [hint, sensitive, ...limits]) if (line) building.read.add(line);
  const key = { text: own.text, owner: `type ${name}` };
  const as = sensitive && nameAt(sensitive)?.name;
  return {
    name,
    text: own.text,
    limits,
    ...(hint && { hint: wordsOf(building.words, { ...key, slot: "hint" }, quotedAt(hint)) }),
    ...(as !== undefined && { sensitive: as }),
  };
}
