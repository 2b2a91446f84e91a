// FW201: a name that nothing in the service has. Offers the nearest names, or a line that declares it.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAfter, wordOf } from "../../model/line.ts";
import type { Candidate, Finding, Model, Namespace } from "../../model/model.ts";
import { previousApplication } from "../../model/names/carried.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../syntax/tree.ts";
import { numberNamed } from "../../syntax/written-values.ts";
import { createNamesOf, findingsOf, type NamesOf } from "../findings.ts";
import { mostOfOneCode } from "../most-told.ts";
import { change, lineHolding, lineNumber, textAt } from "../text-edits.ts";
import { declareFixes } from "./declare-fixes.ts";
import { typesMeantBy } from "./everyday-types.ts";
import { everythingMeant } from "./everything-meant.ts";
import { meantOtherwise } from "./meant-otherwise.ts";
import { missingHeading } from "./missing-heading.ts";
import { isWordOfText, standsBeside, standsOnce } from "./misspelt-declaration.ts";
import { partsReadAsOne } from "./name-read-as-one.ts";
import { limitMeant, literalMeant, typesWithSlip } from "./slips-in-words.ts";
import { leadsToStage, stageForRight } from "./stage-for-right.ts";
import { wordsMeant } from "./words-without-quotes.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

const nothing: Readonly<Record<Namespace, string>> = {
  data: "nothing",
  stage: "no stage or outcome",
  check: "no check",
  message: "no message",
  source: "no source",
  operation: "no operation",
  credential: "no credential",
  role: "no role",
  partner: "no partner",
  list: "no list",
  "question-set": "no question set",
  calendar: "no calendar",
  awaited: "nothing that can be waited for",
  assistance: "no assistance",
  type: "no type of answer",
  language: "no language",
  part: "no part",
  parameter: "nothing",
  words: "nothing",
};

/** What is said of it. A word that the language brings, such as a layout, cannot be declared in a service: that is not said of it. */
function holesOf({ of, name, candidates }: NotFound): { nothing: string; name: string; where: string } {
  const what = of === "words" ? kindOfWord(candidates) : undefined;
  if (what !== undefined) return { nothing: `no ${what}`, name, where: "" };
  return { nothing: nothing[of], name, where: of === "language" ? "" : " in this service" };
}

