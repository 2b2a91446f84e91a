// Prose with values that change while one fills in a page: rendered anew as a whole. Few services have some, and only their scripts hold lit.
import { render } from "lit";
import { proseOn } from "../journey/page-sayings.ts";
import type { PageQuestions } from "../journey/shapes.ts";
import { prose } from "../parts/prose.ts";

/** Brings the prose of a page in step. */
export function liveProse(form: HTMLElement, page: PageQuestions): void {
  const said = new Map(proseOn(page.parts));
  for (const place of form.querySelectorAll<HTMLElement>("[data-prose]")) {
    const text = said.get(place.dataset["prose"] ?? "") ?? "";
    // What the server wrote goes first; what is in step already stays.
    if (place.dataset["shown"] === text) continue;
    place.dataset["shown"] = text;
    const made = document.createDocumentFragment();
    render(prose(text), made);
    place.replaceChildren(made);
  }
}
