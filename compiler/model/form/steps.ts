// The steps of a section: pages, lookups, repeats and stops, in the order they are written. A lone question is its own page.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, readLines } from "../building.ts";
import { typeDemand } from "../expressions/condition.ts";
import { noteLevel } from "../expressions/reading.ts";
import { yesOrNo } from "../expressions/typed.ts";
import { after, conditionOf, nameAt, pathsAfter, quotedAt, wordOf } from "../line.ts";
import type { Candidate } from "../model.ts";
import { serviceScope } from "../names/declare.ts";
import { setScope } from "../names/declare-data.ts";
import { keyOf } from "../names/keys.ts";
import { findDatum, findFilling, findName, lookUp, notFound } from "../names/names.ts";
import { dottedOf } from "../readings.ts";
import { levelOf } from "../service/people.ts";
import type { Demand, Page, Part, RuleId, Step, Words } from "../shapes.ts";
import { sayInFull } from "../words/said-in-full.ts";
import { wordsOf } from "../words/words-book.ts";
import { buildFetch } from "./fetch.ts";
import { buildForEach } from "./for-each.ts";
import { buildNotice, buildStop, proseBelow } from "./notice.ts";
import { allOf, formSituation, type PageContext, showWhenUnder } from "./page-context.ts";
import { modeOf, prefillLine } from "./prefill.ts";
import { buildQuestion } from "./question.ts";
import { buildRepeat } from "./repeat.ts";

/** What stands in a section: its steps and what must hold before going on. */
export interface Steps {
  readonly steps: Step[];
  readonly checks: Demand[];
}

/** The lines of a section, a set or a repeat. `owner` is the named thing they stand under, for translations. */
export function buildSteps(building: Building, line: Line, context: PageContext, owner: string): Steps {
  const steps: Step[] = [];
  const checks: Demand[] = [];
  const alone = (name: string, parts: readonly Part[], below: Line) => {
    if (parts.length > 0)
      steps.push(placed<Page>(building, below.span, { ...pageHead(building, context, name), parts: [...parts] }));
  };
  const notice = (below: Line) =>
    alone(
      `${wordOf(line)}-${wordOf(below)}-${steps.length + 1}`,
      [buildNotice(building, below, context, owner)],
      below,
    );
  readLines(building, line.children, {
    "ask <n> <t> as <ty>": (below) => alone(nameAt(below)?.name ?? "", questionParts(building, below, context), below),
    "declare <n> <t>": (below) => alone(nameAt(below)?.name ?? "", buildDeclaration(building, below, context), below),
    "sign with <n> [at level <n>]": (below) =>
      alone(`sign-with-${nameAt(below)?.name}`, [buildSignature(building, below)], below),
    "page <n> <t>": (below) => steps.push(...buildPage(building, below, context)),
    "include <n> as <n>": (below) => {
      const included = buildInclude(building, below, context);
      steps.push(...included.steps);
      checks.push(...included.checks);
    },
    "repeat <n> each <n> <t>": (below) => steps.push(...buildRepeat(building, below, context, buildSteps)),
    "for each <n> [of <p>] <t>": (below) => steps.push(...buildForEach(building, below, context, buildSteps)),
    "fetch <n> from <p> using <es>": (below) => {
      const fetch = fetchAt(building, below, context);
      if (fetch) steps.push(fetch);
    },
    "guidance [<t>]": notice,
    warning: notice,
    "help <t>": notice,
    "stop <n> <t>": (below) => {
      const stop = buildStop(building, below, context);
      if (stop) steps.push(stop);
    },
    "check <c> otherwise say <t>": (below) => {
      checks.push(...buildDemand(building, below, context, owner, checks.length + 1, `${owner}/check`));
    },
    "show when <c>": () => {},
    // Rules of one item: declared with the questions, read where they are worked out.
    "calculate <n> = <e>": () => {},
    "decide <n> when <c>": () => {},
  });
  return { steps, checks };
}

