// The model of a service, from the trees of its text, its libraries and its words files. Reads like a table of contents;
// an author's mistake becomes a finding, and the reading goes on.

import type { Line, Tree } from "../syntax/tree.ts";
import { type Building, keepRule, placed, readLines } from "./building.ts";
import { readExamples } from "./examples.ts";
import { typeCondition, typeDemand } from "./expressions/condition.ts";
import { yesOrNo } from "./expressions/typed.ts";
import { formSituation, showWhenUnder } from "./form/page-context.ts";
import { buildSteps } from "./form/steps.ts";
import { withoutConsequences } from "./held-back.ts";
import { buildLibrary, declareLibrary, readLibraries } from "./libraries.ts";
import { after, conditionOf, nameAt, namesAfter, quotedAt, wordOf } from "./line.ts";
import type { Finding, Library, Model } from "./model.ts";
import { applicantData, builtInRoles, caseData, identityData } from "./names/built-in.ts";
import { declareCarried } from "./names/carried.ts";
import { declareTopLevel, serviceScope } from "./names/declare.ts";
import { declareAwaited } from "./names/declare-awaited.ts";
import { declareData } from "./names/declare-data.ts";
import { declareDatum, notFound } from "./names/names.ts";
import { factsRead, judgeReadings } from "./readings.ts";
import { addSigning } from "./route/co-sign.ts";
import { buildOutcome, buildRoute, markAdverse, readCalendar } from "./route/route.ts";
import { declareRules, workOutRules } from "./rules/named-rules.ts";
import { buildAssistance } from "./service/assistance.ts";
import { buildCalendar } from "./service/calendar.ts";
import { buildCredential } from "./service/credential.ts";
import { buildDocument } from "./service/document.ts";
import { buildHeader } from "./service/header.ts";
import { buildList } from "./service/list.ts";
import { buildMeasures } from "./service/measures.ts";
import { buildMessage } from "./service/message.ts";
import { buildApplicant, buildTitled, declareApplicantWords, readSignIn } from "./service/people.ts";
import { buildPrivacy } from "./service/privacy.ts";
import { buildSource } from "./service/source.ts";
import type { Assistance, Demand, Eligibility, List, Measure, Outcome, Section, Titled } from "./shapes.ts";
import { readFills } from "./words/fills.ts";
import { judgeWords } from "./words/judge-words.ts";
import { languageNamed, languageNames } from "./words/languages.ts";
import { readWordsFile, type WordsBook, wordsOf } from "./words/words-book.ts";

/**
 * The model of the service in `tree`. Undefined when the text has no `service` line: there is nothing to build then. `locks` are the
 * texts of lock files, for the checks that compare with them.
 */
