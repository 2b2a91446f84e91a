// Every condition of a service that decides whether something is shown, taken or paid, with the place it stands at and the
// conditions around it. Lists them; proves nothing.

import type { Datum, Model } from "../../model/model.ts";
import type { Action, Expression, Field, Part, Right, RuleId, Stage, Step } from "../../model/shapes.ts";
import type { Line, Span } from "../../syntax/tree.ts";
import { afterForm, type FormPlaces } from "./form-places.ts";

/** One condition with all that must be so before it is looked at. */
export interface Guard {
  /** "The question partner-pay", "This exception". */
  readonly thing: string;
  /** "be shown", "apply". */
  readonly happen: string;
  readonly condition: Expression;
  readonly at: Span;
  /** Must be yes too. */
  readonly around: readonly Expression[];
  /** Must not be yes: earlier exceptions. */
  readonly before: readonly Earlier[];
  readonly turn: number;
  /** Dotted paths of the questions that are not asked when it is never yes. */
  readonly questions: readonly string[];
  /** A condition that is always yes is worth a word: not for the last of several ways. */
  readonly mayBeAlways: boolean;
  /** The list of a choice. */
  readonly list?: string;
}

/** A condition that comes first, with the line it stands on. */
export interface Earlier {
  readonly condition: Expression;
  readonly at: Span;
}

interface Around {
  readonly around: readonly Expression[];
  readonly turn: number;
}

export function findGuards(model: Model, places: FormPlaces): Guard[] {
  const guards: Guard[] = [];
  const seen = new Set<RuleId>();
  const add = (
    id: RuleId | undefined,
    thing: string,
    happen: string,
    inside: Around,
    questions: readonly string[],
    list?: string,
  ): void => {
    for (const own of openedUp(model, id)) {
      const rule = model.rules.get(own);
      if (!rule || rule.broken || seen.has(own)) continue;
      seen.add(own);
      guards.push({
        thing,
        happen,
        condition: { op: "rule", id: own },
        at: rule.at,
        around: inside.around.filter((one) => one.op !== "rule" || one.id !== own),
        before: [],
        turn: inside.turn,
        questions,
        mayBeAlways: true,
        ...(list !== undefined && { list }),
      });
    }
  };
  /** By list: around each question that offers its choices. */
  const offered = new Map<string, Around[]>();
  const within = (inside: Around, id: RuleId | undefined): Around => ({
    ...inside,
    around: [...inside.around, ...openedUp(model, id).map((own): Expression => ({ op: "rule", id: own }))],
  });
  const ofField = (field: Field, inside: Around): void => {
    add(field.showWhen, `The question ${field.name}`, "be shown", inside, [field.path.join(".")]);
    const own = within(inside, field.showWhen);
    // The condition may read the answer itself: it counts as given.
    const answered = { ...own, turn: own.turn + 0.5 };
    add(field.requiredWhen, `The answer to ${field.name}`, "be required", own, []);
    for (const warning of field.warnings ?? [])
      add(warning.when, `This warning about ${field.name}`, "be shown", answered, []);
    for (const { when } of field.worded ?? []) add(when, `This wording of ${field.name}`, "be shown", own, []);
    const list = field.type.list;
    if (list !== undefined) offered.set(list, [...(offered.get(list) ?? []), own]);
  };
  const ofPart = (part: Part, inside: Around): void => {
    if (part.kind === "field") ofField(part, inside);
    if (part.kind === "group") {
      add(part.showWhen, `The group ${part.name}`, "be shown", inside, questionsOf(part.parts));
      for (const one of part.parts) ofPart(one, within(inside, part.showWhen));
    }
    if (part.kind === "declaration")
      add(part.showWhen, `The declaration ${part.name}`, "be shown", inside, [part.path.join(".")]);
    if (part.kind === "guidance" || part.kind === "warning" || part.kind === "help")
      add(part.showWhen, `This ${part.kind}`, "be shown", inside, []);
  };
  const ofStep = (step: Step, inside: Around): void => {
    if (step.kind === "fetch") return;
    const here = { ...inside, turn: places.turnOf.get(step) ?? inside.turn };
    const what = step.kind === "page" ? pageWords(step.parts, step.name) : `The ${step.kind} ${step.name}`;
    add(step.showWhen, what, "be shown", here, step.kind === "page" ? questionsOf(step.parts) : []);
    const own = within(here, step.showWhen);
    if (step.kind === "page") for (const part of step.parts) ofPart(part, own);
    if (step.kind === "repeat" || step.kind === "for-each") for (const inner of step.steps) ofStep(inner, own);
  };
  const start: Around = { around: [], turn: 0 };
  for (const step of model.eligibility?.steps ?? []) ofStep(step, start);
  for (const section of model.sections) {
    const [first] = section.steps;
    const turn = (first && places.turnOf.get(first)) ?? 0;
    const questions = section.steps.flatMap((step) => (step.kind === "page" ? questionsOf(step.parts) : []));
    add(section.showWhen, `The section ${section.name}`, "be shown", { around: [], turn }, questions);
    for (const step of section.steps) ofStep(step, within({ around: [], turn }, section.showWhen));
  }
  for (const [list, questions] of offered)
    for (const option of model.lists[list]?.options ?? [])
      add(option.showWhen, `The choice ${option.value}`, "be shown", aroundAny(questions), [], list);
  guards.push(...ofRules(model), ...ofRoute(model));
  return guards;
}