/** A page's name carries the set's or item's name in front; a page of a set says which set it belongs to. */
function pageHead(building: Building, context: PageContext, name: string): Pick<Page, "kind" | "name" | "set"> {
  const { scope } = context;
  const set = scope.bare ? building.sets.get(scope.said.join("'s ")) : undefined;
  return { kind: "page", name: [...scope.said, name].join("-"), ...(set && { set }) };
}

function questionParts(building: Building, line: Line, context: PageContext): Part[] {
  const question = buildQuestion(building, line, context);
  return question ? [question.field, ...question.notices] : [];
}

function fetchAt(building: Building, line: Line, context: PageContext): ReturnType<typeof buildFetch> {
  const said = [...context.scope.said, nameAt(line)?.name ?? ""];
  const order = lookUp(building, said, { ...context.scope, bare: false })?.order;
  return buildFetch(building, line, formSituation(context, line, order));
}

/** `page <n> <t>` with everything on it; what is looked up and where the form ends on the way come before or after it. */
function buildPage(building: Building, line: Line, context: PageContext): Step[] {
  const name = nameAt(line)?.name ?? "";
  const owner = `page ${name}`;
  const head = pageHead(building, context, name);
  const own = showWhenUnder(building, line, context, `page ${head.name}`);
  const inside = own === undefined ? context : { ...context, shown: [...context.shown, own] };
  const beside: Beside = { before: [], after: [] };
  const { parts, checks } = buildParts(building, line, inside, owner, beside);
  // Its own words are asked for even where an include says others: words files may speak of them.
  const title = wordsOf(building.words, { text: context.scope.text, owner, slot: "title" }, quotedAt(line));
  const page = placed<Page>(building, line.span, {
    kind: "page",
    name: head.name,
    title: context.reworded?.get(name) ?? title,
    ...(head.set && { set: head.set }),
    ...(own !== undefined && { showWhen: own }),
    ...(checks.length > 0 && { checks }),
    parts,
  });
  const around = (step: Step) => (own === undefined ? step : shownWhenAll(building, step, own, line));
  return [...beside.before.map(around), page, ...beside.after.map(around)];
}

/** Steps of their own that are written on a page: before its first question, and after it. */
interface Beside {
  readonly before: Step[];
  readonly after: Step[];
}

interface Parts {
  readonly parts: Part[];
  readonly checks: Demand[];
}

/** What stands on one page or in one group. */
function buildParts(building: Building, line: Line, context: PageContext, owner: string, beside: Beside): Parts {
  const parts: Part[] = [];
  const checks: Demand[] = [];
  const step = (one: Step | undefined) => {
    if (one) (parts.length === 0 && one.kind === "fetch" ? beside.before : beside.after).push(one);
  };
  const notice = (below: Line) => parts.push(buildNotice(building, below, context, owner));
  readLines(building, line.children, {
    "ask <n> <t> as <ty>": (below) => parts.push(...questionParts(building, below, context)),
    "declare <n> <t>": (below) => parts.push(...buildDeclaration(building, below, context)),
    "group <n> <t>": (below) => parts.push(buildGroup(building, below, context, beside)),
    "include <n> as <n>": (below) => {
      const included = buildInclude(building, below, context);
      for (const one of included.steps) {
        if (one.kind === "page")
          parts.push(...one.parts.map((part) => partShownWhen(building, part, one.showWhen, below)));
        else step(one);
      }
      checks.push(...included.checks);
    },
    "fetch <n> from <p> using <es>": (below) => step(fetchAt(building, below, context)),
    "stop <n> <t>": (below) => step(buildStop(building, below, context)),
    "shows <ps>": (below) => {
      for (const path of below.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []))) {
        const datum = findDatum(building, path, context.scope);
        if (datum) parts.push(placed<Part>(building, path.span, { kind: "shown", path: dottedOf(datum) }));
      }
    },
    "guidance [<t>]": notice,
    warning: notice,
    "help <t>": notice,
    "check <c> otherwise say <t>": (below) => {
      checks.push(...buildDemand(building, below, context, owner, checks.length + 1, `${owner}/check`));
    },
    "show when <c>": () => {},
  });
  return { parts, checks };
}

