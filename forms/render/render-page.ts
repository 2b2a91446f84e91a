// A page of a form as a whole HTML document, usable at once and without any script.
import { wordsIn } from "../journey/words-in.ts";
import { citizenHeader, footer } from "../parts/frame.ts";
import { sessionEnd } from "../parts/session-end.ts";
import { documentText } from "./document.ts";
import { formData } from "./form-data.ts";
import { pageTemplate } from "./page-template.ts";
import type { PageView } from "./page-view.ts";
import { toText } from "./to-text.ts";

/** Renders a page. The title begins with "Error:" (in the person's language) when an answer needs another look. */
export function renderPage(view: PageView): string {
  const { place, journey } = view;
  const { setting, service } = journey;
  const page = pageTemplate(view);
  const serviceName = wordsIn(service.title, setting.language);
  const named =
    page.title === serviceName
      ? setting.words.shellTitle({ page: page.title, agency: place.agency.name })
      : setting.words.pageTitle({ page: page.title, service: serviceName, agency: place.agency.name });
  const live = page.live && place.script !== undefined;
  const { script: _, ...still } = place;
  const tag = elementName(service.name);
  return documentText(live ? place : still, {
    title: page.problems ? setting.words.errorInTitle({ title: named }) : named,
    header: toText(citizenHeader(place, setting.words.skipToForm)),
    main:
      toText(page.before) +
      (live ? `<${tag} class="form-element">${toText(page.sheet)}</${tag}>` : toText(page.sheet)) +
      sessionText(view),
    footer: toText(footer(place)),
    mainClass: "frame",
    ...(live ? { data: formData(view) } : {}),
  });
}

/** Until when one stays signed in, on the pages where something could be lost. */
function sessionText({ kind, place, journey }: PageView): string {
  if (!place.session || (kind !== "question" && kind !== "check")) return "";
  return toText(sessionEnd(place.session, journey.setting, journey.service.timeZone));
}

/** The tag of a service's element: <resident-parking-permit-form>. */
export function elementName(service: string): string {
  const plain = service
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .replace(/^[^a-z]+/, "");
  return `${plain || "service"}-form`;
}