export function buildModel(
  tree: Tree,
  trees: readonly Tree[],
  locks: ReadonlyMap<string, string> = new Map(),
): Model | undefined {
  const head = tree.lines.find((line) => wordOf(line) === "service" && line.form !== undefined);
  const name = head && nameAt(head);
  if (!head || !name) return undefined;
  const building = startBuilding(tree, trees, name.name, head);
  building.read.add(head);

  const libraries = readLibraries(building, tree);
  building.words.files = wordsInUse(building, libraries);
  declareTopLevel(building, tree, name.name);
  for (const library of libraries) declareLibrary(building, library);
  readSignIn(building, tree.lines);
  readCalendar(building, tree.lines);

  for (const datum of [...identityData(applicantKinds(tree)), ...applicantData(), ...caseData()])
    declareDatum(building, datum);
  declareApplicantWords(building, tree.lines);
  declareData(building, tree.lines, serviceScope(building));
  declareAwaited(building, tree.lines, serviceScope(building));
  declareRules(building, tree.lines);
  declareCarried(building, tree.lines);

  const languages = buildLanguages(building, head);
  const header = buildHeader(building, head);
  for (const library of libraries) buildLibrary(building, library);
  buildNamed(building, tree.lines);

  const form = buildForm(building, tree.lines);
  workOutRules(building);
  declareCarried(building, tree.lines);
  const route = buildCase(building, tree.lines);
  readExamples(building, tree.lines);
  readFills(building, [tree, ...wordsTrees(building)]);

  judgeReadings(building);
  judgeWords(building, head, libraries);
  const unread = unreadLines(tree.lines, building.read);
  const { findings, leftOut } = firstOfEachKind(withoutRepeats(building.findings));
  return {
    tree,
    trees,
    used: usedFiles(building, libraries),
    libraries,
    earlier: [],
    locks,
    wordsFiles: building.words.files,
    said: building.words.said,
    name: name.name,
    ...header,
    languages,
    timeZone: building.timeZone ?? "UTC",
    currency: building.currency?.code ?? "GBP",
    ...form,
    ...route,
    sources: Object.fromEntries(building.sources),
    lists: inTextOrder(building),
    calendars: Object.fromEntries(building.calendars),
    credentials: Object.fromEntries(building.credentials),
    messages: Object.fromEntries(building.messages),
    documents: Object.fromEntries(building.documents),
    rules: building.rules,
    examples: building.examples,
    data: [...building.data.values()],
    items: building.items,
    asked: building.asked,
    fills: building.fills,
    places: building.places,
    findings: withoutConsequences(building, findings, unread),
    leftOut,
    unread,
  };
}

function startBuilding(tree: Tree, trees: readonly Tree[], service: string, head: Line): Building {
  const names = {
    stage: new Map(),
    check: new Map(),
    message: new Map(),
    source: new Map(),
    operation: new Map(),
    credential: new Map(),
    role: new Map(builtInRoles.map((role) => [role, { name: role, what: "role" }])),
    partner: new Map(),
    list: new Map(),
    "question-set": new Map(),
    calendar: new Map(),
    awaited: new Map(),
    assistance: new Map(),
    type: new Map(),
    language: new Map(),
    part: new Map(),
    parameter: new Map(),
    words: new Map(),
  };
  return {
    tree,
    trees,
    service,
    words: startWords(trees, head),
    data: new Map(),
    asked: new Map(),
    names,
    items: new Map(),
    goneRound: new Map(),
    approvers: new Set(),
    started: new Set(),
    paid: { names: new Set(), isBroken: false },
    stops: new Set(),
    lists: new Map(),
    builtLists: new Map(),
    questionSets: new Map(),
    sets: new Map(),
    included: new Map(),
    operations: new Map(),
    sources: new Map(),
    calendars: new Map(),
    credentials: new Map(),
    messages: new Map(),
    documents: new Map(),
    ownTypes: new Map(),
    rules: new Map(),
    waiting: new Map(),
    depths: new Map(),
    working: new Set(),
    tables: [],
    fills: new Map(),
    places: new Map(),
    findings: [],
    readings: [],
    read: new Set(),
    examples: [],
    typeCondition,
  };
}

function startWords(trees: readonly Tree[], head: Line): WordsBook {
  const languages = head.children.find((line) => line.form === "languages <ns>");
  const first = languages && namesAfter(languages, "languages")[0];
  const tagOf = (name: string) => languageNamed(name)?.tag;
  const files = trees.filter((tree) => tree.kind === "words").flatMap((tree) => readWordsFile(tree, tagOf) ?? []);
  return { tag: (first && tagOf(first.name)) ?? "en", files, owners: new Map(), said: new Map() };
}

/** The declared languages; English when nothing is said. */
function buildLanguages(building: Building, head: Line): Model["languages"] {
  const line = head.children.find((child) => child.form === "languages <ns>");
  const words = line ? namesAfter(line, "languages") : [];
  const languages = words.flatMap((word) => {
    const language = languageNamed(word.name);
    const candidates = languageNames.map((known) => ({ name: known, what: "language" }));
    if (!language) notFound(building, "language", word.name, word.span, candidates);
    return language ? [placed(building, word.span, { ...language })] : [];
  });
  return languages.length > 0 ? languages : [{ tag: "en", name: "English" }];
}

