// A page of questions: the sheet with its rows, each with its note. All that may come to stand on the page while it is filled in is written;
// what does not stand there now is hidden and takes no part (parts/while.ts). The form's element shows and hides it.
import { html, nothing, type TemplateResult } from "lit";
import type { Texts } from "../fields/answer-kind.ts";
import { answerKindOf } from "../fields/answer-kinds.ts";
import { fieldTemplateOf } from "../fields/field-templates.ts";
import { fileHint, uploadBox } from "../fields/file/template.ts";
import { states, statesOf } from "../journey/page-states.ts";
import { proofAccept, proofControl, proofOf } from "../journey/proof.ts";
import type { AnswerProblem, JourneyField, JourneyPage, JourneyPart, PostedFields } from "../journey/shapes.ts";
import { fieldsOf } from "../journey/walk-page.ts";
import { besideBox } from "../parts/beside.ts";
import { continueButtons, csrfField } from "../parts/buttons.ts";
import { type ConfirmationView, confirmationBox } from "../parts/confirmation-box.ts";
import type { FieldView } from "../parts/field.ts";
import { mark } from "../parts/mark.ts";
import { problemPlace, problemSummary } from "../parts/problem.ts";
import { problemHref } from "../parts/problem-href.ts";
import { type Content, freeNote, type RowShape, row, type While } from "../parts/row.ts";
import { onlyWhile, saying, whileAny, wordsWhile } from "../parts/while.ts";
import { asksProof, isMultipart, liveField, withChoicesToCome } from "./live-field.ts";
import { lockedRow } from "./locked.ts";
import { noticeOf, proseOf, shownLine } from "./page-parts.ts";
import { type Opening, openingOf } from "./reveals.ts";
import { type LivePage, livePage } from "./standing.ts";
import { type NoteSource, noteFor } from "./why.ts";

/** What a page of questions is shown from. */
export interface QuestionView extends Pick<NoteSource, "journey" | "sourceOf" | "whyOf"> {
  readonly page: JourneyPage;
  /** What was typed, when it could not be kept; it is shown again as it was. */
  readonly posted?: PostedFields;
  readonly problems: readonly AnswerProblem[];
  readonly csrf?: string;
  /** Begins the addresses of other pages. */
  readonly base: string;
}

/** The same with what may change on the page, and what holds on it now. */
interface LiveView extends QuestionView, NoteSource {
  readonly live: LivePage;
  /** Fields that stand on the page or may come to. */
  readonly fields: readonly JourneyField[];
}

/**
 * The form of a page. Where "go back to the register's value" is a button too, an unseen one stands first: the key Enter
 * presses the first button of a form, and must continue.
 */
export function questionForm(shown: QuestionView): TemplateResult {
  const view = liveView(shown);
  const { problems, journey, fields } = view;
  const { words } = journey.setting;
  const canBeFilled = fields.some((field) => field.registered !== undefined);
  const at = { address: view.page.address, base: view.base };
  const summary = problemSummary(problems, words, (one) => problemHref(at, one));
  return html`<form method="post" class="leaf" novalidate enctype=${fields.some(isMultipart) ? "multipart/form-data" : nothing}>
    ${csrfField(view.csrf)}
    ${fields.some(canBeCorrected) ? html`<button class="out-of-sight" tabindex="-1" aria-hidden="true">${words.continue}</button>` : nothing}
    ${row(summary, freeNote(html`<p>${words.nothingLost}</p>`), { shape: "tight", shown: holding(view, [states.wrong]) })}
    ${headingRow(view, canBeFilled)}
    ${pageRows(view)}
    ${row(continueButtons(canBeFilled ? html`${wordsWhile(holding(view, [states.filled]), words.detailsAreRight)}${wordsWhile(holding(view, [states.unfilled]), words.continue)}` : words.continue), nothing, "joined")}
  </form>`;
}

