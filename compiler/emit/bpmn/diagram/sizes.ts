// How large steps and their labels are in the diagram, in its own units (pixels at 100 %). Text is estimated: no font is read.
import type { Border, Step } from "../process/process.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for a border event and its label along a side. */
export const borderPitch = 112;
/** Half the size of an event. */
export const eventRadius = 18;
export const lineHeight = 14;
const letterWidth = 6.2;

/** Lines that a text takes in a width, broken between words. */
export function linesOf(text: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / letterWidth));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Width and height that a label takes when it is broken at a width. */
export function labelSize(text: string, width: number): { readonly width: number; readonly height: number } {
  const lines = linesOf(text, width);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  return { width: Math.ceil(longest * letterWidth) + 4, height: lines.length * lineHeight };
}

/** True for steps that are drawn as a circle or diamond with their label outside. */
export function isSmall({ kind }: Step): boolean {
  return !["user", "service", "send", "receive", "sub-process", "event-sub-process"].includes(kind);
}

/** True for diamonds. */
export function isGateway({ kind }: Step): boolean {
  return kind === "gateway" || kind === "event-gateway" || kind === "parallel";
}

/** Border events heard from the applicant stand on the upper side, facing the applicant's pool; all others below. */
export function isOnTop(border: Border): boolean {
  return border.on === "message";
}

/** The border events of one side. */
export function bordersOn(step: Step, isTop: boolean): Border[] {
  return step.borders.filter((border) => isOnTop(border) === isTop);
}

/** The size of a step without what is inside it. */
export function stepSize(step: Step): { readonly width: number; readonly height: number } {
  if (isGateway(step)) return { width: 50, height: 50 };
  if (isSmall(step)) return { width: 2 * eventRadius, height: 2 * eventRadius };
  const text = labelSize(step.name, 116);
  const most = Math.max(bordersOn(step, true).length, bordersOn(step, false).length);
  // Half of a border event reaches into the step: its name keeps clear of that on both sides.
  const kept = step.borders.length > 0 ? 2 * eventRadius : 0;
  return {
    width: Math.max(140, text.width + 24, most * borderPitch + 20),
    height: Math.max(80, text.height + 34 + kept),
  };
}

/** Where the first border event of a side begins. */
export const borderStart = 28;

/** The title of a sub-process in one line; modellers write it in the middle of its upper edge. */
export function titleWidth({ name }: Step): number {
  return labelSize(name, 1000).width;
}

/** The label beside a small step; nothing for tasks, whose label stands inside. */
export function outsideLabel(step: Step): { readonly width: number; readonly height: number } | undefined {
  return isSmall(step) && step.name !== "" ? labelSize(step.name, 110) : undefined;
}
