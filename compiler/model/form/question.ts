// One question with the lines below it, as a field of a page.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines, type Situation } from "../building.ts";
import { literalAfter, nameAt, namesAfter, quotedAt, says } from "../line.ts";
import type { Datum } from "../model.ts";
import { lookUp } from "../names/names.ts";
import { buildOptions } from "../service/list.ts";
import type { Field, Part, RuleId, Type } from "../shapes.ts";
import { ownTypeOf } from "../types/own-type.ts";
import { wordsOf } from "../words/words-book.ts";
import { buildCanBe, buildInstead, choicesFrom } from "./instead.ts";
import { buildMust } from "./must.ts";
import { buildNotice } from "./notice.ts";
import { allOf, conditionRule, formSituation, type PageContext, showWhenUnder } from "./page-context.ts";
import { prefillOfPart, prefillUnder } from "./prefill.ts";

/** A question as it stands on a page: the field, and quiet words that follow it. */
export interface BuiltQuestion {
  readonly field: Field;
  readonly notices: readonly Part[];
}

/** Undefined when the line has no name or its name is taken: that is told already. */
export function buildQuestion(building: Building, line: Line, context: PageContext): BuiltQuestion | undefined {
  const name = nameAt(line);
  const datum = name && lookUp(building, [...context.scope.said, name.name], { ...context.scope, bare: false });
  const label = quotedAt(line);
  if (!name || !label || !datum || datum.line !== line) return undefined;
  const owner = `ask ${datum.said}`;
  const showWhen = showWhenUnder(building, line, context, owner, datum.order);
  const shown = showWhen === undefined ? context.shown : [...context.shown, showWhen];
  noteAsked(building, datum, shown, line);
  const type: Type = datum.type ?? { kind: "text" };
  const prefill = prefillUnder(building, line, context, datum) ?? prefillOfPart(building, context, name.name, line);
  const labelKey = { text: context.scope.text, owner: `ask ${name.name}`, slot: "title" };
  // Its own words are asked for even where an include says others: words files may speak of them.
  const own = wordsOf(building.words, labelKey, label);
  const words = context.reworded?.get(name.name) ?? own;
  const dotted = [...(datum.item?.list ?? []), ...datum.path];
  building.asked.set(dotted.join("."), { ...building.asked.get(dotted.join(".")), label: words });
  const field: Field = placed(building, line.span, {
    kind: "field",
    path: dotted,
    name: name.name,
    label: words,
    type,
    optional: datum.optional === true,
    ...(showWhen !== undefined && { showWhen }),
    ...(datum.sensitive !== undefined && { sensitive: datum.sensitive }),
    ...(prefill && { prefill }),
  });
  const notices: Part[] = [];
  const at = formSituation({ ...context, shown }, line, datum.order);
  const known = [
    ...at.known,
    { op: "answered" as const, path: datum.path, ...(datum.item && { item: datum.item.key }) },
  ];
  readBelow(building, line, { field, datum, owner, at: { ...at, known }, notices, context });
  return { field, notices };
}

/** Remembers when a question is asked, for whoever reads its answer. */
function noteAsked(building: Building, datum: Datum, shown: readonly RuleId[], line: Line): void {
  const dotted = [...(datum.item?.list ?? []), ...datum.path].join(".");
  const askedWhen = allOf(building, shown, `ask ${datum.said}/asked when`, line);
  if (askedWhen !== undefined) building.asked.set(dotted, { ...building.asked.get(dotted), askedWhen });
}

interface Below {
  readonly field: Field;
  readonly datum: Datum;
  readonly owner: string;
  readonly at: Situation;
  readonly notices: Part[];
  readonly context: PageContext;
}

function readBelow(building: Building, question: Line, below: Below): void {
  readOwnType(building, question, below);
  if (question.children.length > 0) readLinesBelow(building, question, below);
  readOwnList(building, question, below);
}

