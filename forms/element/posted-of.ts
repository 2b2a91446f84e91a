// What the form on the page would post right now, in the shape that the journey reads. Files that are chosen but not sent
// yet stand in with their name and size, so that they can be checked before they travel.
import type { FileAnswer } from "#contract/facts.ts";
import type { PostedFields, PostedValue } from "../journey/shapes.ts";

/** The fields of a form. */
export function postedOf(form: HTMLFormElement): PostedFields {
  const posted: Record<string, PostedValue[]> = {};
  for (const [name, value] of new FormData(form)) {
    const list = posted[name] ?? [];
    posted[name] = list;
    if (typeof value === "string") list.push(value);
    else if (value.name !== "") list.push(chosenFile(value));
  }
  return Object.fromEntries(
    Object.entries(posted).map(([name, list]) => [name, list.length === 1 && list[0] !== undefined ? list[0] : list]),
  );
}

function chosenFile(file: File): FileAnswer {
  return { id: "chosen", name: file.name, size: file.size, mediaType: file.type, sha256: "chosen" };
}
