// What was posted under one name. Apart, so that the parts of reading a page that only some services need can use it.
import type { PostedFields, PostedValue } from "./shapes.ts";

/** Values posted under a control's name. */
export function valuesOf(posted: PostedFields, control: string): readonly PostedValue[] {
  const value = Object.hasOwn(posted, control) ? posted[control] : undefined;
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: PostedValue | readonly PostedValue[]): value is readonly PostedValue[] {
  return Array.isArray(value);
}
