// One check of a stage: what is asked of a source, who works on it, what they see, record and choose, and by when.

import type { Line } from "../../syntax/tree.ts";
import { type Building, keepRule, placed, readLines } from "../building.ts";
import { typeValue } from "../expressions/value.ts";
import { nameAt, namesAfter, pathsAfter } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { isCheck, workScope } from "../names/declare-checks.ts";
import { itemNamed } from "../names/items.ts";
import { findName, isSaidWithoutSet } from "../names/names.ts";
import { saidOf } from "../names/said.ts";
import type { Check } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { fetchReader } from "./effects.ts";
import { buildFinish } from "./finish.ts";
import { situationIn } from "./rule-situation.ts";
import { peopleReaders, workReaders } from "./work.ts";

/** The checks of an `at the same time`, in the order of the text. */
export function buildChecks(building: Building, block: Line): Check[] {
  return block.children.flatMap((line) => (isCheck(line) ? (buildCheck(building, line) ?? []) : []));
}

function buildCheck(building: Building, line: Line): Check | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  building.read.add(line);
  const owner = `check ${name.name}`;
  const scope = workScope(building, line, serviceScope(building));
  const check: Check = {
    name: name.name,
    title: titleOf(building, owner, name.name),
    ...forEachOf(building, line),
    ...atOf(building, line),
    by: namesAfter(line, "by").flatMap((word) => findName(building, "role", word, ["partner"]) ?? []),
    doing: [],
    shows: [],
    questions: [],
    actions: [],
  };
  const work = { line, owner, scope };
  readLines(building, line.children, {
    ...fetchReader(building, check.doing, (below) =>
      situationIn(below, check.forEach ? scope : serviceScope(building)),
    ),
    ...workReaders(building, check, work),
    ...peopleReaders(building, check, work),
    "finish (within <d>|by <e>) otherwise (tell <n>|go to <n>|go on without it)": (below) => {
      check.finish = buildFinish(building, below, owner);
    },
  });
  return placed(building, line.span, check);
}

/** A check has no words of its own in the text: they are made from its name. */
function titleOf(building: Building, owner: string, name: string): Check["title"] {
  const made = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
  const words = wordsOf(building.words, { text: building.service, owner, slot: "title" }, undefined);
  return { ...words, [building.words.tag]: made };
}

/** `for each owner`: the singular name of a repeat. */
function forEachOf(building: Building, line: Line): Pick<Check, "forEach"> {
  const [each] = pathsAfter(line, "for", "each");
  if (!each) return {};
  const names = each.words.map((word) => word.name);
  const scope = serviceScope(building);
  const item = itemNamed(building, names, scope);
  if (item) return { forEach: { item: item.key, name: item.name, list: [...item.list] } };
  const candidates = [...building.items.keys()].map((name) => ({ name, what: "one item of a repeat" }));
  if (isSaidWithoutSet(building, each, scope)) return {};
  building.findings.push({ kind: "name-not-found", name: saidOf(names), of: "data", span: each.span, candidates });
  return {};
}

/** `at land-registry`, or `at home's council`: a partner, or what names one for this case. */
function atOf(building: Building, line: Line): Pick<Check, "at"> {
  const [path] = pathsAfter(line, "at");
  const [first] = path?.words ?? [];
  if (!path || !first) return {};
  const isPartner = path.words.length === 1 && building.names.partner.has(first.name);
  if (isPartner) return { at: { partner: first.name } };
  const scope = workScope(building, line, serviceScope(building));
  if (path.words.length === 1 && !building.data.has(first.name)) {
    findName(building, "partner", first);
    return {};
  }
  const typed = typeValue(building, path, situationIn(line, scope));
  if (!typed.type) return {};
  const rule = {
    form: "value" as const,
    gives: typed.type,
    expression: typed.expression,
    at: path.span,
    broken: false,
  };
  const of = scope.item ? { item: scope.item.key } : {};
  return { at: { rule: keepRule(building, { ...rule, ...of }, `check ${nameAt(line)?.name ?? ""}/at`) } };
}
