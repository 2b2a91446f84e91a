// Emits dependencies.json: what each question, rule and way out of the route reads, and for each fact who reads it. For impact questions
// ("what changes when this answer changes?") and for programs that work out again only what must be.
import type { Expression, Field, Part, Service, Step } from "#contract";
import { partsOf } from "#support/rule-items.ts";

/** Facts are dotted paths as in `names`; an answer of the items of a list follows the list: members.pay. */
export interface Dependencies {
  readonly rules: Readonly<Record<string, Reads>>;
  /** By the question's path: everything that decides whether and how it is asked, and what is said at it. */
  readonly fields: Readonly<Record<string, Reads>>;
  readonly exits: readonly (Reads & { readonly from: string; readonly goTo: string; readonly rule: string })[];
  /** The other way round: who reads a fact. */
  readonly facts: Readonly<Record<string, Readers>>;
}

/** What something reads: facts, also through rules; the rules it names itself; days that are no facts. */
export interface Reads {
  readonly reads: readonly string[];
  readonly through?: readonly string[];
  readonly days?: readonly ("today" | "dateApplied")[];
}

/** Paths of questions, ids of rules, and ways out as "from → to". */
export interface Readers {
  readonly fields: readonly string[];
  readonly rules: readonly string[];
  readonly exits: readonly string[];
}

/** The table of a service: the same for the same service. */
export function emitDependencies(service: Service): Dependencies {
  const rules = Object.fromEntries(Object.keys(service.rules).map((id) => [id, readsOfRule(service, id)]));
  const fields = fieldsOf(service);
  const exits = exitsOf(service);
  return { rules, fields, exits, facts: readersOf(rules, fields, exits) };
}

function readsOfRule(service: Service, id: string): Reads {
  const rule = service.rules[id];
  if (!rule) return { reads: [] };
  return readsOf(service, rule.reads, namedIn(rule.expression), [id]);
}

/** Days are read through rules as facts are. */
function readsOf(
  service: Service,
  reads: readonly string[],
  through: readonly string[],
  rules: readonly string[],
): Reads {
  const days = new Set(rules.flatMap((id) => [...daysIn(service, id, new Set())]));
  return {
    reads: [...new Set(reads)].sort(),
    ...(through.length > 0 && { through: [...new Set(through)].sort() }),
    ...(days.size > 0 && { days: [...days].sort() }),
  };
}

function namedIn(expression: Expression): string[] {
  const own = expression.op === "rule" ? [expression.id] : [];
  return [...own, ...partsOf(expression).flatMap(({ part }) => namedIn(part))];
}

function daysIn(service: Service, id: string, seen: Set<string>): Set<"today" | "dateApplied"> {
  const found = new Set<"today" | "dateApplied">();
  const visit = (expression: Expression): void => {
    if (expression.op === "today") found.add("today");
    if (expression.op === "date-applied" || expression.op === "dated") found.add("dateApplied");
    if (expression.op === "rule") for (const day of daysIn(service, expression.id, seen)) found.add(day);
    for (const { part } of partsOf(expression)) visit(part);
  };
  const rule = service.rules[id];
  if (rule && !seen.has(id)) {
    seen.add(id);
    visit(rule.expression);
  }
  return found;
}

/** Rules that a part of the form names, in its conditions and in braces of its words. */
function rulesAt(service: Service, part: unknown): string[] {
  const text = JSON.stringify(part);
  const named = Object.keys(service.rules).filter((id) => text.includes(`:${JSON.stringify(id)}`));
  const filled = Object.entries(service.fills).flatMap(([words, { rule }]) =>
    rule !== undefined && text.includes(`{${words}}`) ? [rule] : [],
  );
  return [...named, ...filled];
}

/** Facts that stand in braces of a part's words by themselves. */
function factsAt(service: Service, part: unknown): string[] {
  const text = JSON.stringify(part);
  return Object.entries(service.fills).flatMap(([words, { path }]) =>
    path && text.includes(`{${words}}`) ? [path.join(".")] : [],
  );
}

