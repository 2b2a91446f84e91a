// FW520: a check whose time runs out takes the case out of its stage, and the other checks of that stage end with it (R1, R21);
// but where the case goes, what came of them is read.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Check, Stage } from "../../model/shapes.ts";
import { flowOf } from "../people/flow.ts";
import { lineOfStage } from "./stages.ts";

export function checkCheckLeadsPastOthers(model: Model): Problem[] {
  return (model.route?.stages ?? []).flatMap((stage) =>
    (stage.checks ?? []).flatMap((check) => {
      const { finish } = check;
      const there = model.route?.stages.find(({ name }) => name === finish?.goTo);
      if (!finish || !there) return [];
      const others = (stage.checks ?? []).filter((other) => other !== check);
      const lost = others.filter((other) => isReadIn(model, there, other));
      const span = model.places.get(finish)?.span;
      if (!span || lost.length === 0) return [];
      const names = lost.map(({ name }) => name).join(", ");
      return [
        problems.checkLeadsPastOthers(
          span,
          { check: check.name, others: names, place: there.name },
          { fixes: goOnWithout(model, stage, finish) },
        ),
      ];
    }),
  );
}

/** The stage shows it, or a condition there reads it. */
function isReadIn(model: Model, stage: Stage, check: Check): boolean {
  const own = model.data.filter(
    (datum) =>
      (datum.from === "stage" && datum.said === check.name) ||
      check.questions.some((field) => dottedOf(datum) === field.path.join(".")) ||
      check.doing.some(
        ({ fetch }) => fetch !== undefined && datum.from === "fetched" && datum.path.join(".") === fetch.key,
      ),
  );
  const paths = own.map(dottedOf);
  if (stage.shows.some((shown) => paths.some((path) => shown === path || shown.startsWith(`${path}.`)))) return true;
  const rules = [...stage.exits.map(({ when }) => when), ...stage.actions.flatMap(({ when }) => when ?? [])];
  const { isReadBy } = flowOf(model).givenAway(paths);
  return paths.length > 0 && rules.some(isReadBy);
}

function goOnWithout(model: Model, stage: Stage, finish: object): Fix[] {
  const line = lineOfStage(model, stage);
  const start = model.places.get(finish)?.span.start;
  const below = line?.children.flatMap((block) => block.children.flatMap((check) => check.children)) ?? [];
  const own = below.find((child) => child.span.start === start);
  const otherwise = own?.parts.find((part) => part.slot === "literal" && part.word === "otherwise");
  if (!own || !otherwise) return [];
  const span = { ...own.span, start: otherwise.span.start };
  return [{ title: "change it to  otherwise go on without it", edits: [{ span, text: "otherwise go on without it" }] }];
}
