// What `formwork test --format json` says to programs. An interface that people build on: members are only added.
import type { CoveredPart } from "../check/examples/coverage.ts";
import { renderJson } from "../diagnostics/render-json.ts";
import { createLineIndex } from "../source/line-index.ts";
import type { Span } from "../syntax/tree.ts";
import type { TestedText } from "./tested-text.ts";

/** Values ready for JSON.stringify. */
export function jsonOfTests(tested: readonly TestedText[]): unknown {
  return { services: tested.map(jsonOfText) };
}

function jsonOfText({ file, files, problems, report, ready }: TestedText): unknown {
  const textOf = (name: string) => files.get(name);
  if (!report) return { file, played: false, problems: renderJson(problems, textOf), examples: [], parts: [] };
  const lineOf = ({ file: name, start }: Span) => createLineIndex(textOf(name) ?? "").positionAt(start).line;
  const examples = report.examples.map(({ example, problem }) => ({
    title: example.title,
    line: lineOf(example.at),
    passed: problem === undefined,
    ...(problem && { problem: { ...renderJson([problem], textOf)[0], beside: problem.beside } }),
  }));
  const parts = report.parts.map(({ kind, of, said, reached, at }: CoveredPart) => ({
    kind,
    of,
    ...(said !== "" && { what: said }),
    reached,
    line: lineOf(at),
  }));
  return { file, played: true, problems: [], examples, parts, ...(ready && { ready: ready.texts }) };
}
