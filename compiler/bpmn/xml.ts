// Reads XML into a plain tree. saxes does the reading: strictly, in one loop, without the entities that a document type declares. Here its
// answers become words for people. Never throws for what stands in a file: it says what is wrong and where.
import { SaxesParser, type SaxesTagNS } from "saxes";

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

/** Empty lines that were copied along in front of the XML declaration, where XML has no place for them: behind it they do no harm. */
const beforeDeclaration = /^([ \t\r\n]+)(<\?xml\s[^>]{0,200}\?>)/;

/** How much is read: beyond it a file is refused, not read half. */
export const mostDepth = 250;
export const mostElements = 300_000;

interface Open extends Omit<XmlElement, "text"> {
  readonly written: string;
  readonly children: XmlElement[];
  readonly texts: string[];
}

/** Ends the reading: thrown by the handlers below, caught by readXml. */
class Unreadable extends Error {}

/** The root element, or why there is none. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly problem: XmlProblem } {
  const parser = new SaxesParser({ xmlns: true });
  const tree = new TreeBuilder();
  parser.on("error", ({ message }) => {
    throw new Unreadable(plainReason(message, tree));
  });
  parser.on("doctype", (written) => {
    if (written.includes("[")) throw new Unreadable(ownParts);
  });
  parser.on("opentag", (tag) => tree.open(tag, parser.line));
  parser.on("closetag", () => tree.close());
  parser.on("text", (written) => tree.add(written));
  parser.on("cdata", (written) => tree.add(written));
  try {
    parser.write(text.replace(beforeDeclaration, "$2$1")).close();
    return tree.root ? { root: tree.root } : { problem: { reason: noElement, line: parser.line } };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: { reason: error.message, line: parser.line } };
  }
}

/** The elements that are open, and the root once it is closed. */
class TreeBuilder {
  readonly #stack: Open[] = [];
  #elements = 0;
  root: XmlElement | undefined;
  /** The one that was closed last. */
  closed: Open | undefined;

  get last(): Open | undefined {
    return this.#stack.at(-1);
  }

  open({ uri, local, name, attributes }: SaxesTagNS, line: number): void {
    if (this.#stack.length >= mostDepth)
      throw new Unreadable(`Elements stand inside each other more than ${mostDepth} deep.`);
    this.#elements += 1;
    if (this.#elements > mostElements)
      throw new Unreadable(`The file holds more than ${mostElements.toLocaleString("en-GB")} elements.`);
    const own = Object.values(attributes).filter(({ prefix, local: key }) => prefix !== "xmlns" && key !== "xmlns");
    const named = own.map(({ uri: of, local: key, value }): [string, string] => [
      of === "" ? key : `{${of}}${key}`,
      value,
    ]);
    this.#stack.push({
      space: uri,
      name: local,
      written: name,
      attributes: new Map(named),
      children: [],
      texts: [],
      line,
    });
  }

  close(): void {
    const open = this.#stack.pop();
    if (!open) return;
    this.closed = open;
    const { space, name, attributes, children, texts, line } = open;
    const element: XmlElement = { space, name, attributes, children, text: texts.join("").trim(), line };
    const around = this.last;
    if (around) around.children.push(element);
    else this.root = element;
  }

  add(text: string): void {
    if (text.trim() !== "") this.last?.texts.push(text);
  }
}

const noElement = "The file holds no XML element.";
const ownParts =
  "The file declares a document type with parts of its own (DOCTYPE […]). Such parts can make a file endless, so they are not read.";

/** What saxes found, in words for somebody who has never seen the inside of such a file. */
function plainReason(message: string, { last, root, closed }: TreeBuilder): string {
  const found = message.replace(/^\d+:\d+: /, "");
  const [, what = ""] = /: "?(.*?)"?\.?$/.exec(found) ?? [];
  const open = last && `<${last.written}> of line ${last.line}`;
  if (found.startsWith("unclosed tag")) return `The file ends before ${open ?? `<${what}>`} is closed.`;
  if (found.startsWith("unmatched closing tag"))
    return open ? `</${what}> stands where ${open} has to be closed.` : `</${what}> closes nothing.`;
  // saxes closes the element first and complains then.
  if (found.startsWith("unexpected close tag"))
    return `<${closed?.written ?? ""}> of line ${closed?.line ?? 1} is not closed before what stands around it.`;
  if (found.startsWith("unexpected end")) return "The file ends inside a part that is not closed.";
  if (found.includes("must contain a root")) return noElement;
  if (found.includes("only one root")) return "A second root element stands after the first.";
  if (found.includes("outside of root"))
    return root ? "Something stands after the end of the XML." : "The file does not begin with XML.";
  if (found.startsWith("duplicate attribute")) return `An element has the attribute ${what} twice.`;
  if (found.startsWith("unbound namespace")) return `Nothing says what the prefix "${what}" stands for.`;
  if (found.includes("entity")) return "A sign that begins with & stands for nothing that XML knows.";
  if (found.includes("character")) return "A sign stands here that XML does not take.";
  return "This is no whole XML: a tag or an attribute is not written to its end.";
}
