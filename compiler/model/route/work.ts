// What the people of a stage or a check see, record and choose, and how many of them there are. The same lines for both.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, type Readers, readLines, type Scope } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { conditionRule, type PageContext } from "../form/page-context.ts";
import { buildQuestion } from "../form/question.ts";
import { nameAfter, nameAt, namesAfter, numberAfter, pathsAfter, says, wordOf } from "../line.ts";
import { findName } from "../names/names.ts";
import { levelOf } from "../service/people.ts";
import { paths } from "../service/privacy.ts";
import type { Action, Check, Field, Invite, Stage } from "../shapes.ts";
import { wordsOfShownName } from "../words/words-book.ts";
import { situationIn } from "./rule-situation.ts";

/** A stage or a check while it is read: its line, the name its rules carry, and where what is recorded there stands. */
export interface Work {
  readonly line: Line;
  readonly owner: string;
  readonly scope: Scope;
}

/** What people see, record and choose. */
export function workReaders(building: Building, of: Stage | Check, work: Work): Readers {
  const { owner } = work;
  const action = (line: Line) => {
    of.actions.push(buildAction(building, line, work));
  };
  return {
    "skip when <c>": (line) => {
      const rule = conditionRule(building, line, situationIn(line, work.scope), `${owner}/skip when`);
      if (rule !== undefined) of.skipWhen = rule;
    },
    "shows <ps>": (line) => {
      const shown = line.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []));
      of.shows.push(...paths(building, shown));
    },
    "ask <n> <t> as <ty>": (line) => {
      of.questions.push(...questionOf(building, line, work.scope));
    },
    "can <n> [by <ns>] [with reason] [when <c>] [then go to <n>]": action,
    "can <n> [by <ns>] [with reason] [when <c>]": action,
  };
}

/** How many people do it, and whether somebody from outside does. */
export function peopleReaders(building: Building, of: Stage | Check, work: Work): Readers {
  return {
    "done by <num> different people": (below) => {
      const number = numberAfter(below, "by");
      if (number !== undefined && number > 1) of.doneBy = number;
    },
    "invite <n> using <p> [at level <n>]": (below) => {
      const invite = inviteOf(building, below, work);
      if (!invite) return;
      of.invite = invite;
      of.by.push(invite.name);
    },
  };
}

function inviteOf(building: Building, line: Line, { owner, scope }: Work): Invite | undefined {
  const name = nameAt(line);
  const [path] = pathsAfter(line, "using");
  const typed = path && typeValue(building, path, situationIn(line, scope));
  if (!name || !typed?.type) return undefined;
  const rule = {
    form: "value" as const,
    gives: typed.type,
    expression: typed.expression,
    at: line.span,
    broken: false,
  };
  const known = levelOf(building, nameAfter(line, "at", "level"));
  return placed(building, line.span, {
    name: name.name,
    using: keepRule(building, rule, `${owner}/invite ${name.name}`),
    ...(known && { level: known }),
  });
}

/** What an officer records. */
export function questionOf(building: Building, line: Line, scope: Scope): Field[] {
  const context: PageContext = { scope, shown: [] };
  const question = buildQuestion(building, line, context);
  return question ? [question.field] : [];
}

/** Where an action stands; without a line of a stage or check it is one of the route or of an outcome. */
export type ActionPlace = Omit<Work, "line"> & Partial<Pick<Work, "line">>;

/** A button. Whether it is adverse is worked out when all outcomes are known. */
export function buildAction(building: Building, line: Line, { line: place, owner, scope }: ActionPlace): Action {
  const name = nameAt(line)?.name ?? "";
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const by = namesAfter(line, "by").flatMap((word) => findName(building, "role", word, ["partner"]) ?? []);
  const until = namesAfter(line, "until").flatMap((word) => findName(building, "stage", word) ?? []);
  const hasCondition = line.parts.some((part) => part.slot === "c");
  const when = hasCondition
    ? conditionRule(building, line, situationIn(line, scope), `${owner}/can ${name} when`)
    : undefined;
  const questions: Field[] = [];
  readLines(building, line.children, {
    "ask <n> <t> as <ty>": (below) => {
      questions.push(...questionOf(building, below, scope));
    },
  });
  const label = labelOf(building, line, owner, place === undefined || !isDoneOutside(place));
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

/**
 * Only words files give a button its own words; in the text's own language they are made from the name. The desk speaks one
 * language: only what people outside read has to be translated.
 */
export function labelOf(building: Building, line: Line, owner: string, mayStay: boolean): Action["label"] | undefined {
  const name = nameAt(line);
  // What can be done at any time stands under the service itself in a words file.
  const under = owner === "route" ? `service ${building.service}` : owner;
  const key = { text: building.service, owner: under, slot: `can ${name?.name}`, mayStay };
  return name && wordsOfShownName(building.words, key, name);
}

const outside: ReadonlySet<string> = new Set(["applicant", "representative", "appointee"]);

/** A stage or check that the applicant, who helps them, or somebody who is invited does. */
function isDoneOutside(line: Line): boolean {
  return (
    namesAfter(line, "by").some(({ name }) => outside.has(name)) ||
    line.children.some((below) => wordOf(below) === "invite")
  );
}
