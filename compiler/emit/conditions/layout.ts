// Lays emitted JavaScript out for reading: one line while it is short, else one part to a line. Knows no rules.

/** The longest line we write. */
const width = 110;

/** Parts between two signs, joined by a separator: `(a && b)`. Broken over lines when it would be long. */
export function surround(open: string, parts: readonly string[], separator: string, close: string): string {
  const line = `${open}${parts.join(separator.endsWith(" ") ? separator : `${separator} `)}${close}`;
  if (parts.length === 0 || (line.length <= width && !line.includes("\n"))) return line;
  // An operator begins its line; a comma ends it.
  const leading = separator.startsWith(" ") ? separator.trimStart() : "";
  const trailing = leading === "" ? separator.trimEnd() : "";
  const lines = parts.map((part, at) => indent(`${at > 0 ? leading : ""}${part}${trailing}`));
  return `${open}\n${lines.join("\n")}\n${close}`;
}

/** A call with its arguments. */
export function call(name: string, ...args: readonly string[]): string {
  return surround(`${name}(`, args, ", ", ")");
}

/** A list of values. */
export function list(parts: readonly string[]): string {
  return surround("[", parts, ", ", "]");
}

/** A function of one item. A record literal gets round brackets, for it would be read as a block. */
export function arrow(variable: string, body: string): string {
  return `(${variable}) => ${body.startsWith("{") ? `(${body})` : body}`;
}

/** Every line two spaces further in. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** A value as JavaScript text. Line separators are escaped, for they would count as the end of a line when laid out. */
export function quote(value: string | number | boolean): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** The author's words as a line comment that cannot end early. */
export function comment(text: string): string {
  return `// ${text.replace(/[\r\n\u2028\u2029]+/g, " ")}`;
}

const plainName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** A key of a record literal, in quotes where it must be. */
export function keyText(key: string): string {
  return plainName.test(key) && key !== "__proto__" ? key : `[${quote(key)}]`;
}

/** Names that JavaScript keeps for itself in a module. */
const reserved = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof undefined var void while with yield NaN Infinity Map Set " +
    "WeakMap Object Array String Number Boolean Math RegExp JSON RangeError rulebook calendars repeats noItems a f items"
  ).split(" "),
);

/** Names of functions and variables of one emitted file, no two the same. */
export function createNames(taken: Iterable<string>): (words: string) => string {
  const used = new Set([...reserved, ...taken]);
  return (words) => {
    const camel = words
      .replace(/[^\p{ID_Continue}$]+(.)?/gu, (_, next: string | undefined) => (next ?? "").toUpperCase())
      .replace(/[^\p{ID_Continue}$]/gu, "");
    const first = plainName.test(camel) ? camel : `_${camel}`;
    let name = first;
    for (let count = 2; used.has(name); count += 1) name = `${first}${count}`;
    used.add(name);
    return name;
  };
}

/** Without the round brackets that stand around the whole. */
export function bare(test: string): string {
  if (!test.startsWith("(") || !test.endsWith(")")) return test;
  let depth = 0;
  for (let at = 0; at < test.length - 1; at += 1) {
    const sign = test[at];
    if (sign === '"') at = endOfText(test, at);
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth === 0) return test;
  }
  return test.slice(1, -1);
}

function endOfText(test: string, start: number): number {
  let at = start + 1;
  while (at < test.length && test[at] !== '"') at += test[at] === "\\" ? 2 : 1;
  return at;
}
