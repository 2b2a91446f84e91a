// Where each piece of the text stands in the file, and the mark by which the way back knows that the drawing is still the one they belong to.
import type { Name } from "#contract";
import { markOfDrawing, markOfText } from "../../../bpmn/drawn.ts";
import { readXml } from "../../../bpmn/xml.ts";
import type { Scope } from "../process/process.ts";
import type { Marks } from "./blocks.ts";

/** Lines of the text, and where they come in it. */
export interface MarkedLines {
  readonly part: "before" | "route" | "stage" | "outcome" | "after";
  readonly order: number;
  readonly text: string;
}

/** The lines of a stage or outcome. */
export function marksOfPlace({ places }: Marks, place: Name | undefined): MarkedLines[] {
  return places.flatMap(({ name, isStage, text }, order) =>
    name === place ? [{ part: isStage ? "stage" : "outcome", order, text }] : [],
  );
}

/** What stands in no place of the drawing, places that are not drawn among it. */
export function marksOfProcess(marks: Marks, { steps }: Scope): MarkedLines[] {
  const drawn = new Set(steps.flatMap(({ place }) => place ?? []));
  return [
    ...marks.blocks.map((text, order): MarkedLines => ({ part: "before", order, text })),
    { part: "route", order: 0, text: marks.route },
    ...marks.places.filter(({ name }) => !drawn.has(name)).flatMap(({ name }) => marksOfPlace(marks, name)),
    ...marks.after.map((text, order): MarkedLines => ({ part: "after", order, text })),
  ];
}

/** The mark of all pieces of the text, as they stand in the file. */
export function markOfMarks(marks: Marks, written: (text: string) => string): string {
  const all = marksOfProcess(marks, { steps: [], flows: [] });
  return markOfText(all.map((piece) => ({ ...piece, text: written(piece.text) })));
}

/** Stands where the mark will be, while the file is written. */
export const unmarked = "drawing.to.be.marked";

/** What the mark passes over, and most of the text: it is cut before reading. What authors wrote stands in none of these tags, for < is escaped. */
const passedOver = /<bpmn:(extensionElements|documentation|incoming|outgoing)>.*?<\/bpmn:\1>/gs;

/** The file with the mark of its drawing. */
export function withMark(xml: string): string {
  const read = readXml(xml.replace(passedOver, ""));
  // With its quotation marks: an author's words, where they stand in an attribute, have none.
  return xml.replace(`"${unmarked}"`, `"${"root" in read ? markOfDrawing(read.root) : "none"}"`);
}
