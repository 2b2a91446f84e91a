// FW510: two `when` lines of a stage that can both be yes and lead to different places (R4). The first one counts; the author
// should have meant that, so one case is named for which it matters.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { conditionOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Span } from "../../syntax/tree.ts";
import type { Undecided } from "../logic/not-decided.ts";
import { leansOnUnread } from "../logic/not-looked-into.ts";
import { sayExample } from "../proof/example.ts";
import { nameOfFact } from "../proof/facts.ts";
import { allOf, opposite, variablesOf } from "../proof/formula.ts";
import { insertAt, lineNumber, textAt } from "../text-edits.ts";
import { exampleOf } from "./example-case.ts";
import type { Found, OnTheWay } from "./on-the-way.ts";
import type { Way } from "./route-graph.ts";
import { lineOfStage } from "./stages.ts";

export function checkTwoWaysBothYes(walked: OnTheWay): Found {
  const found: Problem[] = [];
  const undecided: Undecided[] = [];
  for (const stage of walked.graph.stages) {
    const exits = walked.graph.from(stage.name).filter(({ kind }) => kind === "exit");
    for (const [index, later] of exits.entries()) {
      if (walked.verdict(later) === "none" || later.isBareCount) continue;
      for (const first of exits.slice(0, index)) {
        if (first.to === later.to || walked.verdict(first) !== "found") continue;
        const told = compareWays(walked, first, later);
        const what = "whether two ways out of this stage can both be yes";
        if (told === "open") undecided.push({ what, at: later.at });
        else if (told === "not looked into") undecided.push({ what, at: later.at, why: notLookedInto });
        else if (told) found.push(told);
        // One example is enough for one line.
        if (told) break;
      }
    }
  }
  return { problems: found, undecided };
}

const notLookedInto =
  "They speak of the same thing in ways that proofs do not look into: items of a list, a pattern, a division. Where both are yes, the one that stands first counts.";

const whyNotNamed =
  "Proofs do not look into items of a list, patterns and divisions, so it is not written out: give one as an example, and see where it goes.";

function compareWays(walked: OnTheWay, first: Way, later: Way): Problem | "open" | "not looked into" | undefined {
  const { model } = walked.graph;
  const { t } = walked.prover;
  if (first.when === undefined || later.when === undefined) return undefined;
  const both = [t.yes({ op: "rule", id: first.when }), t.yes({ op: "rule", id: later.when })];
  // What stands before the first of them must not have been yes.
  const before = allOf(first.before.map((id) => opposite(t.yes({ op: "rule", id }))));
  const found = walked.caseIn(first.from ?? "", [before, ...both]);
  if (found === "open") return "open";
  if (found === "none") return undefined;
  const { answer, facts } = found;
  const example = sayExample(t, both, answer);
  const names = [...variablesOf(t.vocabulary.withAxioms(allOf(both)))];
  const rough = names.filter((name) => t.vocabulary.isRough(name));
  const isRough = rough.length > 0;
  if (isRough && leansOnUnread(walked.prover, allOf(both), answer)) return "not looked into";
  // What is not looked into (items of a list, patterns) gives no case that could be named; what reads other answers can be as it likes.
  if (isRough ? !rough.every((name) => isOfForm(walked, name)) : example === "") return undefined;
  // How many items are like this may hang on the same items as whether some are.
  if (isRough && names.some((name) => t.vocabulary.isCount(name) && t.vocabulary.countCalled(name) === undefined))
    return "not looked into";
  const line = lineNumber(model.trees, first.at);
  return problems.twoWaysBothYes(
    later.at,
    { line, to: first.to },
    {
      related: [{ span: first.at, words: "this one counts, because it stands first" }],
      explanation: isRough
        ? [`A case of which both are so goes to ${first.to}, not to ${later.to}. ${whyNotNamed}`]
        : [
            `When ${example}, both are yes: the case goes to ${first.to}, not to ${later.to}.`,
            ...exampleOf(walked, both, [before, ...facts], answer),
          ],
      fixes: unlessFix(model, first, later),
    },
  );
}

/** Whether what is not looked into reads answers of the application only: what several people decide is counted in an order that is meant. */
function isOfForm({ prover: { t } }: OnTheWay, rough: string): boolean {
  const reads = t.vocabulary.readUnseen(rough);
  if (!reads) return false;
  const asked = new Set(
    t.data.flatMap(({ order, path, item }) => (order === undefined ? [] : [nameOfFact(path, item?.key)])),
  );
  return [...reads].every((name) => asked.has(name));
}

/** Says what counts: the second only when the first is not so. Nothing changes for any case. */
function unlessFix(model: Model, first: Way, later: Way): Fix[] {
  const [one, two] = [first, later].map((way) => {
    const stage = model.route?.stages.find(({ name }) => name === way.from);
    const line = stage && lineOfStage(model, stage)?.children.find((child) => child.span.start === way.at.start);
    return line && conditionOf(line);
  });
  const isPlain = one && two && one.kind === "is" && (two.kind === "is" || two.kind === "chain" || two.kind === "fact");
  if (!isPlain) return [];
  const at: Span = two.span;
  const text = `unless ${textAt(model.trees, one.span)}`;
  return [{ title: `add  ${text}`, edits: [insertAt(at, at.end, ` ${text}`)] }];
}
