// FW422: some people, whom it can name, find no answer that is accepted: what they said before rules out every one. What stops
// everybody is FW416, and told first. A page with no way on, a demand or a limit before it is a way out: whom it stops does not come here.
// One demand alone that stops people is meant to, with the limits of what it names; two that can each be met, and never both, are not, nor is
// one that asks for an answer that the limits of the question never allow.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import type { Span } from "../../syntax/tree.ts";
import { nameOfFact } from "../proof/facts.ts";
import type { Gate } from "../proof/form-places.ts";
import { allOf, always, anyOf, opposite } from "../proof/formula.ts";
import type { Provers } from "../proof/prove.ts";
import { onceForEachPlace } from "./each-include.ts";
import { hiddenChoices, isAnswered, limitSpans, spanOf } from "./nobody-can-continue.ts";
import type { Undecided } from "./not-decided.ts";
import { notComparable, readsUnread } from "./not-looked-into.ts";
import { findStoppedTogether } from "./stopped-together.ts";
import { type Limited, someAnswer, whoIsStopped } from "./who-is-stopped.ts";

export function checkSomeCannotContinue(provers: Provers): { problems: Problem[]; undecided: Undecided[] } {
  const undecided: Undecided[] = [];
  const lastOf = lastAnswers(provers);
  const found = provers.model.data.flatMap((datum) => stoppedAt(provers, datum, lastOf, undecided));
  const isTold = ({ file, start }: Span) =>
    found.some(({ at, related }) =>
      [at, ...related.map(({ span }) => span)].some((one) => one.file === file && one.start === start),
    );
  const together = findStoppedTogether(provers, isTold, undecided);
  const more = together.flatMap(({ reason, spans: [span, ...others], fixes }) =>
    span ? [problemAt(reason, span, others, fixes)] : [],
  );
  return { problems: onceForEachPlace([...found, ...more]), undecided };
}

function stoppedAt(provers: Provers, datum: Datum, lastOf: LastAnswers, undecided: Undecided[]): Problem[] {
  const { model, places, at, told } = provers;
  const dotted = dottedOf(datum);
  const [field, turn] = [places.fields.get(dotted), places.turns.get(dotted)];
  if (!field || turn === undefined || told.fields.has(dotted)) return [];
  // A box, or a way a file comes, may stand instead of the answer.
  if (field.optional || field.instead !== undefined || field.canBe !== undefined) return [];
  const hidden = hiddenChoices(model, field).flatMap(({ showWhen }) =>
    showWhen === undefined ? [] : (model.rules.get(showWhen)?.at ?? []),
  );
  const limits = [...limitSpans(model, field), ...hidden];
  const together = lastOf.by.get(datum) ?? [];
  if (limits.length === 0 && together.length < 2) return [];
  const prover = at({ turn: turn + 0.5 });
  const { t, gates } = prover;
  const needsAnswer = field.requiredWhen === undefined ? always : t.yes({ op: "rule", id: field.requiredWhen });
  const isLater = (gate: Gate) => (lastOf.of.get(gate)?.order ?? 0) >= (datum.order ?? 0);
  const limited: Limited = {
    own: new Set([nameOfFact(datum.path, datum.item?.key)]),
    prover,
    places,
    isAsked: allOf([t.isAsked(datum), needsAnswer]),
    isThere: isAnswered(t, datum),
    before: [...gates, ...places.itemGates].filter(
      (gate) => gate.turn < turn || (lastOf.of.has(gate) && gate.demand !== undefined && !isLater(gate)),
    ),
  };
  const found = ofLimits(limited, datum, limits, undecided);
  if (found.length > 0) return found;
  const ofAll = ofDemands(model, limited, together, undecided);
  if (ofAll.length > 0 || limits.length === 0) return ofAll;
  const free = { ...limited, prover: at({ turn: turn + 0.5, withoutLimits: new Set([...told.fields, dotted]) }) };
  const own = together.filter((gate) => !told.gates.has(gate));
  return ofAll.concat(
    own.flatMap((gate) => ofDemandInLimits(model, { limited, free }, datum, gate, limits)).slice(0, 1),
  );
}

/**
 * One demand that whoever it depends on this answer for can meet, and answer within the limits, and nobody both: `big is no or chairs is over 7`
 * of at most 5 chairs. Where some can, it stops the others, and is meant to. What is not decided counts as meant.
 */
