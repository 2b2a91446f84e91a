// Reads an emitted file back, as a stranger would: elements with their shapes, edges and labels. For tests only.
import { BpmnModdle, type ModdleElement } from "bpmn-moddle";
import type { Box, Point } from "../diagram/sizes.ts";

export interface Shape {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly box: Box;
  readonly label?: Box;
  /** The element it stands in: a sub-process or process. */
  readonly parent: string;
  /** Boundary events: the step they stand on. */
  readonly host?: string;
  readonly events: readonly string[];
  readonly isSolid: boolean;
}

export interface Edge {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly points: readonly Point[];
  readonly label?: Box;
  readonly from: string;
  readonly to: string;
}

export interface Read {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
  readonly warnings: readonly string[];
  readonly root: ModdleElement;
  readonly byId: Readonly<Record<string, ModdleElement>>;
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === "object" && value !== null && "$type" in value;
const elementIn = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
};
/** The elements of a list of an element. */
export const listIn = (element: ModdleElement | undefined, name: string): ModdleElement[] => {
  const value = element?.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
};
/** An attribute as text. */
export const textIn = (element: ModdleElement | undefined, name: string): string => {
  const value = element?.get(name);
  return typeof value === "string" ? value : "";
};
const numberIn = (element: ModdleElement | undefined, name: string): number => Number(element?.get(name));

function boxOf(element: ModdleElement | undefined): Box | undefined {
  const bounds = element && elementIn(element, "bounds");
  if (!bounds) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) => numberIn(bounds, name));
  return { x, y, width, height };
}

/** The diagram of a file. */
export async function readDiagram(xml: string): Promise<Read> {
  const { rootElement, warnings, elementsById } = await new BpmnModdle().fromXML(xml);
  const planes = listIn(rootElement, "diagrams").flatMap((diagram) => elementIn(diagram, "plane") ?? []);
  const drawn = planes.flatMap((plane) => listIn(plane, "planeElement"));
  const shapes = drawn.flatMap((shape): Shape[] => {
    const element = elementIn(shape, "bpmnElement");
    const box = boxOf(shape);
    if (shape.$type !== "bpmndi:BPMNShape" || !element || !box) return [];
    const label = boxOf(elementIn(shape, "label"));
    const host = element.$type === "bpmn:BoundaryEvent" ? elementIn(element, "attachedToRef")?.id : undefined;
    const parent = "$parent" in element && isElement(element.$parent) ? (element.$parent.id ?? "") : "";
    return [
      {
        id: element.id ?? "",
        type: element.$type,
        name: textIn(element, "name"),
        box,
        parent,
        events: element.$type.endsWith("Event") ? listIn(element, "eventDefinitions").map(({ $type }) => $type) : [],
        isSolid: element.$type !== "bpmn:BoundaryEvent" || element.get("cancelActivity") !== false,
        ...(label ? { label } : {}),
        ...(host ? { host } : {}),
      },
    ];
  });
  const edges = drawn.flatMap((edge): Edge[] => {
    const element = elementIn(edge, "bpmnElement");
    if (edge.$type !== "bpmndi:BPMNEdge" || !element) return [];
    const label = boxOf(elementIn(edge, "label"));
    return [
      {
        id: element.id ?? "",
        type: element.$type,
        name: textIn(element, "name"),
        points: listIn(edge, "waypoint").map((point) => ({ x: numberIn(point, "x"), y: numberIn(point, "y") })),
        from: elementIn(element, "sourceRef")?.id ?? "",
        to: elementIn(element, "targetRef")?.id ?? "",
        ...(label ? { label } : {}),
      },
    ];
  });
  return {
    shapes,
    edges,
    warnings: warnings.map(({ message }) => message),
    root: rootElement,
    byId: elementsById,
  };
}
