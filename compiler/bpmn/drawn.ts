// Tells whether a drawing is still the one that Formwork wrote: what stands in it as BPMN, without pictures, words of documentation
// and what tools add for themselves, as one short mark. Moving shapes does not change it; another way, step or name does.
import type { XmlElement } from "./xml.ts";

/** The namespaces that BPMN 2.0 was published under; the second one is older. */
export const bpmnSpaces: ReadonlySet<string> = new Set([
  "http://www.omg.org/spec/BPMN/20100524/MODEL",
  "http://schema.omg.org/spec/BPMN/2.0",
]);

/** What modellers fill in by themselves, or what says the same twice. */
const passedOver: ReadonlySet<string> = new Set(["documentation", "extensionElements", "incoming", "outgoing"]);
const told = ["id", "name", "sourceRef", "targetRef", "attachedToRef", "cancelActivity", "default", "isInterrupting"];
const alsoTold = ["triggeredByEvent", "messageRef", "errorRef", "isSequential", "processRef", "errorCode"];

/** One line for each element, in an order that does not depend on the file's. */
export function linesOfDrawing(definitions: XmlElement): string[] {
  const lines: string[] = [];
  const waiting: { element: XmlElement; around: string }[] = definitions.children.map((element) => ({
    element,
    around: "",
  }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, around } = next;
    if (!bpmnSpaces.has(element.space) || passedOver.has(element.name)) continue;
    const attributes = [...told, ...alsoTold].map((key) => element.attributes.get(key) ?? "");
    lines.push(JSON.stringify([around, element.name, ...attributes, element.text]));
    const here = element.attributes.get("id") ?? `${around} ${element.name}`;
    for (const child of element.children) waiting.push({ element: child, around: here });
  }
  return lines.sort();
}

/** What the mark of a drawing is made of. */
export function markOfDrawing(definitions: XmlElement): string {
  return markOf(linesOfDrawing(definitions));
}

/** A piece of the text that stands in a drawing: where it comes in the text, and what it says. */
export interface Marked {
  readonly part: string;
  readonly order: number;
  readonly text: string;
}

/** Tells whether all pieces of the text are there as they were written, in whatever order and however often they stand in the file. */
export function markOfText(pieces: readonly Marked[]): string {
  const lines = pieces.map(({ part, order, text }) => JSON.stringify([part, order, text.trim()]));
  return markOf([...new Set(lines)].sort());
}

/** The mark itself: 53 bits of the lines, written in base 36. It tells a change; it is no signature. */
function markOf(lines: readonly string[]): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const line of lines) {
    for (let at = 0; at <= line.length; at++) {
      const code = at === line.length ? 10 : line.charCodeAt(at);
      one = Math.imul(one ^ code, 2654435761);
      two = Math.imul(two ^ code, 1597334677);
    }
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