function ofDemandInLimits(
  model: Model,
  { limited, free }: { readonly limited: Limited; readonly free: Limited },
  { said }: Datum,
  gate: Gate,
  limits: readonly Span[],
): Problem[] {
  const span = spanOf(model, gate);
  const meets = limited.prover.passes(gate);
  const alone = [someAnswer(free, [free.prover.passes(gate)]), someAnswer(limited, [])];
  const each = alone.flatMap((one) => (one ? [anyOf(one.ways)] : []));
  const stopped = each.length < 2 ? "open" : whoIsStopped(limited, [meets], allOf(each));
  if (!span || stopped === undefined || stopped === "open") return [];
  const refused = someAnswer(free, [opposite(free.prover.passes(gate))]);
  const depends = refused && allOf([limited.isAsked, limited.isThere, meets, anyOf(refused.ways)]);
  if (!depends || limited.prover.canBe(depends, limited.before).verdict !== "none") return [];
  const reason = `No answer to ${said} that is allowed meets this demand when ${stopped.person}`;
  return [problemAt(reason, span, limits, stopped.fixes)];
}

/** Limits that leave somebody no answer. */
function ofLimits(limited: Limited, { said }: Datum, spans: readonly Span[], undecided: Undecided[]): Problem[] {
  const [span, ...others] = spans;
  if (!span) return [];
  const stopped = whoIsStopped(limited, [], always);
  if (stopped === "open") undecided.push({ what: `whether everybody can answer ${said} within its limits`, at: span });
  if (stopped === undefined || stopped === "open") return [];
  return [problemAt(`No answer to ${said} is allowed when ${stopped.person}`, span, others, stopped.fixes)];
}

/** Demands that somebody can meet one by one and not together. */
function ofDemands(model: Model, limited: Limited, gates: readonly Gate[], undecided: Undecided[]): Problem[] {
  const { prover } = limited;
  const spans = gates.flatMap((gate) => spanOf(model, gate) ?? []);
  const [span, ...others] = spans;
  if (!span || others.length === 0) return [];
  const alone = gates.map((gate) => someAnswer(limited, [prover.passes(gate)]));
  const each = alone.flatMap((one) => (one ? [anyOf(one.ways)] : []));
  const isOpen = each.length < gates.length;
  const stopped = isOpen ? "open" : whoIsStopped(limited, gates.map(prover.passes), allOf(each));
  const what = "whether everybody can meet these demands together";
  if (stopped === "open") undecided.push({ what, at: span });
  if (stopped === undefined && gates.some((gate) => readsUnread(prover, prover.passes(gate))))
    undecided.push({ what, at: span, why: notComparable });
  if (stopped === undefined || stopped === "open") return [];
  const reason = `These demands cannot be met together when ${stopped.person}`;
  return [problemAt(reason, span, others, stopped.fixes)];
}

function problemAt(reason: string, at: Span, others: readonly Span[], fixes: readonly Fix[]): Problem {
  const words = others.length === 1 ? "both cannot hold then" : "these cannot all hold then";
  const related = others.slice(0, 4).map((span) => ({ span, words }));
  const explanation = [
    "Whoever answers so cannot go on: every answer is refused. Change one of these, or tell these people before:",
    "with a limit of the answer that comes first, or a page that is a  stop .",
  ];
  return problems.someCannotContinue(at, { reason }, { related, explanation, fixes });
}

/** Which answer a demand names last, both ways. */
interface LastAnswers {
  readonly of: ReadonlyMap<Gate, Datum>;
  readonly by: ReadonlyMap<Datum, readonly Gate[]>;
}

function lastAnswers({ model, places }: Provers): LastAnswers {
  const of = new Map<Gate, Datum>();
  const by = new Map<Datum, Gate[]>();
  const byPath = new Map(model.data.map((datum) => [dottedOf(datum), datum]));
  const ofItems = new Set(places.itemGates);
  for (const gate of [...places.gates, ...places.itemGates]) {
    const rule = gate.demand && model.rules.get(gate.demand.rule);
    if (!rule || rule.broken) continue;
    const named = [...factsRead(model, rule.expression)].flatMap((path) => byPath.get(path) ?? []);
    // What holds of a whole list is not said of one of its items.
    const asked = named.filter((datum) => places.fields.has(dottedOf(datum)) && (!datum.item || ofItems.has(gate)));
    const last = asked.toSorted((left, right) => (left.order ?? 0) - (right.order ?? 0)).at(-1);
    if (!last) continue;
    of.set(gate, last);
    by.set(last, [...(by.get(last) ?? []), gate]);
  }
  return { of, by };
}
