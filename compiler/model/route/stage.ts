// One stage: who works on it, what they see and can do, what it waits for, and every way out.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, type Readers, readLines } from "../building.ts";
import { readDatum } from "../expressions/reading.ts";
import { conditionRule, type PageContext } from "../form/page-context.ts";
import { buildQuestion } from "../form/question.ts";
import { after, lengthAfter, nameAfter, nameAt, namesAfter, quotedAt, says } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, findName, lookUp, notFound } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import { paths } from "../service/privacy.ts";
import type { Action, Field, Stage } from "../shapes.ts";
import { wordsOf, wordsOfName } from "../words/words-book.ts";
import { effectReaders } from "./effects.ts";
import { buildFinish } from "./finish.ts";
import { ruleSituation } from "./rule-situation.ts";

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
    ...workReaders(building, stage, owner),
    ...waitReaders(building, stage, owner),
    ...exitReaders(building, stage, owner),
  });
  return placed(building, line.span, stage);
}

/** What the people of the stage see, record and choose. */
function workReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "skip when <c>": (line) => {
      const rule = conditionRule(building, line, ruleSituation(building, line), `${owner}/skip when`);
      if (rule !== undefined) stage.skipWhen = rule;
    },
    "shows <ps>": (line) => {
      stage.shows.push(
        ...paths(
          building,
          line.parts.flatMap((part) => (part.slot === "ps" ? part.paths : [])),
        ),
      );
    },
    "ask <n> <t> as <ty>": (line) => {
      stage.questions.push(...questionOf(building, line));
    },
    "advised by <n>": (line) => {
      const adviser = findName(building, "assistance", nameAt(line));
      if (adviser !== undefined) stage.advisedBy = adviser;
    },
    "not the same person as <ns>": (line) => {
      stage.notTheSamePersonAs.push(
        ...namesAfter(line, "as").flatMap((word) => findName(building, "stage", word) ?? []),
      );
    },
    "same person as <n>": (line) => {
      const other = findName(building, "stage", nameAt(line));
      if (other !== undefined) stage.samePersonAs = other;
    },
    "can <n> [by <ns>] [with reason] [when <c>] [then go to <n>]": (line) => {
      stage.actions.push(buildAction(building, line, owner));
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

function questionOf(building: Building, line: Line): Field[] {
  const context: PageContext = { scope: serviceScope(building), shown: [] };
  const question = buildQuestion(building, line, context);
  return question ? [question.field] : [];
}

/** A button. Whether it is adverse is worked out when all outcomes are known. */
export function buildAction(building: Building, line: Line, owner: string): Action {
  const name = nameAt(line)?.name ?? "";
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const by = namesAfter(line, "by").flatMap((word) => findName(building, "role", word, ["partner"]) ?? []);
  const until = namesAfter(line, "until").flatMap((word) => findName(building, "stage", word) ?? []);
  const hasCondition = line.parts.some((part) => part.slot === "c");
  const when = hasCondition
    ? conditionRule(building, line, ruleSituation(building, line), `${owner}/can ${name} when`)
    : undefined;
  const questions: Field[] = [];
  readLines(building, line.children, {
    "ask <n> <t> as <ty>": (below) => {
      questions.push(...questionOf(building, below));
    },
  });
  const label = labelOf(building, owner, name);
  return placed(building, line.span, {
    name,
    ...(label && { label }),
    ...(by.length > 0 && { by }),
    withReason: says(line, "with", "reason"),
    adverse: false,
    ...(when !== undefined && { when }),
    ...(until.length > 0 && { until }),
    ...(goTo !== undefined && { goTo }),
    questions,
  });
}

/** Only words files give a button its own words; in the text's own language they are made from the name. */
function labelOf(building: Building, owner: string, name: string): Action["label"] | undefined {
  return wordsOfName(building.words, { text: building.service, owner, slot: `can ${name}` }, name);
}

/** What the stage waits for, and for how long. */
function waitReaders(building: Building, stage: Stage, owner: string): Readers {
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
  const datum = name && lookUp(building, [name.name], serviceScope(building));
  if (name && !datum) notFound(building, "data", name.name, name.span, dataCandidates(building));
  if (!name || !datum || !within || otherwise === undefined) return undefined;
  const typed = readDatum(building, datum, name.span, { ...ruleSituation(building, line), needsAnswers: true });
  const of = typed.expression.op === "rule" ? typed.expression.id : keepPaid(building, name.name, typed, line);
  return placed(building, line.span, { of, name: name.name, within, otherwise });
}

function keepPaid(building: Building, name: string, typed: ReturnType<typeof readDatum>, line: Line): string {
  const id = `take payment of ${name}`;
  const gives = typed.type ?? { kind: "money" as const };
  building.rules.set(id, {
    id,
    form: "value",
    gives,
    expression: typed.expression,
    at: line.span,
    broken: !typed.type,
  });
  return id;
}

/** The ways out that are written in the stage, top to bottom. */
function exitReaders(building: Building, stage: Stage, owner: string): Readers {
  return {
    "when <c> [then] go to <n>": (line) => exit(building, stage, line, owner),
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