function liveView(view: QuestionView): LiveView {
  const live = livePage(view.journey, view.page);
  const fields = view.page.fields.filter((field) => live.standing(field).stands);
  return {
    ...view,
    live,
    fields,
    on: statesOf(view.page, view.problems),
    isLive: (field) => live.standing(field).changes,
  };
}

function canBeCorrected({ field, locked, registered, origin }: JourneyField): boolean {
  return field.prefill !== undefined && !locked && (registered !== undefined || origin?.kind === "corrected");
}

function holding({ on }: LiveView, wanted: readonly string[]): While {
  return whileAny(on, wanted);
}

/** For which states some parts stand together; undefined where one of them always does. */
function whileSome(view: LiveView, parts: readonly JourneyPart[]): While | undefined {
  const standing = parts.map((part) => view.live.standing(part)).filter((one) => one.stands);
  if (standing.some((one) => !one.changes)) return undefined;
  return whileAny(
    view.on,
    standing.map((one) => one.state),
  );
}

function headingRow(view: LiveView, canBeFilled: boolean): Content {
  const { page, journey, fields } = view;
  const isWrong = view.problems.length > 0;
  const caption = page.caption === undefined ? nothing : html`<p class="caption">${page.caption}</p>`;
  // A lone question is the heading itself; one that nobody can change stands as a pair, and a pair cannot hold a heading.
  const unseen = page.only?.locked ? html`<h1 class="out-of-sight">${page.title}</h1>` : nothing;
  if (page.only) return page.caption === undefined ? unseen : row(html`${caption}${unseen}`, nothing, "tight title");
  const { words } = journey.setting;
  const filled = canBeFilled ? holding(view, [states.filled]) : undefined;
  const text = filled
    ? html`<p data-while=${filled.states} ?hidden=${filled.away}>${words.checkFilledIn}</p>`
    : nothing;
  const beside =
    filled && fields.some((field) => field.locked)
      ? html`<div class="note free" data-while=${filled.states} ?hidden=${filled.away}><p>${words.besideEachValue}</p></div>`
      : nothing;
  // No space below only where the row that follows is joined to this one.
  const shape = !filled && page.page.set !== undefined ? "joined title" : "joined";
  const title = saying(view.live.changes.words(page.page.title) && ":title", page.title);
  return row(html`${caption}<h1>${title}</h1>${text}`, beside, { wrong: { shape, now: isWrong } });
}

/** Rows of the page: a row for each question; an included set and a group share one; locked values stand as pairs below it. */
function pageRows(view: LiveView): Content[] {
  const { page, problems } = view;
  const joined = { wrong: { shape: "joined", now: problems.length > 0 } };
  const rows = page.page.set
    ? togetherRows(view, page.parts, page.only ? {} : joined)
    : page.parts.map((part, index) => partRow(view, part, index));
  return [...rows, proofRow(view)];
}

/** Parts that share a row, and below it the locked values among them. */
function togetherRows(view: LiveView, parts: readonly JourneyPart[], shape: RowShape = {}): Content[] {
  const fields = fieldsOf(parts).filter((field) => view.live.standing(field).stands);
  const open = openParts(view, parts);
  const shared =
    open.length > 0
      ? [
          row(
            parts.map((part) => partContent(view, part)),
            noteFor(
              view,
              fields.filter((field) => !field.locked),
            ),
            { ...shape, shown: whileSome(view, open) },
          ),
        ]
      : [];
  return [...shared, ...fields.filter((field) => field.locked).map((field) => lockedValue(view, field))];
}

/** What may stand among parts and is no locked value: questions to answer, guidance, boxes to tick, values that are shown. */
function openParts(view: LiveView, parts: readonly JourneyPart[]): JourneyPart[] {
  return parts.flatMap((part) => {
    if (part.kind === "group") return openParts(view, part.parts);
    return view.live.standing(part).stands && !(part.kind === "field" && part.locked) ? [part] : [];
  });
}

