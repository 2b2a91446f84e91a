// A plain picture of an emitted diagram, only to be looked at while working on it. For tests only.
import { type Box, linesOf } from "../diagram/sizes.ts";
import type { Edge, Read, Shape } from "./read.ts";

const marked = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The diagram as SVG. */
export function svgOf({ shapes, edges }: Read): string {
  const right = Math.max(...shapes.map(({ box }) => box.x + box.width)) + 40;
  const bottom = Math.max(...shapes.map(({ box }) => box.y + box.height)) + 40;
  const order = (shape: Shape): number => (shape.host ? 2 : 1);
  const drawn = [...shapes].sort((one, other) => order(one) - order(other));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${right}" height="${bottom}" font-family="Arial" font-size="12">`,
    '<defs><marker id="a" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>',
    `<rect width="${right}" height="${bottom}" fill="white"/>`,
    ...drawn.filter(({ host }) => !host).map(shapeOf),
    ...edges.map(edgeOf),
    ...drawn.filter(({ host }) => host).map(shapeOf),
    ...drawn.map(({ label, name }) => labelOf(label, name)),
    ...edges.map(({ label, name }) => labelOf(label, name)),
    "</svg>",
  ].join("\n");
}

function labelOf(box: Box | undefined, name: string): string {
  return box ? textOf(linesOf(name, Math.max(box.width, 8)), box.x + box.width / 2, box.y + 11, 'fill="#225"') : "";
}

function textOf(lines: readonly string[], x: number, y: number, more = ""): string {
  return lines
    .map((line, at) => `<text x="${x}" y="${y + at * 14}" text-anchor="middle" ${more}>${marked(line)}</text>`)
    .join("");
}

function shapeOf({ type, name, box, events, isSolid }: Shape): string {
  const { x, y, width, height } = box;
  const [cx, cy] = [x + width / 2, y + height / 2];
  if (type === "bpmn:Participant" || type === "bpmn:Lane") {
    const isEmpty = type === "bpmn:Participant" && height <= 60;
    const upright = isEmpty
      ? textOf([name], cx, cy + 4)
      : `<text transform="translate(${x + 20} ${cy}) rotate(-90)" text-anchor="middle">${marked(name)}</text>`;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#333"/>${upright}`;
  }
  if (type.endsWith("Gateway")) {
    const sign = type.includes("Event") ? "◎" : "✕";
    return `<path d="M${cx} ${y}L${x + width} ${cy}L${cx} ${y + height}L${x} ${cy}z" fill="#fff6d5" stroke="#333"/>${textOf([sign], cx, cy + 5)}`;
  }
  if (type.endsWith("Event")) {
    const stroke = type === "bpmn:EndEvent" ? 3 : 1;
    const inner = /Intermediate|Boundary/.test(type)
      ? `<circle cx="${cx}" cy="${cy}" r="14" fill="none" stroke="#333"/>`
      : "";
    const sign = events
      .map(
        (event) =>
          ({ "bpmn:TimerEventDefinition": "⏲", "bpmn:MessageEventDefinition": "✉", "bpmn:ErrorEventDefinition": "⚡" })[
            event
          ] ?? "",
      )
      .join("");
    const dash = isSolid ? "" : 'stroke-dasharray="4 3"';
    return `<circle cx="${cx}" cy="${cy}" r="18" fill="white" stroke="#333" stroke-width="${stroke}" ${dash}/>${inner}${textOf([sign], cx, cy + 4)}`;
  }
  if (type === "bpmn:SubProcess") {
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#fafafa" stroke="#333"/>${textOf([name], cx, y + 17)}`;
  }
  const kind = type.replace("bpmn:", "").replace("Task", "").toLowerCase();
  const lines = linesOf(name, 116);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#eef4ff" stroke="#333"/><text x="${x + 6}" y="${y + 14}" font-size="9" fill="#777">${kind}</text>${textOf(lines, cx, cy - lines.length * 7 + 12)}`;
}

function edgeOf({ type, points }: Edge): string {
  const path = points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  const isMessage = type === "bpmn:MessageFlow";
  return `<path d="${path}" fill="none" stroke="${isMessage ? "#888" : "#333"}" ${isMessage ? 'stroke-dasharray="6 4"' : ""} marker-end="url(#a)"/>`;
}
