// Words people see, with the values that stand in their braces, in the language of the setting. How a value is said is
// support's matter; here it is only asked in the language and with the rules of the journey.
import type { Service, Type } from "#contract";
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";
import { valueAt } from "#support/facts.ts";
import { showPlain } from "#support/show-plain.ts";
import { showLines as linesIn, showValue as valueIn } from "#support/show-value.ts";
import { fillWords as fillIn, withFilledLists } from "#support/words.ts";
import type { Setting } from "./shapes.ts";

/** What filling in needs to know. */
export interface Filling {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly setting: Setting;
  readonly facts: Facts;
  readonly items?: Readonly<Record<string, Answers>>;
}

/** The text with every {name} replaced by its value in words; one that is not known yet says so, an unknown name stays. */
export function fillWords(text: string, { service, rulebook, setting, facts, items }: Filling): string {
  return fillIn(text, {
    fills: service.fills,
    valueOf: ({ rule, path }) =>
      rule === undefined ? valueAt({ ...facts.values, ...items }, path ?? []) : rulebook.evaluate(rule, facts, items),
    show: (value, type) => showValue(value, type, service, setting),
    missing: setting.words.notWorkedOutYet.toLowerCase(),
    language: setting.language,
  });
}

/** The service, with its choices said as this person sees them. */
export function withChoicesFilled(filling: Filling): Service {
  const { service, setting } = filling;
  return withFilledLists(service, setting.language, (label) => fillWords(label, filling));
}

/** A value in words, on one line. */
export function showValue(value: Value, type: Type, service: Service, { language }: Setting): string {
  return valueIn(value, type, language, service);
}

/** A number, a choice or plain text in words. */
export function showPlainly(value: Value, type: Type, service: Service, { language }: Setting): string {
  return showPlain(value, type, language, service);
}

/** A value in words, one line for each part of it: of an address, of a long text, of several choices. */
export function showLines(value: Value, type: Type, service: Service, { language }: Setting): readonly string[] {
  if (type.kind === "any-of" && Array.isArray(value))
    return value.map((one: Value) => valueIn(one, type, language, service));
  return linesIn(value, type, language, service).flatMap((line) => line.split("\n"));
}
