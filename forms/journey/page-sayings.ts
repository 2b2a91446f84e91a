// Words of a page that change while it is filled in, by the names that the templates give their places. Apart from the states, since few
// services have any in their script.
import { partKey, states } from "./page-states.ts";
import type { JourneyField, JourneyPart, PageQuestions, Setting } from "./shapes.ts";

/** The words by the names of their places. */
export function sayingsOf(page: PageQuestions, setting: Setting): ReadonlyMap<string, string> {
  const said = new Map([[":title", page.title ?? ""]]);
  addParts(page.parts, "", said, setting);
  return said;
}

function addParts(parts: readonly JourneyPart[], around: string, said: Map<string, string>, setting: Setting): void {
  for (const [index, part] of parts.entries()) {
    const key = partKey(around, index);
    switch (part.kind) {
      case "field":
        addField(part, said, setting);
        break;
      case "group":
        said.set(`${key}:title`, part.title);
        addParts(part.parts, key, said, setting);
        break;
      case "declaration":
        said.set(`${part.path}:title`, part.statement);
        break;
      case "notice":
        said.set(`${key}:title`, part.title ?? "");
        break;
      case "shown":
        said.set(`${key}:text`, part.text ?? setting.words.notWorkedOutYet);
        break;
    }
  }
}

function addField(field: JourneyField, said: Map<string, string>, { words }: Setting): void {
  const { path, label, hint = "", warning = "", options } = field;
  said.set(`${path}:label`, label).set(`${path}:hint`, hint).set(`${path}:warning`, warning);
  said.set(`${path}:proof`, words.proofOf({ label })).set(`${path}:about`, words.thisIsWrongAbout({ label }));
  for (const option of options) {
    const name = states.choice(path, option.value);
    said.set(`${name}:label`, option.label).set(`${name}:hint`, option.hint ?? "");
  }
}

/** Prose of a page by the name of the part that it stands in. */
export function proseOn(parts: readonly JourneyPart[], around = ""): (readonly [name: string, prose: string])[] {
  return parts.flatMap((part, index) => {
    const key = partKey(around, index);
    if (part.kind === "group") return proseOn(part.parts, key);
    if (part.kind === "declaration") return [[part.path, part.prose ?? ""] as const];
    return part.kind === "notice" ? [[key, part.prose ?? ""] as const] : [];
  });
}