function lockedValue(view: LiveView, field: JourneyField): Content {
  return lockedRow(view.journey, field, view.sourceOf(field), whileSome(view, [field]), isSaidAnew(view, field));
}

function partRow(view: LiveView, part: JourneyPart, index: number): Content {
  if (!view.live.standing(part).stands) return nothing;
  if (part.kind === "field") {
    if (openerOf(view, part)) return nothing;
    if (part.locked) return lockedValue(view, part);
    return row(partContent(view, part), noteFor(view, [part, ...openedBy(view, part)]), {
      ...(index === 0 && view.page.only ? onlyShape(view) : {}),
      shown: whileSome(view, [part]),
    });
  }
  return [groupTitle(view, part, index), ...togetherRows(view, [part])];
}

/** A lone question stands close under what is above it. */
function onlyShape({ page, problems }: LiveView): RowShape {
  return page.caption === undefined ? { wrong: { shape: "joined", now: problems.length > 0 } } : { shape: "joined" };
}

/** A group of nothing but locked values still says what they are of. */
function groupTitle(view: LiveView, part: JourneyPart, index: number): Content {
  if (part.kind !== "group" || !fieldsOf([part]).some((field) => field.locked)) return nothing;
  const open = openParts(view, [part]);
  const shown = open.length > 0 ? holding(view, [states.shut(`#${index}`)]) : whileSome(view, [part]);
  // Something in it always stands open, and has the title already.
  if (open.length > 0 && !whileSome(view, open)) return nothing;
  return row(html`<h2>${groupWords(view, part)}</h2>`, nothing, { shape: "title", shown });
}

function groupWords(view: LiveView, part: Extract<JourneyPart, { kind: "group" }>): Content {
  return saying(isSaidAnew(view, part) && `${view.live.standing(part).state}:title`, part.title);
}

/** The questions that stand under the choices of another. */
function openedBy(view: LiveView, opener: JourneyField): JourneyField[] {
  return view.fields.filter((field) => openerOf(view, field)?.opener === opener);
}

function openerOf({ journey, page }: LiveView, field: JourneyField): Opening | undefined {
  return openingOf(journey, page, field);
}

/** Whether the words of a part may change: its label, title or statement. */
function isSaidAnew({ live }: LiveView, part: JourneyPart): boolean {
  const { changes } = live;
  const { written } = live.standing(part);
  switch (written?.kind) {
    case "field":
      return changes.label(written);
    case "declaration":
      return changes.words(written.statement);
    case "group":
    case "guidance":
    case "warning":
    case "help":
      return changes.words(written.title);
    default:
      return false;
  }
}

/** What stands for a part, and comes and goes with it. */
function partContent(view: LiveView, part: JourneyPart): Content {
  const { stands, state, written } = view.live.standing(part);
  if (!stands) return nothing;
  const { setting, service } = view.journey;
  const title = isSaidAnew(view, part) && `${state}:title`;
  const prose = written && "prose" in written && view.live.changes.words(written.prose) ? state : undefined;
  switch (part.kind) {
    case "field":
      // Each stands once: under the choice that opens it, or as a locked value of its own.
      return part.locked || openerOf(view, part)
        ? nothing
        : onlyWhile(whileSome(view, [part]), fieldContent(view, part));
    case "group": {
      const open = openParts(view, [part]);
      if (open.length === 0) return nothing;
      const inner = part.parts.map((one) => partContent(view, one));
      const group = html`<fieldset class="group"><legend>${groupWords(view, part)}</legend>${inner}</fieldset>`;
      return onlyWhile(whileSome(view, open), group);
    }
    case "declaration":
    case "signature": {
      const problem = view.problems.find((one) => one.path === part.path);
      const box: ConfirmationView = {
        problem,
        setting,
        timeZone: service.timeZone,
        prose: part.kind === "declaration" ? proseOf(part, prose) : nothing,
        live: isSaidAnew(view, part),
      };
      return onlyWhile(whileSome(view, [part]), confirmationBox(part, box));
    }
    case "shown":
      return onlyWhile(whileSome(view, [part]), shownLine(part, setting, `${state}:text`));
    case "notice":
      return onlyWhile(whileSome(view, [part]), noticeOf(part, title, prose));
  }
}

