// The ways out of a stage: by what was chosen, by its own lines, after all checks, and the bare one. Draws nothing itself.
import type { Action, Name, Stage } from "#contract";
import { choiceIs, conditionOf, resultIs } from "./conditions.ts";
import type { Drawing, Target, Way } from "./drawing.ts";
import { capital, keyOf, spoken, wordsOf } from "./names.ts";
import type { Border } from "./process.ts";

/** A stage that is being drawn, and what of the route touches it. */
export interface StageAround {
  readonly stage: Stage;
  /** JSON pointer of the stage in the service. */
  readonly from: string;
  readonly lane: string;
  /** Route-level actions that this stage's people may choose. */
  readonly everywhere: readonly Action[];
  /** Events that can take the case out of this stage from outside: rights, the clock of the whole case. */
  readonly interruptions: readonly { readonly border: Border; readonly goTo: Name }[];
}

export function exitWays(
  drawing: Drawing,
  around: StageAround,
  out: (place: Name) => Target,
  isMeant: (exit: Stage["exits"][number]) => boolean = () => true,
): Way[] {
  return around.stage.exits.flatMap((exit, at) => (isMeant(exit) ? exitWay(drawing, around, at, out) : []));
}

function exitWay(drawing: Drawing, { stage, from }: StageAround, at: number, out: (place: Name) => Target): Way[] {
  const exit = stage.exits[at];
  // The first yes wins (R4): a later way under the same rule is never taken.
  if (!exit || stage.exits.findIndex(({ when }) => when === exit.when) < at) return [];
  const { when, goTo, refuseBecause } = exit;
  const notes = refuseBecause ? [wordsOf(drawing.service, refuseBecause)] : [];
  const condition = conditionOf(drawing.service, when);
  return [{ to: out(goTo), name: nameOfRule(drawing, when), condition, origin: `${from}/exits/${at}`, notes }];
}

/** A named rule by its name; of a condition that was written in place, the named rules it is made of. */
function nameOfRule({ service }: Drawing, id: string): string {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (rule?.name) return capital(spoken(rule.name));
  const at = /when (\d+)$/.exec(id)?.[1];
  return at === undefined || at === "1" ? "Rule fits" : `Rule ${at} fits`;
}

export function hasBareWay({ otherwise, goTo }: Stage): boolean {
  return (otherwise ?? goTo) !== undefined;
}

export function bareWay({ stage }: StageAround, out: (place: Name) => Target): Way {
  const goTo = stage.otherwise ?? stage.goTo;
  return goTo === undefined ? { to: out(nowhere), name: "No rule leads on" } : { to: out(goTo), name: "Otherwise" };
}

/** No place of the route has this name: the way leads to where a case is held for a person. */
const nowhere = "no way on";

export function waysAfter(drawing: Drawing, around: StageAround, out: (place: Name) => Target): Way[] {
  const { stage } = around;
  if (stage.checks && stage.by.length > 0) return [bareWay(around, out)];
  if (stage.checks) {
    const ways = afterAll(drawing, around, out);
    return ways.some(({ condition }) => !condition) ? ways : [...ways, bareWay(around, out)];
  }
  if (stage.doneBy !== undefined)
    return [...agreedWays(drawing, around, out), ...exitWays(drawing, around, out), bareWay(around, out)];
  if (stage.by.length > 0) return choiceWays(drawing, around, out);
  return [...exitWays(drawing, around, out), bareWay(around, out)];
}

/** The ways out once all checks are over: of a line that counts them, only what it asks beside that is left to ask. */
export function afterAll(drawing: Drawing, around: StageAround, out: (place: Name) => Target): Way[] {
  const { stage, from } = around;
  const ways: Way[] = [];
  for (const [at, { done, and, goTo }] of stage.exits.entries()) {
    const origin = `${from}/exits/${at}`;
    if (done !== "all") ways.push(...exitWay(drawing, around, at, out));
    else if (and === undefined) return [...ways, { to: out(goTo), name: "All are done", origin }];
    else
      ways.push({
        to: out(goTo),
        name: nameOfRule(drawing, and),
        condition: conditionOf(drawing.service, and),
        origin,
      });
  }
  return ways;
}

/** Of several people: where all of them agreed. */
function agreedWays(drawing: Drawing, around: StageAround, out: (place: Name) => Target): Way[] {
  const key = keyOf(around.stage.name);
  return around.stage.actions.flatMap(({ goTo, name, label }, at): Way[] => {
    if (!goTo) return [];
    const condition = resultIs("agreed", key, name);
    const said = wordsOf(drawing.service, label) || capital(spoken(name));
    return [{ to: out(goTo), name: `All: ${said}`, condition, origin: `${around.from}/actions/${at}` }];
  });
}

export function choiceWays(
  drawing: Drawing,
  { stage, everywhere, from }: StageAround,
  out: (place: Name) => Target,
): Way[] {
  const key = keyOf(stage.name);
  // A stage's own action comes before one of the route that bears its name.
  const leading = [...stage.actions, ...everywhere].filter(({ goTo }) => goTo);
  const first = leading.filter(({ name }, at) => leading.findIndex((one) => one.name === name) === at);
  const ways = first.flatMap((action): Way[] => {
    if (!action.goTo) return [];
    const at = stage.actions.indexOf(action);
    const notes = [
      ...(action.withReason ? ["A reason must be given."] : []),
      ...(action.when ? [`Offered only when the rule “${action.when}” is yes.`] : []),
    ];
    return [
      {
        to: out(action.goTo),
        name: wordsOf(drawing.service, action.label) || capital(spoken(action.name)),
        condition: choiceIs(key, action.name),
        notes,
        ...(at >= 0 ? { origin: `${from}/actions/${at}` } : {}),
      },
    ];
  });
  const asking = stage.moreInformation;
  if (asking && asking.goTo !== stage.name) {
    ways.unshift({ to: out(asking.goTo), name: "Answered", condition: choiceIs(key, askAction) });
  }
  return ways;
}

/** What the last choice of a stage is called while the applicant is asked for more information. */
export const askAction = "ask-for-more-information";
