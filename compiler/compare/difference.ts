// What differs between two versions of a service, as values and as one line of words. Knows nothing of how it is found.
import type { Span } from "../syntax/tree.ts";

/** The part of a service that a difference is about; for words files and libraries the text they belong to. */
export type Chapter =
  | "The service"
  | "The form"
  | "Rules and amounts"
  | "The route"
  | "What people get"
  | "People and data"
  | "Examples"
  | `Words in ${string}`
  | `Library ${string}`;

export interface Difference {
  readonly change: "added" | "removed" | "changed" | "moved";
  readonly chapter: Chapter;
  /** In the author's words: `table permit-price, price when fuel is electric and permits-held is 1 or more`. */
  readonly about: string;
  /** In canonical writing. Of a move: where it stood. */
  readonly before?: string;
  readonly after?: string;
  /** What stands in a thing that only one version has: `questions how-far, how-often; check …`. */
  readonly contents?: string;
  readonly beforeAt?: Span;
  readonly afterAt?: Span;
}

/** A difference before it is known which chapter it belongs to. */
export type Found = Omit<Difference, "chapter">;

const longest = 160;

/** One line: `stage review, finish within: 5 working days → 10 working days`. */
export function sayDifference(difference: Difference): string {
  const { change, about, before = "", after = "", contents = "" } = difference;
  if (contents !== "") {
    const { contents: _, ...head } = difference;
    return `${sayDifference(head)}, with ${contents}`;
  }
  const old = shortened(before);
  const now = shortened(after);
  if (change === "added") return now === "" ? `${about}: new` : `${about}: new, ${now}`;
  if (change === "removed") return old === "" ? `${about}: taken away` : `${about}: taken away, was ${old}`;
  if (change === "moved") return `${about}: moved, ${old} → ${now}`;
  const [one, two] = apart(before, after);
  return `${about}: ${one} → ${two}`;
}

/** Of two long texts, the part in which they differ, with a few words around it. */
function apart(before: string, after: string): [string, string] {
  if (before.length <= longest && after.length <= longest) return [before, after];
  const one = before.split(" ");
  const two = after.split(" ");
  const most = Math.min(one.length, two.length);
  let same = 0;
  while (same < most && one[same] === two[same]) same++;
  let tail = 0;
  while (tail < most - same && one.at(-1 - tail) === two.at(-1 - tail)) tail++;
  const around = 3;
  const cut = (words: string[]): string => {
    const from = Math.max(0, same - around);
    const to = Math.min(words.length, words.length - tail + around);
    return `${from > 0 ? "… " : ""}${words.slice(from, to).join(" ")}${to < words.length ? " …" : ""}`;
  };
  return [cut(one), cut(two)];
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
