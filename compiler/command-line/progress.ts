// How far a command has got with many texts, in one line on the terminal. Nothing when nobody looks, or when there is one text only.

/** One line that is written over again and again. */
export interface Progress {
  /** Now this text. */
  at(file: string): void;
  /** Takes the line away, before something else is written. */
  clear(): void;
}

/** Writes to the error output, and only when that is a terminal: what a command says can be piped without it. */
export function createProgress(count: number): Progress {
  if (count < 2 || process.stderr.isTTY !== true) return { at: () => undefined, clear: () => undefined };
  let done = 0;
  const write = (words: string) => process.stderr.write(`\r\u001b[K${words}`);
  return {
    at: (file) => write(`${++done} of ${count}  ${file}`.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1))),
    clear: () => write(""),
  };
}
