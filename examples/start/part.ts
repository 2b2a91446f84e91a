// One part as a process of its own: started, watched until it answers, heard, and ended.
import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import type { Part } from "./addresses.ts";

/** How a part is run. */
export interface PartCommand {
  readonly part: Part;
  /** Arguments of this very Node: the script and what follows it. */
  readonly script: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Answers with status 200 once the part is ready. */
  readonly readyAddress: string;
  /** Everything the part prints is added to this file. */
  readonly logFile: string;
  /** Told when the part ends without having been asked to. */
  readonly onDeath: (lastWords: string) => void;
}

/** A part that runs. */
export interface RunningPart {
  output(): string;
  /** Asks it to end, and makes it end after five seconds. */
  stop(): Promise<void>;
  /** Ends it at once, without asking. */
  kill(): Promise<void>;
}

/** A part that did not come up; the message holds its last words. */
export class PartFailed extends Error {
  override readonly name = "PartFailed";
}

const patience = 60_000;
const mostOutput = 64 * 1024;

/** Starts a part and waits until it answers. Throws PartFailed when it ends or stays silent instead. */
export async function startPart(command: PartCommand): Promise<RunningPart> {
  const first = ["--import", new URL("./end-with-parent.ts", import.meta.url).href];
  const child = spawn(process.execPath, [...first, ...command.script], {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  const hear = (chunk: Buffer) => {
    output = (output + chunk.toString("utf8")).slice(-mostOutput);
    appendFileSync(command.logFile, chunk);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      output += String(error);
      resolve();
    });
    child.once("close", () => resolve());
  }).then(() => process.off("exit", onExit));
  let state: "starting" | "ready" | "ending" = "starting";
  void ended.then(() => {
    if (state === "ready") command.onDeath(lastLines(output));
  });

  if (!(await answers(command.readyAddress, child, ended))) {
    state = "ending";
    child.kill("SIGKILL");
    await ended;
    throw new PartFailed(`${lastLines(output) || "It printed nothing."}\n(everything it printed: ${command.logFile})`);
  }
  state = "ready";
  const end = async (signal: NodeJS.Signals) => {
    state = "ending";
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(timer);
  };
  return { output: () => output, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** Asks again and again until the part answers, ends, or patience does. */
async function answers(address: string, child: ChildProcess, ended: Promise<unknown>): Promise<boolean> {
  const until = Date.now() + patience;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const ready = await fetch(address, { signal: AbortSignal.timeout(2000) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (ready) return true;
    await Promise.race([ended, new Promise((done) => setTimeout(done, 60))]);
  }
  return false;
}

/** The last of what was printed: enough to see why, not a page of stack. */
function lastLines(output: string): string {
  return output.trimEnd().split("\n").slice(-15).join("\n");
}
