// Elements of a BPMN file and how they are written: what of an element is an attribute, what stands inside it and in which order, as
// the schemas of BPMN 2.0 have it. Knows no process. bpmn-moddle, which reads the file back in the tests, needs ten times as long.

/** An element: `bpmn:UserTask` with its members. Members that are undefined are not there. */
export class XmlElement {
  readonly type: string;
  readonly id: string | undefined;
  readonly #members = new Map<string, unknown>();

  constructor(type: string, members: Readonly<Record<string, unknown>>) {
    this.type = type;
    const { id } = members;
    this.id = typeof id === "string" ? id : undefined;
    for (const name of Object.keys(members)) if (members[name] !== undefined) this.#members.set(name, members[name]);
  }

  set(name: string, value: unknown): void {
    this.#members.set(name, value);
  }

  /** Adds to a list of elements. */
  add(name: string, element: XmlElement): void {
    const list = this.#members.get(name);
    if (Array.isArray(list)) list.push(element);
    else this.#members.set(name, [element]);
  }

  /** The element and all in it as lines of XML. */
  lines(indent: string, tag = tagOf(this.type), lines: string[] = []): string[] {
    const { attributes, text, inside } = this.#parts();
    const open = `${indent}<${tag}${attributes}`;
    if (text !== undefined) lines.push(`${open}>${contentText(text)}</${tag}>`);
    else if (inside.length === 0) lines.push(`${open} />`);
    else {
      lines.push(`${open}>`);
      for (const { name, value } of inside) write(value, name, `${indent}  `, lines);
      lines.push(`${indent}</${tag}>`);
    }
    return lines;
  }

  #parts(): { attributes: string; text: string | undefined; inside: { name: string; value: unknown }[] } {
    let attributes = "";
    let text: string | undefined;
    const inside: { name: string; value: unknown }[] = [];
    if (isTyped(this.type)) attributes = ` xsi:type="${this.type.replace(":", ":t")}"`;
    for (const [name, value] of this.#members) {
      if (typeof value === "object") {
        if (value instanceof XmlElement && references.has(name))
          attributes += ` ${name}="${attributeText(value.id ?? "")}"`;
        else inside.push({ name, value });
      } else if (bodies.get(this.type) === name) text = String(value);
      else attributes += ` ${name}="${attributeText(String(value))}"`;
    }
    if (inside.length > 1) inside.sort((one, other) => orderOf(one.name) - orderOf(other.name));
    return { attributes, text, inside };
  }
}

/** The file: its namespaces are those given, by prefix. */
export function xmlText(root: XmlElement, namespaces: Readonly<Record<string, string>>): string {
  for (const [prefix, address] of Object.entries(namespaces)) root.set(`xmlns:${prefix}`, address);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.lines("").join("\n")}\n`;
}

/** Elements that name another by its id. */
const references = new Set([
  ...["processRef", "sourceRef", "targetRef", "attachedToRef", "messageRef", "errorRef"],
  ...["bpmnElement", "default"],
]);

/** Lists of ids, an element for each. */
const listed = new Set(["incoming", "outgoing", "flowNodeRef"]);

/** The member that is the element's text. */
const bodies: ReadonlyMap<string, string> = new Map([
  ["bpmn:Documentation", "text"],
  ["bpmn:FormalExpression", "body"],
  ["formwork:Basis", "text"],
  ["formwork:Reason", "text"],
  ["formwork:Expression", "body"],
]);

/** Members whose element bears the member's name instead of its type's. */
const named: ReadonlyMap<string, string> = new Map([
  ["conditionExpression", "bpmn:conditionExpression"],
  ["timeDate", "bpmn:timeDate"],
  ["timeDuration", "bpmn:timeDuration"],
  ["loopCardinality", "bpmn:loopCardinality"],
  ["waypoint", "di:waypoint"],
]);

function isTyped(type: string): boolean {
  return type === "bpmn:FormalExpression";
}

/** The order that the schemas ask for; names that never meet in one element stand in any order. */
const order: ReadonlyMap<string, number> = new Map(
  (
    "documentation extensionElements participants messageFlows incoming outgoing loopCharacteristics laneSets flowElements flowNodeRef " +
    "eventDefinitions conditionExpression timeDate timeDuration loopCardinality rootElements diagrams bounds waypoint label"
  )
    .split(" ")
    .map((name, at) => [name, at]),
);

function orderOf(name: string): number {
  return order.get(name) ?? order.size;
}

function write(value: unknown, name: string, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const one of value) write(one, name, indent, lines);
  } else if (value instanceof XmlElement) {
    if (listed.has(name)) lines.push(`${indent}<bpmn:${name}>${contentText(value.id ?? "")}</bpmn:${name}>`);
    else value.lines(indent, named.get(name), lines);
  }
}

/** `bpmn:UserTask` → `bpmn:userTask`. Elements of diagrams keep their capitals. */
function tagOf(type: string): string {
  const at = type.indexOf(":") + 1;
  const prefix = type.slice(0, at);
  if (prefix === "bpmndi:" || prefix === "dc:" || prefix === "di:") return type;
  return prefix + type.slice(at, at + 1).toLowerCase() + type.slice(at + 1);
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** A reader makes spaces of line ends in attributes, and of "\r" line ends everywhere. */
function attributeText(text: string): string {
  return /[&<>"\n\r\t]/.test(text) ? text.replace(/[&<>"\n\r\t]/g, (sign) => signs[sign] ?? sign) : text;
}

function contentText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (sign) => signs[sign] ?? sign) : text;
}
