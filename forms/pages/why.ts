// The note beside a question: where its value came from, why it is asked, who sees it, how long it is kept, the law behind it. Where the value
// may be corrected, both notes are written, and the one stands that is true.
import { html, nothing, type TemplateResult } from "lit";
import { showValue } from "../journey/fill.ts";
import { ownWords } from "../journey/own-words.ts";
import { states } from "../journey/page-states.ts";
import type { JourneyField, PageJourney } from "../journey/shapes.ts";
import { filledNote } from "../parts/filled-note.ts";
import { mark } from "../parts/mark.ts";
import type { Content } from "../parts/row.ts";
import type { SourceWords } from "../parts/source-sentences.ts";
import { saying, whileAny } from "../parts/while.ts";

/** A reason in words; the same key is said once among fields that share a row. */
export interface WhyWords {
  readonly key: string;
  readonly title: string;
  readonly text: string;
}

/** What notes are made of. */
export interface NoteSource {
  readonly journey: PageJourney;
  /** How what fills this question in is spoken of. */
  readonly sourceOf: (field: JourneyField) => SourceWords | undefined;
  /** Why it is asked. */
  readonly whyOf: (field: JourneyField) => readonly WhyWords[];
  /** The states that hold on the page. */
  readonly on: ReadonlySet<string>;
  /** Whether a question comes and goes with the answers of the page. */
  readonly isLive: (field: JourneyField) => boolean;
}

/** A part of a note; the same key is said once. */
interface NotePart {
  readonly key: string;
  readonly content: TemplateResult;
  /** For which states it stands; absent: always. */
  readonly states?: readonly string[];
}

/** The notes of some fields that share a row, as one note; nothing where there is nothing to say. */
export function noteFor(view: NoteSource, fields: readonly JourneyField[]): Content {
  const parts = merged(
    fields.flatMap((field) => [
      ...originParts(view, field, fields),
      ...view.whyOf(field).map((one) => titled(view, field, one)),
    ]),
  );
  if (parts.length === 0) return nothing;
  if (parts.every((part) => !part.states))
    return html`<div class="note" role="note">${parts.map((part) => part.content)}</div>`;
  const all = whileAny(
    view.on,
    parts.flatMap((part) => part.states ?? []),
  );
  const always = parts.some((part) => !part.states);
  return html`<div class="note" role="note" data-while=${always ? nothing : all.states} ?hidden=${!always && all.away}>${parts.map((part) => notePart(view, part))}</div>`;
}

function notePart({ on }: NoteSource, part: NotePart): TemplateResult {
  const shown = part.states && whileAny(on, part.states);
  return html`<div class="part" data-while=${shown?.states ?? nothing} ?hidden=${shown?.away}>${part.content}</div>`;
}

/** What several fields say alike is said once, for as long as one of them says it. */
function merged(parts: readonly NotePart[]): NotePart[] {
  const said = new Map<string, NotePart>();
  for (const part of parts) {
    const before = said.get(part.key);
    if (!before) said.set(part.key, part);
    else if (before.states && part.states)
      said.set(part.key, { ...before, states: [...new Set([...before.states, ...part.states])] });
    else said.set(part.key, { key: before.key, content: before.content });
  }
  return [...said.values()];
}

function titled({ isLive }: NoteSource, field: JourneyField, { key, title, text }: WhyWords): NotePart {
  const content = html`<p class="t">${title}</p><p>${text}</p>`;
  return { key, content, ...(isLive(field) ? { states: [field.path] } : {}) };
}

function originParts(view: NoteSource, field: JourneyField, together: readonly JourneyField[]): NotePart[] {
  const { journey, sourceOf } = view;
  const { words } = journey.setting;
  const { notFilled, origin, path } = field;
  if (notFilled === "unavailable")
    return [titled(view, field, { key: "unavailable", title: words.didNotAnswer, text: words.didNotAnswerText })];
  if (notFilled === "absent")
    return [titled(view, field, { key: "absent", title: words.noRecord, text: words.noRecordText })];
  const said = sourceOf(field);
  if (!said) return [];
  // Without a register's answer nothing can change where it came from.
  const may = (kind: "prefilled" | "corrected") => field.registered !== undefined || origin?.kind === kind;
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  const filled: NotePart = {
    key: `${said.name} ${together.length > 1}`,
    content: html`<div class="origin">${filledNote(said)}</div><p>${proof ? said.hintWithProof : said.hint}</p>`,
    states: [states.origin(path, "prefilled")],
  };
  const corrected: NotePart = {
    key: `corrected ${path}`,
    content: correctedNote(journey, field, said),
    states: [states.origin(path, "corrected")],
  };
  return [...(may("prefilled") ? [filled] : []), ...(may("corrected") ? [corrected] : [])];
}

function correctedNote({ service, setting }: PageJourney, field: JourneyField, said: SourceWords): TemplateResult {
  const { words } = setting;
  const { origin, registered, path } = field;
  const yours = ownWords(field, setting);
  const shown = (one: typeof registered) =>
    one === undefined || one === "" ? words.notGiven : showValue(one, field.field.type, service, setting);
  const old = registered ?? (origin?.kind === "corrected" ? origin.old : undefined);
  const proof = field.field.prefill?.mode === "correctable-with-evidence";
  return html`<div class="origin">${mark("corrected")}<span><b>${said.correcting}</b></span></div>
    <p>${words.registerSays({ source: said.name, value: shown(old) })}${yours === undefined ? nothing : html`<br>${saying(`${path}:own`, yours)}`}</p>
    <p>${proof ? words.officerSeesBoth : words.officerSeesBothNoProof}</p>
    <p><button class="plainbutton" name="_do" value=${`restore:${path}`}>${said.goBack}</button></p>`;
}
