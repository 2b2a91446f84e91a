// Every question whose answer leaves with an application, in the order it is asked, with all conditions it hangs on.
// Reads the compiled service only.
import type { Declaration, Field, Group, Page, Part, Repeat, RuleId, Service, Step } from "#contract";

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

/** The questions of one record: the application, or an item of a repeat. */
export interface Questions {
  readonly own: Question[];
  readonly repeats: { readonly repeat: Repeat; readonly when: readonly RuleId[]; readonly inside: Questions }[];
}

/** All questions of a service. */
export function collectQuestions(service: Pick<Service, "eligibility" | "sections">): Questions {
  const all: Questions = { own: [], repeats: [] };
  collectSteps(service.eligibility?.steps ?? [], [], 0, all);
  for (const section of service.sections) collectSteps(section.steps, whens(section), 0, all);
  return all;
}

function whens({ showWhen }: { readonly showWhen?: RuleId }): RuleId[] {
  return showWhen === undefined ? [] : [showWhen];
}

function collectSteps(steps: readonly Step[], when: readonly RuleId[], depth: number, into: Questions): void {
  for (const step of steps) {
    if (step.kind === "page") collectParts(step.parts, step, [...when, ...whens(step)], depth, into);
    if (step.kind === "repeat") {
      const inside: Questions = { own: [], repeats: [] };
      into.repeats.push({ repeat: step, when: [...when, ...whens(step)], inside });
      collectSteps(step.steps, [], depth + 1, inside);
    }
  }
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
