// Slips of the hand in one word of a text, as people make them: a letter dropped, doubled, swapped or that of the key beside it, a small word
// dropped or doubled, a quotation mark or a hyphen left out. Drawn by a seed, the same for the same seed and texts. Pure.

/** One word of one line written wrongly. */
export interface Slip {
  readonly kind: string;
  /** The whole text with the slip in it. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const smallWords: ReadonlySet<string> = new Set(
  "a an and any are as at between by can else for from go has in is it least most no not of on one or otherwise over than the then to under when where with within".split(
    " ",
  ),
);
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

type Spoil = (word: string, draw: Draw) => string | undefined;
/** A whole number from 0 to below `limit`. */
type Draw = (limit: number) => number;

const ofWords: Readonly<Record<string, Spoil>> = {
  "letter dropped": (word, draw) => {
    const at = draw(word.length);
    return word.length < 3 ? undefined : word.slice(0, at) + word.slice(at + 1);
  },
  "letter doubled": (word, draw) => {
    const at = draw(word.length);
    return word.slice(0, at + 1) + word.slice(at);
  },
  "letters swapped": (word, draw) => {
    const at = draw(word.length - 1);
    return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
  },
  "key beside it": (word, draw) => {
    const at = draw(word.length);
    const row = rows.find((keys) => keys.includes(word[at] ?? " "));
    if (!row || word.length < 3) return undefined;
    const key = row.indexOf(word[at] ?? "");
    return (
      word.slice(0, at) +
      (row[key === 0 || (key < row.length - 1 && draw(2) === 1) ? key + 1 : key - 1] ?? "") +
      word.slice(at + 1)
    );
  },
  "small word dropped": (word) => (smallWords.has(word) ? "" : undefined),
  "word doubled": (word) => (smallWords.has(word) ? `${word} ${word}` : undefined),
  "hyphen missing": (word, draw) => {
    const at = word.indexOf("-");
    return at < 1 ? undefined : `${word.slice(0, at)}${draw(2) === 1 ? " " : ""}${word.slice(at + 1)}`;
  },
};
const ofLines: Readonly<Record<string, (line: string) => string>> = {
  "opening quote missing": (line) => line.replace('"', ""),
  "closing quote missing": (line) => line.replace(/"([^"]*)$/, "$1"),
};

/** Every kind of slip. */
export const slipKinds: readonly string[] = [...Object.keys(ofWords), ...Object.keys(ofLines)];

/** A slip of that kind somewhere in the text; undefined when the place that was drawn has none of its kind. */
export function slipIn(text: string, kind: string, draw: Draw): Slip | undefined {
  const lines = text.split("\n");
  const at = draw(lines.length);
  const line = lines[at] ?? "";
  if (/^\s*(?:[#>]|$)/.test(line)) return undefined;
  const spoilt = ofLines[kind]?.(line) ?? spoiltWord(line, kind, draw);
  if (spoilt === undefined || spoilt === line) return undefined;
  return { kind, text: lines.with(at, spoilt).join("\n"), line: at + 1 };
}

/** One word outside quotes and comments. */
function spoiltWord(line: string, kind: string, draw: Draw): string | undefined {
  const shown = line.replace(/"[^"]*"|#.*$/g, (part) => " ".repeat(part.length));
  const words = [...shown.matchAll(/(?<![\w£€$'-])[a-z][a-z-]*(?![\w'-])/g)];
  const word = words[draw(Math.max(1, words.length))];
  const spoilt = word && ofWords[kind]?.(word[0], draw);
  if (word === undefined || spoilt === undefined || spoilt === word[0]) return undefined;
  const rest = line.slice(word.index + word[0].length);
  // A word that is left out takes one space with it.
  return (line.slice(0, word.index) + spoilt + (spoilt === "" ? rest.replace(/^ /, "") : rest)).trimEnd();
}

/** Numbers that look drawn by chance, the same for the same seed. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
