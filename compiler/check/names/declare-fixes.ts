// FW201: the line or the block that declares a name which nothing in the service has, ready to be put in.
import type { Fix } from "../../diagnostics/problem.ts";
import { quotedAt, wordOf } from "../../model/line.ts";
import type { Finding, Model, Namespace } from "../../model/model.ts";
import { wordsFromName } from "../../syntax/names-and-words.ts";
import type { Line } from "../../syntax/tree.ts";
import { endOfBlock, insertAt, lineHolding } from "../text-edits.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

const declaredBy: Partial<Readonly<Record<Namespace, string>>> = {
  role: "role",
  partner: "partner",
  stage: "outcome",
  credential: "credential",
  message: "message",
  calendar: "calendar",
};

/** Those that stand at the end of a text; the others stand near its beginning. */
const late: ReadonlySet<string> = new Set(["outcome", "credential", "message"]);

/** After the last of its kind, or where such blocks stand. */
export function declareFixes(model: Model, finding: NotFound): Fix[] {
  const word = declaredBy[finding.of];
  const holder = lineHolding(model.tree.lines, finding.span);
  if (word === undefined || finding.span.file !== model.tree.file) return [];
  // Who chooses something in an example is a stage that is there.
  if (holder && ["example", "examples"].includes(wordOf(holder.parent ?? holder))) return [];
  // What a message attaches is a document, not another message.
  // A question is nobody, and a document is sent with a message: what is meant cannot be declared.
  if (isSomethingElse(model, finding.name)) return [];
  // One name cannot be people of this agency and another agency.
  if (Object.hasOwn(word === "role" ? model.partners : word === "partner" ? model.roles : {}, finding.name)) return [];
  if (word === "message" && holder !== undefined && wordOf(holder) !== "send") return [];
  const same = model.tree.lines.filter((line) => wordOf(line) === word).at(-1);
  const block = blockOf(word, finding.name, holder?.parent);
  const after = same ?? (late.has(word) ? model.tree.lines.at(-1) : model.tree.lines[0]);
  const [first = ""] = block;
  if (!after) return [];
  const isLine = block.length === 1;
  const text = `${same && isLine ? "\n" : "\n\n"}${block.join("\n")}`;
  const edits = [insertAt(finding.span, endOfBlock(after), text)];
  return [
    isLine
      ? { title: `add  ${first}`, edits }
      : { title: `add  ${first}  with what stands below it`, edits, lines: block },
  ];
}

function isSomethingElse(model: Model, name: string): boolean {
  return model.data.some(({ said }) => said === name) || Object.hasOwn(model.documents, name);
}

function blockOf(word: string, name: string, sender: Line | undefined): string[] {
  const words = wordsFromName(name);
  if (word === "message") return messageOf(name, (sender && quotedAt(sender)?.words) ?? words);
  const line = `${word} ${name} "${words}"`;
  return word === "calendar" ? [line, "  working days are Monday, Tuesday, Wednesday, Thursday, Friday"] : [line];
}

/** What the stage or outcome that sends it is called is the first thing to tell. */
function messageOf(name: string, title: string): string[] {
  return [`message ${name} by email`, `  subject "${title}"`, `  > ${title.replace(/[.!?]?$/, (end) => end || ".")}`];
}
