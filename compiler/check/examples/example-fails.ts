// FW701: an example that does not come out as expected, with the working shown line by line.

import type { RefusedAnswer, Standing } from "#contract/play.ts";
import { showDate } from "#support/show-parts.ts";
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import type { Expectation } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../syntax/tree.ts";
import { insertAt, lineNumber, textAt } from "../text-edits.ts";
import { changedSince, type LastPassed } from "./last-passed.ts";
import { isSendable, type Moment, type Played } from "./play-example.ts";
import { isOf } from "./refused-given.ts";
import type { Stage } from "./stage.ts";
import { instead, type Told, valueTold } from "./value-told.ts";
import { guardWorking, wayOf } from "./working.ts";

/** The first line of an example that does not come out as expected. `before` says what it rested on when it last did. */
export function checkExampleFails(stage: Stage, played: Played, before: LastPassed = {}): Problem | undefined {
  for (const [index, moment] of played.moments.entries()) {
    const problem = problemOf(stage, played, moment, index, before);
    if (problem) return problem;
  }
  return undefined;
}

function problemOf(
  stage: Stage,
  played: Played,
  moment: Moment,
  index: number,
  before: LastPassed,
): Problem | undefined {
  const { line } = moment;
  const told = line.kind === "then" ? moveTold(stage, played, moment, index) : expectationTold(stage, played, moment);
  if (!told) return undefined;
  const at: Span = line.kind === "then" ? (line.actionAt ?? line.span) : (line.expected.valueAt ?? line.expected.span);
  const changed = changedSince(stage.model, played, before, workedFrom(moment));
  const explanation = [...(told.explanation ?? []), ...changed, ...othersTold(stage, played, index)];
  return problems.exampleFails(at, { title: played.example.title }, { ...told, explanation });
}

/** What else is expected at the same point of the case and does not come: told shortly, so that one run shows all of it. */
function othersTold(stage: Stage, played: Played, index: number): string[] {
  const after = played.moments.slice(index + 1);
  const next = after.findIndex(({ line }) => line.kind === "then");
  const others = after.slice(0, next < 0 ? undefined : next).flatMap((moment) => {
    const told = expectationTold(stage, played, moment);
    const { trees } = stage.model;
    if (!told || moment.line.kind !== "expect") return [];
    const { span } = moment.line.expected;
    return [`  line ${lineNumber(trees, span)}: ${textAt(trees, span)}: ${told.beside}`];
  });
  return others.length > 0 ? ["Not as expected either:", ...others] : [];
}

/** The rule whose value was compared. */
function workedFrom({ line }: Moment): string[] {
  const datum = line.kind === "expect" && line.expected.kind === "condition" ? line.expected.datum : undefined;
  return datum?.rule === undefined ? [] : [datum.rule];
}

function moveTold(stage: Stage, played: Played, moment: Moment, index: number): Told | undefined {
  const { standing, line, refused } = moment;
  if (!standing) return cannotBeSent(stage, moment.filled);
  if (refused.length > 0)
    return {
      beside: "an answer before it is refused",
      explanation: wordsOfRefusals(refused).map((reason) => `It is told: ${reason}`),
    };
  const done = played.moments.slice(0, index + 1).filter((one) => one.line.kind === "then").length;
  if (played.standings.length - 1 !== done || standing.refused === undefined) return undefined;
  const fixes = line.kind === "then" ? nearestMove(stage, standing, line) : [];
  return {
    beside: "this cannot be done",
    explanation: [withDates(standing.refused), ...wayTold(stage, played)],
    fixes,
  };
}

/** Routing gives days and instants as ISO text; people read 29 April 2026. */
function withDates(words: string): string {
  return words.replace(/\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?/g, (date) => showDate(date, "en-GB"));
}

/** The action that was probably meant, among those that can be chosen there. */
function nearestMove(
  stage: Stage,
  { next }: Standing,
  { move, actionAt }: Extract<Moment["line"], { kind: "then" }>,
): Fix[] {
  if (move.do !== "choose") return [];
  const offered = next.flatMap((one) => (one.do === "choose" && one.by === move.by ? [one.action] : []));
  const { actions } = stage.service.route?.stages.find(({ name }) => name === move.by) ?? {};
  const isWithout = move.reason === undefined && actions?.find(({ name }) => name === move.action)?.withReason === true;
  if (isWithout && actionAt && offered.includes(move.action)) return [withReason(actionAt)];
  return instead(stage, actionAt, nearest(move.action, offered)[0]);
}

/** What the applicant reads is the author's to say: these words only stand where it goes. */
function withReason(actionAt: Span): Fix {
  const text = 'because "What the applicant reads"';
  return { title: `add  ${text}`, edits: [insertAt(actionAt, actionAt.end, ` ${text}`)] };
}

