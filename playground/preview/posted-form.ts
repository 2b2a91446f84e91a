// What a form in the preview would post, as the journey reads it: texts and files by control name. Files never leave the page.

import type { FileAnswer } from "#contract/facts.ts";
import type { PostedFields, PostedValue, RefusedFile } from "#journey/shapes.ts";

/** Reads a form as if it were posted with this button. Names that begin with "_" belong to the host and are left out. */
export async function readForm(form: HTMLFormElement, button?: HTMLElement | null): Promise<PostedFields> {
  const gathered = new Map<string, PostedValue[]>();
  const FormDataOfPage = form.ownerDocument.defaultView?.FormData ?? FormData;
  for (const [name, value] of new FormDataOfPage(form)) {
    if (name.startsWith("_")) continue;
    const answer = typeof value === "string" ? value : await fileAnswer(value);
    if (answer !== undefined) gathered.set(name, [...(gathered.get(name) ?? []), answer]);
  }
  const name = button?.getAttribute("name");
  if (name && !name.startsWith("_")) gathered.set(name, [button?.getAttribute("value") ?? ""]);
  return Object.fromEntries(
    [...gathered].map(([key, values]) => [key, values.length === 1 && values[0] !== undefined ? values[0] : values]),
  );
}

/** Nothing chosen is no answer; an empty file is refused as the server would. */
async function fileAnswer(file: File): Promise<FileAnswer | RefusedFile | undefined> {
  if (file.name === "") return undefined;
  if (file.size === 0) return { refused: "empty", name: file.name };
  const bytes = await file.arrayBuffer();
  return {
    id: `preview-${file.name}-${file.size}`,
    name: file.name,
    size: file.size,
    mediaType: file.type || "application/octet-stream",
    sha256: await sha256(bytes),
  };
}

/** Lower-case hexadecimal; "" where the browser offers no digest, as on a page without https. */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  if (!globalThis.crypto?.subtle) return "";
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