/** `layout`, `period`, `level`: what all the words are that may stand there. */
function kindOfWord(candidates: NotFound["candidates"]): string | undefined {
  const kinds = new Set(candidates.map(({ what }) => what));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** A name that is missing in several places is told once, with all its places; those in words files follow from the service. */
export function checkNameNotFound(model: Model): Problem[] {
  const namesOf = createNamesOf();
  const findings = findingsOf(model, "name-not-found").filter((finding) => !partsReadAsOne(finding, namesOf));
  const byName = Map.groupBy(findings, rootOf);
  let compared = 0;
  return [...byName.values()].flatMap((places, at) => {
    const first = places.find(({ span }) => span.file === model.tree.file) ?? places[0];
    const others = places.filter((one) => one !== first && one.span.file === first?.span.file);
    if (!first) return [];
    // So many are not told but counted: what they may mean is not looked for.
    if (at >= mostOfOneCode) return [problems.nameNotFound(first.span, holesOf(first))];
    compared += first.candidates.length;
    const meant = compared > mostCompared ? [] : meantBy(model, first, namesOf);
    const likely = namesOf(first.candidates).get(meant[0] ?? "");
    return [problemOf(model, first, others, meant, likely)];
  });
}

/** So many names are compared for all that are missing: a text in which thousands are missing has another trouble than slips of the pen. */
const mostCompared = 500_000;

/** What is missing: of vehicle's make and vehicle's fuel it is vehicle; a part is looked for in what is there. */
function rootOf({ of, name, whole }: NotFound): string {
  if (of === "part") return `${whole ?? ""} ${name}`;
  return name.split("'s ")[0] ?? name;
}

function problemOf(
  model: Model,
  finding: NotFound,
  others: readonly NotFound[],
  meant: readonly string[],
  likely: Candidate | undefined,
): Problem {
  const declared = misspeltWhere(model, finding, others, likely);
  if (declared) {
    const places = [finding, ...others];
    return problems.nameNotFound(declared, holesOf(finding), {
      beside: "is this what was meant?",
      explanation: [`It stands on ${lines(model, places)}.`],
      fixes: [change(model.trees, declared, finding.name)],
    });
  }
  const all = everythingMeant(model, finding);
  if (all) return problems.nameNotFound(finding.span, holesOf(finding), all);
  const bound =
    boundMeant(model, finding) ?? (finding.of === "data" ? limitMeant(model, finding.name, finding.span) : undefined);
  if (bound) return problems.nameNotFound(finding.span, holesOf(finding), bound);
  const otherwise = meantOtherwise(model, finding);
  if (otherwise) return problems.nameNotFound(finding.span, holesOf(finding), otherwise);
  const words = wordsMeant(model, finding);
  if (words) return problems.nameNotFound(finding.span, holesOf(finding), words);
  const fixes = meant.map((name): Fix => {
    const same = others.filter((one) => one.name === finding.name);
    const more = same.map(({ span }) => ({ span, text: name }));
    const { title, edits } = change(model.trees, finding.span, name);
    return { title, edits: [...edits, ...more] };
  });
  const atDeclaration = meant.length === 0 || others.length > 0 ? [] : declaredOtherwise(model, finding, likely);
  const also = others.length > 0 ? [`It stands also on ${lines(model, others)}.`] : [];
  const isRight = finding.of === "stage" && isRightOfOutcome(model, finding.span);
  // Where its line may have been left out, another one is no way to mend it.
  const leftOut = meant.length === 0 ? missingHeading(model, finding.of) : [];
  const isNew = meant.length === 0 && leftOut.length === 0;
  const line = isNew && !isRight ? declareFixes(model, finding) : [];
  const ready = isNew && isRight ? stageForRight(model, finding) : undefined;
  const stage = isRight ? [ready?.explanation ?? leadsToStage] : [];
  return problems.nameNotFound(finding.span, holesOf(finding), {
    explanation: [
      ...(somethingElse(model, finding) ?? notSaidHere(model, finding) ?? suggestion(model, finding, meant, likely)),
      ...stage,
      ...leftOut,
      ...also,
    ],
    fixes: [...fixes.slice(0, 1), ...atDeclaration, ...fixes.slice(1), ...line, ...(ready?.fixes ?? [])],
  });
}

/**
 * Where the name was declared with a slip: a name that is missing in several places, or that stands in the words beside the declaration,
 * and one like it that stands where it is declared and nowhere else. Then the places agree, and the declaration does not.
 */
function misspeltWhere(
  model: Model,
  finding: NotFound,
  others: readonly NotFound[],
  likely: Candidate | undefined,
): Span | undefined {
  const { at, name: meant = "" } = likely ?? {};
  if (!at || at.file !== finding.span.file || !isDeclaredOnce(model, at, meant)) return undefined;
  const { text } = model.tree;
  const isDeclaredWrongly = standsBeside(text, at, finding.name, meant) || isWordOfText(text, finding.name, meant);
  if (others.length === 0 && !isDeclaredWrongly) return undefined;
  return others.some(({ name }) => name !== finding.name) ? undefined : at;
}

/** The name stands where it is declared, and nowhere else in the service. */
function isDeclaredOnce({ tree, trees }: Model, at: Span, name: string): boolean {
  return at.file === tree.file && textAt(trees, at).toLowerCase() === name && standsOnce(tree.text, at);
}

/** Where one place reads a name and another one declares it nearly so, either can be the slip. */
function declaredOtherwise(model: Model, { name }: NotFound, likely: Candidate | undefined): Fix[] {
  if (!likely?.at || name.includes(" ") || !isDeclaredOnce(model, likely.at, likely.name)) return [];
  const { title, edits } = change(model.trees, likely.at, name);
  return [{ title: `${title}  on line ${lineNumber(model.trees, likely.at)}`, edits }];
}

function lines(model: Model, places: readonly NotFound[]): string {
  const numbers = [...new Set(places.map(({ span }) => lineNumber(model.trees, span)))].sort((one, two) => one - two);
  return `${numbers.length === 1 ? "line" : "lines"} ${numbers.join(", ")}`;
}

function suggestion(
  model: Model,
  finding: NotFound,
  [first]: readonly string[],
  found: Candidate | undefined,
): string[] {
  const where = found?.at ? `${found.what} on line ${lineNumber(model.trees, found.at)}` : found?.what;
  if (first === undefined) return listed(finding);
  return [where === undefined ? `It is written  ${first}.` : `Did you mean  ${first}  (${where})?`];
}

/** The name of something else: who gets a letter is a role, what is issued a credential. */
function somethingElse(model: Model, { of, name }: NotFound): string[] | undefined {
  if (of === "credential" && Object.hasOwn(model.documents, name))
    return [`${name} is a document. It goes with a message:  attach ${name}  below the message that is sent.`];
  if (of === "data" && /^(?:stage|status|state|case|step)$/.test(name))
    return [
      "Where a case now is, is said in an example:  expect case goes to look.  How it ended:  expect outcome is granted.",
    ];
  if (of === "role" && Object.hasOwn(model.partners ?? {}, name))
    return [
      `${name} is a partner. Another agency looks in a check:  at the same time,  below it  check ${name}-check at ${name} by …,  with a role, and below that what it can choose.`,
    ];
  if (of === "role" && model.data.some(({ said, from }) => said === name && from === "question"))
    return [`${name} is an answer. The applicant gets a message without  to;  others are named by their role.`];
  return undefined;
}

/** `must not be negative`. */
function boundMeant(model: Model, { name, span }: NotFound): { explanation: string[]; fixes: Fix[] } | undefined {
  const line = /^(?:negative|positive|zero)$/.test(name) ? lineHolding(model.tree.lines, span) : undefined;
  const written = line ? textAt(model.trees, { ...line.span, end: span.end }) : "";
  const meant = {
    "must not be negative": "must be at least 0",
    "must be positive": "must be over 0",
    "must not be zero": "must not be 0",
  };
  const said = Object.entries(meant).find(([words]) => words === written.toLowerCase().replace(/\s+/g, " "))?.[1];
  if (!line || said === undefined) return undefined;
  return {
    explanation: [`It is written  ${said}.`],
    fixes: [change(model.trees, { ...line.span, end: span.end }, said)],
  };
}

/** Why a part of what the applicant has from before cannot be filled in, where its name is right. */
function notSaidHere(model: Model, { of, whole }: NotFound): string[] | undefined {
  if (of !== "part" || whole === undefined) return undefined;
  const [first = "", ...rest] = whole.split("'s ");
  if (first === previousApplication) {
    const datum = model.data.find(({ said }) => said === rest.join("'s "));
    if (datum?.from !== "question" && datum?.from !== "declaration") return undefined;
    return datum.order === undefined
      ? ["It is not asked of the applicant in the form."]
      : ["Files are uploaded, and declarations made, anew with each application."];
  }
  if (Object.hasOwn(model.credentials, first)) return undefined;
  const presented = model.applicants
    .flatMap(({ presents }) => presents ?? [])
    .find(({ credential }) => credential === first);
  if (!presented) return undefined;
  return [
    `${first} is issued by ${presented.issuedBy}, and this text does not say what it holds. Ask for it, or fill it in from a source.`,
  ];
}

/** What people call things that the language brings. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ["e-mail", ["email"]],
  ["mail", ["email", "letter"]],
  ["post", ["letter"]],
  ["sms", ["text-message"]],
  ["text", ["text-message"]],
  ["account", ["inbox"]],
  ["citizen", ["applicant"]],
  ["client", ["applicant"]],
  ["customer", ["applicant"]],
  ["resident", ["applicant"]],
  ["user", ["applicant"]],
  ["basic", ["low"]],
  ["medium", ["substantial"]],
  ["strong", ["high"]],
]);

/** Near names; inside a set or a repeat a bare name means the part of that name; numbers and yes or no in other words. */
function meantBy(model: Model, { of, name, span, candidates }: NotFound, namesOf: NamesOf): readonly string[] {
  const types = of === "type" ? withChoices(model, span, typesMeantBy(name)) : [];
  if (types.length > 0) return types;
  const slip = of === "type" ? typesWithSlip(name, namesOf(candidates).keys(), listsOf(model)) : [];
  if (slip.length > 0) return slip;
  const language = of === "language" ? languageOf(name, namesOf(candidates)) : undefined;
  if (language !== undefined) return [language];
  // `after licence ends`, where one is issued: that one.
  if (of === "credential" && candidates.length === 1) return candidates.map((one) => one.name);
  const number = of === "data" ? numberNamed(name) : undefined;
  if (number !== undefined) return [String(number)];
  const known = namesOf(candidates);
  const names = [...known.keys()];
  const choosing = of === "stage" ? stagesThatChoose(model, span) : [];
  if (choosing.length > 0) return choosing;
  const other = (otherNames.get(name) ?? []).filter((one) => known.has(one));
  if (other.length > 0) return other;
  const part = names.filter((one) => one.endsWith(`'s ${name}`));
  if (part.length > 0) return part.slice(0, 3);
  const near = nearest(name, names);
  const truth = of === "data" && near.length === 0 ? (truths[name] ?? literalMeant(model, name, span)) : undefined;
  if (truth !== undefined) return [truth];
  // `{reason}` in a letter: the fact is called refusal-reason.
  return near.length > 0 ? near : names.filter((one) => one.endsWith(`-${name}`)).slice(0, 3);
}

/** `en`, `nl`: the codes of languages, and how they are called here. */
function languageOf(code: string, known: ReadonlyMap<string, Candidate>): string | undefined {
  if (!/^[a-z]{2,3}$/.test(code)) return undefined;
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(code);
  return name !== undefined && known.has(name.toLowerCase()) ? name : undefined;
}

/** `then officer chooses refuse`, of somebody who is no stage: those at which that can be chosen. */
function stagesThatChoose(model: Model, span: Span): readonly string[] {
  const line = lineHolding(model.tree.lines, span);
  const action = line && nameAfter(line, "chooses")?.name;
  if (action === undefined) return [];
  const stages = model.route?.stages ?? [];
  return stages.filter(({ actions }) => actions.some(({ name }) => name === action)).map(({ name }) => name);
}

const truths: Readonly<Record<string, string>> = {
  ...{ y: "yes", on: "yes", ja: "yes", oui: "yes", si: "yes", sí: "yes", ano: "yes", tak: "yes" },
  ...{ n: "no", off: "no", nein: "no", nee: "no", nej: "no", non: "no", nei: "no" },
};

/** Lists that the text gives a name to. */
function listsOf(model: Model): string[] {
  return Object.keys(model.lists).filter((list) => !list.includes(" "));
}

/** `one of these` needs choices below the question; where none stand, the lists that the service has are meant. */
function withChoices(model: Model, span: Span, types: readonly string[]): readonly string[] {
  const [first = ""] = types;
  const lists = listsOf(model);
  const line = lineHolding(model.tree.lines, span);
  if (!first.endsWith(" these") || lists.length === 0 || line?.children.some((child) => wordOf(child) === "-"))
    return types;
  return lists.slice(0, 3).map((list) => first.replace(/these$/, list));
}

const waited = [
  "A case can wait for what a source  announces,  or for the case of another service that a line  start …  begins.",
  "For something that only an officer knows, give the stage a role and an action:  by allotment-officer,  below it  can offer then go to …",
];

/** When nothing is near and there are few, all that there is; of the types always all, as nobody can look them up in the text. */
function listed({ of, name, candidates }: NotFound): string[] {
  if (of === "type" && /^(?:list|several|many) of /.test(name))
    return [
      'Several answers of one kind are a repeat:  repeat children each child "Your children", and below it the questions.',
    ];
  const names = new Set<string>();
  for (const { name } of candidates) if (names.add(name).size > 12 && of !== "type") return [];
  if (of === "awaited") return waited;
  if (names.size === 0) return [];
  const said = [...names].join(", ");
  if (of === "type")
    return [
      `After  as  comes what kind of answer it is. There is: ${said}.`,
      "For anything that is written in words:  text.",
    ];
  const what = of === "words" ? kindOfWord(candidates) : undefined;
  if (what === undefined || what.includes(" that ")) return [`There is: ${said}.`];
  if (what === "time zone") return [`It is written like  ${said}.`];
  return [names.size === 1 ? `There is one ${what}: ${said}.` : `The ${what}s are: ${said}.`];
}

/** Where an outcome's right leads, somebody has to work: another outcome is no answer (FW517). */
function isRightOfOutcome(model: Model, span: Span): boolean {
  const line = lineHolding(model.tree.lines, span);
  return line?.parent !== undefined && wordOf(line.parent) === "outcome";
}
