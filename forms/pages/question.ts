// A page of questions: the sheet with its rows, each with its note. The same template runs on the server and in the browser.
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { fieldTemplateOf } from "../fields/field-templates.ts";
import { fileHint, uploadBox } from "../fields/file/template.ts";
import { needsProof, proofAccept, proofControl, proofOf } from "../journey/read-page.ts";
import type { AnswerProblem, JourneyField, JourneyPage, JourneyPart, PostedFields } from "../journey/shapes.ts";
import { fieldsOf } from "../journey/walk-page.ts";
import { continueButtons, csrfField } from "../parts/buttons.ts";
import type { FieldView } from "../parts/field.ts";
import { mark } from "../parts/mark.ts";
import { problemLine, problemSummary } from "../parts/problem.ts";
import { type Content, freeNote, row } from "../parts/row.ts";
import { lockedRow } from "./locked.ts";
import { pageParts, proseOf } from "./page-parts.ts";
import { type Opening, openingOf } from "./reveals.ts";
import { type NoteSource, noteFor } from "./why.ts";

/** What a page of questions is shown from. */
export interface QuestionView extends NoteSource {
  readonly page: JourneyPage;
  /** What was typed, when it could not be kept; it is shown again as it was. */
  readonly posted?: PostedFields;
  readonly problems: readonly AnswerProblem[];
  readonly csrf?: string;
  /** Begins the addresses of other pages. */
  readonly base: string;
}

/**
 * The form of a page. Where "go back to the register's value" is a button too, an unseen one stands first: the key Enter
 * presses the first button of a form, and must continue.
 */
export function questionForm(view: QuestionView): TemplateResult {
  const { page, problems, journey } = view;
  const { words } = journey.setting;
  const rows = pageRows(view);
  const asked = page.fields.filter((field) => field.asked);
  const filledIn =
    asked.length > 0 &&
    asked.every(
      (field) =>
        field.origin?.kind === "prefilled" ||
        field.origin?.kind === "corrected" ||
        (!field.required && field.value === undefined),
    ) &&
    asked.some((field) => field.registered !== undefined);
  const hasFiles = asked.some(
    (field) =>
      ["file", "files", "photo"].includes(field.field.type.kind) ||
      field.field.prefill?.mode === "correctable-with-evidence",
  );
  return html`<form method="post" class="leaf" novalidate enctype=${hasFiles ? "multipart/form-data" : nothing}>
    ${csrfField(view.csrf)}
    ${asked.some((field) => field.origin?.kind === "corrected") ? html`<button class="out-of-sight" tabindex="-1" aria-hidden="true">${words.continue}</button>` : nothing}
    ${
      problems.length > 0
        ? row(
            problemSummary(problems, words, (problem) => hrefOf(view, problem)),
            freeNote(html`<p>${words.nothingLost}</p>`),
            "tight",
          )
        : nothing
    }
    ${headingRow(view, filledIn)}
    ${rows}
    ${row(continueButtons(filledIn ? words.detailsAreRight : words.continue), nothing, "joined")}
  </form>`;
}

function hrefOf(view: QuestionView, problem: AnswerProblem): string {
  return problem.address === view.page.address
    ? `#${problem.control}`
    : `${view.base}/${problem.address}#${problem.control}`;
}

function headingRow(view: QuestionView, filledIn: boolean): Content {
  const { page, journey, problems } = view;
  const caption = page.caption === undefined ? nothing : html`<p class="caption">${page.caption}</p>`;
  // A lone question is the heading itself; one that nobody can change stands as a pair, and a pair cannot hold a heading.
  const unseen = page.only?.locked ? html`<h1 class="out-of-sight">${page.title}</h1>` : nothing;
  if (page.only) return page.caption === undefined ? unseen : row(html`${caption}${unseen}`, nothing, "tight title");
  const { words } = journey.setting;
  const withText = filledIn && page.fields.length > 0;
  // No space below only where the row that follows is joined to this one.
  const leads = !withText && page.page.set !== undefined && problems.length > 0;
  const shape = [problems.length > 0 ? "joined" : "", leads ? "title" : ""].filter(Boolean).join(" ");
  return row(
    html`${caption}<h1>${page.title}</h1>${withText ? html`<p>${words.checkFilledIn}</p>` : nothing}`,
    withText && page.fields.some((field) => field.locked) ? freeNote(html`<p>${words.besideEachValue}</p>`) : nothing,
    shape,
  );
}

/** Rows of the page: a row for each question; an included set and a group share one; locked values stand as pairs below it. */
function pageRows(view: QuestionView): Content[] {
  const { page } = view;
  const first = page.only || view.problems.length === 0 ? "" : "joined";
  const rows = page.page.set
    ? togetherRows(view, page.parts, first)
    : page.parts.map((part, index) => partRow(view, part, index));
  return [
    ...rows,
    proofRow(
      view,
      page.fields.filter((field) => field.asked),
    ),
  ];
}

/** Parts that share a row, and below it the locked values among them. */
function togetherRows(view: QuestionView, parts: readonly JourneyPart[], shape = ""): Content[] {
  const fields = fieldsOf(parts).filter((field) => field.asked);
  const open = fields.filter((field) => !field.locked);
  const content = parts.map((part) => partContent(view, part));
  const shared = open.length > 0 || parts.some(hasWords) ? [row(content, noteFor(view, open), shape)] : [];
  return [...shared, ...fields.filter((field) => field.locked).map((field) => lockedValue(view, field))];
}

/** True for what stands beside questions: guidance, a box to tick, a value that is shown. */
function hasWords(part: JourneyPart): boolean {
  return part.asked && (part.kind === "group" ? part.parts.some(hasWords) : part.kind !== "field");
}

