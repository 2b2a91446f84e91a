// FW422 over several questions: demands and limits tie answers together, and for some people no answers to the later ones meet them
// all. Looked at for each group of questions that are tied together, from its last two questions back to the answer with which it begins.
import type { Fix } from "../../diagnostics/problem.ts";
import type { Datum } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { RuleId } from "../../model/shapes.ts";
import type { Span } from "../../syntax/tree.ts";
import { nameOfFact } from "../proof/facts.ts";
import type { Gate } from "../proof/form-places.ts";
import { allOf, always, type Formula, implies } from "../proof/formula.ts";
import type { Prover, Provers } from "../proof/prove.ts";
import { isAnswered, limitSpans, spanOf } from "./nobody-can-continue.ts";
import type { Undecided } from "./not-decided.ts";
import { type Limited, whoIsStoppedTogether } from "./who-is-stopped.ts";

/** Questions that hang together, in the order in which they are asked. */
interface Group {
  readonly questions: readonly Datum[];
  /** Its demands, each with the last answer that it names. */
  readonly last: ReadonlyMap<Gate, Datum>;
  /** Questions of it whose limits speak of another answer. */
  readonly limited: readonly Datum[];
}

/** Somebody who is stopped, by what, and what that is about. */
export interface StoppedTogether {
  readonly reason: string;
  readonly spans: readonly Span[];
  readonly fixes: readonly Fix[];
}

/** More demands than this are not looked at together. */
const mostTied = 16;

/** From so many questions back a group is looked at: the person who is stopped there has said all that came before. */
const mostBack = 8;

/** Groups in which somebody is told already are passed over: one mistake, one message. */
export function findStoppedTogether(
  provers: Provers,
  isTold: (span: Span) => boolean,
  undecided: Undecided[],
): StoppedTogether[] {
  const groups = groupsOf(provers).filter((group) => !spansOf(provers, group).some(isTold));
  return groups.flatMap((group) => earliest(provers, group, undecided) ?? []);
}

/** Whoever is stopped by what they said first is stopped later too: as long as somebody is, fewer answers are taken as given. */
function earliest(provers: Provers, group: Group, undecided: Undecided[]): StoppedTogether | undefined {
  let found: StoppedTogether | undefined;
  const last = group.questions.length - 2;
  for (let from = last; from >= Math.max(1, last - mostBack); from--) {
    const stopped = stoppedFrom(provers, group, from);
    if (stopped === "open") {
      const [span] = spansOf(provers, group);
      if (!found && span) undecided.push({ what: "whether everybody can meet these demands together", at: span });
      return found;
    }
    if (!stopped) return found;
    found = stopped;
  }
  return found;
}

/** Whether somebody who answered the questions before this one finds no answers to it and all later ones. */
function stoppedFrom(provers: Provers, group: Group, from: number): StoppedTogether | "open" | undefined {
  const { model } = provers;
  const later = group.questions.slice(from);
  const [first] = later;
  if (!first) return undefined;
  const limited = limitedFrom(provers, group, later);
  const own = later.filter((datum) => group.limited.includes(datum));
  const byLimits = own.length > 0 ? whoIsStoppedTogether(limited, []) : undefined;
  if (byLimits === "open") return "open";
  if (byLimits) {
    const names = later.map(({ said }) => said);
    const spans = later.flatMap((datum) => limitsOf(provers, datum));
    return {
      reason: `No answers to ${names.join(" and ")} are allowed when ${byLimits.person}`,
      spans,
      fixes: byLimits.fixes,
    };
  }
  const gates = [...group.last].flatMap(([gate, datum]) => (later.includes(datum) ? [gate] : []));
  if (gates.length < 2) return undefined;
  if (gates.length > mostTied) return "open";
  const stopped = whoIsStoppedTogether(limited, gates.map(limited.prover.passes));
  if (stopped === "open" || !stopped) return stopped;
  const spans = stopped.demands.flatMap((index) => spanOf(model, gates[index] ?? { turn: 0 }) ?? []);
  const reason = `These demands cannot be met together when ${stopped.person}`;
  return { reason, spans, fixes: stopped.fixes };
}

