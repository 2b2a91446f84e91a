// Reading elements of BPMN: attributes, children, ids.
import { bpmnSpaces } from "../../bpmn/drawn.ts";
import type { XmlElement } from "../../bpmn/xml.ts";

/** An attribute without blanks around it. */
export function attribute(element: XmlElement, name: string): string {
  return (element.attributes.get(name) ?? "").trim();
}

/** The children of BPMN's own namespace, one name or all. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child) => bpmnSpaces.has(child.space) && (name === undefined || child.name === name));
}

/** An id without the prefix that some modellers write before it. */
export function localId(text: string): string {
  return text.trim().replace(/^[\w.-]+:(?=\S)/, "");
}
