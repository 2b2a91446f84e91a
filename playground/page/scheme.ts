// Light or dark, as the author chose it: set on both documents, and kept in this browser where it allows that.
import type { Shelf } from "../files/kept-work.ts";
import type { Scheme } from "./header.ts";

const key = "formwork.playground.scheme";

/** The kept choice; "system" when there is none or nothing can be kept. */
export function keptScheme(shelf: () => Shelf): Scheme {
  try {
    const kept = shelf().getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    // Storage is switched off: the device's own choice stands, and the text's own notice says that nothing is kept.
    return "system";
  }
}

/** Applies the choice. A choice that cannot be kept still holds until the page is closed. */
export function applyScheme(scheme: Scheme, pages: readonly (Document | null)[], shelf: () => Shelf): void {
  for (const page of pages) {
    if (scheme === "system") page?.documentElement.removeAttribute("data-scheme");
    else page?.documentElement.setAttribute("data-scheme", scheme);
  }
  try {
    shelf().setItem(key, scheme);
  } catch {
    // Said once already by the text's own notice.
    return;
  }
}
