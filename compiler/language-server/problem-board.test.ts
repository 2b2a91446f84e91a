// When problems are told: after a pause, for the latest text, in every file they stand in, and never twice for a library.
import { expect, test } from "vitest";
import type { EditorProblem } from "../diagnostics/render-editor.ts";
import { type Clock, ProblemBoard } from "./problem-board.ts";
import { noSurroundings, Workspace } from "./workspace.ts";

const good = 'service permit "Permit"\n  version 1 starts 1 April 2026\nuse home from questions version 1\n';
const library =
  'shared questions "Questions"\n  version 1 starts 1 April 2026\nquestion-set home "Home"\n  ask town "Town" as text\n';

/** A board with a clock that stands still until it is told to go on. */
function openBoard() {
  const told: { file: string; codes: string[] }[] = [];
  const waiting = new Set<() => void>();
  const clock: Clock = {
    now: () => 0,
    after(_, work) {
      waiting.add(work);
      return () => waiting.delete(work);
    },
  };
  const workspace = new Workspace(noSurroundings);
  const publish = (file: string, problems: readonly EditorProblem[]) =>
    void told.push({ file, codes: problems.map((problem) => problem.code) });
  const board = new ProblemBoard(workspace, publish, clock);
  const type = (file: string, text: string) => {
    workspace.write(file, text);
    board.onChange(file);
  };
  const pause = () => {
    const works = [...waiting];
    waiting.clear();
    for (const work of works) work();
  };
  const last = (file: string) => told.findLast((one) => one.file === file)?.codes;
  return { told, workspace, board, type, pause, last };
}

test("nothing is told while somebody types; then only the latest text counts", () => {
  const { told, type, pause, last } = openBoard();
  type("permit.service", "servic");
  type("permit.service", 'service permit "Permit');
  type("permit.service", 'service permit "Permit"\n  version 1 starts 01/12/2026\n');
  expect(told).toEqual([]);
  pause();
  expect(told.length).toBe(1);
  expect(last("permit.service")).toContain("FW110");
  pause();
  expect(told.length).toBe(1);
});

test("a mistake in a library is told in the library, once, though two services use it", () => {
  const { type, pause, last } = openBoard();
  type("questions.shared", library.replace("as text", "az text"));
  type("permit.service", good);
  type("other.service", good.replace("permit", "other"));
  pause();
  expect(last("questions.shared")).toEqual(["FW103"]);
  type("questions.shared", library);
  pause();
  expect(last("questions.shared")).toEqual([]);
});

test.each([
  ["questions.shared", []],
  ["questions.version-1.shared", []],
  ["Questions.shared", []],
  ["homes.shared", ["FW801"]],
])("a library in the file %s is found as on the command line", (name, codes) => {
  const { workspace, type, pause, last } = openBoard();
  const using = `${good}section about-you "About you"\n  include home as place\n`;
  workspace.write(`file:///in/${name}`, library);
  type("file:///in/permit.service", using);
  pause();
  expect(last("file:///in/permit.service")).toEqual(codes);
});

test("a library whose name is written with escapes in its address is found", () => {
  const { workspace, type, pause, last } = openBoard();
  workspace.write("file:///in/caf%C3%A9s.shared", library.replace("questions", "cafés"));
  type(
    "file:///in/permit.service",
    `${good.replace("questions", "cafés")}section you "You"\n  include home as place\n`,
  );
  pause();
  expect(last("file:///in/permit.service")).toEqual([]);
});

test("fixes are looked for in the text as it is now, not as it was checked", () => {
  const { workspace, board, type, pause } = openBoard();
  type("permit.service", good.replace("version 1 starts", "version 1 startz"));
  pause();
  const before = board.problemsOf("permit.service").find((problem) => problem.code === "FW103")?.range.start.line;
  workspace.write("permit.service", `# A comment\n${good.replace("version 1 starts", "version 1 startz")}`);
  const after = board.problemsOf("permit.service").find((problem) => problem.code === "FW103")?.range.start.line;
  expect(after).toBe((before ?? 0) + 1);
});

test("what is known without a check is said while nobody types, and nothing of the text before", () => {
  const { told, workspace, board, type, pause } = openBoard();
  const wrong = good.replace("version 1 starts", "version 1 startz");
  expect(board.problemsKnownOf("permit.service")).toBeUndefined();
  type("permit.service", wrong);
  pause();
  expect(board.problemsKnownOf("permit.service")?.map(({ code }) => code)).toContain("FW103");
  const before = told.length;
  workspace.write("permit.service", `# A comment\n${wrong}`);
  expect(board.problemsKnownOf("permit.service")).toBeUndefined();
  expect(told.length).toBe(before);
});

test("a closed text without a file of its own has no problems any more", () => {
  const { workspace, board, type, pause, last } = openBoard();
  type("permit.service", "nonsense\n");
  pause();
  expect(last("permit.service")?.length).toBeGreaterThan(0);
  workspace.close("permit.service");
  board.onClose("permit.service");
  expect(last("permit.service")).toEqual([]);
});

test("what the lock file beside a service notes is held against its libraries", () => {
  const { workspace, type, pause, last } = openBoard();
  const using = `${good}section about-you "About you"\n  include home as place\n`;
  const noted = JSON.stringify({ libraries: { "questions version 1": "sha256-another" } });
  workspace.write("file:///in/questions.shared", library);
  type("file:///in/permit.service", using);
  pause();
  expect(last("file:///in/permit.service")).toEqual([]);
  workspace.write("file:///in/formwork.lock", noted);
  type("file:///in/permit.service", `${using}\n`);
  pause();
  expect(last("file:///in/permit.service")).toEqual(["FW805"]);
});
