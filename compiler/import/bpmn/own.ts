// The way back of a file that Formwork wrote: its marks hold the lines of the text. They count only while the drawing is the one they
// belong to; a drawing that somebody changed is read as it is drawn.

import { bpmnSpaces, markOfDrawing, markOfText } from "../../bpmn/drawn.ts";
import type { XmlElement } from "../../bpmn/xml.ts";
import { addAll } from "./add-all.ts";
import { comment, slugOf } from "./names.ts";

const space = "https://formwork.dev/bpmn/1";
const parts = ["before", "route", "stage", "outcome", "after"] as const;

interface Lines {
  readonly part: (typeof parts)[number];
  readonly order: number;
  readonly text: string;
}

/** The text, where the file is ours and unchanged; `changed` where it is ours and somebody drew in it. */
export function readOwn(
  definitions: XmlElement,
): { readonly text: string; readonly name: string } | "changed" | undefined {
  const lines: Lines[] = [];
  let [mark, markOfLines]: (string | undefined)[] = [];
  let service = "";
  const waiting = [definitions];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.space === space && next.name === "definition") {
      mark = next.attributes.get("drawing");
      markOfLines = next.attributes.get("lines");
      service = next.attributes.get("service") ?? "";
    } else if (next.space === space && next.name === "lines") {
      const part = parts.find((one) => one === next.attributes.get("part"));
      if (part) lines.push({ part, order: Number(next.attributes.get("order") ?? 0), text: next.text });
    } else if (bpmnSpaces.has(next.space)) addAll(waiting, next.children);
  }
  if (mark === undefined || lines.length === 0) return undefined;
  // A tool that drops or rewrites what it does not know leaves the drawing as it was, and half a text.
  if (mark !== markOfDrawing(definitions) || markOfLines !== markOfText(lines)) return "changed";
  const ordered = lines.toSorted(
    (one, two) => parts.indexOf(one.part) - parts.indexOf(two.part) || one.order - two.order,
  );
  const blocks = ordered.map(({ part, text }) => (part === "stage" ? indented(text) : text));
  const head = comment(
    "Read from the process that Formwork built of this service. Lines that begin with # say what a process cannot hold, and what is left to do.",
  );
  return { text: `${[head.join("\n"), ...blocks].join("\n\n")}\n`, name: slugOf(service) || "imported-process" };
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