function limitedFrom(provers: Provers, group: Group, later: readonly Datum[]): Limited {
  const { places, at } = provers;
  const turns = later.map((datum) => places.turns.get(dottedOf(datum)) ?? 0);
  const prover = at({ turn: Math.max(...turns) + 0.5 });
  const isBefore = (gate: Gate) => {
    const last = group.last.get(gate);
    return last ? !later.includes(last) : gate.turn < Math.min(...turns);
  };
  return {
    own: new Set(later.map(({ path, item }) => nameOfFact(path, item?.key))),
    prover,
    places,
    isAsked: always,
    isThere: allOf(later.map((datum) => whereNeeded(provers, prover, datum))),
    before: [...places.gates, ...places.itemGates].filter(isBefore),
  };
}

/** There is an answer where there has to be one. */
function whereNeeded({ places }: Provers, { t }: Prover, datum: Datum): Formula {
  const field = places.fields.get(dottedOf(datum));
  if (!field || field.optional || field.instead !== undefined || field.canBe !== undefined) return always;
  const needs = field.requiredWhen === undefined ? always : t.yes({ op: "rule", id: field.requiredWhen });
  return implies(allOf([t.isAsked(datum), needs]), isAnswered(t, datum));
}

function spansOf(provers: Provers, { last, limited }: Group): Span[] {
  const ofGates = [...last.keys()].flatMap((gate) => spanOf(provers.model, gate) ?? []);
  return [...ofGates, ...limited.flatMap((datum) => limitsOf(provers, datum))];
}

function limitsOf({ model, places }: Provers, datum: Datum): Span[] {
  return limitSpans(model, places.fields.get(dottedOf(datum)));
}

/** Questions that a demand, or the limit of one of them, names together; groups that two questions or fewer make are looked at one by one. */
function groupsOf({ model, places, told }: Provers): Group[] {
  const byPath = new Map(model.data.map((datum) => [dottedOf(datum), datum]));
  const named = (rule: RuleId, isInItem: boolean) =>
    [...factsRead(model, { op: "rule", id: rule })].flatMap((path) => {
      const datum = places.fields.has(path) && !told.fields.has(path) ? byPath.get(path) : undefined;
      return datum && (isInItem || !datum.item) ? [datum] : [];
    });
  const groupOf = new Map<Datum, Set<Datum>>();
  const tie = (data: readonly Datum[]): void => {
    const all = new Set(data.flatMap((datum) => [...(groupOf.get(datum) ?? [datum])]));
    for (const datum of all) groupOf.set(datum, all);
  };
  const lastOf = new Map<Gate, Datum>();
  const of = (gates: readonly Gate[], isInItem: boolean): void => {
    for (const gate of gates) {
      const rule = gate.demand && model.rules.get(gate.demand.rule);
      if (!rule || rule.broken) continue;
      const data = named(rule.id, isInItem);
      const last = inOrder(data).at(-1);
      if (last) lastOf.set(gate, last);
      tie(data);
    }
  };
  of(places.gates, false);
  of(places.itemGates, true);
  const limited = new Set<Datum>();
  for (const [path, field] of places.fields) {
    const own = byPath.get(path);
    if (!own || told.fields.has(path) || !field.musts) continue;
    const others = field.musts.flatMap(({ rule }) => named(rule, own.item !== undefined)).filter((one) => one !== own);
    if (others.length > 0) limited.add(own);
    tie([own, ...others]);
  }
  return [...new Set(groupOf.values())].flatMap((questions): Group[] => {
    const last = new Map([...lastOf].filter(([, datum]) => questions.has(datum)));
    const own = [...limited].filter((datum) => questions.has(datum));
    const isWorthALook = questions.size > 2 && last.size + own.length > 1;
    return isWorthALook ? [{ questions: inOrder([...questions]), last, limited: own }] : [];
  });
}

function inOrder(data: readonly Datum[]): Datum[] {
  return data.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
}
