// What a stage or an outcome does by itself: issue, send, pay, share and the like. And what people may still do after an outcome.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, type Readers, readLines, type Situation } from "../building.ts";
import { buildFetch } from "../form/fetch.ts";
import { conditionRule } from "../form/page-context.ts";
import { after, lengthAfter, nameAfter, nameAt, namesAfter, pathsAfter, says } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { dataCandidates, findName, lookUp, notFound } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import { paths } from "../service/privacy.ts";
import type { Effect, Field, Right } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { amountRule } from "./amount.ts";
import { ruleSituation } from "./rule-situation.ts";
import { labelOf, questionOf } from "./work.ts";

/** Readers of the lines that do something; each adds to `doing`. `owner` is where their words are looked up. */
export function effectReaders(building: Building, doing: Effect[], owner: string): Readers {
  const add = (line: Line, effect: Effect) => doing.push(placed(building, line.span, effect));
  const credential = (kind: Effect["do"]) => (line: Line) => {
    const what = findName(building, "credential", nameAt(line));
    const to = namesAfter(line, "to").map((word) => word.name);
    if (what !== undefined) add(line, { do: kind, what, ...(to.length > 0 && { to }) });
  };
  return {
    "issue <n> [to <ns>]": credential("issue"),
    "replace <n>": credential("replace"),
    "suspend <n>": credential("suspend"),
    "revoke <n>": credential("revoke"),
    "reinstate <n>": credential("reinstate"),
    "send <n> [to <ns>]": (line) => {
      const what = findName(building, "message", nameAt(line));
      const to = namesAfter(line, "to").flatMap((word) => findName(building, "role", word, ["partner"]) ?? []);
      if (what !== undefined) add(line, { do: "send", what, ...(to.length > 0 && { to }) });
    },
    "refund <n>": (line) => add(line, { do: "refund", what: nameAt(line)?.name ?? "" }),
    "pay <n> to <n> [each <n> while <n> lasts]": (line) => {
      const pay = payOf(building, line);
      if (pay) add(line, pay);
      else building.paid.isBroken = true;
    },
    "share <ps> with <n> because <t>": (line) => {
      const partner = findName(building, "partner", nameAfter(line, "with"));
      const because = after(line, "because");
      const number = doing.filter((effect) => effect.do === "share").length + 1;
      const key = { text: building.service, owner, slot: `because ${number}`, mayStay: true };
      if (partner === undefined || because?.slot !== "t") return;
      const shared = paths(building, pathsAfter(line, "share"));
      add(line, { do: "share", paths: shared, with: partner, because: wordsOf(building.words, key, because.quoted) });
    },
    "start <n> with <ps> [and keep the date]": (line) => {
      const what = nameAt(line)?.name;
      if (what === undefined) return;
      building.started.add(what);
      const keepsTheDate = says(line, "keep", "the", "date");
      add(line, { do: "start", what, paths: startPaths(building, line), ...(keepsTheDate && { keepsTheDate }) });
    },
    "publish <ps>": (line) => add(line, { do: "publish", paths: paths(building, pathsAfter(line, "publish")) }),
    ...fetchReader(building, doing, (line) => ruleSituation(building, line)),
  };
}

/** The reader of the one do-line that checks have as well. `situation` says what its values may read. */
export function fetchReader(building: Building, doing: Effect[], situation: (line: Line) => Situation): Readers {
  return {
    "fetch <n> from <p> using <es>": (line) => {
      const fetch = buildFetch(building, line, situation(line));
      if (fetch) doing.push(placed(building, line.span, { do: "fetch", what: fetch.key, fetch }));
    },
  };
}

/** `with answers` hands over all of them: no path stands for all. */
function startPaths(building: Building, line: Line): string[] {
  const named = pathsAfter(line, "with");
  const isAll = named.length === 1 && named[0]?.words.length === 1 && named[0].words[0]?.name === "answers";
  return isAll ? [] : paths(building, named);
}

/** How often a plan pays. */
const paces = ["week", "month", "quarter", "year"] as const;

/** Money that goes out, once or again and again while the applicant has a credential. */
function payOf(building: Building, line: Line): Effect | undefined {
  const what = nameAt(line)?.name;
  const of = amountRule(building, line, nameAt(line), "pay");
  const to = namesAfter(line, "to").flatMap((word) => {
    if (lookUp(building, [word.name], serviceScope(building))) return word.name;
    notFound(building, "data", word.name, word.span, dataCandidates(building));
    return [];
  });
  if (what === undefined || of === undefined || to.length === 0) return undefined;
  building.paid.names.add(what);
  if (!says(line, "each")) return { do: "pay", what, of, to };
  const pace = nameAfter(line, "each");
  const each = paces.find((one) => one === pace?.name);
  if (pace && !each) {
    const candidates = paces.map((name) => ({ name, what: "period" }));
    notFound(building, "words", pace.name, pace.span, candidates);
  }
  const whileLasts = findName(building, "credential", nameAfter(line, "while"));
  return each && whileLasts !== undefined ? { do: "pay", what, of, to, each, whileLasts } : undefined;
}

/** The portal has words of its own for these, in each of its languages. */
const saidByPortal: ReadonlySet<string> = new Set(["withdraw", "appeal"]);

/** `applicant can <n> …` of the route and of outcomes. */
export function buildRight(building: Building, line: Line, owner: string): Right {
  const name = nameAt(line)?.name ?? "";
  const within = durationOf(building, lengthAfter(line, "within"));
  const until = namesAfter(line, "until").flatMap((word) => findName(building, "stage", word) ?? []);
  const goTo = findName(building, "stage", nameAfter(line, "go", "to"));
  const hasCondition = line.parts.some((part) => part.slot === "c");
  const when = hasCondition
    ? conditionRule(building, line, ruleSituation(building, line), `${owner}/can ${name}`)
    : undefined;
  const questions: Field[] = [];
  readLines(building, line.children, {
    "ask <n> <t> as <ty>": (below) => {
      questions.push(...questionOf(building, below, serviceScope(building)));
    },
  });
  const label = labelOf(building, line, owner, saidByPortal.has(name));
  return placed(building, line.span, {
    name,
    ...(label && { label }),
    withReason: says(line, "with", "reason"),
    ...(questions.length > 0 && { questions }),
    ...(until.length > 0 && { until }),
    ...(within && { within }),
    ...(when !== undefined && { when }),
    ...(goTo !== undefined && { goTo }),
  });
}