/** Kinds of applicant: identity has other parts for a business. */
function applicantKinds(tree: Tree): ReadonlySet<string> {
  return new Set(tree.lines.flatMap((line) => (wordOf(line) === "applicant" ? (nameAt(line)?.name ?? []) : [])));
}

/** What stands at the margin and is found by name: calendars, lists, sources. */
function buildNamed(building: Building, lines: readonly Line[]): void {
  const { service } = building;
  readLines(building, lines, {
    "calendar <n> <t>": (line) => buildCalendar(building, line, service),
    "list <n> [from <p>]": (line) => buildList(building, line, service),
    "question-set <n> <t>": () => {},
  });
  for (const line of lines) if (wordOf(line) === "source") buildSource(building, line, service);
}

interface Form {
  readonly applicants: Model["applicants"];
  readonly roles: Model["roles"];
  readonly partners: Model["partners"];
  readonly eligibility?: Eligibility;
  readonly sections: Section[];
}

function buildForm(building: Building, lines: readonly Line[]): Form {
  const eligibility = lines.find((line) => line.form === "eligibility <t>");
  return {
    applicants: lines
      .filter((line) => line.form === "applicant is (a|an) <n>")
      .map((line) => buildApplicant(building, line)),
    roles: titled(building, lines, "role"),
    partners: titled(building, lines, "partner"),
    ...(eligibility && { eligibility: buildEligibility(building, eligibility) }),
    sections: lines.filter((line) => line.form === "section <n> <t>").map((line) => buildSection(building, line)),
  };
}

function titled(building: Building, lines: readonly Line[], word: string): Record<string, Titled> {
  const all = lines.filter((line) => wordOf(line) === word).flatMap((line) => buildTitled(building, line) ?? []);
  return Object.fromEntries(all.map((one) => [one.name, one]));
}

function buildEligibility(building: Building, line: Line): Eligibility {
  building.read.add(line);
  const scope = serviceScope(building);
  const title = wordsOf(
    building.words,
    { text: building.service, owner: "eligibility", slot: "title" },
    quotedAt(line),
  );
  const { steps } = buildSteps(building, line, { scope, shown: [] }, "eligibility");
  const requirements: Demand[] = [];
  readLines(building, line.children, {
    "require <c> otherwise say <t>": (below) => {
      requirements.push(...buildRequirement(building, below, requirements.length + 1));
    },
  });
  return placed(building, line.span, { title, steps, requirements });
}

/** Its rule is called after the first answer it reads. */
function buildRequirement(building: Building, line: Line, number: number): Demand[] {
  const node = conditionOf(line);
  const otherwise = after(line, "otherwise", "say");
  if (!node || otherwise?.slot !== "t") return [];
  const typed = typeDemand(
    building,
    node,
    formSituation({ scope: serviceScope(building), shown: [] }, line, undefined),
  );
  const [first = ""] = factsRead(building, typed.expression);
  const said = [...building.data.values()].find((datum) => datum.path.join(".") === first)?.said ?? String(number);
  const base = { form: "condition" as const, gives: yesOrNo, expression: typed.expression, at: node.span };
  const rule = keepRule(building, { ...base, broken: !typed.type }, `eligibility/require ${said}`);
  const key = { text: building.service, owner: "eligibility", slot: `say ${number}` };
  return [placed(building, line.span, { rule, otherwise: wordsOf(building.words, key, otherwise.quoted) })];
}

function buildSection(building: Building, line: Line): Section {
  building.read.add(line);
  const name = nameAt(line)?.name ?? "";
  const owner = `section ${name}`;
  const context = { scope: serviceScope(building), shown: [] };
  const title = wordsOf(building.words, { text: building.service, owner, slot: "title" }, quotedAt(line));
  const showWhen = showWhenUnder(building, line, context, owner);
  const shown = showWhen === undefined ? [] : [showWhen];
  const { steps, checks } = buildSteps(building, line, { ...context, shown }, owner);
  return placed(building, line.span, {
    name,
    title,
    ...(showWhen !== undefined && { showWhen }),
    ...(checks.length > 0 && { checks }),
    steps,
  });
}

