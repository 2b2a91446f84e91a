// "Why is this here?": everything a compiled service says about one name: where it comes from, who reads it, by which law, how long it is
// kept. Pure; shows nothing itself.
import type { Expression, Named, Rule, Service, Words } from "#contract";
import { escaped, inText, lawOf, placeOf, typeWords, type Why, type WhyLine } from "./answer.ts";
import { formPlaces } from "./form-places.ts";
import { mentionsIn, readDirectly } from "./mentions.ts";
import { keepWords, type Reader, sayMention } from "./readers.ts";
import { explainThing, thingsOf } from "./things.ts";
import { originOf } from "./value-origin.ts";

/** All names that can be asked for, as authors say them. */
export function namesToAsk(service: Service): string[] {
  const values = Object.values(service.names).map(({ name }) => name);
  const tables = Object.values(service.rules).flatMap(({ expression }) =>
    expression.op === "table" && expression.table !== undefined ? [expression.table] : [],
  );
  return [...new Set([...values, ...tables, ...thingsOf(service).map(({ name }) => name)])];
}

/** The rules that a table of that name gives the results of: its name stands for all of them. */
function resultsOf({ rules }: Service, table: string): ReadonlySet<string> {
  return new Set(
    Object.entries(rules).flatMap(([id, { expression }]) =>
      expression.op === "table" && expression.table === table ? [id] : [],
    ),
  );
}

/**
 * One answer for each thing of that name: a stage may be called like a list. Where nothing has that name, for each that people see under
 * those words. Empty when the text has neither.
 */
export function explainWhy(service: Service, said: string): Why[] {
  const named = explainNamed(service, said);
  return named.length > 0 ? named : namesWorded(service, said).flatMap((name) => explainNamed(service, name));
}