function buildGroup(building: Building, line: Line, context: PageContext, beside: Beside): Part {
  const name = nameAt(line)?.name ?? "";
  const owner = `group ${name}`;
  const own = showWhenUnder(building, line, context, owner);
  const inside = own === undefined ? context : { ...context, shown: [...context.shown, own] };
  const within: Beside = { before: [], after: [] };
  const { parts } = buildParts(building, line, inside, owner, within);
  beside.before.push(...within.before);
  for (const step of within.after)
    beside.after.push(own === undefined ? step : shownWhenAll(building, step, own, line));
  return placed<Part>(building, line.span, {
    kind: "group",
    name,
    title: wordsOf(building.words, { text: context.scope.text, owner, slot: "title" }, quotedAt(line)),
    ...(own !== undefined && { showWhen: own }),
    parts,
  });
}

function buildDeclaration(building: Building, line: Line, context: PageContext): Part[] {
  const name = nameAt(line);
  const datum = name && lookUp(building, [...context.scope.said, name.name], { ...context.scope, bare: false });
  if (!name || !datum || datum.line !== line) return [];
  const owner = `declare ${name.name}`;
  const key = { text: context.scope.text, owner };
  const prose = proseBelow(building, line);
  const showWhen = showWhenUnder(building, line, context, owner, datum.order);
  const shown = showWhen === undefined ? context.shown : [...context.shown, showWhen];
  const askedWhen = allOf(building, shown, `${owner}/asked when`, line);
  const statement = wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line));
  const dotted = [...(datum.item?.list ?? []), ...datum.path];
  building.asked.set(dotted.join("."), { label: statement, ...(askedWhen !== undefined && { askedWhen }) });
  return [
    placed<Part>(building, line.span, {
      kind: "declaration",
      path: dotted,
      name: name.name,
      statement,
      ...(prose && { prose: wordsOf(building.words, { ...key, slot: "prose" }, prose) }),
      ...(showWhen !== undefined && { showWhen }),
    }),
  ];
}

/** What is signed with is a part of identity, so its level counts: the one on the line, else that of sign-in (3.6.16). */
function buildSignature(building: Building, line: Line): Part {
  const known = levelOf(building, nameAt(line, 1));
  const means = nameAt(line);
  const named = (said: string) => lookUp(building, ["identity", said], serviceScope(building));
  const datum = means && (named(means.name) ?? named(means.name.replace(/-id$/, "-number")));
  if (means && datum) noteLevel(building, datum, means.span, known && { level: known, at: nameAt(line, 1)?.span });
  return placed<Part>(building, line.span, {
    kind: "signature",
    with: nameAt(line)?.name ?? "",
    ...(known && { level: known }),
  });
}

/** The pages of a set, each question filled from the part of the same name, and what the set demands of its answers. */
function buildInclude(building: Building, line: Line, context: PageContext): Steps {
  const nothing: Steps = { steps: [], checks: [] };
  const [set, as] = [nameAt(line, 0), nameAt(line, 1)];
  if (findName(building, "question-set", set) === undefined || !set || !as) return nothing;
  const found = building.questionSets.get(set.name);
  if (!found || building.includesTooMuch || context.scope.sets?.includes(set.name)) return nothing;
  const scope = setScope(context.scope, as.name, set.name, found.text);
  const key = { text: found.text, owner: `question-set ${set.name}`, slot: "title" };
  const title = wordsOf(building.words, key, quotedAt(found.line));
  building.sets.set(scope.said.join("'s "), { key: scope.path.at(-1) ?? keyOf(as.name), title });
  const dotted = [...(scope.item?.list ?? []), ...scope.path].join(".");
  building.asked.set(dotted, { label: title });
  const own = showWhenUnder(building, line, context, `include ${as.name}`);
  const shown: readonly RuleId[] = own === undefined ? context.shown : [...context.shown, own];
  const prefill = includePrefill(building, line, context);
  const inside: PageContext = {
    scope,
    shown,
    reworded: rewordedBy(building, line, context, found.line),
    ...(prefill && { prefill }),
  };
  building.included.set(found.line, [...(building.included.get(found.line) ?? []), scope]);
  const { steps, checks } = buildSteps(building, found.line, inside, `question-set ${set.name}`);
  sayInFull(building, [steps, checks], scope);
  return { steps: own === undefined ? steps : steps.map((step) => shownWhenAll(building, step, own, line)), checks };
}

