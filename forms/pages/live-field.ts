// What of one question may change while its page is filled in, and the choices that may come to it.
import type { Field } from "#contract";
import type { ChangesOnPage } from "#support/changes-on-page.ts";
import { fillWords } from "../journey/fill.ts";
import type { JourneyField, JourneyOption, JourneyPage, PageJourney } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import type { LiveField } from "../parts/field.ts";

/** True of a question whose form must be able to carry files. */
export function isMultipart(field: JourneyField): boolean {
  return ["file", "files", "photo"].includes(field.field.type.kind) || asksProof(field);
}

/** True of a question whose register wants a proof of what is corrected. */
export function asksProof({ field }: JourneyField): boolean {
  return field.prefill?.mode === "correctable-with-evidence";
}

/** What of a question may change. */
export function liveField({ service }: PageJourney, { field }: JourneyField, changes: ChangesOnPage): LiveField {
  const options = field.choicesFrom ? [] : (service.lists[field.type.list ?? ""]?.options ?? []);
  const values = (some: typeof options) => new Set(some.map((option) => option.value));
  return {
    label: changes.label(field),
    hint: changes.words(field.hint),
    required: changes.rule(field.requiredWhen),
    choices: values(options.filter((option) => changes.rule(option.showWhen))),
    choiceWords: values(options.filter((option) => changes.words(option.label) || changes.words(option.hint))),
  };
}

/** The question with the choices too that an answer of the page may open, each in its place. */
export function withChoicesToCome(
  journey: PageJourney,
  page: JourneyPage,
  field: JourneyField,
  changes: ChangesOnPage,
): JourneyField {
  const { service, setting, rulebook, facts } = journey;
  const { list } = field.field.type;
  const written = field.field.choicesFrom ? undefined : service.lists[list ?? ""]?.options;
  if (!written?.some((option) => changes.rule(option.showWhen))) return field;
  const said = (words: Field["label"]) =>
    fillWords(wordsIn(words, setting.language), { service, rulebook, setting, facts, items: page.place.items });
  const options = written.flatMap((option): JourneyOption[] => {
    const open = field.options.find(({ value }) => value === option.value);
    if (open) return [open];
    if (!changes.rule(option.showWhen)) return [];
    const hint = option.hint ? { hint: said(option.hint) } : {};
    const onItsOwn = option.onItsOwn === true;
    return [{ value: option.value, label: said(option.label), onItsOwn, open: false, ...hint }];
  });
  return { ...field, options };
}
