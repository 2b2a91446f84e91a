// What is gathered while a journey is walked: the values that count so far, and rules read against exactly those.
// One walker serves one walk and is thrown away; the journey it leads to is plain data.
import type { Field, RuleId, Service, Words } from "#contract";
import type { Answers, Draft, Facts, Fetched, Rulebook, Value } from "#contract/facts.ts";
import { identityValues, isSameValue } from "#support/facts.ts";
import type { fillWords } from "./fill.ts";
import type { PagePlace, Setting, WantedFetch } from "./shapes.ts";
import { wordsIn } from "./words-in.ts";

/** Where the walk stands: a page's place, with the record that answers here are gathered in. */
export interface Place extends PagePlace {
  readonly record: Record<string, Value>;
  readonly item?: { readonly repeat: string; readonly id: string };
}

/** The items of one list as the walk gathers them. */
export interface WalkedList {
  readonly records: readonly Record<string, Value>[];
  /** What a register says about an item, by the item's id. */
  readonly filled: ReadonlyMap<string, NonNullable<PagePlace["filled"]>>;
}

export class Walker {
  readonly values: Record<string, Value> = {};
  readonly asked = new Set<string>();
  readonly corrected = new Set<string>();
  readonly wanted: WantedFetch[] = [];
  /** By the list's dotted path. */
  readonly lists = new Map<string, WalkedList>();
  /** Records that a source did not supply, by key. */
  readonly notSupplied = new Map<string, "unavailable" | "absent">();
  /** Records whose call cannot be made yet, or is not answered yet. */
  readonly waiting = new Set<string>();
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly draft: Draft;
  readonly setting: Setting;
  /** Puts values into braces; absent where all words have theirs. */
  readonly fill: typeof fillWords | undefined;

  constructor(
    service: Service,
    rulebook: Rulebook,
    draft: Draft,
    setting: Setting,
    fill: typeof fillWords | undefined,
  ) {
    this.service = service;
    this.rulebook = rulebook;
    this.draft = draft;
    this.setting = setting;
    this.fill = fill;
    const identity = identityValues(draft.identity, draft.filledInBy);
    if (identity) this.values["identity"] = identity;
  }

  /** The facts as far as the walk has come. A new object each time, for rules may remember what they read from one. */
  facts(): Facts {
    const { today } = this.setting;
    return { values: this.values, asked: this.asked, corrected: this.corrected, dateApplied: today, today };
  }

  evaluate(rule: RuleId, place: Place): Value | undefined {
    return this.rulebook.evaluate(rule, this.facts(), place.items);
  }

  /** A condition that hides is obeyed unless it is yes; no condition hides nothing. */
  holds(rule: RuleId | undefined, place: Place): boolean {
    return rule === undefined || this.evaluate(rule, place) === true;
  }

  /** A demand is broken only when it is known to be no. */
  broken(rule: RuleId, place: Place): boolean {
    return this.evaluate(rule, place) === false;
  }

  /** The author's words in the language, with their braces filled. */
  words(words: Words, place: Place): string {
    const { service, rulebook, setting } = this;
    const text = wordsIn(words, setting.language);
    return text.includes("{") && this.fill
      ? this.fill(text, { service, rulebook, setting, facts: this.facts(), items: place.items })
      : text;
  }

  /** The path of a field's answer in the draft. */
  pathOf(field: { readonly path: Field["path"] }, place: Place): string {
    return place.prefix + field.path.slice(place.depth).join(".");
  }

  /** What a call of this record brought, if it was made with these values. */
  fetchedWith(key: string, using: Answers): Fetched | undefined {
    const fetched = this.draft.fetched[key];
    return fetched && isSameValue(fetched.using, using) ? fetched : undefined;
  }
}
