// Every way in which one line of a text is broken in the mutation runs: words and letters dropped, doubled, swapped, misspelt; the line cut
// short, doubled, swapped with the next, moved sideways. Pure, and the same for the same text.

/** A text with one line broken. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
  /** The lines that may rightly be named: those touched, and the line each stands below. From 1. */
  readonly near: readonly number[];
}

type Spoil = (words: readonly string[], at: number) => string[];

const ofWords: Readonly<Record<string, Spoil>> = {
  "word dropped": (words, at) => words.toSpliced(at, 1),
  "word doubled": (words, at) => words.toSpliced(at, 0, words[at] ?? ""),
  "words swapped": (words, at) => words.toSpliced(at, 2, ...words.slice(at, at + 2).reverse()),
  "letter doubled": (words, at) => words.with(at, (words[at] ?? "").replace(/^(\p{L})(\p{L})/u, "$1$2$2")),
  "letter dropped": (words, at) => words.with(at, (words[at] ?? "").replace(/^(\p{L})\p{L}/u, "$1")),
  "letters swapped": (words, at) => words.with(at, (words[at] ?? "").replace(/^(\p{L})(\p{L})(\p{L})/u, "$1$3$2")),
  "cut short": (words, at) => words.slice(0, Math.max(1, at)),
};

const ofLine: Readonly<Record<string, (line: string) => string>> = {
  "one space more": (line) => ` ${line}`,
  "one space less": (line) => line.replace(/^ /, ""),
  "one level deeper": (line) => `  ${line}`,
  "one level less deep": (line) => line.replace(/^ {2}/, ""),
  "closing quote dropped": (line) => line.replace(/"([^"]*)$/, "$1"),
  "opening quote dropped": (line) => line.replace(/"/, ""),
};

/** All mutations of a text, line by line. Comments and blank lines are left alone. */
export function* mutationsOf(text: string): Generator<Mutation> {
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const near = nearTo(lines, at);
    const found = function* (kind: string, changed: readonly string[], others: readonly number[] = []) {
      const mutated = changed.join("\n");
      if (mutated !== text) yield { kind, text: mutated, near: [...near, ...others] };
    };
    const indent = line.slice(0, line.length - line.trimStart().length);
    const words = line.trim().split(" ");
    for (const [kind, spoil] of Object.entries(ofWords))
      for (const word of words.keys())
        yield* found(kind, lines.with(at, (indent + spoil(words, word).join(" ")).trimEnd()));
    for (const [kind, spoil] of Object.entries(ofLine)) yield* found(kind, lines.with(at, spoil(line)));
    yield* found("line doubled", lines.toSpliced(at, 0, line), [at + 2, ...nearTo(lines, at).map((one) => one + 1)]);
    yield* found("lines swapped", lines.toSpliced(at, 2, lines[at + 1] ?? "", line), [
      at + 2,
      ...nearTo(lines, at + 1),
    ]);
    yield* found("line dropped", lines.toSpliced(at, 1), [at, ...nearTo(lines, at + 1)]);
  }
}

/** The line, and the one it stands below. From 1. */
function nearTo(lines: readonly string[], at: number): number[] {
  const indentOf = (line = ""): number => line.length - line.trimStart().length;
  let above = at - 1;
  while (above > 0 && (lines[above]?.trim() === "" || indentOf(lines[above]) >= indentOf(lines[at]))) above--;
  return [at + 1, Math.max(0, above) + 1];
}
