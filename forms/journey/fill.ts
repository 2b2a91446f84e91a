// Words people see, with the values that stand in their braces, in the language of the setting.
import type { Service, Type } from "#contract";
import type { Answers, Facts, Rulebook, Value } from "#contract/facts.ts";
import { valueAt } from "#support/facts.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { wordsIn } from "./setting.ts";
import type { JourneyOption, Setting } from "./shapes.ts";

/** What filling in needs to know. */
export interface Filling {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly setting: Setting;
  readonly facts: Facts;
  readonly items?: Readonly<Record<string, Answers>>;
}

/** The text with every {name} replaced by its value in words; one that is not known yet says so, an unknown name stays. */
export function fillWords(text: string, filling: Filling): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const fill = filling.service.fills[name];
    if (!fill) return whole;
    const value = fill.rule
      ? filling.rulebook.evaluate(fill.rule, filling.facts, filling.items)
      : valueAt({ ...filling.facts.values, ...filling.items }, fill.path ?? []);
    return value === undefined
      ? filling.setting.words.notWorkedOutYet.toLowerCase()
      : showValue(value, fill.type, filling.service, filling.setting);
  });
}

/** A value in words, on one line. */
export function showValue(value: Value, type: Type, service: Service, setting: Setting): string {
  return showLines(value, type, service, setting).join(", ");
}

/** A value in words, one line for each part of it. */
export function showLines(value: Value, type: Type, service: Service, setting: Setting): readonly string[] {
  if (type.kind === "record" && typeof value === "object" && !Array.isArray(value))
    return Object.values(value).flatMap((part) => showPlain(part));
  return answerKindOf(type).lines(value, {
    type,
    label: "",
    setting,
    currency: service.currency,
    timeZone: service.timeZone,
    options: optionsOf(type, service, setting),
  });
}

/** All choices of a type's list, hidden ones too: what showing an answer needs. */
export function optionsOf(type: Type, service: Service, setting: Setting): JourneyOption[] {
  const list = type.list === undefined ? undefined : service.lists[type.list];
  return (list?.options ?? []).map((option) => ({
    value: option.value,
    label: wordsIn(option.label, setting.language),
    ...(option.hint ? { hint: wordsIn(option.hint, setting.language) } : {}),
    onItsOwn: option.onItsOwn === true,
  }));
}

function showPlain(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(showPlain);
  return typeof value === "object" ? Object.values(value).flatMap(showPlain) : [String(value)];
}
