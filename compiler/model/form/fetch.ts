// Looking something up in a source, in the form or in a stage.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, type Situation } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { nameAt, pathsAfter } from "../line.ts";
import { keyOf } from "../names/keys.ts";
import { findName, notFound } from "../names/names.ts";
import type { Fetch } from "../shapes.ts";

/** `fetch <n> from <source>'s <operation> using <es>`; undefined when the source or its operation is not there. */
export function buildFetch(building: Building, line: Line, at: Situation): Fetch | undefined {
  const name = nameAt(line);
  const [source, operation] = pathsAfter(line, "from")[0]?.words ?? [];
  if (!name || !source || findName(building, "source", source) === undefined) return undefined;
  const operations = building.operations.get(source.name) ?? new Map();
  const needs = operation && operations.get(operation.name);
  if (!operation || !needs) {
    const candidates = [...operations.keys()].map((known) => ({ name: known, what: `operation of ${source.name}` }));
    notFound(building, "operation", operation?.name ?? "", (operation ?? source).span, candidates);
    return undefined;
  }
  const using = line.parts.find((part) => part.slot === "es")?.values ?? [];
  return placed<Fetch>(building, line.span, {
    kind: "fetch",
    key: keyOf(name.name),
    name: name.name,
    source: source.name,
    operation: operation.name,
    using: using.flatMap((value, index) => {
      const need = needs[index];
      if (!need) return [];
      const typed = typeValue(building, value, { ...at, needsAnswers: false }, need.type);
      const gives = typed.type ?? need.type;
      const rule = { form: "value" as const, gives, expression: typed.expression, at: value.span, broken: !typed.type };
      return [{ need: need.key, rule: keepRule(building, rule, `fetch ${name.name}/using ${need.name}`) }];
    }),
  });
}
