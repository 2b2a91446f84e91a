// The page as it travels to the form's element: in one language, with every value in its words that cannot change while one fills it in. What the
// element never says (reasons, hints and prose that stay as they are) does not travel at all.
import type { Field, Must, Page, Part, Service, Words } from "#contract";
import { type ChangesOnPage, changesOnPage } from "#support/changes-on-page.ts";
import { fillWords } from "../journey/fill.ts";
import { withKnownLists } from "../journey/known-lists.ts";
import { limitWords } from "../journey/limits.ts";
import type { JourneyPage, PageJourney } from "../journey/shapes.ts";

/** What travels of a page, in words. */
export interface PageInWords {
  readonly page: Page;
  readonly lists: Service["lists"];
}

/** The page and the lists of the service, in the words of the journey's language. */
export function pageInWords(journey: PageJourney, { page, fields, place }: JourneyPage): PageInWords {
  const { service, setting, rulebook, facts } = journey;
  const { language } = setting;
  const changes = changesOnPage(service, page);
  const labels = new Map(fields.map(({ field, label }) => [field.path.join("."), label]));
  const parts = withFields(page.parts, (field) =>
    fieldInWords(field, labels.get(field.path.join(".")) ?? "", journey, changes),
  );
  const filling = { service, rulebook, setting, facts, items: place.items };
  const speak = (text: string) => (changes.text(text) ? text : fillWords(text, filling));
  const tags = new Set(service.languages.map((one) => one.tag));
  const said = <T>(whole: T): T =>
    JSON.parse(
      JSON.stringify(whole, (key, part: unknown) => {
        if (key === "why") return undefined;
        if (!isWords(part, tags)) return part;
        const text = part[language] ?? Object.values(part)[0] ?? "";
        if (key === "prose" || key === "hint") return changes.text(text) ? { [language]: text } : undefined;
        return { [language]: speak(text) };
      }),
    );
  return { page: said({ ...page, parts }), lists: said(withKnownLists(service, language).lists) };
}

/** Words are records whose keys are all language tags. */
function isWords(part: unknown, tags: ReadonlySet<string>): part is Words {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return false;
  const entries = Object.entries(part);
  return entries.length > 0 && entries.every(([key, text]) => tags.has(key) && typeof text === "string");
}

function withFields(parts: readonly Part[], change: (field: Field) => Field): Part[] {
  return parts.map((part) => {
    if (part.kind === "group") return { ...part, parts: withFields(part.parts, change) };
    return part.kind === "field" ? change(part) : part;
  });
}

/** A question whose label stays has it as it is now, and the standard words for its limits. */
function fieldInWords(field: Field, label: string, journey: PageJourney, changes: ChangesOnPage): Field {
  if (changes.label(field)) return field;
  const { worded: _, ...others } = field;
  const { language } = journey.setting;
  const spoken = (must: Must): Must =>
    must.otherwise ? must : { ...must, otherwise: { [language]: limitWords(journey, field, must, label) } };
  return { ...others, label: { [language]: label }, ...(field.musts ? { musts: field.musts.map(spoken) } : {}) };
}
