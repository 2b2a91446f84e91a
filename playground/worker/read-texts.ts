// Reads all texts of a sitting with the compiler: problems, the compiled service, and the voices of each file. Pure but for the clock it is handed.
import { compile } from "#compiler";
import { fillIn, refusedAtDesk } from "#journey/fill-in.ts";
import { openRoute } from "#routing/play.ts";
import type { Reading, ReadRequest } from "./messages.ts";
import { readVoices } from "./read-voices.ts";

/** The reading of one request. Throws only for a defect of ours, never for an author's mistake. */
export function readTexts(request: ReadRequest, clock: () => number): Reading {
  const began = clock();
  const { problems, service, trees, locks, lastPassed } = compile(
    request.entry,
    new Map(Object.entries(request.texts)),
    { play: { fillIn, openRoute, refusedAtDesk }, ...(request.lastPassed && { lastPassed: request.lastPassed }) },
  );
  const voices = Object.fromEntries(trees.map((tree) => [tree.file, readVoices(tree)]));
  const reading = {
    kind: "read",
    turn: request.turn,
    problems,
    voices,
    ...(locks && { locks: Object.fromEntries(locks) }),
    ...(lastPassed && { lastPassed }),
    milliseconds: clock() - began,
  } as const;
  return service ? { ...reading, service } : reading;
}
