// What may stand beside a question: a box instead of the answer, choices that are fetched for this case, and ways a file may
// come without being uploaded.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, type Scope, type Situation } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { lengthAfter, nameAt, pathsAfter, says } from "../line.ts";
import type { Datum } from "../model.ts";
import { itemOfList } from "../names/items.ts";
import { keyOf } from "../names/keys.ts";
import { findDatum, notFound } from "../names/names.ts";
import { dottedOf } from "../readings.ts";
import { durationOf } from "../service/duration.ts";
import type { Field, Parameter, Words } from "../shapes.ts";

type Instead = NonNullable<Field["instead"]>;
type ChoicesFrom = NonNullable<Field["choicesFrom"]>;
type CanBe = NonNullable<Field["canBe"]>[number];

/** `instead no-number "I do not know it"`: the answer or this fact, exactly one. */
export function buildInstead(building: Building, line: Line, datum: Datum, label: Words): Instead {
  const name = nameAt(line)?.name ?? "";
  const path = [...(datum.item?.list ?? []), ...datum.path.slice(0, -1), keyOf(name)];
  building.asked.set(path.join("."), { ...building.asked.get(dottedOf(datum)), label });
  return placed(building, line.span, { path, name, label });
}

/** `choices from clinic's slots`: the first part of each record is kept as the answer, the others are what people read. */
export function choicesFrom(building: Building, line: Line, scope: Scope): ChoicesFrom | undefined {
  const path = pathsAfter(line, "from")[0];
  const datum = path && findDatum(building, path, scope);
  if (!path || !datum) return undefined;
  const item = itemOfList(building, [...(datum.item?.list ?? []), ...datum.path]);
  const parts = [...building.data.values()].filter((one) => one.item === item && one.from === "fetched");
  const [value, ...says] = parts.map((part): Parameter => {
    const name = part.said.slice(part.said.lastIndexOf("'s ") + 3);
    return { key: part.path[0] ?? "", name, type: part.type ?? { kind: "text" } };
  });
  if (!item || !value) {
    const lists = [...building.data.values()].filter((one) => one.from === "fetched" && one.type?.kind === "list");
    const candidates = lists.map((one) => ({ name: one.said, what: "list of a register" }));
    notFound(building, "data", path.words.map((word) => word.name).join("'s "), path.span, candidates);
    return undefined;
  }
  return placed(building, line.span, {
    path: [...datum.path],
    value: value.key,
    says: says.length > 0 ? says : [value],
    ...(datum.source !== undefined && { source: datum.source }),
  });
}

/** `can be sent later within 14 days` and its sisters. */
export function buildCanBe(building: Building, line: Line, at: Situation, owner: string): CanBe {
  if (says(line, "already", "with", "us")) return placed(building, line.span, { how: "already-with-us" });
  if (says(line, "post")) return placed(building, line.span, { how: "sent-by-post" });
  if (says(line, "someone", "else")) return placed(building, line.span, { how: "sent-by-someone-else" });
  const node = lengthAfter(line, "within");
  const within = durationOf(building, node);
  const canBe: CanBe = { how: "sent-later", ...(within && { within }) };
  if (node?.kind === "path") {
    const typed = typeValue(building, node, { ...at, line, needsAnswers: true });
    const rule = { form: "value" as const, gives: { kind: "duration" as const }, expression: typed.expression };
    canBe.withinRule = keepRule(
      building,
      { ...rule, at: node.span, broken: !typed.type },
      `${owner}/sent later within`,
    );
  }
  return placed(building, line.span, canBe);
}
