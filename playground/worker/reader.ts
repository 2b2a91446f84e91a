// The page's side of the worker: sends the newest text, drops what was overtaken, and starts the worker again when it breaks or hangs.
// Never compiles on the page's own thread.
import type { Reading, ReadRequest, WorkerMessage } from "./messages.ts";

/** What went wrong with the compiler itself, in words for the author. */
export interface Trouble {
  readonly kind: "restarted" | "hung" | "gave-up";
  readonly detail: string;
}

export interface Reader {
  /** Asks for these texts to be read. While one reading runs, only the newest request waits. */
  read(work: Omit<ReadRequest, "turn">): void;
  /** Tries once more after the reader gave up. */
  retry(): void;
  stop(): void;
}

/** As much of a Worker as is used here. */
export interface Compiler {
  postMessage(request: ReadRequest): void;
  terminate(): void;
  onMessage(listen: (message: WorkerMessage) => void): void;
  /** The worker itself failed: it could not be loaded, or something in it was not caught. */
  onFailure(listen: (detail: string) => void): void;
}

/** A reading that takes longer than this hangs. The largest text we take reads in about a second. */
const patience = 15_000;
/** So many breakdowns in a row, without one good reading between them, and we stop trying by ourselves. */
const mostBreakdowns = 3;

/** Reads with workers from `open`. `onReading` gets every reading that is still the newest; `onTrouble` what the author should know. */
export function startReader(
  open: () => Compiler,
  onReading: (reading: Reading) => void,
  onTrouble: (trouble: Trouble) => void,
): Reader {
  let worker: Compiler | undefined;
  let running: ReadRequest | undefined;
  let waiting: ReadRequest | undefined;
  let latest: ReadRequest | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let breakdowns = 0;

  const start = (): Compiler => {
    const started = open();
    started.onMessage(onMessage);
    started.onFailure((detail) => started === worker && breakDown("restarted", detail));
    return started;
  };

  const send = (request: ReadRequest): void => {
    worker ??= start();
    running = request;
    waiting = undefined;
    watch = setTimeout(() => breakDown("hung", "Reading took too long."), patience);
    worker.postMessage(request);
  };

  const settle = (): void => {
    clearTimeout(watch);
    running = undefined;
  };

  const onMessage = (message: WorkerMessage): void => {
    if (message.kind === "ready" || message.turn !== running?.turn) return;
    if (message.kind === "broke") {
      breakDown("restarted", message.message);
      return;
    }
    settle();
    breakdowns = 0;
    if (waiting) send(waiting);
    else onReading(message);
  };

  // The text that broke it is not tried again by itself: the next change is. Otherwise one text could break it for ever.
  const breakDown = (kind: Trouble["kind"], detail: string): void => {
    settle();
    worker?.terminate();
    worker = undefined;
    breakdowns += 1;
    const next = waiting;
    waiting = undefined;
    onTrouble({ kind: breakdowns >= mostBreakdowns ? "gave-up" : kind, detail });
    if (next && breakdowns < mostBreakdowns) send(next);
  };

  return {
    read(work) {
      turn += 1;
      latest = { turn, ...work };
      if (running) waiting = latest;
      else if (breakdowns < mostBreakdowns) send(latest);
    },
    retry() {
      breakdowns = 0;
      if (latest && !running) send(latest);
    },
    stop() {
      settle();
      worker?.terminate();
      worker = undefined;
    },
  };
}
