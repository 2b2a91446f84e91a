// What programs are given where people see a page: the same facts as JSON, in the shapes that openapi.json of the service says. Pure.
import type { TimelineStep } from "@formwork/forms/parts/timeline.ts";
import { checkAnswers } from "#journey/check-answers.ts";
import type { Journey, JourneyField, JourneyPage, JourneyRepeat } from "#journey/shapes.ts";
import { confirmationsOf } from "#journey/walk-page.ts";
import type { Case } from "#routing/case.ts";
import type { CaseView } from "../desk/case-page.ts";
import type { WorkItem } from "../desk/list-page.ts";
import type { OpenRight } from "../portal/application-page.ts";
import type { Summary } from "../portal/summary.ts";
import { filesOfCase } from "./case-journey.ts";

/** A page of questions. */
export function pageAsJson({ address, title, fields, done }: JourneyPage, token: string): object {
  return { address, title, questions: fields.map(questionOf), done, token };
}

function questionOf(field: JourneyField): object {
  const { path, label, hint, asked, required, locked, value, options, problem } = field;
  return {
    path,
    control: path,
    label,
    ...(hint && { hint }),
    type: field.field.type.kind,
    asked,
    required,
    locked,
    ...(value !== undefined && { value }),
    options: options.map((option) => ({ value: option.value, label: option.label })),
    ...(problem && { problem }),
  };
}

/** A page that asks who applies, as any page of questions. */
export function choiceAsJson({ control, label, value, options }: Choice, address: string, token: string): object {
  const question = { path: control, control, label, type: "one-of", asked: true, required: true, locked: false };
  const questions = [{ ...question, ...(value !== undefined && { value }), options }];
  return { address, title: label, questions, done: value !== undefined, token };
}

/** One question that is no question of the text. */
export interface Choice {
  readonly control: string;
  readonly label: string;
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The list of a repeat. */
export function listAsJson({ address, title, items, fixed }: JourneyRepeat, token: string): object {
  const shown = items.map((item) => ({
    id: item.id,
    title: item.title,
    address: item.address,
    complete: item.complete,
  }));
  return { address, title, items: shown, fixed, token };
}

/** What will be sent, and what has to be declared or signed with it. */
export function checkAsJson(journey: Journey, token: string): object {
  const groups = checkAnswers(journey).groups.map(({ title, rows }) => ({
    title,
    rows: rows.map(({ path, label, lines }) => ({ path, label, lines: lines.map(({ text }) => text) })),
  }));
  const confirmations = journey.closing
    .flatMap((page) => confirmationsOf(page.parts))
    .filter(({ asked }) => asked)
    .map((part) => ({ control: part.path, statement: part.kind === "declaration" ? part.statement : part.path }));
  return { groups, confirmations, token };
}

/** What the applicant's page of a sent case says. */
export interface StatusView {
  readonly one: Case;
  readonly service: string;
  readonly version: number;
  readonly summary: Summary;
  readonly rights: readonly OpenRight[];
  readonly steps: readonly TimelineStep[];
  readonly token: string;
}

export function statusAsJson({ one, service, version, summary, rights, steps, token }: StatusView): object {
  const { payment } = summary;
  const isGone = one.deleted?.some(({ paths }) => paths.length === 0) === true;
  return {
    number: one.number,
    service,
    version,
    title: summary.title,
    turn: summary.turn,
    status: summary.status,
    sentOn: summary.sentOn,
    ...(summary.promised && { promisedOn: summary.promised.date }),
    ...(summary.decidedOn && { decidedOn: summary.decidedOn }),
    ...(one.place.kind === "outcome" && one.refusalReason && { refusalReason: one.refusalReason }),
    ...(summary.question && { question: summary.question.question }),
    ...(payment && {
      payment: {
        amount: payment.amount,
        currency: payment.currency,
        ...(payment.payAddress && { payAt: payment.payAddress }),
      },
    }),
    ...(summary.licence && { licence: summary.licence.id }),
    rights: rights.map(({ name, label, href, until }) => ({ name, label, address: href, ...(until && { until }) })),
    steps: steps.map(({ state, title, when }) => ({ state, title, ...(when && { when }) })),
    files: filesOfCase(one).map(({ id, name }) => ({ id, name, address: `/applications/${one.number}/files/${id}` })),
    application: isGone ? null : one.answers,
    token,
  };
}

/** One page of the work list. */
export function workAsJson(
  items: readonly WorkItem[],
  { page, pages, matching, token }: Readonly<Record<"page" | "pages" | "matching", number> & { token: string }>,
): object {
  const shown = items.map(({ number, taskId, applicant, service, stage, due, claimedBy, isMine, urgent }) => ({
    number,
    taskId,
    applicant,
    service,
    stage,
    due: due.words,
    ...(claimedBy && { claimedBy }),
    isMine,
    ...(urgent && { urgent }),
  }));
  return { items: shown, page, pages, matching, token };
}

/** A case as the officer's roles may see it. */
export function caseAsJson(view: CaseView): object {
  const { number, title, version, status, claim, groups, actions, notOpen, history, token } = view;
  return {
    number,
    title,
    version,
    status,
    ...(claim.task && { task: claim.task }),
    canClaim: claim.canClaim,
    canRelease: claim.canRelease,
    facts: groups.map((group) => ({
      title: group.title,
      rows: group.rows.map(({ label, lines }) => ({ label, lines: lines.map(({ text }) => text) })),
    })),
    actions: actions.map(({ name, label, withReason }) => ({ name, label, withReason })),
    notOpen: notOpen.map(({ what, why }) => ({ what, why })),
    history: history.map(({ title: what, detail, when }) => ({ title: what, ...(detail && { detail }), when })),
    token,
  };
}
