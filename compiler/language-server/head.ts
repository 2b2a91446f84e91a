// What a text says about itself in its lines at the margin: whose text it is and which libraries it uses.
import { nameAt, namesAfter, wordOf } from "../model/line.ts";
import type { Line } from "../syntax/tree.ts";

/** What a text says about itself. */
export interface Head {
  readonly kind: "service" | "shared" | "words";
  /** The service's or library's name; for a words file, of the text it translates. */
  readonly name: string;
  /** Names of the libraries it uses. */
  readonly uses: readonly string[];
}

const headWords: ReadonlySet<string> = new Set(["service", "shared", "words", "use"]);

/** Whether a line at the margin says something about the whole text. */
export function isHead(line: Line): boolean {
  return headWords.has(wordOf(line));
}

/** The head of a file, from those lines; undefined while nobody has written one. */
export function headOf(file: string, lines: readonly Line[]): Head | undefined {
  const head = lines.find((line) => wordOf(line) !== "use");
  const uses = lines.flatMap((line) => (wordOf(line) === "use" ? (namesAfter(line, "from")[0]?.name ?? []) : []));
  if (!head) return uses.length > 0 ? { kind: kindOf(file), name: "", uses } : undefined;
  const kind = wordOf(head) as Head["kind"];
  const name = kind === "words" ? nameAt(head, 1)?.name : nameAt(head)?.name;
  return { kind, name: name ?? "", uses };
}

function kindOf(file: string): Head["kind"] {
  return file.endsWith(".words") ? "words" : file.endsWith(".shared") ? "shared" : "service";
}
