// The words after a command, split into what it works on and its flags. Unknown flags are told with the nearest known one.
import { nearest } from "../source/nearest.ts";
import { WrongUsage } from "./wrong-usage.ts";

export interface Options {
  /** Files, bundles or a code: what is not a flag. */
  readonly subjects: readonly string[];
  /** Values by flag, without the dashes. */
  readonly flags: ReadonlyMap<string, string>;
  /** The flags that stand alone and were given. */
  readonly switches: ReadonlySet<string>;
}

/** Every flag in `known` takes one value: --out bundles, or --out=bundles. Those in `alone` take none: --watch. */
export function readOptions(
  words: readonly string[],
  known: readonly string[],
  alone: readonly string[] = [],
): Options {
  const subjects: string[] = [];
  const flags = new Map<string, string>();
  const switches = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) {
      subjects.push(word);
      continue;
    }
    const [flag = "", ...rest] = word.replace(/^--?/, "").split("=");
    if (alone.includes(flag)) {
      if (rest.length > 0) throw new WrongUsage(`--${flag} stands alone, without a value.`);
      switches.add(flag);
      continue;
    }
    if (!known.includes(flag)) throw new WrongUsage(unknownFlag(word, flag, [...known, ...alone]));
    const value = rest.length > 0 ? rest.join("=") : words[++at];
    // An empty one is most often a variable of a script that is not set; as a folder it would mean the one we are in.
    if (value === undefined || value === "" || value.startsWith("--"))
      throw new WrongUsage(`--${flag} needs a value after it.`);
    flags.set(flag, value);
  }
  return { subjects, flags, switches };
}

/** The value of `--format`, the first when it is not given. */
export function readFormat(flags: ReadonlyMap<string, string>): "terminal" | "json" {
  const format = flags.get("format") ?? "terminal";
  if (format === "terminal" || format === "json") return format;
  throw new WrongUsage(`--format can be terminal or json, not ${format}.`);
}

/** What is said of a flag that a command does not know. */
export function unknownFlag(word: string, flag: string, known: readonly string[]): string {
  const [close] = nearest(flag, known);
  const hint =
    close === undefined
      ? ` Known here: ${known.map((one) => `--${one}`).join(", ") || "none"}.`
      : ` Did you mean --${close}?`;
  // Elsewhere it stands for what is piped in; here a text has its libraries and words files beside it.
  return word === "-"
    ? "- stands for no file here: texts are read from files, by their names."
    : `There is no flag ${word}.${hint}`;
}
