// FW611: an AI adviser reads an answer that it must never see, or that the person it helps may not see; worked out from it counts too.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { onlySeenBy } from "./answer-not-for-role.ts";
import { type Flow, flowOf, overlaps } from "./flow.ts";
import { type Named, type NamedPlaces, namedPlaces, withoutName } from "./named-places.ts";
import { sayWay } from "./say-way.ts";

/** Answers that are kept from an adviser, and the line that does. */
export interface Kept {
  readonly paths: readonly string[];
  readonly line: Line;
  readonly words: string;
}

export function checkAdviserSeesTooMuch(model: Model): Problem[] {
  const advisers = model.tree.lines.filter((line) => line.form === "assistance <n> <t>");
  if (advisers.length === 0) return [];
  const [places, flow] = [namedPlaces(model), flowOf(model)];
  return advisers.flatMap((adviser) => {
    const kept = keptFrom(model, places, adviser);
    const reads = adviser.children.filter((line) => wordOf(line) === "reads").flatMap((line) => places.on(line));
    return reads.flatMap((named) => problemOf(model, places, flow, adviser, kept, named));
  });
}

function problemOf(
  model: Model,
  places: NamedPlaces,
  flow: Flow,
  adviser: Line,
  kept: readonly Kept[],
  named: Named,
): Problem[] {
  for (const { paths, line, words } of kept) {
    const way = flow.givenAway(paths).wayFrom(named.path);
    const answer = way && paths.find((path) => overlaps(path, way.at(-1) ?? ""));
    if (answer === undefined) continue;
    const said = sayWay(model, places, way ?? [], answer);
    const name = { adviser: nameAt(adviser)?.name ?? "", name: places.said(answer) };
    return [
      problems.adviserSeesTooMuch(named.span, name, {
        related: [...said.related, { span: line.span, words }],
        explanation: said.explanation,
        fixes: [withoutName(model, named)],
      }),
    ];
  }
  return [];
}

/** What it must never see, and what is kept from the role it helps. */
export function keptFrom(model: Model, places: NamedPlaces, adviser: Line): Kept[] {
  const helps = adviser.children.find((line) => wordOf(line) === "helps");
  const role = helps && nameAt(helps)?.name;
  const never = adviser.children
    .filter((line) => wordOf(line) === "never")
    .map((line) => ({ paths: places.on(line).map(({ path }) => path), line, words: "never" }));
  const others = onlySeenBy(model)
    .filter(({ roles }) => role !== undefined && !roles.includes(role))
    .map(({ paths, line, roles }) => ({ paths, line, words: `only ${roles.join(", ")}; it helps ${role}` }));
  return [...never, ...others];
}