/** A question reads what it says itself, and what decides over the group, page, list and section around it. */
function fieldsOf(service: Service): Record<string, Reads> {
  const found: Record<string, Reads> = {};
  const add = (field: Field, { parts: around, reads: placed }: Around): void => {
    const list = field.type.list === undefined ? undefined : service.lists[field.type.list];
    const parts = [...around, field, ...(list ? [list] : [])];
    const rules = parts.flatMap((part) => rulesAt(service, part));
    const filled = field.prefill ? [field.prefill.from.join(".")] : [];
    const fetched = field.choicesFrom ? [field.choicesFrom.path.join(".")] : [];
    const reads = rules.flatMap((id) => service.rules[id]?.reads ?? []);
    const facts = parts.flatMap((part) => factsAt(service, part));
    const path = field.path.join(".");
    const all = readsOf(service, [...placed, ...reads, ...facts, ...filled, ...fetched], rules, rules);
    // What can stand instead of the answer, and how a file comes, are asked with it.
    for (const one of [path, field.instead?.path.join("."), field.canBe && `${path}How`])
      if (one !== undefined) found[one] = all;
  };
  const visitParts = (parts: readonly Part[], place: Around): void => {
    for (const part of parts) {
      if (part.kind === "field") add(part, place);
      else if (part.kind === "group") visitParts(part.parts, inside(place, part));
    }
  };
  const visitSteps = (steps: readonly Step[], place: Around): void => {
    for (const step of steps) {
      if (step.kind === "page") visitParts(step.parts, inside(place, step));
      else if (step.kind === "repeat")
        visitSteps(step.steps, inItems(inside(place, step), [...(step.within ?? []), step.key].join(".")));
      else if (step.kind === "for-each")
        visitSteps(step.steps, inItems(inside(place, step), step.choices?.of ?? step.list.join(".")));
    }
  };
  visitSteps(service.eligibility?.steps ?? [], { parts: [], reads: [] });
  for (const section of service.sections) visitSteps(section.steps, inside({ parts: [], reads: [] }, section));
  return found;
}

/** What stands around a question: conditions, and facts that decide which items there are. */
interface Around {
  readonly parts: readonly unknown[];
  readonly reads: readonly string[];
}

function inside(place: Around, { showWhen }: { readonly showWhen?: string }): Around {
  return showWhen === undefined ? place : { ...place, parts: [...place.parts, { showWhen }] };
}

function inItems(place: Around, list: string): Around {
  return { ...place, reads: [...place.reads, list] };
}

function exitsOf(service: Service): Dependencies["exits"] {
  const stages = service.route?.stages ?? [];
  return stages.flatMap(({ name, exits }) =>
    exits.map(({ when, and, goTo }) => {
      const rules = and === undefined ? [when] : [when, and];
      const reads = rules.flatMap((id) => service.rules[id]?.reads ?? []);
      return { from: name, goTo, rule: when, ...readsOf(service, reads, rules, rules) };
    }),
  );
}

function readersOf(
  rules: Dependencies["rules"],
  fields: Dependencies["fields"],
  exits: Dependencies["exits"],
): Dependencies["facts"] {
  const found = new Map<string, { fields: string[]; rules: string[]; exits: string[] }>();
  const note = (kind: keyof Readers, name: string, { reads }: Reads): void => {
    for (const fact of reads) {
      const readers = found.get(fact) ?? { fields: [], rules: [], exits: [] };
      found.set(fact, readers);
      readers[kind].push(name);
    }
  };
  for (const [path, reads] of Object.entries(fields)) note("fields", path, reads);
  for (const [id, reads] of Object.entries(rules)) note("rules", id, reads);
  for (const exit of exits) note("exits", `${exit.from} → ${exit.goTo}`, exit);
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
