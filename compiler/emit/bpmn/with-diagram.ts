// Puts a diagram that was written by itself into a file of the same process, as if both had been written in one go.

const namespaces = / xmlns:[\w.-]+="[^"]*"/g;

/** Both texts come from bpmn-moddle, laid out; no value in either breaks over lines, for line ends are escaped in attributes. */
export function withDiagram(definitions: string, diagram: string): string {
  const [opening = "", ...rest] = diagram.trimEnd().split("\n");
  const lines = [opening.replace(namespaces, ""), ...rest].map((line) => `  ${line}\n`);
  const end = definitions.lastIndexOf("</bpmn:definitions>");
  // The diagram's namespaces stand at the root, after those that the rest of the file uses.
  const start = definitions.indexOf(' id="');
  const added = (opening.match(namespaces) ?? []).join("");
  return `${definitions.slice(0, start)}${added}${definitions.slice(start, end)}${lines.join("")}${definitions.slice(end)}`;
}
