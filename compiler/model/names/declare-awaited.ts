// What `wait for` may name (R20): something a source announces, or a service that this case starts. Both are values once they came. What a source
// announces may also end or suspend a credential, whether or not a stage waits for it.

import type { Line } from "../../syntax/tree.ts";
import type { Building, Scope } from "../building.ts";
import { nameAt, wordOf } from "../line.ts";
import { typeOfLine } from "../types/resolve.ts";
import { keyOf } from "./keys.ts";
import { declareDatum } from "./names.ts";
import { saidOf } from "./said.ts";

const endings = ["revoke when <c> [say <t>]", "suspend when <c> [say <t>]"];

/** Declares every name that can be waited for; those that are, have a value, and all that are announced where a credential may end by itself. */
export function declareAwaited(building: Building, lines: readonly Line[], scope: Scope): void {
  const [announced, starts] = [announcements(building), startLines(lines)];
  for (const { line } of announced) keep(building, line, "announcement");
  for (const line of starts) keep(building, line, "service that is started");
  const waited = new Set(linesBelow(lines, "wait for <n> within <d> otherwise go to <n>").flatMap(nameOf));
  const mayEnd = endings.some((form) => linesBelow(lines, form).length > 0);
  for (const { line, source } of announced)
    if (mayEnd || nameOf(line).some((name) => waited.has(name))) declareAnnouncement(building, line, source, scope);
  const started = new Map(starts.flatMap((line) => nameOf(line).map((name) => [name, line] as const)));
  for (const [name, line] of started) if (waited.has(name)) declareStarted(building, name, line);
}

/** The source that announces this; undefined when it is a service that the case starts. */
export function sourceAnnouncing(building: Building, what: string): string | undefined {
  return announcements(building).find(({ line }) => nameAt(line)?.name === what)?.source;
}

function keep(building: Building, line: Line, what: string): void {
  const name = nameAt(line);
  if (name) building.names.awaited.set(name.name, { name: name.name, what, at: name.span });
}

function nameOf(line: Line): string[] {
  const name = nameAt(line);
  return name ? [name.name] : [];
}

/** The announcements of the sources in use, libraries included. */
function announcements(building: Building): { readonly line: Line; readonly source: string }[] {
  return building.trees
    .flatMap(({ lines }) => lines)
    .filter((line) => wordOf(line) === "source")
    .flatMap((line) => {
      const source = nameAt(line)?.name;
      if (source === undefined || !building.names.source.has(source)) return [];
      return line.children.filter(({ form }) => form === "announces <n>").map((below) => ({ line: below, source }));
    });
}

function startLines(lines: readonly Line[]): Line[] {
  return linesBelow(lines, "start <n> with <ps> [and keep the date]");
}

function linesBelow(lines: readonly Line[], form: string, found: Line[] = []): Line[] {
  for (const line of lines) {
    if (line.form === form) found.push(line);
    linesBelow(line.children, form, found);
  }
  return found;
}

/** A record with the parts that it gives; absent until it came. */
function declareAnnouncement(building: Building, line: Line, source: string, scope: Scope): void {
  const name = nameAt(line);
  if (!name) return;
  const record = [keyOf(name.name)];
  const base = { from: "fetched" as const, source, line };
  declareDatum(building, { ...base, said: name.name, path: record, at: name.span, type: { kind: "record" } });
  for (const gives of line.children) {
    const part = gives.form === "gives <n> as <ty>" ? nameAt(gives) : undefined;
    if (!part) continue;
    const said = saidOf([name.name, part.name]);
    const type = typeOfLine(building, gives, scope, part.name);
    declareDatum(building, { ...base, said, path: [...record, keyOf(part.name)], type });
  }
}

/** The outcome that the started case reached. Which outcomes there are stands in the other service's text. */
function declareStarted(building: Building, name: string, line: Line): void {
  const at = nameAt(line)?.span;
  declareDatum(building, {
    said: name,
    path: [keyOf(name)],
    from: "stage",
    ...(at && { at }),
    line,
    type: { kind: "stage" },
  });
}
