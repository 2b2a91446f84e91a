// The worker: the whole compiler, away from the page. Reads one request at a time; a breakdown is told, never swallowed.
import type { Breakdown, ReadRequest, Ready } from "./messages.ts";
import { readTexts } from "./read-texts.ts";

addEventListener("message", (event: MessageEvent<ReadRequest>) => {
  const request = event.data;
  try {
    postMessage(readTexts(request, () => performance.now()));
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    const breakdown: Breakdown = { kind: "broke", turn: request.turn, message };
    postMessage(breakdown);
  }
});

const ready: Ready = { kind: "ready" };
postMessage(ready);
