// How long the proofs and checks of a long route take: 300 stages, half of them of people, with conditions, ways back and appeals.
// Floor: chevrotain lexing the same text. Twice the stages should take about twice as long.
import { checkModel } from "../check/check-model.ts";
import { buildModel } from "../model/build-model.ts";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";
import { medianTime, printMeasured } from "./measure.ts";

/** A route of so many stages: people decide in every second one, conditions in the others. */
function longRoute(count: number): string {
  const stages = Array.from({ length: count }, (_, at) => {
    const next = at + 1 < count ? `stage-${at + 1}` : "granted";
    const after = at + 2 < count ? `stage-${at + 2}` : "granted";
    const back = `stage-${Math.max(1, at - 5)}`;
    return at % 2 === 0
      ? [
          `  stage stage-${at} "Step ${at}"`,
          `    when pay is at least £${at + 10} and keeper is yes go to ${after}`,
          `    when zone is north go to ${next}`,
          `    otherwise go to ${next}`,
        ]
      : [
          `  stage stage-${at} "Step ${at}" by officer`,
          "    shows pay, keeper",
          `    ask points-${at} "How many points?" as whole number`,
          `    can pass when points-${at} is at least 5 then go to ${next}`,
          `    can send-back with reason then go to ${back}`,
          "    can refuse with reason then go to refused",
          "    finish within 5 days",
        ];
  });
  return [
    'service long "Long"',
    'role officer "an officer"',
    'role appeals-officer "an appeals officer"',
    "list zones",
    '  - north "North"',
    '  - south "South"',
    'section you "You"',
    '  ask pay "What do you earn?" as money',
    '  ask keeper "Are you the keeper?" as yes or no',
    '  ask zone "Which zone?" as one of zones',
    "route",
    ...stages.flat(),
    '  stage appeal "Somebody else looks at it" by appeals-officer',
    "    shows pay, keeper",
    "    can uphold then go to granted",
    "    finish within 20 days",
    'outcome granted "Granted"',
    'outcome refused "Refused"',
    "  applicant can appeal within 28 days then go to appeal",
  ].join("\n");
}

for (const count of [75, 150, 300]) {
  const text = longRoute(count);
  const { tree } = parseTree("long.service", text);
  const floor = medianTime(() => {
    lexText(text);
  });
  const checking = medianTime(
    () => {
      const model = buildModel(tree, [tree]);
      if (model) checkModel(model);
    },
    5,
    1,
  );
  printMeasured(`model and checks of a route of ${count} stages`, checking, "chevrotain lexing", floor);
}
