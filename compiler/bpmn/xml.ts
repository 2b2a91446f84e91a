// Reads XML into a plain tree, by a loop that no nesting can exhaust. Never throws for what stands in a file: it says what is wrong and where.
// It holds no entities of a file's own: those that a document type declares are how a small file becomes an endless one.

/** An element with its namespace resolved. Attributes without a prefix by their name; others as `{namespace}name`. */
export interface XmlElement {
  readonly space: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside it. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Why a text is no XML that is read here. */
export interface XmlProblem {
  readonly reason: string;
  readonly line: number;
}

/** How much is read: beyond it a file is refused, not read half. */
export const mostDepth = 250;
export const mostElements = 300_000;

interface Open {
  readonly space: string;
  readonly name: string;
  readonly written: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly line: number;
  readonly spaces: ReadonlyMap<string, string>;
}

class Unreadable extends Error {}

/** The root element, or why there is none. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly problem: XmlProblem } {
  const reader = new XmlReader(text);
  try {
    return { root: reader.read() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: { reason: error.message, line: reader.line } };
  }
}

const nameStart = "[\\p{L}_:]";
const namePattern = new RegExp(`${nameStart}[\\p{L}\\p{N}\\p{M}_:.\\-\u00b7]*`, "uy");
const attributePattern = new RegExp(
  `\\s+(${nameStart}[\\p{L}\\p{N}\\p{M}_:.\\-\u00b7]*)\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`,
  "uy",
);
const tagEnd = /\s*(\/?)>/y;
const closing = new RegExp(`</(${nameStart}[\\p{L}\\p{N}\\p{M}_:.\\-\u00b7]*)\\s*>`, "uy");
const always: ReadonlyMap<string, string> = new Map([
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  ["xmlns", "http://www.w3.org/2000/xmlns/"],
]);

class XmlReader {
  readonly #text: string;
  readonly #stack: Open[] = [];
  #at = 0;
  #countedTo = 0;
  #line = 1;
  #elements = 0;
  #root: XmlElement | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The line that is being read. */
  get line(): number {
    // Sign by sign up to here only: a file may be one single line.
    for (; this.#countedTo < this.#at; this.#countedTo++)
      if (this.#text.charCodeAt(this.#countedTo) === 10) this.#line += 1;
    return this.#line;
  }

  read(): XmlElement {
    if (this.#text.charCodeAt(0) === 0xfeff) this.#at = 1;
    while (this.#at < this.#text.length) this.#next();
    const open = this.#stack.at(-1);
    if (open) throw new Unreadable(`The file ends before <${open.written}> of line ${open.line} is closed.`);
    if (!this.#root) throw new Unreadable("The file holds no XML element.");
    return this.#root;
  }

  #next(): void {
    const text = this.#text;
    const next = text.indexOf("<", this.#at);
    const upTo = next < 0 ? text.length : next;
    if (upTo > this.#at) this.#characters(text.slice(this.#at, upTo), true);
    this.#at = upTo;
    if (next < 0) return;
    if (text.startsWith("<!--", next)) this.#skip("-->", 4, "a comment");
    else if (text.startsWith("<![CDATA[", next)) {
      const from = next + 9;
      this.#skip("]]>", 9, "a CDATA part");
      this.#characters(text.slice(from, this.#at - 3), false);
    } else if (text.startsWith("<?", next)) this.#skip("?>", 2, "a <? part");
    else if (text.startsWith("<!", next)) this.#documentType();
    else if (text.startsWith("</", next)) this.#close();
    else this.#open();
  }

  #characters(text: string, hasEntities: boolean): void {
    const open = this.#stack.at(-1);
    if (open) {
      if (text.trim() !== "") open.texts.push(hasEntities ? this.#decode(text) : text);
      return;
    }
    if (text.trim() === "") return;
    throw new Unreadable(
      this.#root ? "Something stands after the end of the XML." : "The file does not begin with XML.",
    );
  }

  #skip(end: string, from: number, what: string): void {
    const at = this.#text.indexOf(end, this.#at + from);
    if (at < 0) throw new Unreadable(`The file ends inside ${what}.`);
    this.#at = at + end.length;
  }

  /** A document type may name itself; what it declares inside is not read. */
  #documentType(): void {
    const end = /[>[]/g;
    end.lastIndex = this.#at;
    const found = end.exec(this.#text);
    if (!found) throw new Unreadable("The file ends inside a document type.");
    if (found[0] === "[")
      throw new Unreadable(
        "The file declares a document type with parts of its own (DOCTYPE […]). Such parts can make a file endless, so they are not read.",
      );
    this.#at = found.index + 1;
  }

  #close(): void {
    closing.lastIndex = this.#at;
    const found = closing.exec(this.#text);
    const open = this.#stack.pop();
    if (!found) throw new Unreadable("A closing tag is not whole.");
    if (!open) throw new Unreadable(`</${found[1]}> closes nothing.`);
    if (open.written !== found[1])
      throw new Unreadable(`</${found[1]}> stands where <${open.written}> of line ${open.line} has to be closed.`);
    this.#at = closing.lastIndex;
    this.#finish(open);
  }

  #finish({ space, name, attributes, children, texts, line }: Open): void {
    const element: XmlElement = { space, name, attributes, children, text: texts.join("").trim(), line };
    const around = this.#stack.at(-1);
    if (around) around.children.push(element);
    else this.#root = element;
  }

  #open(): void {
    const { line } = this;
    if (this.#root && this.#stack.length === 0) throw new Unreadable("A second root element stands after the first.");
    if (this.#stack.length >= mostDepth)
      throw new Unreadable(`Elements stand inside each other more than ${mostDepth} deep.`);
    this.#elements += 1;
    if (this.#elements > mostElements)
      throw new Unreadable(`The file holds more than ${mostElements.toLocaleString("en-GB")} elements.`);
    namePattern.lastIndex = this.#at + 1;
    const written = namePattern.exec(this.#text)?.[0];
    if (written === undefined) throw new Unreadable("A < stands where no tag begins.");
    this.#at = namePattern.lastIndex;
    const raw = this.#attributes(written);
    tagEnd.lastIndex = this.#at;
    const end = tagEnd.exec(this.#text);
    if (!end) throw new Unreadable(`The tag <${written}> is not whole.`);
    this.#at = tagEnd.lastIndex;
    const spaces = this.#spacesWith(raw);
    const [space, name] = this.#resolve(written, spaces, true);
    const attributes = new Map<string, string>();
    for (const [key, value] of raw) {
      if (key === "xmlns" || key.startsWith("xmlns:")) continue;
      const [of, local] = this.#resolve(key, spaces, false);
      attributes.set(of === "" ? local : `{${of}}${local}`, value);
    }
    const open: Open = { space, name, written, attributes, children: [], texts: [], line, spaces };
    if (end[1] === "/") this.#finish(open);
    else this.#stack.push(open);
  }

  #attributes(tag: string): Map<string, string> {
    const raw = new Map<string, string>();
    for (;;) {
      attributePattern.lastIndex = this.#at;
      const found = attributePattern.exec(this.#text);
      if (!found) return raw;
      const [, key = "", double, single] = found;
      if (raw.has(key)) throw new Unreadable(`<${tag}> has the attribute ${key} twice.`);
      raw.set(key, this.#decode((double ?? single ?? "").replace(/[\t\n\r]/g, " ")));
      this.#at = attributePattern.lastIndex;
    }
  }

  #spacesWith(raw: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const around = this.#stack.at(-1)?.spaces ?? always;
    const declared = [...raw].filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
    if (declared.length === 0) return around;
    return new Map([
      ...around,
      ...declared.map(([key, value]) => [key === "xmlns" ? "" : key.slice(6), value] as const),
    ]);
  }

  #resolve(written: string, spaces: ReadonlyMap<string, string>, isElement: boolean): [space: string, name: string] {
    const at = written.indexOf(":");
    if (at < 0) return [isElement ? (spaces.get("") ?? "") : "", written];
    const space = spaces.get(written.slice(0, at));
    if (space === undefined)
      throw new Unreadable(`Nothing says what the prefix "${written.slice(0, at)}" of "${written}" stands for.`);
    return [space, written.slice(at + 1)];
  }

  #decode(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&([^;&\s]{0,40});?/g, (whole, entity: string) => {
      const sign = whole.endsWith(";") ? signOf(entity) : undefined;
      if (sign === undefined) throw new Unreadable(`"${whole}" stands for no sign that XML knows.`);
      return sign;
    });
  }
}

const named: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

function signOf(entity: string): string | undefined {
  if (!entity.startsWith("#")) return named.get(entity);
  const number = /^#x[0-9a-f]{1,6}$/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : /^#\d{1,7}$/.test(entity)
      ? Number(entity.slice(1))
      : Number.NaN;
  return number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
}