/** The names of what people see under these words: a question is asked about as it stands in the form. */
function namesWorded(service: Service, said: string): string[] {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[\s"“”?.:]+/g, " ")
      .trim();
  const wanted = plain(said);
  const values = Object.values(service.names).map(({ name, label }) => ({ name, label: inText(service, label) }));
  const worded = [...values, ...thingsOf(service)].filter(({ label }) => wanted !== "" && plain(label) === wanted);
  return [...new Set(worded.map(({ name }) => name))];
}

function explainNamed(service: Service, said: string): Why[] {
  const wanted = said.trim().toLowerCase().replaceAll("’", "'");
  const results = resultsOf(service, wanted);
  const isAsked = ({ name, rule }: Named) => name === wanted || (rule !== undefined && results.has(rule));
  const values = Object.entries(service.names).filter(([, named]) => isAsked(named) && named.from !== "stage");
  return [
    ...values.map(([path, named]) => explainValue(service, path, named)),
    ...thingsOf(service).flatMap((thing) => (thing.name === wanted ? [explainThing(service, thing)] : [])),
  ];
}

function explainValue(service: Service, path: string, named: Named): Why {
  const rule = named.rule === undefined ? undefined : service.rules[named.rule];
  const pointer =
    named.rule === undefined
      ? formPlaces(service).find((one) => one.path === path)?.pointer
      : `/rules/${escaped(named.rule)}`;
  const at = pointer === undefined ? undefined : placeOf(service, pointer);
  const label = inText(service, named.label);
  const readers = readersOf(service, path, named.rule, 0, new Set());
  const of = (chapter: Reader["chapter"]) => readers.filter((one) => one.chapter === chapter).map(({ line }) => line);
  const reads = of("reads");
  const shown = of("shown");
  return {
    name: named.name,
    what: whatOf(named, rule),
    ...(label !== "" && { label }),
    ...(at && { at }),
    chapters: [
      { title: "Where it comes from", lines: originOf(service, path) },
      {
        title: "Who reads it",
        lines:
          reads.length + shown.length > 0 ? reads : [{ words: "nobody: no rule, stage or message reads it", depth: 0 }],
      },
      { title: "Who is shown or told it", lines: shown },
      { title: "How long it is kept, and who may see it", lines: keptLines(service, path, named, of("kept")) },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** question, money; of what has no type of its own only what it is. */
function whatOf({ from, type }: Named, rule: Rule | undefined): string {
  const what = rule?.form === "table" ? "result of a table" : whats[rule?.form === "decide" ? "decision" : from];
  const words = typeWords(type);
  return words === what || words === "record" ? what : `${what}, ${words}`;
}

const whats: Readonly<Record<Named["from"] | "decision", string>> = {
  question: "question",
  declaration: "declaration",
  set: "set of questions",
  repeat: "list",
  fetched: "answer of a register",
  identity: "part of the signed-in person",
  "previous-application": "answer of last time",
  credential: "on a credential that is presented",
  rule: "calculation",
  decision: "decision",
  case: "fact of the case",
  stage: "stage",
};

interface Told {
  readonly chapter: Reader["chapter"];
  readonly line: WhyLine;
}

/** Who reads a value, and through the rules that do, who reads those: each rule once. */
function readersOf(service: Service, path: string, rule: string | undefined, depth: number, seen: Set<string>): Told[] {
  const mentions = mentionsIn(service).filter((one) =>
    one.rule !== undefined ? one.rule === rule : isSame(one.path, path),
  );
  const direct = mentions.map((mention): Told => {
    const { chapter, words } = sayMention(service, mention);
    return told(service, chapter, words, mention.pointer, depth);
  });
  const rules = Object.entries(service.rules).filter(([, one]) => {
    return isReadIn(service, one.expression, path, rule);
  });
  const through = rules.flatMap(([id, one]): Told[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    if (one.name === undefined) return readersOf(service, "", id, depth, seen);
    const what = one.form === "decide" ? "decision" : one.form === "table" ? "table result" : "calculation";
    const law = lawOf(service, lawReading(service, one, path, rule));
    const own = told(service, "reads", `${what} ${one.name} reads it${law}`, `/rules/${escaped(id)}`, depth);
    const deeper = readersOf(service, pathOfRule(service, id), id, depth + 1, seen);
    return [own, ...deeper.map((each): Told => ({ ...each, chapter: "reads" }))];
  });
  return onceEach([...direct, ...through]);
}

/** The law of the exception that reads it, else that of the whole rule. */
function lawReading(
  service: Service,
  { expression, because }: Rule,
  path: string,
  rule: string | undefined,
): Words | undefined {
  const readsIt = (part: Expression): boolean => isReadIn(service, part, path, rule);
  if (expression.op !== "exceptions") return because;
  return expression.cases.find(({ when, value }) => readsIt(when) || readsIt(value))?.because ?? because;
}

/** What only counts the items of a list reads the list, and no part of them. */
function isReadIn(service: Service, expression: Expression, path: string, rule: string | undefined): boolean {
  const { paths, lists, rules } = readDirectly(service, expression);
  if (rule !== undefined && rules.has(rule)) return true;
  if ([...paths].some((read) => isSame(read, path))) return true;
  return [...lists].some((list) => path !== "" && (list === path || list.startsWith(`${path}.`)));
}

function told(service: Service, chapter: Reader["chapter"], words: string, pointer: string, depth: number): Told {
  const at = placeOf(service, pointer);
  return { chapter, line: { words, depth, ...(at && { at }) } };
}

/** The same path, the whole that it is part of, or a part of it. */
function isSame(read: string | undefined, path: string): boolean {
  if (read === undefined || path === "") return false;
  return read === path || read.startsWith(`${path}.`) || path.startsWith(`${read}.`);
}

function pathOfRule(service: Service, id: string): string {
  return Object.entries(service.names).find(([, named]) => named.rule === id)?.[0] ?? "";
}

function onceEach(all: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return all.filter(({ line }) => {
    const key = `${line.depth} ${line.words} ${line.at?.file} ${line.at?.line}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What is said of this answer; else what is said of all. Results of rules are not kept: they can be worked out again. */
function keptLines(service: Service, path: string, named: Named, own: readonly WhyLine[]): WhyLine[] {
  const isAnswer =
    named.from === "question" || named.from === "declaration" || named.from === "set" || named.from === "repeat";
  const hasOwn = own.some(({ words }) => words.startsWith("kept "));
  const all = (service.privacy?.keep ?? []).flatMap((keep, index): WhyLine[] => {
    if (keep.paths.length > 0) return [];
    const at = placeOf(service, `/privacy/keep/${index}`);
    return [{ words: `like all answers: ${keepWords(keep)}`, depth: 0, ...(at && { at }) }];
  });
  const inherited = isAnswer && !hasOwn && path !== "" ? all : [];
  const special = (service.privacy?.specialCategories ?? []).flatMap(({ name, under }, index): WhyLine[] => {
    if (name !== named.sensitive) return [];
    const at = placeOf(service, `/privacy/specialCategories/${index}`);
    return [{ words: `${name} data, held under “${inText(service, under)}”`, depth: 0, ...(at && { at }) }];
  });
  return [...own, ...inherited, ...special];
}
