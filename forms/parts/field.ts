// The frame around every native control: label or legend, hint, what is wrong, then the control. Ids are the controls' own names.
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../fields/answer-kind.ts";
import { states } from "../journey/page-states.ts";
import type { AnswerProblem, JourneyField, JourneyOption, Setting } from "../journey/shapes.ts";
import { problemPlace } from "./problem.ts";
import type { Content, While } from "./row.ts";
import { saying, whileAny } from "./while.ts";

/** What a field's template is given. */
export interface FieldView {
  readonly field: JourneyField;
  /** What the controls show, by ending. */
  readonly texts: Texts;
  readonly problem?: AnswerProblem;
  /** The one question of the page: its label is the page's heading. */
  readonly only: boolean;
  readonly setting: Setting;
  readonly currency: string;
  /** What opens under one choice, by the choice's value. */
  readonly reveals?: Readonly<Record<string, Content>>;
  /** What of it may change while the page is filled in; absent: nothing. */
  readonly live?: LiveField;
  /** The hint where the kind has a say in it: "For example, 27 3 2027". It takes the place of the author's, so it holds that too. */
  readonly kindHint?: string;
}

/** What of a question may change while its page is filled in. */
export interface LiveField {
  readonly label: boolean;
  readonly hint: boolean;
  readonly required: boolean;
  /** Values of choices that come and go. */
  readonly choices: ReadonlySet<string>;
  /** Values of choices whose words change. */
  readonly choiceWords: ReadonlySet<string>;
}

/** Ids of hint and problem, in the order a screen reader says them. */
export function describedBy(view: FieldView): string {
  const { path } = view.field;
  return hintOf(view) ? `${path}-hint ${path}-problem` : `${path}-problem`;
}

/** What assistive technology is told of an answer that must be given: it stands there too where that may change. */
export function requiredState({ field, live }: FieldView): "true" | "false" | typeof nothing {
  if (field.required) return "true";
  return live?.required ? "false" : nothing;
}

/** "true" on a control whose answer needs another look: on the one that the problem names, or on all where it names the question. */
export function wrongState({ field, problem }: FieldView, control: string): "true" | typeof nothing {
  return problem && (problem.control === control || problem.control === field.path) ? "true" : nothing;
}

/** How a choice stands that comes and goes; undefined of any other. */
export function choiceWhile({ field, live }: FieldView, { value }: JourneyOption): While | undefined {
  if (!live?.choices.has(value)) return undefined;
  const on = new Set(
    field.options.filter((one) => one.open !== false).map((one) => states.choice(field.path, one.value)),
  );
  return whileAny(on, [states.choice(field.path, value)]);
}

/** The words of a choice. */
export function choiceWords({ field, live }: FieldView, { value, label, hint }: JourneyOption): Content {
  const name = live?.choiceWords.has(value) ? states.choice(field.path, value) : undefined;
  const small = hint ? html`<small>${saying(name && `${name}:hint`, hint)}</small>` : nothing;
  return html`${saying(name && `${name}:label`, label)}${small}`;
}

function hintOf(view: FieldView): string | undefined {
  return view.kindHint ?? view.field.hint;
}

/** The text a control shows. */
export function textOf(view: FieldView, ending = ""): string {
  const text = view.texts[ending];
  return typeof text === "string" ? text : (text?.[0] ?? "");
}

/** The label with "(optional)" where the question may be left out. */
function labelWords(view: FieldView): Content {
  const { field, setting, live } = view;
  const label = saying(live?.label && `${field.path}:label`, field.label);
  if (field.required && !live?.required) return label;
  const { states: when, away } = whileAny(new Set(field.required ? [] : [states.optional(field.path)]), [
    states.optional(field.path),
  ]);
  return html`${label} <span class="optional" data-while=${live?.required ? when : nothing} ?hidden=${away}>${setting.words.optional}</span>`;
}

/** A question with one control. */
export function labelled(view: FieldView, control: TemplateResult, after: Content = nothing): TemplateResult {
  const { field, setting, only } = view;
  const label = html`<label for=${field.path}>${labelWords(view)}</label>`;
  return html`<div class=${fieldClass(view)} data-field=${field.path}>
    ${only ? html`<h1>${label}</h1>` : label}
    ${hintLine(view)}
    ${problemPlace(`${field.path}-problem`, view.problem?.message, setting.words)}
    ${control}${after}
  </div>`;
}

/** A question with several controls: a fieldset, named by its legend. */
export function grouped(view: FieldView, controls: TemplateResult): TemplateResult {
  const { field, setting, only } = view;
  return html`<fieldset class=${fieldClass(view)} data-field=${field.path} aria-describedby=${describedBy(view)}>
    <legend>${only ? html`<h1>${labelWords(view)}</h1>` : labelWords(view)}</legend>
    ${hintLine(view)}
    ${problemPlace(`${field.path}-problem`, view.problem?.message, setting.words)}
    ${controls}
  </fieldset>`;
}

function hintLine(view: FieldView): TemplateResult | typeof nothing {
  const hint = hintOf(view);
  if (!hint) return nothing;
  const { path, hint: own = "" } = view.field;
  const said = view.live?.hint ? html`${saying(`${path}:hint`, own)}${hint.slice(own.length)}` : hint;
  return html`<p class="hint" id=${`${path}-hint`}>${said}</p>`;
}

function fieldClass(view: FieldView): string {
  return view.problem ? "field wrong" : "field";
}
