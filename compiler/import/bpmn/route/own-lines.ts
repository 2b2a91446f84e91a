// What a step says of itself: notes and vendors' words as comments, what is sent as a line, what a system does as a comment.

import { childrenOf } from "../elements.ts";
import type { Node } from "../graph.ts";
import { type Building, labelOf } from "./building.ts";
import { oneLine } from "./conditions.ts";

/** Notes of the drawing, and what vendors say of who works. */
export function commentsOf(node: Node): string[] {
  const vendors = [...node.element.attributes].flatMap(([key, value]) =>
    /\}(assignee|candidateGroups|candidateUsers|formKey)$/.test(key) ? [`${key.replace(/^.*\}/, "")}: ${value}`] : [],
  );
  return [...node.notes, ...(vendors.length > 0 ? [`In the process: ${vendors.join("; ")}`] : [])].map((words) =>
    words.slice(0, 600),
  );
}

const byItselfWords: Readonly<Record<string, string>> = {
  serviceTask: "By itself",
  scriptTask: "By itself, a script",
  businessRuleTask: "By itself, a rule: write it as a table or a calculation",
  callActivity: "Another process is called here; if it is a service of its own, write start",
};

/** The lines of one step: what is sent is a line, what a system does is a comment, since a process does not say what it is. */
export function ownLines(building: Building, node: Node): string[] {
  const comments = commentsOf(node).map(oneLine);
  if (node.kind === "sendTask" || node.kind === "intermediateThrowEvent")
    return [...comments, `send ${building.stubs.message(node.name || node.said || labelOf(node))}`];
  const called = node.element.attributes.get("calledElement") ?? "";
  const many = childrenOf(node.element, "multiInstanceLoopCharacteristics").length > 0 ? " (once for each item)" : "";
  const words = `${byItselfWords[node.kind] ?? "By itself"}: ${labelOf(node)}${called === "" ? "" : ` (${called})`}${many}`;
  return [oneLine(words), ...comments];
}
