import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Reading, ReadRequest, WorkerMessage } from "./messages.ts";
import { type Compiler, startReader, type Trouble } from "./reader.ts";

interface Played extends Compiler {
  readonly requests: ReadRequest[];
  ended: boolean;
  answer(message: WorkerMessage): void;
  fail(detail: string): void;
}

function play(): { compilers: Played[]; open: () => Compiler } {
  const compilers: Played[] = [];
  const open = (): Compiler => {
    let listen: (message: WorkerMessage) => void = () => undefined;
    let failed: (detail: string) => void = () => undefined;
    const played: Played = {
      requests: [],
      ended: false,
      postMessage: (request) => played.requests.push(request),
      terminate: () => {
        played.ended = true;
      },
      onMessage: (to) => {
        listen = to;
      },
      onFailure: (to) => {
        failed = to;
      },
      answer: (message) => listen(message),
      fail: (detail) => failed(detail),
    };
    compilers.push(played);
    return played;
  };
  return { compilers, open };
}

const reading = (turn: number): Reading => ({ kind: "read", turn, problems: [], voices: {}, milliseconds: 1 });
const workOf = (text: string) => ({ entry: "a.service", texts: { "a.service": text } });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("while one reading runs, only the newest text waits, and overtaken answers are dropped", () => {
  const { compilers, open } = play();
  const got: number[] = [];
  const reader = startReader(
    open,
    (one) => got.push(one.turn),
    () => undefined,
  );
  for (const text of ["a", "ab", "abc"]) reader.read(workOf(text));
  const [compiler] = compilers;
  expect(compiler?.requests.map((request) => request.texts["a.service"])).toEqual(["a"]);
  compiler?.answer(reading(1));
  expect(compiler?.requests.map((request) => request.texts["a.service"])).toEqual(["a", "abc"]);
  compiler?.answer(reading(3));
  expect(got).toEqual([3]);
});

test("a breakdown starts a fresh compiler, says so, and reads the text that waited", () => {
  const { compilers, open } = play();
  const troubles: Trouble[] = [];
  const reader = startReader(
    open,
    () => undefined,
    (trouble) => troubles.push(trouble),
  );
  reader.read(workOf("bad"));
  reader.read(workOf("good"));
  compilers[0]?.answer({ kind: "broke", turn: 1, message: "a defect" });
  expect(troubles).toEqual([{ kind: "restarted", detail: "a defect" }]);
  expect(compilers[0]?.ended).toBe(true);
  expect(compilers[1]?.requests.map((request) => request.texts["a.service"])).toEqual(["good"]);
});

test("a reading that never ends is stopped, and the page is told", () => {
  const { compilers, open } = play();
  const troubles: Trouble[] = [];
  startReader(
    open,
    () => undefined,
    (trouble) => troubles.push(trouble),
  ).read(workOf("endless"));
  vi.advanceTimersByTime(60_000);
  expect(troubles.map((trouble) => trouble.kind)).toEqual(["hung"]);
  expect(compilers[0]?.ended).toBe(true);
});

test("three breakdowns in a row end the trying until the author asks again; a late failure of an ended compiler counts for nothing", () => {
  const { compilers, open } = play();
  const troubles: string[] = [];
  const reader = startReader(
    open,
    () => undefined,
    (trouble) => troubles.push(trouble.kind),
  );
  for (const text of ["a", "b", "c"]) {
    reader.read(workOf(text));
    compilers.at(-1)?.fail("cannot be loaded");
  }
  compilers[0]?.fail("late");
  reader.read(workOf("d"));
  expect(troubles).toEqual(["restarted", "restarted", "gave-up"]);
  expect(compilers).toHaveLength(3);
  reader.retry();
  expect(compilers.at(-1)?.requests.at(-1)?.texts["a.service"]).toBe("d");
});
