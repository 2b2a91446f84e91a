// `co-sign by another director …` in a section: a built-in stage before the first one, in which somebody else signs (R11).

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { lengthAfter, nameAfter, namesAfter, wordOf } from "../line.ts";
import { findName, notFound } from "../names/names.ts";
import { durationOf } from "../service/duration.ts";
import type { Route, Stage, Words } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

const form = "co-sign by another <n> within <d> otherwise go to <n>";

/** The name of the built-in stage of the first signature; that of a second has a number. */
export const signingStage = "signing";

/** signing, signing-2, signing-3 … in the order of the lines: one person signs after the other. */
export function signingName(index: number): string {
  return index === 0 ? signingStage : `${signingStage}-${index + 1}`;
}

/** Lines of the form that ask for another person's signature, in their order. */
export function coSignLines(lines: readonly Line[]): Line[] {
  return lines
    .filter((line) => wordOf(line) === "section")
    .flatMap(({ children }) => children.filter((child) => child.form === form));
}

/** Puts a signing stage for each line before the first stage of the route; the last of them leads to it. */
export function addSigning(building: Building, route: Route, lines: readonly Line[]): void {
  const first = route.first;
  const stages = coSignLines(lines).flatMap(
    (line, index) => buildSigning(building, line, signingName(index), lines) ?? [],
  );
  stages.forEach((stage, index) => {
    stage.goTo = stages[index + 1]?.name ?? first;
  });
  route.stages.unshift(...stages);
  route.first = stages[0]?.name ?? first;
}

function buildSigning(building: Building, line: Line, name: string, lines: readonly Line[]): Stage | undefined {
  const by = nameAfter(line, "another");
  if (!by) return undefined;
  building.read.add(line);
  const within = durationOf(building, lengthAfter(line, "within"));
  const otherwise = findName(building, "stage", nameAfter(line, "go", "to"));
  checkSigner(building, by, lines);
  if (!within || otherwise === undefined) return undefined;
  return placed<Stage>(building, line.span, {
    name,
    title: titleOf(building, by.name, name, line),
    by: [],
    doing: [],
    shows: [],
    questions: [],
    notTheSamePersonAs: [],
    actions: [],
    reminders: [],
    exits: [],
    coSign: { by: by.name },
    finish: placed(building, line.span, { within, goTo: otherwise }),
  });
}

/** Who signs is one that the applicant may act as, or a declared role; where the text names none, any words will do. */
function checkSigner(building: Building, by: { name: string; span: Line["span"] }, lines: readonly Line[]): void {
  const acting = lines
    .filter((line) => wordOf(line) === "applicant")
    .flatMap(({ children }) => children.filter((child) => child.form === "acting as <ns>"))
    .flatMap((child) => namesAfter(child, "as"));
  const roles = building.names.role;
  if (acting.length === 0 || acting.some(({ name }) => name === by.name) || roles.has(by.name)) return;
  const candidates = [
    ...acting.map(({ name, span }) => ({ name, what: "what applicants act as", at: span })),
    ...roles.values(),
  ];
  notFound(building, "role", by.name, by.span, candidates);
}

const titles: Words = { en: "Second signature: ", cy: "Ail lofnod: " };

/** Words files may say it better under `stage signing`. */
function titleOf(building: Building, by: string, name: string, line: Line): Words {
  const { tag } = building.words;
  const words = `${titles[tag] ?? titles["en"]}${by.replaceAll("-", " ")}`;
  const key = { text: building.service, owner: `stage ${name}`, slot: "title", mayStay: true };
  return wordsOf(building.words, key, { words, span: line.span });
}
