// Drawings as somebody might have drawn them otherwise: steps of another kind, flows that lead elsewhere, steps and parts that are gone,
// doubled or moved. For tests only: the file stays XML, and means something else, or nothing.
import { bpmnSpaces } from "../bpmn/drawn.ts";
import type { XmlElement } from "../bpmn/xml.ts";

/** Picks a number below the one given. */
export type Draw = (below: number) => number;

interface Open {
  readonly space: string;
  readonly name: string;
  readonly attributes: Map<string, string>;
  children: Open[];
  text: string;
}

const steps =
  "startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent task userTask serviceTask sendTask receiveTask callActivity subProcess exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway".split(
    " ",
  );
const definitions = "message timer error escalation terminate signal"
  .split(" ")
  .map((kind) => `${kind}EventDefinition`);
const odd = [
  "",
  " ",
  "constructor",
  "__proto__",
  "Ελέγχω",
  "\u202e",
  "stage",
  "go to",
  "P0D",
  "R3/PT10H",
  "{x}",
  "“q”",
  "1",
  "-",
];
const bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/** The drawing with some changes, as XML. */
export function redraw(root: XmlElement, draw: Draw): string {
  const copy = open(root);
  for (let left = 1 + draw(3); left > 0; left--) changes[draw(changes.length)]?.(copy, draw);
  return written(copy);
}

function open({ space, name, attributes, children, text }: XmlElement): Open {
  return { space, name, attributes: new Map(attributes), children: children.map(open), text };
}

function all(root: Open): { element: Open; around: Open | undefined }[] {
  const found: { element: Open; around: Open | undefined }[] = [{ element: root, around: undefined }];
  for (let at = 0; at < found.length; at++) {
    const { element } = found[at] ?? { element: root };
    for (const child of element.children) found.push({ element: child, around: element });
  }
  return found;
}

function one<Found>(list: readonly Found[], draw: Draw): Found | undefined {
  return list[draw(Math.max(1, list.length))];
}

function fresh(name: string, attributes: Readonly<Record<string, string>>, children: Open[] = [], text = ""): Open {
  return { space: bpmn, name, attributes: new Map(Object.entries(attributes)), children, text };
}

const isStep = ({ element }: { element: Open }): boolean => steps.includes(element.name);

/** Each changes the drawing in one place, where it has such a place. */
const changes: readonly ((root: Open, draw: Draw) => void)[] = [
  function drop(root, draw) {
    const { element, around } = one(all(root), draw) ?? {};
    if (around) around.children = around.children.filter((child) => child !== element);
  },
  function otherKind(root, draw) {
    const { element, around } = one(all(root).filter(isStep), draw) ?? {};
    const name = one(steps, draw) ?? "task";
    if (element && around)
      around.children = around.children.map((child) => (child === element ? { ...child, name } : child));
  },
  function otherWay(root, draw) {
    const flow = one(
      all(root).filter(({ element }) => element.name === "sequenceFlow"),
      draw,
    )?.element;
    const step = one(all(root).filter(isStep), draw)?.element;
    flow?.attributes.set(draw(2) === 0 ? "sourceRef" : "targetRef", step?.attributes.get("id") ?? "");
  },
  function anotherWay(root, draw) {
    const inside = all(root).filter(isStep);
    const [from, to] = [one(inside, draw), one(inside, draw)];
    const ends = {
      sourceRef: from?.element.attributes.get("id") ?? "",
      targetRef: to?.element.attributes.get("id") ?? "",
    };
    from?.around?.children.push(fresh("sequenceFlow", { id: `way-${draw(1e6)}`, ...ends }));
  },
  function anEvent(root, draw) {
    const text = one(odd, draw) ?? "";
    const timer = [fresh("timeDuration", {}, [], draw(2) === 0 ? "P2D" : text)];
    const name = one(definitions, draw) ?? "";
    one(all(root).filter(isStep), draw)?.element.children.push(fresh(name, {}, name.startsWith("timer") ? timer : []));
  },
  function several(root, draw) {
    one(all(root).filter(isStep), draw)?.element.children.push(fresh("multiInstanceLoopCharacteristics", {}));
  },
  function otherWords(root, draw) {
    const { element } = one(all(root), draw) ?? {};
    const key = element && one([...element.attributes.keys()], draw);
    if (key !== undefined) element?.attributes.set(key, one(odd, draw) ?? "");
  },
  function inside(root, draw) {
    const { element, around } = one(all(root).filter(isStep), draw) ?? {};
    if (!element || !around) return;
    const box = fresh("subProcess", { id: `box-${draw(1e6)}` }, [element]);
    around.children = around.children.map((child) => (child === element ? box : child));
  },
  function atTheBorder(root, draw) {
    const { element, around } = one(all(root).filter(isStep), draw) ?? {};
    const to = one(all(root).filter(isStep), draw)?.element.attributes.get("id") ?? "";
    const id = `border-${draw(1e6)}`;
    const event = fresh(one(definitions, draw) ?? "", {}, [fresh("timeDuration", {}, [], "P2D")]);
    around?.children.push(
      fresh("boundaryEvent", { id, attachedToRef: element?.attributes.get("id") ?? "" }, [event]),
      fresh("sequenceFlow", { id: `way-of-${id}`, sourceRef: id, targetRef: to }),
    );
  },
];

function written({ space, name, attributes, children, text }: Open): string {
  // One prefix for BPMN, and a namespace of its own for each other element: long, and understood by every reader.
  const [open, own] = bpmnSpaces.has(space) ? [`b:${name}`, ""] : [name, ` xmlns="${escaped(space)}"`];
  const top = name === "definitions" ? ` xmlns:b="${escaped(space)}"` : "";
  const plain = [...attributes].filter(([key]) => !key.startsWith("{"));
  const said = plain.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  return `<${open}${top}${own}${said}>${escaped(text)}${children.map(written).join("")}</${open}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
