// FW608: an answer may be deleted while people can still ask for another look at the decision (language 2.5, R8).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { lengthAfter, nameAt, says } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { LengthNode, Line } from "../../syntax/tree.ts";
import { change, textAt } from "../text-edits.ts";
import { daysOf, isLength } from "./days-of-length.ts";
import { keepLines } from "./kept-without-limit.ts";

interface Window {
  readonly right: string;
  readonly outcome: string;
  readonly length: LengthNode;
  readonly line: Line;
}

export function checkKeptTooShort(model: Model): Problem[] {
  const windows = windowsOf(model);
  const longest = windows.reduce<Window | undefined>(
    (most, one) => (most && daysOf(most.length, "most") >= daysOf(one.length, "most") ? most : one),
    undefined,
  );
  if (!longest) return [];
  const privacy = model.tree.lines.filter((line) => line.form === "privacy");
  return keepLines(privacy).flatMap((line) => {
    const length = lengthAfter(line, "for");
    if (!isLength(length) || !says(line, "after", "decision")) return [];
    if (daysOf(length, "least") >= daysOf(longest.length, "most")) return [];
    return [problemAt(model, line, length, longest)];
  });
}

function problemAt(model: Model, line: Line, length: LengthNode, { right, outcome, ...window }: Window): Problem {
  const kept = textAt(model.trees, length.span);
  const words = { kept, right, outcome, window: textAt(model.trees, window.length.span) };
  const after = line.parts.find((part) => part.slot === "literal" && part.word === "decision");
  const fixes: Fix[] = after ? [change(model.trees, after.span, "end")] : [];
  return problems.keptTooShort(length.span, words, { related: [{ span: window.line.span }], fixes });
}

/** What may still happen after an outcome, and for how long. */
function windowsOf(model: Model): Window[] {
  return model.tree.lines
    .filter((line) => line.form === "outcome <n> <t>")
    .flatMap((outcome) =>
      outcome.children.flatMap((line) => {
        const length = line.form?.includes("can <n>") ? lengthAfter(line, "within") : undefined;
        const right = nameAt(line)?.name;
        if (!isLength(length) || right === undefined) return [];
        return [{ right, outcome: nameAt(outcome)?.name ?? "", length, line }];
      }),
    );
}
