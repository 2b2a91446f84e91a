// Which problems stand in the editor: checks what changed after a short pause, the latest text wins, and tells each file its problems.
import type { Play } from "#contract/play.ts";
import type { LastPassed } from "../check/examples/last-passed.ts";
import type { EditorProblem } from "../diagnostics/render-editor.ts";
import { type Checked, checkAround } from "./diagnostics.ts";
import type { TextFile } from "./text-file.ts";
import type { Workspace } from "./workspace.ts";

/** Milliseconds of quiet before a check, at least and at most: a text that takes long to check waits longer. */
const [shortestPause, longestPause] = [150, 1500];

/** Time as the board needs it; a test passes its own. */
export interface Clock {
  now(): number;
  /** Calls back after so many milliseconds; the answer takes it back. */
  after(milliseconds: number, work: () => void): () => void;
}

type Publish = (file: string, problems: readonly EditorProblem[]) => void;

interface Standing extends Checked {
  /** The texts that were checked: when one of them has changed, places may be wrong. */
  readonly texts: ReadonlyMap<string, TextFile | undefined>;
}

export class ProblemBoard {
  readonly #workspace: Workspace;
  readonly #publish: Publish;
  readonly #clock: Clock;
  readonly #play: Play | undefined;
  readonly #standing = new Map<string, Standing>();
  readonly #changed = new Set<string>();
  #cancel: (() => void) | undefined;
  #lastTook = 0;
  /** By service: what its examples rested on when they last passed in this sitting. */
  #lastPassed: ReadonlyMap<string, LastPassed> = new Map();

  constructor(workspace: Workspace, publish: Publish, clock: Clock, play?: Play) {
    this.#workspace = workspace;
    this.#publish = publish;
    this.#clock = clock;
    this.#play = play;
  }

  /** A text changed: it is checked once nobody has typed for a moment. */
  onChange(file: string): void {
    this.#changed.add(file);
    this.#cancel?.();
    const pause = Math.min(Math.max(shortestPause, this.#lastTook), longestPause);
    this.#cancel = this.#clock.after(pause, () => this.checkNow());
  }

  /** Checks everything that waits. */
  checkNow(): void {
    this.#cancel?.();
    const files = [...this.#changed];
    this.#changed.clear();
    for (const file of files) this.#check(file);
  }

  /** A file was closed: it has no problems of its own any more. */
  onClose(file: string): void {
    this.#changed.delete(file);
    const told = this.#standing.get(file);
    this.#standing.delete(file);
    for (const one of told?.files ?? [file]) this.#tell(one);
  }

  /** Problems whose places are right for the texts as they are now. */
  problemsOf(file: string): readonly EditorProblem[] {
    if (!this.#isFresh(file)) this.#check(file);
    return this.#all(file);
  }

  /** The same, where nothing has to be checked for it; undefined while somebody types. */
  problemsKnownOf(file: string): readonly EditorProblem[] | undefined {
    return this.#isFresh(file) ? this.#all(file) : undefined;
  }

  #isFresh(file: string): boolean {
    const known = this.#standing.get(file);
    return !!known && [...known.texts].every(([one, text]) => this.#workspace.snapshot.files.get(one) === text);
  }

  #check(file: string): void {
    const before = this.#standing.get(file)?.files ?? [];
    const start = this.#clock.now();
    const checked = checkAround(this.#workspace.snapshot, file, this.#play, this.#lastPassed);
    this.#lastPassed = checked.lastPassed;
    this.#lastTook = this.#clock.now() - start;
    const texts = new Map(checked.files.map((one) => [one, this.#workspace.snapshot.files.get(one)]));
    // What other checks said of these files is older than this.
    for (const [other, standing] of this.#standing) {
      const problems = standing.problems.filter((problem) => !checked.files.includes(problem.file));
      this.#standing.set(other, { ...standing, problems });
    }
    this.#standing.set(file, { ...checked, texts });
    for (const one of new Set([...before, ...checked.files])) this.#tell(one);
  }

  #tell(file: string): void {
    if (this.#workspace.isOpen(file) || this.#workspace.snapshot.files.has(file)) this.#publish(file, this.#all(file));
    else this.#publish(file, []);
  }

  #all(file: string): EditorProblem[] {
    return [...this.#standing.values()].flatMap(({ problems }) => problems.filter((problem) => problem.file === file));
  }
}