/** Nothing in it can be answered here. */
function isLocked(part: JourneyPart): boolean {
  return fieldsOf([part]).every((field) => !field.asked || field.locked);
}

function lockedValue(view: QuestionView, field: JourneyField): Content {
  return lockedRow(view.journey, field, view.sourceOf(field));
}

function partRow(view: QuestionView, part: JourneyPart, index: number): Content {
  if (!part.asked) return nothing;
  if (part.kind === "field") {
    if (openerOf(view, part)) return nothing;
    if (part.locked) return lockedValue(view, part);
    const leads = view.problems.length > 0 || view.page.caption !== undefined;
    const shape = index === 0 && view.page.only && leads ? "joined" : "";
    return row(partContent(view, part), noteFor(view, [part, ...openedBy(view, part)]), shape);
  }
  const rows = togetherRows(view, [part]);
  // A group of nothing but locked values still says what they are of.
  const titled = part.kind === "group" && !hasWords(part) && isLocked(part);
  return titled ? [row(html`<h2>${part.title}</h2>`, nothing, "title"), ...rows] : rows;
}

/** The questions that stand under the choices of another. */
function openedBy(view: QuestionView, opener: JourneyField): JourneyField[] {
  return view.page.fields.filter((field) => field.asked && openerOf(view, field)?.opener === opener);
}

function openerOf({ journey, page }: QuestionView, field: JourneyField): Opening | undefined {
  return openingOf(journey.service, page, field);
}

function partContent(view: QuestionView, part: JourneyPart): Content {
  if (!part.asked) return nothing;
  const { setting } = view.journey;
  switch (part.kind) {
    case "field":
      // Each stands once: under the choice that opens it, or as a locked value of its own.
      return part.locked || openerOf(view, part) ? nothing : fieldContent(view, part);
    case "group":
      if (!hasWords(part) && isLocked(part)) return nothing;
      return html`<fieldset class="group"><legend>${part.title}</legend>${part.parts.map((inner) => partContent(view, inner))}</fieldset>`;
    case "declaration":
    case "signature": {
      const problem = view.problems.find((one) => one.path === part.path);
      const before = part.kind === "declaration" ? proseOf(part) : nothing;
      const { timeZone } = view.journey.service;
      return pageParts.confirmation?.(part, { problem, setting, timeZone, prose: before }) ?? nothing;
    }
    case "shown":
      return pageParts.shown?.(part, setting) ?? nothing;
    case "notice":
      return pageParts.notice?.(part) ?? nothing;
  }
}

function fieldContent(view: QuestionView, field: JourneyField): TemplateResult {
  const { journey, page } = view;
  const problem = view.problems.find((one) => one.path === field.path && one.control !== proofControl);
  const opened = openedBy(view, field);
  const reveals = revealsOf(view, opened);
  const shown: FieldView = {
    field,
    texts: textsOf(view, field),
    only: page.only === field,
    setting: journey.setting,
    currency: journey.service.currency,
    ...(opened.length > 0 ? { reveals } : {}),
    ...(problem ? { problem } : {}),
  };
  const warning =
    field.warning && !problem ? html`<p class="said time">${mark("soon")}<span>${field.warning}</span></p>` : nothing;
  return html`${fieldTemplateOf(field.field.type)(shown)}${pageParts.beside?.(field, view.posted, view.journey.setting) ?? nothing}${warning}`;
}

/** What opens under each choice, in the order of the text. */
function revealsOf(view: QuestionView, opened: readonly JourneyField[]): Record<string, Content[]> {
  const reveals: Record<string, Content[]> = {};
  for (const one of opened) {
    const choice = openerOf(view, one)?.choice ?? "";
    reveals[choice] = [...(reveals[choice] ?? []), fieldContent(view, one)];
  }
  return reveals;
}

/** What the controls show: what was typed just now, else the answer. */
function textsOf(view: QuestionView, field: JourneyField): Texts {
  const kind = answerKindOf(field.field.type);
  const { posted } = view;
  if (posted && kind.endings.some((ending) => Object.hasOwn(posted, field.path + ending)))
    return Object.fromEntries(kind.endings.map((ending) => [ending, postedTexts(posted[field.path + ending])]));
  return field.value === undefined ? {} : kind.texts(field.value, view.journey.service.currency);
}

function postedTexts(value: PostedFields[string] | undefined): string | readonly string[] {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : "";
}

/** The upload for the proof of what was corrected on this page. */
function proofRow(view: QuestionView, fields: readonly JourneyField[]): Content {
  const corrected = fields.filter(needsProof);
  const first = corrected[0];
  if (!first) return nothing;
  const { setting } = view.journey;
  const { words } = setting;
  const problem = view.problems.find((one) => one.control === proofControl);
  const given = proofOf(fields);
  const described = problem ? `${proofControl}-hint ${proofControl}-problem` : `${proofControl}-hint`;
  return row(
    html`<div class=${problem ? "field plain wrong" : "field plain"}>
      <label for=${proofControl}>${corrected.length === 1 ? words.proofOf({ label: first.label }) : words.proofOfPage}</label>
      <p class="hint small" id=${`${proofControl}-hint`}>${words.proofHint} ${fileHint(proofAccept, setting)}</p>
      ${problemLine(`${proofControl}-problem`, problem?.message, words)}
      ${uploadBox({ id: proofControl, given: given ? [given] : [], many: false, accept: proofAccept.extensions.map((extension) => `.${extension}`).join(","), described, wrong: problem !== undefined, words })}
    </div>`,
    nothing,
    "joined",
  );
}