/** A condition of what stands around goes to each of its pages. */
function shownWhenAll(building: Building, step: Step, own: RuleId, line: Line): Step {
  if (step.kind === "fetch") return step;
  const showWhen = bothOf(building, own, step.showWhen, `${step.kind} ${step.name}/show when`, line);
  if (showWhen !== undefined) step.showWhen = showWhen;
  return step;
}

/** The condition of a page that becomes part of another one goes to everything on it. */
function partShownWhen(building: Building, part: Part, own: RuleId | undefined, line: Line): Part {
  if (own === undefined || part.kind === "shown" || part.kind === "signature") return part;
  const wanted = part.kind === "field" ? `ask ${part.path.join(".")}` : part.kind;
  const showWhen = bothOf(building, own, part.showWhen, `${wanted}/show when`, line);
  if (showWhen !== undefined) part.showWhen = showWhen;
  return part;
}

function bothOf(building: Building, own: RuleId, inner: RuleId | undefined, wanted: string, line: Line) {
  const both = inner === undefined ? [own] : [own, inner];
  const at = inner === undefined ? undefined : building.rules.get(inner)?.at;
  return allOf(building, both, wanted, at ? { span: at } : line);
}

function includePrefill(building: Building, line: Line, context: PageContext): PageContext["prefill"] {
  const below = prefillLine(line);
  const path = below && pathsAfter(below, "from")[0];
  if (!below || !path) return undefined;
  building.read.add(below);
  const datum = findFilling(building, path, context.scope);
  if (datum) noteLevel(building, datum, path.span);
  return datum && { from: path.words.map((word) => word.name), mode: modeOf(below), datum };
}

/** `worded line-1 "…"` under an include: other words for a question or page of the set. */
function rewordedBy(building: Building, line: Line, context: PageContext, set: Line): ReadonlyMap<string, Words> {
  const reworded = new Map<string, Words>();
  if (line.children.length === 0) return reworded;
  const inSet = namedIn(set);
  readLines(building, line.children, {
    "worded <n> <t>": (below) => {
      const word = nameAt(below);
      const name = word?.name ?? "";
      if (word && !inSet.some((one) => one.name === name)) notFound(building, "part", name, word.span, inSet);
      const key = { text: context.scope.text, owner: `include ${nameAt(line, 1)?.name}`, slot: `worded ${name}` };
      reworded.set(name, wordsOf(building.words, key, quotedAt(below)));
    },
    "show when <c>": () => {},
  });
  return reworded;
}

/** The questions and pages of a set, groups and pages looked into. */
function namedIn(line: Line): Candidate[] {
  return line.children.flatMap((below) => {
    const name = nameAt(below)?.name;
    const what = below.word === "ask" ? "question" : below.word === "page" ? "page" : undefined;
    return [...(name !== undefined && what ? [{ name, what, at: below.span }] : []), ...namedIn(below)];
  });
}

/** `require` and `check`: not met only when known to be no. */
export function buildDemand(
  building: Building,
  line: Line,
  context: PageContext,
  owner: string,
  number: number,
  wanted: string,
): Demand[] {
  const node = conditionOf(line);
  const otherwise = after(line, "otherwise", "say");
  if (!node || otherwise?.slot !== "t") return [];
  const typed = typeDemand(building, node, formSituation(context, line, undefined));
  const base = { form: "condition" as const, gives: yesOrNo, expression: typed.expression, at: node.span };
  const item = context.scope.item && { item: context.scope.item.key };
  const rule = keepRule(building, { ...base, broken: !typed.type, ...item }, wanted);
  const key = { text: context.scope.text, owner, slot: `say ${number}` };
  return [placed<Demand>(building, line.span, { rule, otherwise: wordsOf(building.words, key, otherwise.quoted) })];
}
