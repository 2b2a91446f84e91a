// The page one is on, walked in the browser as the server walks it: the same functions, the values of the other pages as data.
import type { Draft, Rulebook, Value } from "#contract/facts.ts";
import { optionalParts } from "../journey/optional-parts.ts";
import type { PageAsked } from "../journey/read-page.ts";
import type { PageJourney, Setting } from "../journey/shapes.ts";
import { walkQuestions } from "../journey/walk-page.ts";
import { type Place, Walker } from "../journey/walker.ts";
import type { FormData as PageData } from "../render/form-data.ts";
import type { FormWords } from "../words/generated/shape.ts";

/** The page and what showing it needs. */
export interface Walked {
  readonly journey: PageJourney;
  readonly page: PageAsked;
}

/** One page with everything it is walked from. */
export class LivePage {
  /** The page as the server rendered it. */
  readonly first: Walked;
  readonly #data: PageData;
  readonly #rulebook: Rulebook;
  readonly #setting: Setting;

  /** Throws RangeError when the page is not asked at all: the server would not have sent it. */
  constructor(data: PageData, words: FormWords, rulebook: Rulebook) {
    this.#data = data;
    const { known } = data;
    this.#rulebook = {
      evaluate: (id, facts, items) =>
        Object.hasOwn(known, id) ? (known[id] ?? undefined) : rulebook.evaluate(id, facts, items),
    };
    this.#setting = { today: data.today, instant: data.instant, language: data.language, words };
    const first = this.walk(data.draft);
    if (!first) throw new RangeError(`The page ${data.address} is not asked`);
    this.first = first;
  }

  /** The page with a draft; undefined when nothing on it is asked any more. */
  walk(draft: Draft): Walked | undefined {
    const { service, place, values, asked, corrected, notSupplied, page } = this.#data;
    const walker = new Walker(service, this.#rulebook, draft, this.#setting, optionalParts.fills);
    Object.assign(walker.values, values);
    for (const path of asked) walker.asked.add(path);
    for (const path of corrected) walker.corrected.add(path);
    for (const [key, state] of notSupplied) walker.notSupplied.set(key, state);
    const walked = walkQuestions(walker, page, this.#place(walker, place));
    if (!walked) return undefined;
    const journey = { service, rulebook: this.#rulebook, draft, setting: this.#setting, facts: walker.facts() };
    return { page: { ...walked, place }, journey };
  }

  /** A fresh record each time, for the walk puts the page's answers into it. */
  #place(walker: Walker, place: PageData["place"]): Place {
    if (place.prefix === "") return { ...place, record: walker.values };
    const record: Record<string, Value> = { ...place.record };
    const items = Object.entries(place.items).map(
      ([key, item]) => [key, item["id"] === record["id"] ? record : item] as const,
    );
    return { ...place, record, items: Object.fromEntries(items) };
  }
}
