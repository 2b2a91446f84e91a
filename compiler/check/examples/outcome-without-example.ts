// FW702: an outcome that no example reaches, with a ready example where one can be found.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { quotedAt } from "../../model/line.ts";
import { lineOfStage, nameSpan } from "../route/stages.ts";
import { examplesFix } from "./examples-fix.ts";
import type { Played } from "./play-example.ts";
import { type Reached, reachedBy } from "./reached.ts";
import { findReadyExamples, type Goal } from "./ready-example.ts";
import type { Stage } from "./stage.ts";

/** A draft without examples is left alone: it gets there by its first one. */
export function checkOutcomeWithoutExample(stage: Stage, played: readonly Played[]): Problem[] {
  const { model } = stage;
  if (played.length === 0 && model.status.stage === "draft") return [];
  return missedOutcomes(stage, played, reachedBy(played));
}

function missedOutcomes(stage: Stage, played: readonly Played[], { places }: Reached): Problem[] {
  const missed = stage.model.outcomes.filter(({ name }) => !places.has(name));
  const goals = missed.map(
    ({ name }): Goal => ({
      key: name,
      isReached: (standings) => standings.at(-1)?.place.kind === "outcome" && standings.at(-1)?.place.name === name,
      expect: `outcome is ${name}`,
    }),
  );
  const ready = missed.length > 0 ? findReadyExamples(stage, played, goals) : undefined;
  return missed.flatMap((outcome) => {
    const line = lineOfStage(stage.model, outcome);
    if (!line) return [];
    const lines = ready?.get(outcome.name);
    const title = quotedAt(line)?.words ?? outcome.name;
    const fixes = lines ? [examplesFix(stage.model, [{ title, lines }])] : [];
    const explanation = lines
      ? []
      : ["No way to it was found from what the examples give: give other answers in a new one."];
    return [
      problems.outcomeWithoutExample(
        nameSpan(line),
        { reaches: `reaches outcome ${outcome.name}` },
        { explanation, fixes },
      ),
    ];
  });
}
