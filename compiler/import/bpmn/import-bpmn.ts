// A BPMN file into the text of a service, or the reasons why it is not taken over. Pure: bytes in, text or refusals out, and never thrown.
import { readXml } from "../../bpmn/xml.ts";
import { decodeXml } from "./decode.ts";
import { readOwn } from "./own.ts";
import { readDrawn } from "./read-drawn.ts";
import type { Refusal } from "./refusal.ts";
import { buildRoute } from "./route/build-route.ts";
import { writeService } from "./text.ts";

/** What came of a file. `name` is the service's name, for naming a file after it. */
export type Imported = { readonly text: string; readonly name: string } | { readonly refusals: readonly Refusal[] };

/** `process` names the process to read where a file holds several. */
export function importBpmn(bytes: Uint8Array, process?: string): Imported {
  const decoded = decodeXml(bytes);
  if ("reason" in decoded) return { refusals: [whole(decoded.reason)] };
  const read = readXml(decoded.text);
  if ("problem" in read) return { refusals: [{ ...whole(read.problem.reason), line: read.problem.line }] };
  const own = process === undefined ? readOwn(read.root) : undefined;
  if (own !== undefined && own !== "changed") return own;
  const { drawn, refusals } = readDrawn(read.root, process);
  if (!drawn || refusals.length > 0) return { refusals };
  const route = buildRoute(drawn);
  if (!route.text) return { refusals: route.refusals };
  const changed = [
    "Formwork built this process, and it was changed since: it is read as it is drawn now. Questions, rules and what stood only in marks is not in it.",
  ];
  const text = own === "changed" ? { ...route.text, comments: [...changed, ...route.text.comments] } : route.text;
  return { text: writeService(text), name: route.text.name };
}

function whole(reason: string): Refusal {
  return { id: "", name: "", line: 0, reason, instead: "the file as your modeller exports it: BPMN 2.0 XML." };
}
