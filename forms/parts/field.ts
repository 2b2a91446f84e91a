// The frame around every native control: label or legend, hint, what is wrong, then the control. Ids are the controls' own names.
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../fields/answer-kind.ts";
import type { AnswerProblem, JourneyField, Setting } from "../journey/shapes.ts";
import { problemLine } from "./problem.ts";
import type { Content } from "./row.ts";

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
  /** The hint where the kind has a say in it: "For example, 27 3 2027". It takes the place of the author's, so it holds that too. */
  readonly kindHint?: string;
}

/** Ids of hint and problem, in the order a screen reader says them. */
export function describedBy(view: FieldView): string | typeof nothing {
  const { path } = view.field;
  const ids = [hintOf(view) ? `${path}-hint` : "", view.problem ? `${path}-problem` : ""].filter((id) => id !== "");
  return ids.length ? ids.join(" ") : nothing;
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
  const { field, setting } = view;
  return field.required ? field.label : html`${field.label} <span class="optional">${setting.words.optional}</span>`;
}

/** A question with one control. */
export function labelled(view: FieldView, control: TemplateResult, after: Content = nothing): TemplateResult {
  const { field, setting, only } = view;
  const label = html`<label for=${field.path}>${labelWords(view)}</label>`;
  return html`<div class=${fieldClass(view)} data-field=${field.path}>
    ${only ? html`<h1>${label}</h1>` : label}
    ${hintLine(view)}
    ${problemLine(`${field.path}-problem`, view.problem?.message, setting.words)}
    ${control}${after}
  </div>`;
}

/** A question with several controls: a fieldset, named by its legend. */
export function grouped(view: FieldView, controls: TemplateResult): TemplateResult {
  const { field, setting, only } = view;
  return html`<fieldset class=${fieldClass(view)} data-field=${field.path} aria-describedby=${describedBy(view)}>
    <legend>${only ? html`<h1>${labelWords(view)}</h1>` : labelWords(view)}</legend>
    ${hintLine(view)}
    ${problemLine(`${field.path}-problem`, view.problem?.message, setting.words)}
    ${controls}
  </fieldset>`;
}

function hintLine(view: FieldView): TemplateResult | typeof nothing {
  const hint = hintOf(view);
  return hint ? html`<p class="hint" id=${`${view.field.path}-hint`}>${hint}</p>` : nothing;
}

function fieldClass(view: FieldView): string {
  return view.problem ? "field wrong" : "field";
}
