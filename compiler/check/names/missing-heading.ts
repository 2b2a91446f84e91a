// Where the line that declares a missing name may have stood: below another of its kind, a line that may stand once stands twice.
import { nameAt, wordOf } from "../../model/line.ts";
import type { Model, Namespace } from "../../model/model.ts";
import { madeOnce } from "../made-once.ts";
import { lineNumber } from "../text-edits.ts";
import { linesSaidTwice } from "./line-said-twice.ts";

const declaring: Readonly<Record<string, readonly string[]>> = {
  "no stage or outcome": ["stage", "check", "outcome"],
  "no check": ["check"],
  "no message": ["message"],
  "no operation": ["operation"],
  "no source": ["source"],
  "no credential": ["credential"],
  nothing: ["ask", "include", "repeat", "stage", "check", "calculate", "table"],
  "no part": ["ask", "include", "repeat"],
};

/** The words of the lines that declare such a thing, by how it is called when it is missing: "no message". */
export function declaredBy(nothing: string | number | undefined): readonly string[] {
  return declaring[String(nothing)] ?? [];
}

const namespaces: Readonly<Partial<Record<Namespace, string>>> = {
  stage: "no stage or outcome",
  check: "no check",
  message: "no message",
  operation: "no operation",
  source: "no source",
  credential: "no credential",
  data: "nothing",
  part: "no part",
};

const saidTwice = madeOnce(linesSaidTwice);

/** Between which lines its own line may be missing, when lines of its kind run into each other. */
export function missingHeading(model: Model, of: Namespace): string[] {
  const words = declaredBy(namespaces[of]);
  const place = saidTwice(model).find(({ above }) => words.includes(wordOf(above)));
  if (!place) return [];
  const { above, first, second } = place;
  const [from, to] = [first, second].map(({ span }) => lineNumber(model.trees, span));
  const owner = `${wordOf(above)} ${nameAt(above)?.name ?? ""}`.trim();
  return [
    `Perhaps its line is missing between lines ${from} and ${to}:  ${wordOf(second)}  stands twice below ${owner}.`,
  ];
}
