// Lays out the types that json-schema-to-typescript gives without a layout: indented, with semicolons, long choices one to a line.
// Prettier, which it would call, took two thirds of the time that types take; it knows all of TypeScript, and this is a small part of it.

/** The longest line that stays one line. */
const width = 120;

/** The types of a file in which every member, bracket and line of a comment begins a line of its own already. */
export function layOutTypes(text: string): string {
  const isInterface = /^export interface /m.test(text);
  let depth = 0;
  let inComment = false;
  const lines = text
    .trim()
    .split("\n")
    .map((written) => {
      const line = written.trim();
      if (inComment || line === "" || /^\/[/*]/.test(line)) {
        inComment = !line.startsWith("//") && !line.endsWith("*/") && (inComment || line !== "");
        return `${"  ".repeat(depth)}${line.startsWith("*") ? " " : ""}${line}`.trimEnd();
      }
      const code = line.replace(quoted, "");
      if (code.startsWith("}")) depth -= 1;
      const space = "  ".repeat(depth);
      depth += count(code, "{") - count(code, "}") + (code.startsWith("}") ? 1 : 0);
      const isOpen = code.endsWith("{") || (isInterface && depth === 0);
      return inLines(`${space}${withoutBrackets(line)}${isOpen ? "" : ";"}`, space);
    });
  return `${lines.join("\n")}\n`;
}

const quoted = /"(?:[^"\\]|\\.)*"/g;

function count(code: string, sign: string): number {
  return code.split(sign).length - 1;
}

/** `fuel: ("petrol" | "diesel")` needs no round brackets; `("cook" | "serve")[]` does. */
function withoutBrackets(line: string): string {
  const [, start, inside] = /^([^"(]+: )\(((?:"(?:[^"\\]|\\.)*"|[^"()])*)\)$/.exec(line) ?? [];
  return start === undefined ? line : `${start}${inside}`;
}

/** A long choice, one to a line. */
function inLines(line: string, space: string): string {
  if (line.length <= width) return line;
  const parts = line.match(/"(?:[^"\\]|\\.)*"|[^"]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? part : part.replaceAll(" | ", `\n${space}  | `))).join("");
}
