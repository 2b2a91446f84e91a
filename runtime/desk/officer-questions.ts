// What a stage asks its officer before or with a decision: plain native controls, read by the same journey that reads forms.

import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Field, Service } from "#contract";
import type { Answers, Rulebook, Value } from "#contract/facts.ts";
import { readPosted } from "#journey/read-posted.ts";
import type { AnswerProblem, Journey, JourneyField, PostedFields, Setting } from "#journey/shapes.ts";
import { emptyDraft, findStep, walk } from "#journey/walk.ts";
import type { Case, Task } from "#routing/case.ts";
import { itemsOf } from "#routing/results.ts";
import { placeOfAnswers, visitOfCheck, type Work } from "#routing/steps/work.ts";
import { withValueAt } from "#support/facts.ts";

const address = "desk/questions";

/** The questions as they stand: which are asked, their choices, what was recorded before. */
export interface OfficerQuestions {
  readonly journey: Journey;
  readonly fields: readonly JourneyField[];
}

/** The item, or the view of one of several people, that questions are about: where it stands, and what is known of it. */
export interface AskedInside {
  readonly path: readonly string[];
  readonly record: Answers;
}

/** What the questions of a piece of work are about; undefined where they are about the case. */
export function askedInside(one: Case, work: Work, task: Pick<Task, "check">): AskedInside | undefined {
  const path = placeOfAnswers(work);
  if (path.length === 0) return undefined;
  const item = visitOfCheck(one, task.check)?.item;
  const known = work.forEach ? itemsOf(one.answers, work.forEach.list).find(({ id }) => id === item)?.item : undefined;
  const before = one.checks?.findLast((visit) => visit.check === work.name && visit.item === item && visit.answers);
  return { path, record: { ...known, ...(work.forEach ? before?.answers : {}) } };
}

/** Walks the questions as a page of their own over the facts of the case. */
export function walkQuestions(
  service: Service,
  rulebook: Rulebook,
  one: Case,
  questions: readonly Field[],
  setting: Setting,
  inside?: AskedInside,
): OfficerQuestions {
  const { eligibility: _before, ...rest } = service;
  const page = { kind: "page" as const, name: "questions", parts: [...questions] };
  const asked: Service = { ...rest, sections: [{ name: "desk", title: {}, steps: [page] }] };
  const known = { ...one.answers, ...one.officerAnswers };
  // Questions about one item are asked as if it were the only one: the list gives way to it on this page.
  const answers = inside ? withValueAt(known, inside.path, inside.record) : known;
  const draft = { ...emptyDraft, answers, fetched: one.fetched };
  const journey = walk(asked, rulebook, draft, setting);
  const step = findStep(journey, address);
  return { journey, fields: step?.kind === "page" ? step.fields.filter((field) => field.asked) : [] };
}

/** What was posted, typed: only answers of these questions. */
export interface ReadQuestions {
  readonly answers: Answers;
  readonly problems: readonly AnswerProblem[];
  readonly forged: boolean;
}

export function readQuestions({ journey, fields }: OfficerQuestions, posted: PostedFields): ReadQuestions {
  if (fields.length === 0) return { answers: {}, problems: [], forged: false };
  const read = readPosted(journey, address, posted);
  const keys = new Set(fields.map(({ field }) => field.path[0]));
  const answers = Object.fromEntries(Object.entries(read.draft.answers).filter(([key]) => keys.has(key)));
  return { answers, problems: read.problems, forged: read.forged.length > 0 };
}

/** Whether a posted control belongs to one of these questions. */
export function isControlOf(fields: readonly JourneyField[], control: string): boolean {
  return fields.some(({ path }) => control === path || control.startsWith(`${path}:`));
}

/** The questions with what was posted, or was recorded before. */
export function renderQuestions(
  fields: readonly JourneyField[],
  posted: PostedFields,
  problems: readonly AnswerProblem[],
): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  return html`${fields.map((field) => renderQuestion(field, posted, problems.find(({ path }) => path === field.path)?.message))}`;
}

function renderQuestion(field: JourneyField, posted: PostedFields, problem: string | undefined): TemplateResult {
  const { path, label, hint } = field;
  const said = problem
    ? html`<p class="problem" id=${`${path}-problem`}>${mark("problem")}<span>${problem}</span></p>`
    : nothing;
  const hinted = hint ? html`<p class="hint">${hint}</p>` : nothing;
  const css = problem ? "field wrong plain" : "field plain";
  if (isGroup(field))
    return html`<fieldset class=${css}><legend>${label}</legend>${hinted}${said}${renderControls(field, posted)}</fieldset>`;
  return html`<div class=${css}><label for=${path}>${label}</label>${hinted}${said}${renderControls(field, posted)}</div>`;
}

function isGroup({ field: { type } }: JourneyField): boolean {
  return ["yes-or-no", "any-of", "date", "date-of-birth"].includes(type.kind);
}

function renderControls(field: JourneyField, posted: PostedFields): TemplateResult {
  const { path, options } = field;
  const value = textOf(posted[path] ?? field.value);
  switch (field.field.type.kind) {
    case "yes-or-no":
      return html`${[
        ["yes", "Yes"],
        ["no", "No"],
      ].map(
        ([name, words]) =>
          html`<label class="tick"><input type="radio" name=${path} value=${name ?? ""} ?checked=${value === name}>${words}</label>`,
      )}`;
    case "any-of":
      return html`${options.map((option) => html`<label class="tick"><input type="checkbox" name=${path} value=${option.value}>${option.label}</label>`)}`;
    case "one-of":
      return html`<select class="input" id=${path} name=${path}><option value=""></option>${options.map(
        (option) => html`<option value=${option.value} ?selected=${value === option.value}>${option.label}</option>`,
      )}</select>`;
    case "date":
    case "date-of-birth":
      return html`<div class="buttons">${["day", "month", "year"].map(
        (part) =>
          html`<label class="small">${part}<input class="input w-2" name=${`${path}:${part}`} inputmode="numeric" .value=${textOf(posted[`${path}:${part}`])}></label>`,
      )}</div>`;
    case "long-text":
      return html`<textarea class="input" id=${path} name=${path} rows="4" data-text=${value}></textarea>`;
    default:
      return html`<input class="input" id=${path} name=${path} .value=${value}>`;
  }
}

function textOf(value: Value | PostedFields[string] | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
