// Every question whose answer leaves with an application, in the order it is asked, with all conditions it hangs on.
// Reads the compiled service only.
import type { Declaration, Field, ForEach, Group, Page, Part, Repeat, RuleId, Service, Step } from "#contract";

/** One question or declaration. */
export interface Question {
  readonly part: Field | Declaration;
  /** From the application's top, or from the item of the repeat it stands in. */
  readonly path: readonly string[];
  /** Its own `show when` and those of its group, page, section and repeat. */
  readonly when: readonly RuleId[];
  /** The title of the included set it belongs to. */
  readonly set?: Page["set"];
}

/** Where the box instead of the answer and the way a file comes stand, in the question's own record. */
export function besidePaths({ part, path }: Question): {
  readonly instead?: readonly string[];
  readonly how?: readonly string[];
} {
  if (part.kind !== "field") return {};
  const around = path.slice(0, -1);
  return {
    ...(part.instead && { instead: [...around, part.instead.path.at(-1) ?? ""] }),
    ...(part.canBe && { how: [...around, `${path.at(-1)}How`] }),
  };
}

/** The questions of one record: the application, or an item of a repeat. */
export interface Questions {
  readonly own: Question[];
  readonly repeats: Listed<Repeat>[];
  /** Choices gone round: a list whose items have the choice as their id. */
  readonly rounds: Listed<ForEach>[];
}

interface Listed<Of> {
  readonly of: Of;
  readonly when: readonly RuleId[];
  readonly inside: Questions;
}

/** All questions of a service. */
export function collectQuestions(service: Pick<Service, "eligibility" | "sections">): Questions {
  const all = noQuestions();
  collectSteps(service.eligibility?.steps ?? [], [], 0, all);
  for (const section of service.sections) collectSteps(section.steps, whens(section), 0, all);
  return all;
}

function noQuestions(): Questions {
  return { own: [], repeats: [], rounds: [] };
}

function whens({ showWhen }: { readonly showWhen?: RuleId }): RuleId[] {
  return showWhen === undefined ? [] : [showWhen];
}

function collectSteps(steps: readonly Step[], when: readonly RuleId[], depth: number, into: Questions): void {
  for (const step of steps) {
    if (step.kind === "page") collectParts(step.parts, step, [...when, ...whens(step)], depth, into);
    if (step.kind === "repeat") {
      const inside = noQuestions();
      into.repeats.push({ of: step, when: [...when, ...whens(step)], inside });
      collectSteps(step.steps, [], depth + listOf(step).length, inside);
    }
    if (step.kind === "for-each") collectRound(step, [...when, ...whens(step)], depth, into);
  }
}

/** Where the items stand in the record around. */
export function listOf(repeat: Pick<Repeat, "key" | "within">): readonly string[] {
  return [...(repeat.within ?? []), repeat.key];
}

/** Questions gone round for the items of a repeat join those items; their conditions stand outside them. */
function collectRound(step: ForEach, when: readonly RuleId[], depth: number, into: Questions): void {
  const repeat = step.choices ? undefined : into.repeats.find(({ of }) => listOf(of).join(".") === step.list.join("."));
  if (repeat) {
    collectSteps(step.steps, when, depth + step.list.length, repeat.inside);
    return;
  }
  const known = into.rounds.find(({ of }) => of.list.join(".") === step.list.join("."));
  const inside = known?.inside ?? noQuestions();
  if (!known) into.rounds.push({ of: step, when, inside });
  // Gone round a second time under other conditions: what holds there is said at each question.
  collectSteps(step.steps, known ? when : [], depth + 1, inside);
}

/** `depth`: how many keys of a path name the repeats around it. */
function collectParts(
  parts: readonly Part[],
  page: Page,
  when: readonly RuleId[],
  depth: number,
  into: Questions,
): void {
  for (const part of parts) {
    if (part.kind === "group") collectParts(groupParts(part), page, [...when, ...whens(part)], depth, into);
    if (part.kind !== "field" && part.kind !== "declaration") continue;
    const question = { part, path: part.path.slice(depth), when: [...when, ...whens(part)] };
    into.own.push(page.set ? { ...question, set: page.set } : question);
  }
}

function groupParts(group: Group): readonly Part[] {
  return group.parts;
}