function cannotBeSent({ service }: Stage, filled: Moment["filled"]): Told {
  if (isSendable(filled)) return { beside: service.route ? "no case comes of it" : "this service has no route yet" };
  return {
    beside: "the application cannot be sent",
    explanation: [...filled.hindrances, ...wordsOfRefusals(filled.refused)].map((reason) => `It is told: ${reason}`),
  };
}

/** `expect code is refused`, where it is taken; or the other way round. */
function refusalTold(
  { refused }: Moment,
  { datum, negated }: Extract<Expectation, { kind: "refused" }>,
): Told | undefined {
  const all = refused.filter((one) => isOf(one, datum));
  if (all.length > 0 !== negated) return undefined;
  if (negated)
    return { beside: "it is refused", explanation: wordsOfRefusals(all).map((reason) => `It is told: ${reason}`) };
  return { beside: "it is taken as it stands" };
}

/** `expect too-young is shown` */
function stopTold({ filled }: Moment, { stop, negated }: Extract<Expectation, { kind: "shown" }>): Told | undefined {
  if (filled.stops.includes(stop) !== negated) return undefined;
  if (negated) return { beside: `${stop} is shown` };
  return { beside: filled.stops.length > 0 ? `${filled.stops.join(", ")} is shown` : "this person can go on" };
}

function wordsOfRefusals(refused: readonly RefusedAnswer[]): string[] {
  return refused.flatMap(({ words }) => (words === "" ? [] : [words]));
}

function expectationTold(stage: Stage, played: Played, moment: Moment): Told | undefined {
  if (moment.line.kind !== "expect") return undefined;
  const { expected } = moment.line;
  const { standing, filled } = moment;
  if (expected.kind === "eligible") {
    if ((filled.eligible !== false) !== expected.negated) return undefined;
    return expected.negated
      ? { beside: "the applicant is eligible" }
      : {
          beside: "the applicant is not eligible",
          explanation: filled.hindrances.map((reason) => `It is told: ${reason}`),
        };
  }
  if (expected.kind === "condition") return valueTold(stage, moment, expected);
  if (expected.kind === "refused") return refusalTold(moment, expected);
  if (expected.kind === "shown") return stopTold(moment, expected);
  if (!standing) return cannotBeSent(stage, filled);
  const { place } = standing;
  const way = () => wayTold(stage, played, standing);
  switch (expected.kind) {
    case "goes-to":
      if (standing.entered.includes(expected.to) || place.name === expected.to) return undefined;
      return {
        beside: `the case goes to ${place.name}`,
        explanation: way(),
        fixes: instead(stage, expected.valueAt, place.name),
      };
    case "outcome": {
      const isReached = place.kind === "outcome" && place.name === expected.outcome;
      if (isReached !== expected.negated) return undefined;
      if (place.kind === "stage") return { beside: `the case is still in ${place.name}`, explanation: way() };
      return {
        beside: `the outcome is ${place.name}`,
        explanation: way(),
        fixes: expected.negated ? [] : instead(stage, expected.valueAt, place.name),
      };
    }
    case "sent":
      if (standing.messages.includes(expected.message) !== expected.negated) return undefined;
      if (expected.negated) return { beside: `${expected.message} is sent`, explanation: way() };
      return {
        beside: standing.messages.length > 0 ? `sent is ${standing.messages.join(", ")}` : "no message is sent",
        explanation: way(),
      };
    case "licence": {
      const stands = standing.licences[expected.licence];
      if ((stands === expected.stands) !== expected.negated) return undefined;
      const fixes = expected.negated ? [] : instead(stage, expected.valueAt, stands);
      return {
        beside: stands === undefined ? `${expected.licence} is not issued` : `${expected.licence} is ${stands}`,
        explanation: way(),
        fixes,
      };
    }
    case "paid":
      return countTold(expected.payment, expected, standing.payments, "paid", way);
    case "started":
      return countTold(expected.service, expected, standing.started, "started", way);
  }
}

/** What should have happened so many times, or at least once; or should not. */
function countTold(
  name: string,
  { times, negated }: { readonly times?: number; readonly negated: boolean },
  all: readonly string[],
  happened: string,
  way: () => readonly string[],
): Told | undefined {
  const count = all.filter((one) => one === name).length;
  if ((times === undefined ? count > 0 : count === times) !== negated) return undefined;
  return {
    beside:
      count === 0 ? `${name} is not ${happened}` : `${name} is ${happened} ${count} ${count === 1 ? "time" : "times"}`,
    explanation: way(),
  };
}

/** The way of the case up to this point. */
function wayTold({ service, rulebook }: Stage, played: Played, until = played.standings.at(-1)): string[] {
  const standings = until ? played.standings.slice(0, played.standings.indexOf(until) + 1) : [];
  const way = wayOf(service, rulebook, standings);
  const first = standings[0];
  const guards = first ? guardWorking(service, rulebook, first) : [];
  return [
    ...(way.length > 0 ? ["How the case went:", ...way] : []),
    ...(guards.length > 0 ? ["What the conditions on the way read:", ...guards] : []),
  ];
}
