// One stage: who works on it, what they see and can do, what it waits for, and every way out.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, type Readers, readLines } from "../building.ts";
import { conditionRule } from "../form/page-context.ts";
import { after, lengthAfter, nameAfter, nameAt, namesAfter, quotedAt } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { workScope } from "../names/declare-checks.ts";
import { findName } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import type { Stage } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { amountRule } from "./amount.ts";
import { buildChecks } from "./check.ts";
import { effectReaders } from "./effects.ts";
import { buildFinish } from "./finish.ts";
import { buildJoin, inOrder, joinForm } from "./joins.ts";
import { ruleSituation } from "./rule-situation.ts";
import { stayingReaders } from "./staying.ts";
import { waitReaders } from "./waits.ts";
import { peopleReaders, workReaders } from "./work.ts";

/** `stage <n> <t> [by <ns>]` with the lines below it. */
export function buildStage(building: Building, line: Line): Stage | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  building.read.add(line);
  const owner = `stage ${name.name}`;
  const stage: Stage = {
    name: name.name,
    title: wordsOf(building.words, { text: building.service, owner, slot: "title" }, quotedAt(line)),
    by: namesAfter(line, "by").flatMap((word) => findName(building, "role", word, ["partner"]) ?? []),
    doing: [],
    shows: [],
    questions: [],
    notTheSamePersonAs: [],
    actions: [],
    reminders: [],
    exits: [],
  };
  readLines(building, line.children, {
    ...effectReaders(building, stage.doing, owner),
    ...workReaders(building, stage, { line, owner, scope: workScope(building, line, serviceScope(building)) }),
    ...peopleReaders(building, stage, { line, owner, scope: serviceScope(building) }),
    ...officeReaders(building, stage, owner),
    ...timeReaders(building, stage, owner),
    "at the same time": (block) => {
      stage.checks = [...(stage.checks ?? []), ...buildChecks(building, block)];
    },
    ...waitReaders(building, stage, owner),
    ...stayingReaders(building, stage),
    ...exitReaders(building, stage, owner),
  });
  stage.exits = inOrder(stage.exits);
  return placed(building, line.span, stage);
}

/** Who may do it beside the role, who advises, and asking the applicant. */
function officeReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "needs second approval by <n> [when <c>]": (line) => {
      const by = findName(building, "role", nameAt(line));
      const hasCondition = line.parts.some((part) => part.slot === "c");
      const at = ruleSituation(building, line);
      const when = hasCondition ? conditionRule(building, line, at, `${owner}/second approval when`) : undefined;
      if (by === undefined || (hasCondition && when === undefined)) return;
      building.approvers.add(by);
      stage.secondApproval = placed(building, line.span, { by, ...(when !== undefined && { when }) });
    },
    "advised by <n>": (line) => {
      const adviser = findName(building, "assistance", nameAt(line));
      if (adviser !== undefined) stage.advisedBy = adviser;
    },
    "not the same person as <ns>": (line) => {
      stage.notTheSamePersonAs.push(
        ...namesAfter(line, "as").flatMap((word) => findName(building, "stage", word, ["check"]) ?? []),
      );
    },
    "same person as <n>": (line) => {
      const other = findName(building, "stage", nameAt(line));
      if (other !== undefined) stage.samePersonAs = other;
    },
    "can ask for more information within <d> then go to <n> [otherwise go to <n>]": (line) => {
      const within = durationOf(building, lengthAfter(line, "within"));
      const goTo = findName(building, "stage", nameAfter(line, "then", "go", "to"));
      const otherwise = findName(building, "stage", nameAfter(line, "otherwise", "go", "to"));
      if (within && goTo !== undefined)
        stage.moreInformation = placed(building, line.span, {
          within,
          goTo,
          ...(otherwise !== undefined && { otherwise }),
        });
    },
  };
}

/** Its clock, its deadline, and what is to be paid. */
function timeReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "stop the clock": () => {
      stage.stopsTheClock = true;
    },
    "take payment of <n> within <d> otherwise go to <n>": (line) => {
      const payment = paymentOf(building, line);
      if (payment) stage.payment = payment;
    },
    "remind <n> after <d>": (line) => {
      const to = findName(building, "role", nameAt(line));
      const after = durationOf(building, lengthAfter(line, "after"));
      if (to !== undefined && after) stage.reminders.push(placed(building, line.span, { to, after }));
    },
    "finish (within <d>|by <e>) [otherwise (tell <n>|go to <n>|give to <n>)]": (line) => {
      stage.finish = buildFinish(building, line, owner);
    },
  };
}

function paymentOf(building: Building, line: Line): Stage["payment"] {
  const name = nameAt(line);
  const within = durationOf(building, lengthAfter(line, "within"));
  const otherwise = findName(building, "stage", nameAfter(line, "otherwise", "go", "to"));
  const of = amountRule(building, line, name, "take payment of");
  if (!name || of === undefined || !within || otherwise === undefined) return undefined;
  return placed(building, line.span, { of, name: name.name, within, otherwise });
}

/** The ways out that are written in the stage, top to bottom. */
function exitReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "when <c> [then] go to <n>": (line) => exit(building, stage, line, owner),
    [joinForm]: (line) => {
      const join = buildJoin(building, line, `${owner}/when ${stage.exits.length + 1}`);
      if (join) stage.exits.push(join);
    },
    "refuse automatically because <t> when <c> then go to <n>": (line) => {
      const because = after(line, "because");
      const number = stage.exits.filter((one) => one.refuseBecause).length + 1;
      const key = { text: building.service, owner, slot: `because ${number}` };
      const words = because?.slot === "t" ? wordsOf(building.words, key, because.quoted) : undefined;
      exit(building, stage, line, owner, words);
    },
    "otherwise go to <n>": (line) => {
      const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
      if (goTo !== undefined) stage.otherwise = goTo;
    },
    "go to <n>": (line) => {
      const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
      if (goTo !== undefined) stage.goTo = goTo;
    },
  };
}

function exit(building: Building, stage: Stage, line: Line, owner: string, refuseBecause?: Stage["title"]): void {
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const number = stage.exits.length + 1;
  const when = conditionRule(building, line, ruleSituation(building, line), `${owner}/when ${number}`);
  if (when === undefined || goTo === undefined) return;
  stage.exits.push(placed(building, line.span, { when, goTo, ...(refuseBecause && { refuseBecause }) }));
}
