// What is said when a file is not taken over: which element, why, and what to draw instead. Nothing is taken over half.

/** One reason why a file is refused. */
export interface Refusal {
  /** The element: its id and its name, as the file has them; both are empty where the file as a whole is meant. */
  readonly id: string;
  readonly name: string;
  /** Counted from 1; 0 where no line is meant. */
  readonly line: number;
  readonly reason: string;
  readonly instead: string;
}

/** More than these nobody reads in one go. */
const mostShown = 50;

/** Refusals as people read them. */
export function renderRefusals(file: string, refusals: readonly Refusal[]): string {
  const parts = refusals.slice(0, mostShown).map(({ id, name, line, reason, instead }) => {
    const what = [name === "" ? "" : `“${shown(name)}”`, id === "" ? "" : `(${shown(id)})`].filter(Boolean).join(" ");
    const where = line > 0 ? `${file} line ${line}` : file;
    return `${where}${what === "" ? "" : `: ${what}`}\n  ${reason}\n  Instead: ${instead}`;
  });
  const count = refusals.length === 1 ? "1 thing" : `${refusals.length} things`;
  const more = refusals.length > mostShown ? `\n\n… and ${refusals.length - mostShown} more.` : "";
  return `${parts.join("\n\n")}${more}\n\nNothing was written: ${count} cannot be taken over.`;
}

function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