/** Around one of several: the first place of theirs, where least is known. */
function aroundAny(places: readonly Around[]): Around {
  const [only] = places;
  if (only && places.length === 1) return only;
  const parts = places.map(({ around }): Expression => ({ op: "and", parts: [...around] }));
  return { around: [{ op: "or", parts }], turn: Math.min(...places.map(({ turn }) => turn)) };
}

/** A page without a name of its own is its question. */
function pageWords(parts: readonly Part[], name: string): string {
  const [only] = parts;
  return only?.kind === "field" && parts.length === 1 ? `The question ${only.name}` : `The page ${name}`;
}

function questionsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === "group") return questionsOf(part.parts);
    return part.kind === "field" || part.kind === "declaration" ? [part.path.join(".")] : [];
  });
}

/** A rule that only joins the conditions of what stands around is opened up into them. */
function openedUp(model: Model, id: RuleId | undefined): RuleId[] {
  const rule = id === undefined ? undefined : model.rules.get(id);
  if (id === undefined || !rule) return [];
  const { expression } = rule;
  const parts = expression.op === "and" ? expression.parts : [];
  const joins = parts.length > 0 && parts.every((part) => part.op === "rule" && isUnnamed(model, part.id));
  return joins ? parts.flatMap((part) => (part.op === "rule" ? openedUp(model, part.id) : [])) : [id];
}

function isUnnamed(model: Model, id: RuleId): boolean {
  return model.rules.get(id)?.name === undefined;
}

/** Of more exceptions in one calculation nothing is proved: each would have to be compared with all others. */
export const mostExceptions = 200;

/** Exceptions of calculations, and decisions. */
function ofRules(model: Model): Guard[] {
  const data = dataByRule(model);
  return [...model.rules.values()].flatMap((rule) => {
    if (rule.broken || rule.name === undefined) return [];
    const { line, at } = data.get(rule.id) ?? {};
    const guard = { around: [], before: [], turn: afterForm, questions: [], mayBeAlways: true };
    if (rule.form === "decide") {
      const condition: Expression = { op: "rule", id: rule.id };
      return [
        {
          ...guard,
          thing: `The decision ${rule.name}`,
          happen: "be yes",
          condition,
          at: at ?? rule.at,
        },
      ];
    }
    const lines = line ? exceptLines(line) : [];
    const cases = exceptionsIn(rule.expression)?.cases ?? [];
    return cases.flatMap((one, index) => {
      const except = lines[index];
      if (!except || lines.length !== cases.length || cases.length > mostExceptions) return [];
      const before = cases.slice(0, index).map(({ when }, at) => ({ condition: when, at: (lines[at] ?? except).span }));
      return [{ ...guard, thing: "This exception", happen: "apply", condition: one.when, before, at: except.span }];
    });
  });
}

