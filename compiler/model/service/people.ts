// Who may apply and who works on the case: applicants, roles, other agencies.

import type { Line, Word } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { nameAfter, nameAt, namesAfter, quotedAt, wordOf } from "../line.ts";
import { applicantLists } from "../names/built-in.ts";
import { notFound } from "../names/names.ts";
import type { Applicant, Titled, Words } from "../shapes.ts";
import { wordsOf, wordsOfName } from "../words/words-book.ts";

const levels = ["low", "substantial", "high"] as const;

/** `applicant is a person` with its sign-in and helpers. */
export function buildApplicant(building: Building, line: Line): Applicant {
  building.read.add(line);
  const applicant: Applicant = { kind: nameAt(line)?.name ?? "person", helpers: [], actingAs: [] };
  readLines(building, line.children, {
    "signs in at level <n>": (below) => {
      const known = levelOf(building, nameAt(below));
      if (known) applicant.signsIn = known;
    },
    "may be helped by <ns> [with <n>]": (below) => {
      const proof = nameAfter(below, "with")?.name;
      for (const word of namesAfter(below, "by"))
        applicant.helpers.push({ role: word.name, ...(proof !== undefined && { with: proof }) });
    },
    "acting as <ns>": (below) => {
      applicant.actingAs.push(...namesAfter(below, "as").map((word) => word.name));
    },
    "may present <n> issued by <n>": (below) => present(building, applicant, below, false),
    "must present <n> issued by <n>": (below) => present(building, applicant, below, true),
  });
  const roleWords = roleWordsOf(building, [...applicant.helpers.map(({ role }) => role), ...applicant.actingAs]);
  if (Object.keys(roleWords).length > 0) applicant.roleWords = roleWords;
  return placed(building, line.span, applicant);
}

/** Those who help and what somebody acts as have names only; words files say them in their language under `role <name>`. */
function roleWordsOf(building: Building, names: readonly string[]): Record<string, Words> {
  const said = names.map((name) => {
    const words = wordsOfName(building.words, { text: building.service, owner: `role ${name}`, slot: "title" }, name);
    return words ? ([[name, words]] as const) : [];
  });
  return Object.fromEntries(said.flat());
}

/** A credential that the applicant holds from elsewhere. Who issued it is an agency anywhere, so its name is not looked up. */
function present(building: Building, applicant: Applicant, line: Line, needed: boolean): void {
  const credential = nameAt(line)?.name;
  const issuedBy = nameAfter(line, "by")?.name;
  if (credential === undefined || issuedBy === undefined) return;
  applicant.presents = [...(applicant.presents ?? []), placed(building, line.span, { credential, issuedBy, needed })];
}

/** The level of assurance that a word names; undefined and a finding when there is none of that name. */
export function levelOf(building: Building, word: Word | undefined): (typeof levels)[number] | undefined {
  const known = levels.find((one) => one === word?.name);
  if (word && !known) {
    const candidates = levels.map((name) => ({ name, what: "level" }));
    notFound(building, "words", word.name, word.span, candidates);
  }
  return known;
}

/** The level of sign-in, known before anything reads identity. */
export function readSignIn(building: Building, lines: readonly Line[]): void {
  for (const line of lines) {
    const signs = wordOf(line) === "applicant" && line.children.find((child) => child.form === "signs in at level <n>");
    const level = signs ? nameAt(signs) : undefined;
    const known = levels.find((one) => one === level?.name);
    if (known && level) building.signsIn = { level: known, at: level.span };
  }
}

/** The words that `applicant-kind` and `filled-in-by` may be, where the texts speak of them: what the `applicant is` blocks say. */
export function declareApplicantWords(building: Building, lines: readonly Line[]): void {
  const applicants = lines.filter((line) => wordOf(line) === "applicant" && line.form !== undefined);
  const [first] = applicants;
  if (!first) return;
  const below = applicants.flatMap(({ children }) => children);
  const helpers = below.flatMap((line) => (wordOf(line) === "may" ? namesAfter(line, "by") : []));
  const acting = below.flatMap((line) => (wordOf(line) === "acting" ? namesAfter(line, "as") : []));
  const isBegun = lines.some(({ children }) => children.some(({ form }) => form === "started by <ns>"));
  const fillers = ["applicant", ...[...helpers, ...acting].map(({ name }) => name), ...(isBegun ? ["staff"] : [])];
  const kinds = applicants.flatMap((line) => nameAt(line)?.name ?? []);
  keepWords(building, first, "applicant-kind", applicantLists.kind, kinds);
  keepWords(building, first, "filled-in-by", applicantLists.filledInBy, fillers);
}

function keepWords(building: Building, line: Line, fact: string, list: string, words: readonly string[]): void {
  if (!building.trees.some(({ text }) => text.includes(fact))) return;
  const options = [...new Set(words)];
  building.lists.set(list, { options, at: line.span, line });
  const labelOf = (option: string): string =>
    `${option.charAt(0).toUpperCase()}${option.slice(1).replaceAll("-", " ")}`;
  building.builtLists.set(list, {
    options: options.map((option) => ({ value: option, label: { [building.words.tag]: labelOf(option) } })),
  });
}

/** A role or partner with the words people see. */
export function buildTitled(building: Building, line: Line): Titled | undefined {
  const name = nameAt(line);
  if (!name) return undefined;
  building.read.add(line);
  const key = { text: building.service, owner: `${wordOf(line)} ${name.name}`, slot: "title" };
  return placed(building, line.span, { name: name.name, title: wordsOf(building.words, key, quotedAt(line)) });
}
