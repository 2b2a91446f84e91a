// The route of a case: its stages and outcomes, the calendar it counts by, and what may be done at any time.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { conditionRule } from "../form/page-context.ts";
import { lengthAfter, nameAt, namesAfter, quotedAt, wordOf } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { findName } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import type { Outcome, Route } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { buildRight, effectReaders } from "./effects.ts";
import { buildFinish } from "./finish.ts";
import { ruleSituation } from "./rule-situation.ts";
import { buildStage } from "./stage.ts";
import { buildAction } from "./work.ts";

/** The calendar of the route, known before any length in working days is read. */
export function readCalendar(building: Building, lines: readonly Line[]): void {
  const route = lines.find((line) => wordOf(line) === "route");
  const calendar = route?.children.find((line) => line.form === "calendar <n>");
  const name = calendar && nameAt(calendar)?.name;
  // A calendar line that cannot be read is told by itself; until it is mended, working days are not told as well.
  const isBroken = route?.children.some((line) => line.form === undefined && line.word === "calendar") === true;
  if (name !== undefined || isBroken) building.calendar = name ?? "";
}

/** The `route` block. Without a stage there is none: an application is then sent and that is all. */
export function buildRoute(building: Building, line: Line): Route | undefined {
  building.read.add(line);
  const route: Route = { first: "", rights: [], stages: [] };
  readLines(building, line.children, {
    "calendar <n>": (below) => {
      const calendar = findName(building, "calendar", nameAt(below));
      if (calendar !== undefined) route.calendar = calendar;
    },
    "applicant can <n> [with reason] [until <ns>] [when <c>] [then go to <n>]": (below) => {
      route.rights.push(buildRight(building, below, "route"));
    },
    "can <n> by <ns> [with reason] [until <ns>] then go to <n>": (below) => {
      route.officerActions = [
        ...(route.officerActions ?? []),
        buildAction(building, below, { owner: "route", scope: serviceScope(building) }),
      ];
    },
    "applicant can change answers until <ns>": (below) => {
      const until = namesAfter(below, "until").flatMap((word) => findName(building, "stage", word) ?? []);
      route.changeAnswersUntil = [...(route.changeAnswersUntil ?? []), ...until];
    },
    "tell applicant at every stage": () => {
      route.tellApplicantAtEveryStage = true;
    },
    "urgent when <c>": (below) => {
      const rule = conditionRule(building, below, ruleSituation(building, below), "route/urgent when");
      if (rule !== undefined) route.urgentWhen = rule;
    },
    "finish within <d> [from <n>] [otherwise (tell <n>|go to <n>)]": (below) => {
      route.finish = buildFinish(building, below, "route");
    },
    "stage <n> <t> [by <ns> [for <p>]]": (below) => {
      const stage = buildStage(building, below);
      if (stage) route.stages.push(stage);
    },
  });
  route.first = route.stages[0]?.name ?? "";
  return route.first === "" ? undefined : placed(building, line.span, route);
}

/** `outcome <n> <t>`: what is done when it is reached, and what may still happen. */
export function buildOutcome(building: Building, line: Line): Outcome | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  building.read.add(line);
  const owner = `outcome ${name.name}`;
  const title = wordsOf(building.words, { text: building.service, owner, slot: "title" }, quotedAt(line));
  const outcome: Outcome = { name: name.name, title, doing: [], rights: [] };
  readLines(building, line.children, {
    ...effectReaders(building, outcome.doing, owner),
    "applicant can <n> [with reason] within <d> then go to <n>": (below) => {
      outcome.rights.push(buildRight(building, below, owner));
    },
    "no appeal because <t>": (below) => {
      // Counted after what the outcome shares, whose reasons have the numbers before it.
      const shares = line.children.filter((one) => wordOf(one) === "share").length;
      const key = { text: building.service, owner, slot: `because ${shares + 1}` };
      outcome.noAppeal = wordsOf(building.words, key, quotedAt(below));
    },
    "can <n> by <ns> [with reason] [within <d>] then go to <n>": (below) => {
      const action = buildAction(building, below, { owner, scope: serviceScope(building) });
      const within = durationOf(building, lengthAfter(below, "within"));
      const limited = placed(building, below.span, { ...action, ...(within && { within }) });
      outcome.officerActions = [...(outcome.officerActions ?? []), limited];
    },
  });
  return placed(building, line.span, outcome);
}

const adverseNames: ReadonlySet<string> = new Set([
  "refuse",
  "reject",
  "dismiss",
  "exclude",
  "suspend",
  "revoke",
  "deny",
]);

/** An action is adverse by its name, or when it leads to an outcome that takes away or that one can appeal (3.6.15). */
export function markAdverse(route: Route, outcomes: readonly Outcome[]): void {
  const adverse = new Set(
    outcomes
      .filter(
        (one) =>
          one.rights.some((right) => right.name === "appeal") || one.doing.some((effect) => takesAway(effect.do)),
      )
      .map((outcome) => outcome.name),
  );
  const actions = [
    ...route.stages.flatMap((stage) => [...stage.actions, ...(stage.checks ?? []).flatMap((check) => check.actions)]),
    ...(route.officerActions ?? []),
    ...outcomes.flatMap((outcome) => outcome.officerActions ?? []),
  ];
  for (const action of actions)
    action.adverse = adverseNames.has(action.name) || (action.goTo !== undefined && adverse.has(action.goTo));
}

function takesAway(effect: string): boolean {
  return effect === "suspend" || effect === "revoke";
}
