// The command line as a process of its own, and a folder of its own for what it reads and writes.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

const script = path.resolve("compiler/command-line/formwork.js");

/** What came of a call. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Calls it and waits for its end. */
export function formwork(...words: readonly string[]): Ended {
  const run = spawnSync(process.execPath, [script, ...words], { encoding: "utf8" });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A folder that is taken away when the tests of the file are done. */
export function createFolder(): { readonly folder: string; file(name: string, text: string): string } {
  const folder = mkdtempSync(path.join(tmpdir(), "formwork-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    file: (name, text) => {
      const place = path.join(folder, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
      return place;
    },
  };
}

/** A call that goes on: what it said so far, waiting for more of it, and its end. */
export interface Running {
  readonly process: ChildProcess;
  /** All that was said since the last wait, once it holds these words. */
  said(words: string): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Starts it and lets it run. */
export function startFormwork(...words: readonly string[]): Running {
  const started = spawn(process.execPath, [script, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let heard = "";
  let look = (): void => undefined;
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding("utf8").on("data", (more: string) => {
      heard += more;
      look();
    });
  const said = (wanted: string): Promise<string> =>
    new Promise((resolve) => {
      look = () => {
        if (!heard.includes(wanted)) return;
        const all = heard;
        heard = "";
        look = () => undefined;
        resolve(all);
      };
      look();
    });
  return { process: started, said, ended: new Promise((resolve) => started.on("close", resolve)) };
}
