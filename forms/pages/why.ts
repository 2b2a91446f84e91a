// The note beside a question: where its value came from, why it is asked, who sees it, how long it is kept, the law behind it.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { showValue } from "../journey/fill.ts";
import type { JourneyField, PageJourney, Setting } from "../journey/shapes.ts";
import { mark } from "../parts/mark.ts";
import { origin } from "../parts/origin.ts";
import type { Content } from "../parts/row.ts";
import { type SourceWords, sourceWords } from "../parts/source-words.ts";

/** A reason in words; the same key is said once among fields that share a row. */
export interface WhyWords {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

interface NoteSource {
  readonly journey: PageJourney;
  readonly whyOf: (field: JourneyField) => readonly WhyWords[];
}

/** The notes of some fields that share a row, as one note; nothing where there is nothing to say. */
export function noteFor({ journey, whyOf }: NoteSource, fields: readonly JourneyField[]): Content {
  const parts = fields.flatMap((field) => [
    ...originParts(journey, field, fields),
    ...whyOf(field).map(({ key, title, text }) => titled(key, title, text)),
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

function originParts(journey: PageJourney, field: JourneyField, together: readonly JourneyField[]): NotePart[] {
  const { service, setting } = journey;
  const { words } = setting;
  if (field.notFilled === "unavailable") return [titled("unavailable", words.didNotAnswer, words.didNotAnswerText)];
  if (field.notFilled === "absent") return [titled("absent", words.noRecord, words.noRecordText)];
  if (field.origin?.kind === "corrected")
    return [{ key: `corrected ${field.path}`, content: correctedNote(journey, field) }];
  if (field.origin?.kind !== "prefilled") return [];
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  const said = wordsOfFilling(field, service, setting);
  const hint = field.locked ? said.onlyThere : proof ? said.hintWithProof : said.hint;
  const key = `${field.origin.source} ${together.length > 1}`;
  const from = origin(field.origin, service, setting, nothing, field.field.prefill?.issuedBy);
  return [{ key, content: html`<div class="origin">${from}</div><p>${hint}</p>` }];
}

/** How what fills this question in is spoken of: "Only the register can change it." */
export function wordsOfFilling({ field, origin }: JourneyField, service: Service, setting: Setting): SourceWords {
  const { prefill } = field;
  const known = origin?.kind === "prefilled" || origin?.kind === "corrected" ? origin : undefined;
  const from = known ?? {
    source: prefill?.credential ?? prefill?.source ?? (prefill?.carries ? "previous-application" : "identity"),
    ...(prefill?.carries ? { carries: prefill.carries } : {}),
  };
  return sourceWords(from, prefill?.issuedBy, service, setting);
}

function correctedNote(journey: PageJourney, field: JourneyField): TemplateResult {
  const { service, setting } = journey;
  const { words } = setting;
  const from = field.origin?.kind === "corrected" ? field.origin : undefined;
  const old = from && from.old !== "" ? showValue(from.old, field.field.type, service, setting) : words.notGiven;
  const own = field.value === undefined ? words.notGiven : showValue(field.value, field.field.type, service, setting);
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  const said = wordsOfFilling(field, service, setting);
  return html`<div class="origin">${mark("corrected")}<span><b>${said.correcting}</b></span></div>
    <p>${words.registerSays({ source: said.name, value: old })}<br>${words.youSay({ value: own })}</p>
    <p>${proof ? words.officerSeesBoth : words.officerSeesBothNoProof}</p>
    <p><button class="plainbutton" name="_do" value=${`restore:${field.path}`}>${said.goBack}</button></p>`;
}