function fieldContent(view: LiveView, field: JourneyField): TemplateResult {
  const { journey, page, live } = view;
  const problem = view.problems.find((one) => one.path === field.path && one.control !== proofControl);
  const reveals = revealsOf(view, openedBy(view, field));
  const shown: FieldView = {
    field: withChoicesToCome(journey, page, field, live.changes),
    live: liveField(journey, field, live.changes),
    texts: textsOf(view, field),
    only: page.only === field,
    setting: journey.setting,
    currency: journey.service.currency,
    ...(Object.keys(reveals).length > 0 ? { reveals } : {}),
    ...(problem ? { problem } : {}),
  };
  return html`${fieldTemplateOf(field.field.type)(shown)}${besideBox(field, view.posted, journey.setting)}${warningLine(view, field)}`;
}

/** The author's warning about an answer, where there is one. */
function warningLine(view: LiveView, { field, path, warning = "" }: JourneyField): Content {
  if (!field.warnings) return nothing;
  const { states: named, away } = holding(view, [states.warned(path)]);
  return html`<p class="said time" data-while=${named} ?hidden=${away}>${mark("soon")}${saying(`${path}:warning`, warning)}</p>`;
}

/** What opens under each choice, in the order of the text. */
function revealsOf(view: LiveView, opened: readonly JourneyField[]): Record<string, Content> {
  const choices = [...new Set(opened.map((one) => openerOf(view, one)?.choice ?? ""))];
  return Object.fromEntries(
    choices.map((choice) => {
      const here = opened.filter((one) => openerOf(view, one)?.choice === choice);
      const { states: named, away } = whileAny(
        view.on,
        here.map(({ path }) => path),
      );
      const inside = here.map((one) => onlyWhile(whileSome(view, [one]), fieldContent(view, one)));
      return [choice, html`<div class="reveal" data-while=${named} ?hidden=${away}>${inside}</div>`];
    }),
  );
}

/** What the controls show: what was typed just now, else the answer. */
function textsOf(view: LiveView, field: JourneyField): Texts {
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
function proofRow(view: LiveView): Content {
  const provable = view.fields.filter((field) => canBeCorrected(field) && asksProof(field));
  const [first, second] = provable;
  if (!first) return nothing;
  const { setting } = view.journey;
  const { words } = setting;
  const problem = view.problems.find((one) => one.control === proofControl);
  const given = proofOf(view.page.fields);
  const shown = holding(view, [states.proof]);
  const labels = provable.map((field) =>
    wordsWhile(
      holding(view, [states.proofOf(field.path)]),
      saying(isSaidAnew(view, field) && `${field.path}:proof`, words.proofOf({ label: field.label })),
    ),
  );
  const pageLabel = second ? wordsWhile(holding(view, [states.proofOfMore]), words.proofOfPage) : nothing;
  const box = uploadBox({
    id: proofControl,
    given: given ? [given] : [],
    many: false,
    accept: proofAccept.extensions.map((extension) => `.${extension}`).join(","),
    described: `${proofControl}-hint ${proofControl}-problem`,
    wrong: problem !== undefined,
    words,
  });
  const upload = html`<div class=${problem ? "field plain wrong" : "field plain"} data-told=${proofControl}>
      <label for=${proofControl}>${labels}${pageLabel}</label>
      <p class="hint small" id=${`${proofControl}-hint`}>${words.proofHint} ${fileHint(proofAccept, setting)}</p>
      ${problemPlace(`${proofControl}-problem`, problem?.message, words)}
      ${box}
    </div>`;
  return row(onlyWhile(shown, upload), nothing, { shape: "joined", shown });
}
