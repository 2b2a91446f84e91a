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

/** The head of a file; undefined while nobody has written one. */
export function headOf(file: string, top: readonly Line[]): Head | undefined {
  const head = top.find((line) => ["service", "shared", "words"].includes(wordOf(line)));
  const uses = top.flatMap((line) => (wordOf(line) === "use" ? (namesAfter(line, "from")[0]?.name ?? []) : []));
  if (!head) return uses.length > 0 ? { kind: kindOf(file), name: "", uses } : undefined;
  const kind = wordOf(head) as Head["kind"];
  const name = kind === "words" ? nameAt(head, 1)?.name : nameAt(head)?.name;
  return { kind, name: name ?? "", uses };
}

function kindOf(file: string): Head["kind"] {
  return file.endsWith(".words") ? "words" : file.endsWith(".shared") ? "shared" : "service";
}
