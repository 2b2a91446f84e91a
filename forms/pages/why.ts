// The note beside a question: where its value came from, why it is asked, who sees it, how long it is kept, the law behind it.
import { html, nothing, type TemplateResult } from "lit";
import { showValue } from "../journey/fill.ts";
import type { JourneyField, PageJourney } from "../journey/shapes.ts";
import { filledNote } from "../parts/filled-note.ts";
import { mark } from "../parts/mark.ts";
import type { Content } from "../parts/row.ts";
import type { SourceWords } from "../parts/source-sentences.ts";

/** A reason in words; the same key is said once among fields that share a row. */
export interface WhyWords {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** What notes are made of. All words about sources and reasons come from the server: they never change while one types. */
export interface NoteSource {
  readonly journey: PageJourney;
  /** How what fills this question in is spoken of. */
  readonly sourceOf: (field: JourneyField) => SourceWords | undefined;
  /** Why it is asked. */
  readonly whyOf: (field: JourneyField) => readonly WhyWords[];
}

/** The notes of some fields that share a row, as one note; nothing where there is nothing to say. */
export function noteFor(view: NoteSource, fields: readonly JourneyField[]): Content {
  const parts = fields.flatMap((field) => [
    ...originParts(view, field, fields),
    ...view.whyOf(field).map(({ key, title, text }) => titled(key, title, text)),
  ]);
  // Fields that share a row share their origin: it is said once.
  const said = parts.filter((part, index) => parts.findIndex((other) => other.key === part.key) === index);
  return said.length === 0 ? nothing : html`<div class="note" role="note">${said.map((part) => part.content)}</div>`;
}

/** A part of a note; the same key is said once. */
interface NotePart {
  readonly key: string;
  readonly content: Content;
}

function titled(key: string, title: string, text: Content): NotePart {
  return { key, content: html`<p class="t">${title}</p><p>${text}</p>` };
}

function originParts(
  { journey, sourceOf }: NoteSource,
  field: JourneyField,
  together: readonly JourneyField[],
): NotePart[] {
  const { words } = journey.setting;
  if (field.notFilled === "unavailable") return [titled("unavailable", words.didNotAnswer, words.didNotAnswerText)];
  if (field.notFilled === "absent") return [titled("absent", words.noRecord, words.noRecordText)];
  const said = sourceOf(field);
  if (!said) return [];
  if (field.origin?.kind === "corrected")
    return [{ key: `corrected ${field.path}`, content: correctedNote(journey, field, said) }];
  if (field.origin?.kind !== "prefilled") return [];
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  const hint = field.locked ? said.onlyThere : proof ? said.hintWithProof : said.hint;
  const key = `${field.origin.source} ${together.length > 1}`;
  return [{ key, content: html`<div class="origin">${filledNote(said)}</div><p>${hint}</p>` }];
}

function correctedNote(journey: PageJourney, field: JourneyField, said: SourceWords): TemplateResult {
  const { service, setting } = journey;
  const { words } = setting;
  const from = field.origin?.kind === "corrected" ? field.origin : undefined;
  const old = from && from.old !== "" ? showValue(from.old, field.field.type, service, setting) : words.notGiven;
  const own = field.value === undefined ? words.notGiven : showValue(field.value, field.field.type, service, setting);
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  return html`<div class="origin">${mark("corrected")}<span><b>${said.correcting}</b></span></div>
    <p>${words.registerSays({ source: said.name, value: old })}<br>${words.youSay({ value: own })}</p>
    <p>${proof ? words.officerSeesBoth : words.officerSeesBothNoProof}</p>
    <p><button class="plainbutton" name="_do" value=${`restore:${field.path}`}>${said.goBack}</button></p>`;
}
