// What a lit template says, as HTML: on the server, and in the form's script, where this module stands in lit's place (emit/form). Templates
// of ours have no listeners, directives or parts; lit's own renderers would bring what nobody uses. A test holds this to them.

/** A template with its values, in the shape that lit has for it. */
export interface Template {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

export const html = (strings: readonly string[], ...values: readonly unknown[]): Template => ({ strings, values });

/** No attribute, no content: lit's own sign for it. */
export const nothing = Symbol.for("lit-nothing");

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(value: unknown): string {
  return value === nothing ? "" : String(value ?? "").replace(/[&<>"]/g, (sign) => signs[sign] ?? "");
}

/** What stands before a value that is a whole attribute: its name behind " " or " ?" or " .". */
const bound = /\s([.?]?)([\w:-]+)=$/;

/** What a template says, as HTML. Values are escaped, in attributes as in texts. */
export function textOf({ strings, values }: Template): string {
  let text = "";
  /** A text area shows its value as its content, behind the end of its tag. */
  let content = "";
  strings.forEach((string, at) => {
    text += content ? string.replace(">", () => `>${content}`) : string;
    if (string.includes(">")) content = "";
    if (at >= values.length) return;
    const value = values[at];
    const [whole = "", kind, name = ""] = isInTag(text) ? (bound.exec(text) ?? []) : [];
    if (name === "") {
      text += contentOf(value);
      return;
    }
    text = text.slice(0, -whole.length);
    if (kind === "." && /<textarea[^<]*$/.test(text)) content = `\n${escaped(value)}`;
    else if (kind === "?" ? value : value !== nothing) text += ` ${name}="${kind === "?" ? "" : escaped(value)}"`;
  });
  return text;
}

function isInTag(text: string): boolean {
  return text.lastIndexOf("<") > text.lastIndexOf(">");
}

/** Text, numbers, templates and lists of them as HTML; everything but templates is escaped. */
export function contentOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(contentOf).join("");
  return isTemplate(value) ? textOf(value) : escaped(value);
}

function isTemplate(value: unknown): value is Template {
  return typeof value === "object" && value !== null && "strings" in value;
}
