// A page of another room (portal, desk) in our frame: they bring the main part, we bring header, footer, styles and the document.
import { html } from "lit";
import { citizenHeader, deskHeader, footer, placeList, saidLine } from "../parts/frame.ts";
import { wordsOf } from "../words/form-words.ts";
import { documentText } from "./document.ts";
import type { Shell } from "./page-view.ts";
import { toText } from "./to-text.ts";

/** Renders a whole document. `frame: "desk"` is closer set, with the Formwork mark and places in the header. */
export function renderShell(shell: Shell): string {
  const words = wordsOf(shell.language);
  const named = words.shellTitle({ page: shell.title, agency: shell.agency.name });
  const title = shell.problems ? words.errorInTitle({ title: named }) : named;
  const places = shell.places ?? [];
  if (shell.frame === "desk")
    return documentText(shell, {
      title,
      header: toText(deskHeader(shell, words.skipToMain, words.places, places)),
      main: toText(html`${saidLine(shell.said)}${shell.main}`),
      footer: toText(footer(shell)),
      bodyClass: "close-set",
      mainClass: "desk-main",
    });
  const nav =
    places.length > 0
      ? html`<div class="way"><nav aria-label=${words.myAccount}>${placeList(places)}</nav></div>`
      : html``;
  return documentText(shell, {
    title,
    header: toText(citizenHeader(shell, words.skipToMain)),
    main: toText(html`${nav}${saidLine(shell.said)}${shell.main}`),
    footer: toText(footer(shell)),
    mainClass: "frame",
  });
}