/** The exceptions of a calculation, under its limits and its rounding. */
export function exceptionsIn(expression: Expression): (Expression & { op: "exceptions" }) | undefined {
  if (expression.op === "exceptions") return expression;
  return expression.op === "bounded" || expression.op === "rounded" ? exceptionsIn(expression.value) : undefined;
}

/** The `except` lines below a calculation. */
export function exceptLines(line: Line): Line[] {
  return line.children.filter((child) => child.form === "except <e> when <c>");
}

/** What each rule works out, in one pass: a long service has thousands of rules. */
export function dataByRule(model: Model): Map<RuleId, Datum> {
  const found = new Map<RuleId, Datum>();
  for (const datum of model.data) if (datum.rule !== undefined && !found.has(datum.rule)) found.set(datum.rule, datum);
  return found;
}

/** The line a named rule is written on. */
export function lineOfRule(model: Model, id: RuleId): Line | undefined {
  return model.data.find((datum) => datum.rule === id)?.line;
}

/** What people can do and are asked in stages, what is skipped, and what becomes of a licence. Ways out are proved by the route's own checks. */
function ofRoute(model: Model): Guard[] {
  const of = (id: RuleId | undefined, thing: string, happen: string): Guard[] => {
    const rule = id === undefined ? undefined : model.rules.get(id);
    if (!rule || rule.broken) return [];
    const condition: Expression = { op: "rule", id: rule.id };
    const place = { turn: afterForm, questions: [], around: [], before: [], mayBeAlways: true };
    return [{ ...place, thing, happen, condition, at: rule.at }];
  };
  const ofAction = ({ name, when, questions }: Action): Guard[] => [
    ...of(when, `The action ${name}`, "be chosen"),
    ...questions.flatMap(ofField),
  ];
  const ofField = ({ name, showWhen, requiredWhen, warnings, worded }: Field): Guard[] => [
    ...of(showWhen, `The question ${name}`, "be shown"),
    ...of(requiredWhen, `The answer to ${name}`, "be required"),
    ...(warnings ?? []).flatMap(({ when }) => of(when, `This warning about ${name}`, "be shown")),
    ...(worded ?? []).flatMap(({ when }) => of(when, `This wording of ${name}`, "be shown")),
  ];
  const ofRights = (rights: readonly Right[]): Guard[] =>
    rights.flatMap(({ name, when }) => of(when, `What applicants can do, ${name},`, "be chosen"));
  const ofStage = ({ name, skipWhen, actions, questions, secondApproval, checks = [] }: Stage): Guard[] => [
    ...of(skipWhen, `The stage ${name}`, "be skipped"),
    ...actions.flatMap(ofAction),
    ...questions.flatMap(ofField),
    ...of(secondApproval?.when, `The second approval in stage ${name}`, "be asked for"),
    ...checks.flatMap((check) => [
      ...of(check.skipWhen, `The check ${check.name}`, "be skipped"),
      ...check.actions.flatMap(ofAction),
      ...check.questions.flatMap(ofField),
    ]),
  ];
  const licences = Object.entries(model.credentials).flatMap(([name, { revokeWhen, suspendWhen }]) => [
    ...of(revokeWhen, `The licence ${name}`, "be revoked"),
    ...of(suspendWhen, `The licence ${name}`, "be suspended"),
  ]);
  return [
    ...of(model.route?.urgentWhen, "A case", "be urgent"),
    ...ofRights(model.route?.rights ?? []),
    ...(model.route?.stages ?? []).flatMap(ofStage),
    ...model.outcomes.flatMap(({ rights }) => ofRights(rights)),
    ...licences,
  ];
}
