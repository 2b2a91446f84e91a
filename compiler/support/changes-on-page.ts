// What on a page of questions may change while one fills it in: what rests on the page's own answers. The server writes all that may come
// to stand there and the form's script only shows and hides it; what cannot change needs nothing in the browser.
import type { Field, Page, Part, Service, Words } from "#contract";

/** What may change on one page. */
export interface ChangesOnPage {
  /** True when the outcome of a rule rests on an answer of the page. */
  rule(id: string | undefined): boolean;
  /** True when a value in the braces of a text does. */
  text(text: string): boolean;
  /** The same of these words in any language. */
  words(words: Words | undefined): boolean;
  /** Whether the label of a question may change: by a value in it, or by another wording. */
  label(field: Pick<Field, "label" | "worded">): boolean;
}

/** What of a service may change on a page. */
export function changesOnPage({ rules, fills }: Pick<Service, "rules" | "fills">, page: Page): ChangesOnPage {
  const own = pathsAnswered(page.parts);
  const isOwn = (path: string) => own.some((one) => isWithin(one, path) || isWithin(path, one));
  const rule = (id: string | undefined) => id !== undefined && (rules[id]?.reads ?? []).some(isOwn);
  const changing = Object.entries(fills).flatMap(([name, fill]) =>
    rule(fill.rule) || (fill.path && isOwn(fill.path.join("."))) ? [name] : [],
  );
  const text = (one: string) => changing.some((name) => isFilledWith(one, name));
  const words = (said: Words | undefined) => said !== undefined && Object.values(said).some(text);
  const label: ChangesOnPage["label"] = (field) =>
    words(field.label) || (field.worded ?? []).some((one) => rule(one.when) || words(one.label));
  return { rule, text, words, label };
}

/** Ids of all rules that a page of questions rests on: conditions, limits, values that are shown or stand in its words. */
export function rulesOnPage(
  { rules, lists, fills, names }: Pick<Service, "rules" | "lists" | "fills" | "names">,
  page: Page,
): string[] {
  const parts = allParts(page.parts);
  const options = parts.flatMap((part) => (part.kind === "field" ? (lists[part.type.list ?? ""] ?? []) : []));
  const text = JSON.stringify([page, options]);
  const filled = Object.entries(fills).flatMap(([name, { rule }]) => (rule && isFilledWith(text, name) ? [rule] : []));
  const shown = parts.flatMap((part) => (part.kind === "shown" ? (names[part.path]?.rule ?? []) : []));
  const named = Object.keys(rules).filter((id) => text.includes(JSON.stringify(id)));
  return [...new Set([...named, ...filled, ...shown])];
}

/** Parts with those in groups, in order. */
export function allParts(parts: readonly Part[]): Exclude<Part, { kind: "group" }>[] {
  return parts.flatMap((part) => (part.kind === "group" ? allParts(part.parts) : [part]));
}

/** `{permits}`, or with forms that depend on the number: `{permits: one permit | # permits}`. */
export function isFilledWith(text: string, name: string): boolean {
  return text.includes(`{${name}}`) || text.includes(`{${name}:`);
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}

/** Dotted paths of what can be answered among parts: questions, what stands instead of them, boxes to tick. */
function pathsAnswered(parts: readonly Part[]): string[] {
  return allParts(parts).flatMap((part) => {
    if (part.kind === "declaration") return [part.path.join(".")];
    if (part.kind !== "field") return [];
    const path = part.path.join(".");
    return [path, `${path}How`, ...(part.instead ? [part.instead.path.join(".")] : [])];
  });
}