function readLinesBelow(building: Building, question: Line, below: Below): void {
  const { field, datum, owner, at, context } = below;
  const own = `ask ${field.name}`;
  const words = (slot: string, line: Line) =>
    wordsOf(building.words, { text: at.scope.text, owner: own, slot }, quotedAt(line));
  const when = (line: Line, what: string) => conditionRule(building, line, { ...at, line }, `${owner}/${what}`);
  let limits = 0;
  readLines(building, question.children, {
    "short name <t>": (line) => {
      field.shortName = words("short name", line);
    },
    "hint <t>": (line) => {
      field.hint = words("hint", line);
    },
    // Its words stand with the type, for every place that shows the answer.
    "unit <t>": () => {
      if (datum.type?.unitWords) field.unit = datum.type.unitWords;
    },
    optional: () => {},
    "sensitive <n>": () => {},
    "required when <c>": (line) => {
      const rule = when(line, "required when");
      if (rule !== undefined) field.requiredWhen = rule;
    },
    "worded <t> when <c>": (line) => {
      const rule = when(line, "worded");
      const number = (field.worded?.length ?? 0) + 1;
      if (rule !== undefined)
        field.worded = [...(field.worded ?? []), { when: rule, label: words(`worded ${number}`, line) }];
    },
    "warn when <c> say <t>": (line) => {
      limits += 1;
      const rule = when(line, "warn when");
      if (rule !== undefined)
        field.warnings = [...(field.warnings ?? []), { when: rule, say: words(`say ${limits}`, line) }];
    },
    "must ([not] be <pred>|have <pred> (characters|words|files|choices)|match <t>) [otherwise say <t>]": (line) => {
      limits += 1;
      field.musts = [
        ...(field.musts ?? []),
        buildMust(building, line, datum, { ...at, line, needsAnswers: true }, owner, limits),
      ];
    },
    "accept <ns> up to <size> [each]": (line) => {
      const size = literalAfter(line, "up", "to");
      field.accept = {
        extensions: namesAfter(line, "accept").map((word) => word.name),
        maxBytes: size?.kind === "size" ? size.value : 0,
        ...(says(line, "each") && { each: true }),
      };
    },
    "instead <n> <t>": (line) => {
      field.instead = buildInstead(building, line, datum, words(`instead ${nameAt(line)?.name}`, line));
    },
    "choices from <p>": (line) => {
      const from = choicesFrom(building, line, at.scope);
      if (from) field.choicesFrom = from;
    },
    "can be (sent later [within <d>]|already with us|sent by (post|someone else))": (line) => {
      field.canBe = [...(field.canBe ?? []), buildCanBe(building, line, at, owner)];
      const how = `${field.path.join(".")}How`;
      building.asked.set(how, { ...building.asked.get(field.path.join(".")), label: field.label });
    },
    "guidance [<t>]": (line) => below.notices.push(buildNotice(building, line, context, own)),
    warning: (line) => below.notices.push(buildNotice(building, line, context, own)),
    "help <t>": (line) => below.notices.push(buildNotice(building, line, context, own)),
  });
}

/** What the question's own type says: its limits come first, its hint where the question has none. */
function readOwnType(building: Building, question: Line, { field, datum, owner, at }: Below): void {
  const own = ownTypeOf(building, question);
  if (!own) return;
  if (own.hint) field.hint = own.hint;
  const inside = { ...at, scope: { ...at.scope, text: own.text }, needsAnswers: true };
  const musts = own.limits.map((line, index) =>
    buildMust(building, line, datum, { ...inside, line }, owner, index + 1, `type ${own.name}`),
  );
  if (musts.length > 0) field.musts = musts;
}

/** Bullets below a question with `one of these` are its list; a choice may depend on what was answered before, as the question may. */
function readOwnList(building: Building, question: Line, { field, owner, at }: Below): void {
  const list = field.type.list === undefined ? undefined : building.lists.get(field.type.list);
  if (list?.line !== question || field.type.list === undefined) return;
  const ruleOf = (line: Line, what: string) => conditionRule(building, line, { ...at, line }, `${owner}/${what}`);
  const options = buildOptions(building, question, at.scope.text, `ask ${field.name}`, ruleOf);
  building.builtLists.set(field.type.list, placed(building, question.span, { options }));
}