interface Case {
  readonly route?: Model["route"];
  readonly outcomes: Outcome[];
  readonly privacy?: Model["privacy"];
  readonly assistance: Assistance[];
  readonly measures: Measure[];
}

function buildCase(building: Building, lines: readonly Line[]): Case {
  const routeLine = lines.find((line) => line.form === "route");
  const privacyLine = lines.find((line) => line.form === "privacy");
  const route = routeLine && buildRoute(building, routeLine);
  const outcomes = lines
    .filter((line) => line.form === "outcome <n> <t>")
    .flatMap((line) => buildOutcome(building, line) ?? []);
  if (route) markAdverse(route, outcomes);
  if (route) addSigning(building, route, lines);
  for (const line of lines) {
    if (line.form === "credential <n> <t>") buildCredential(building, line);
    if (line.form === "message <n> by <ns>") buildMessage(building, line);
    if (line.form === "document <n> <t>") buildDocument(building, line);
  }
  return {
    ...(route && { route }),
    outcomes,
    ...(privacyLine && { privacy: buildPrivacy(building, privacyLine) }),
    assistance: lines
      .filter((line) => line.form === "assistance <n> <t>")
      .flatMap((line) => buildAssistance(building, line) ?? []),
    measures: lines.filter((line) => line.form === "measures").flatMap((line) => buildMeasures(building, line)),
  };
}

/** Lists as they are met in the texts. */
function inTextOrder(building: Building): Record<string, List> {
  return Object.fromEntries(building.builtLists);
}

/** The words files that speak of the service or of a library in use: of each language one, of the version in use when there is one. */
function wordsInUse(building: Building, libraries: readonly Library[]): WordsBook["files"] {
  const versions = new Map(libraries.map((library) => [library.name, library.version]));
  return building.words.files.filter((file, _, all) => {
    if (file.for === building.service) return true;
    const version = versions.get(file.for);
    const same = all.filter((one) => one.for === file.for && one.tag === file.tag);
    const fits = same.find((one) => one.version === version) ?? same[0];
    return version !== undefined && fits === file;
  });
}

/** Libraries in use, and the words files in use. */
function usedFiles(building: Building, libraries: readonly Library[]): string[] {
  const words = building.words.files.map((file) => file.header.span.file);
  return [...new Set([...libraries.map((library) => library.tree.file), ...words])];
}

function wordsTrees(building: Building): Tree[] {
  const ofService = building.words.files.filter((file) => file.for === building.service);
  const files = new Set(ofService.map((file) => file.header.span.file));
  return building.trees.filter((tree) => files.has(tree.file));
}

/** So many findings of one kind are looked at: nobody mends more at once, and a text of nothing but mistakes stays quick. */
const mostOfOneKind = 500;

function firstOfEachKind(all: readonly Finding[]): { findings: Finding[]; leftOut: number } {
  const counts = new Map<Finding["kind"], number>();
  const findings = all.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= mostOfOneKind;
  });
  return { findings, leftOut: all.length - findings.length };
}

/** The same trouble at the same place is told once (a set included twice, an address read twice). */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const span = "span" in finding ? finding.span : "at" in finding ? finding.at : finding.node.span;
    const key = `${finding.kind} ${span.file} ${span.start} ${span.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Lines that were read by the reader and by nobody after it; what stands below one is not told again. */
function unreadLines(lines: readonly Line[], read: ReadonlySet<Line>, unread: Line[] = []): Line[] {
  for (const line of lines) {
    if (line.form === undefined) continue;
    if (read.has(line)) unreadLines(line.children, read, unread);
    else unread.push(line);
  }
  return unread;
}
