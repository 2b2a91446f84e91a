// Which line of the text and which question of the form belong together, read off the compiled service's source map. Pure.
import type { Service } from "#contract";

/** A question, a page or another part of the form, and the line it is written on. */
export interface WrittenPart {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Dotted path of the question's answer; absent for a page. */
  readonly path?: string;
  /** The name of the page, for a page. */
  readonly page?: string;
}

/** Everything people see that has a line of its own, in order of the text. */
export function writtenParts(service: Service): WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const [pointer, place] of Object.entries(service.sourceMap)) {
    const target = resolvePointer(service, pointer);
    if (!isRecord(target)) continue;
    if ((target["kind"] === "field" || target["kind"] === "declaration") && Array.isArray(target["path"]))
      parts.push({ file: place.file, line: place.line, path: target["path"].join(".") });
    else if (
      (target["kind"] === "page" || target["kind"] === "stop" || target["kind"] === "repeat") &&
      typeof target["name"] === "string"
    )
      parts.push({ file: place.file, line: place.line, page: target["name"] });
  }
  return parts.sort(
    (one, other) => one.line - other.line || Number(one.path === undefined) - Number(other.path === undefined),
  );
}

/** The part that a line belongs to: the one written on it, else the nearest one above within the same block. */
export function partAtLine(
  parts: readonly WrittenPart[],
  file: string,
  line: number,
  lines: readonly string[],
): WrittenPart | undefined {
  const here = parts.filter((part) => part.file === file && part.line <= line).at(-1);
  if (!here || here.line === line) return here ? preferQuestion(parts, here) : undefined;
  // Only lines that stand deeper than the question belong to it.
  const depth = indent(lines[here.line - 1] ?? "");
  for (let at = here.line; at < line; at += 1) {
    const text = lines[at] ?? "";
    if (text.trim() !== "" && indent(text) <= depth) return undefined;
  }
  return preferQuestion(parts, here);
}

/** The line on which the question with this dotted path is written; items of a repeat by their id are looked through. */
export function lineOfPath(parts: readonly WrittenPart[], service: Service, path: string): WrittenPart | undefined {
  const keys = path.split(".");
  const direct = parts.find((part) => part.path === path);
  if (direct || keys.length < 3) return direct;
  const last = keys.at(-1);
  const repeats = new Map(repeatsOf(service).map((repeat) => [repeat.key, repeat.itemKey]));
  const item = repeats.get(keys[0] ?? "");
  return parts.find(
    (part) => part.path !== undefined && (part.path === `${item}.${last}` || part.path === `${keys[0]}.${last}`),
  );
}

function preferQuestion(parts: readonly WrittenPart[], found: WrittenPart): WrittenPart {
  return parts.find((part) => part.line === found.line && part.file === found.file && part.path !== undefined) ?? found;
}

function repeatsOf(service: Service): { key: string; itemKey: string }[] {
  return service.sections.flatMap((section) =>
    section.steps.flatMap((step) => (step.kind === "repeat" ? [{ key: step.key, itemKey: step.itemKey }] : [])),
  );
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/** What a JSON pointer (RFC 6901) leads to; undefined when it leads nowhere. */
export function resolvePointer(from: unknown, pointer: string): unknown {
  let at: unknown = from;
  for (const escaped of pointer.split("/").slice(1)) {
    const key = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isRecord(at) && Object.hasOwn(at, key)) at = at[key];
    else return undefined;
  }
  return at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
