// FW618: an answer that is only asked for when another one is so; whoever sees that it was asked knows the other one, which is kept from them.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line } from "../../syntax/tree.ts";
import { textAt } from "../text-edits.ts";
import { onlySeenBy } from "./answer-not-for-role.ts";
import { flowOf } from "./flow.ts";
import { namedPlaces, withoutName } from "./named-places.ts";
import { shownIn } from "./shown-to.ts";

/** Only of single questions that are named: of a whole record, what is in it is told already (FW602). */
export function checkGivenAwayByAsking(model: Model): Problem[] {
  const places = namedPlaces(model);
  const limits = onlySeenBy(model);
  if (limits.length === 0) return [];
  const flow = flowOf(model);
  const byPath = new Map(model.data.map((datum) => [dottedOf(datum), datum]));
  return shownIn(model).flatMap(({ to, named, inList }) => {
    const datum = byPath.get(named.path);
    const line = datum && showWhenLine(datum);
    const rule = model.asked.get(named.path)?.askedWhen;
    if (!datum || !line || rule === undefined) return [];
    const kept = limits.filter(({ roles }) => !roles.includes(to));
    const limit = kept.find(({ paths }) => flow.givenAway(paths).isReadBy(rule));
    if (!limit || flow.givenAway(kept.flatMap(({ paths }) => paths)).wayFrom(named.path)) return [];
    const answer = limit.paths.find((path) => flow.givenAway([path]).isReadBy(rule)) ?? "";
    return [
      problems.givenAwayByAsking(
        named.span,
        { role: to, name: places.said(answer), shown: named.said },
        {
          related: [
            { span: line.span, words: "it is only asked then" },
            { span: limit.line.span, words: `only ${limit.roles.join(", ")}` },
          ],
          explanation: whenSaid(model, line, to, named.said),
          fixes: inList ? [withoutName(model, named)] : [],
        },
      ),
    ];
  });
}

function showWhenLine(datum: Datum): Line | undefined {
  return datum.line?.children.find((line) => line.form === "show when <c>");
}

function whenSaid(model: Model, line: Line, role: string, shown: string): string[] {
  const condition = line.parts.find((part) => part.slot === "c")?.span;
  const text = condition ? textAt(model.trees, condition) : "";
  return text === "" || text.includes("\n") ? [] : [`When ${role} sees an answer to ${shown}, they know that ${text}.`];
}
