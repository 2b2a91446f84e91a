// Registers of other agencies: what they need, what they give, and what happens when they do not answer.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { lengthAfter, nameAfter, nameAt, quotedAt, says, wordOf } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { keyOf } from "../names/keys.ts";
import { findName } from "../names/names.ts";
import type { Parameter, Source } from "../shapes.ts";
import { typeOfLine } from "../types/resolve.ts";
import { wordsOf } from "../words/words-book.ts";
import { durationOf } from "./duration.ts";

/** `source <n> <t>` with its operations. */
export function buildSource(building: Building, line: Line, text: string): void {
  const name = nameAt(line);
  if (!name) return;
  building.read.add(line);
  const key = { text, owner: `source ${name.name}` };
  const title = wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line));
  const source: Source = { title, operations: {} };
  building.operations.set(name.name, new Map());
  readLines(building, line.children, {
    "run by <n>": (below) => {
      // The agency whose service it is has registers of its own: they are nobody else's.
      if (nameAt(below)?.name === ownAgency(building, text)) return;
      const partner = text === building.service ? findName(building, "partner", nameAt(below)) : nameAt(below)?.name;
      if (partner !== undefined) source.runBy = partner;
    },
    "permission <t>": (below) => {
      source.permission = wordsOf(building.words, { ...key, slot: "permission" }, quotedAt(below));
    },
    "because <t>": (below) => {
      source.because = wordsOf(building.words, { ...key, slot: "because 1", mayStay: true }, quotedAt(below));
    },
    "keeps answers for <d>": (below) => {
      const length = durationOf(building, lengthAfter(below, "for"));
      if (length) source.keepsAnswersFor = length;
    },
    "announces <n>": (below) => {
      const announced = nameAt(below);
      if (!announced) return;
      const gives: Parameter[] = [];
      readLines(building, below.children, { "gives <n> as <ty>": (one) => gives.push(...parameter(building, one)) });
      source.announces = { ...source.announces, [announced.name]: placed(building, below.span, { gives }) };
    },
    "operation <n>": (below) => {
      const operation = nameAt(below);
      if (operation) source.operations[operation.name] = buildOperation(building, below, name.name);
    },
  });
  building.sources.set(name.name, placed(building, line.span, source));
}

/** The agency of the service; a library's sources name their agency all the same, which is another one for most who use it. */
function ownAgency(building: Building, text: string): string | undefined {
  if (text !== building.service) return undefined;
  const head = building.tree.lines.find((line) => wordOf(line) === "service");
  const line = head?.children.find((child) => child.form === "agency <n> <t>");
  return line && nameAt(line)?.name;
}

type Operation = Source["operations"][string];

function buildOperation(building: Building, line: Line, source: string): Operation {
  // biome-ignore lint/suspicious/noThenProperty: the contract's word, and never awaited
  const operation: Operation = { needs: [], gives: [], ifUnavailable: { then: "ask-applicant" } };
  readLines(building, line.children, {
    "needs <n> as <ty>": (below) => operation.needs.push(...parameter(building, below)),
    "gives <n> as <ty>": (below) => operation.gives.push(...parameter(building, below)),
    "gives list <n> each <n>": (below) => operation.gives.push(...listParameter(building, below)),
    "answers within <d>": (below) => {
      const length = durationOf(building, lengthAfter(below, "within"));
      if (length) operation.answersWithin = length;
    },
    "if unavailable (ask applicant|stop|go to <n>)": (below) => {
      const stage = findName(building, "stage", nameAfter(below, "go", "to"));
      const then = says(below, "stop") ? "stop" : says(below, "ask", "applicant") ? "ask-applicant" : "go-to";
      operation.ifUnavailable = { then, ...(stage !== undefined && { stage }) };
    },
  });
  building.operations.get(source)?.set(nameAt(line)?.name ?? "", operation.needs);
  return placed(building, line.span, operation);
}

/** A register that answers with a list: what one record is called, and its parts. */
function listParameter(building: Building, line: Line): Parameter[] {
  const [name, each] = [nameAt(line, 0), nameAt(line, 1)];
  if (!name || !each) return [];
  const parts: Parameter[] = [];
  readLines(building, line.children, {
    "gives <n> as <ty>": (below) => parts.push(...parameter(building, below)),
  });
  const type = { kind: "list" as const };
  return [placed(building, line.span, { key: keyOf(name.name), name: name.name, type, each: each.name, parts })];
}

function parameter(building: Building, line: Line): Parameter[] {
  const name = nameAt(line);
  if (!name) return [];
  const type = typeOfLine(building, line, serviceScope(building), name.name) ?? { kind: "text" };
  return [placed(building, line.span, { key: keyOf(name.name), name: name.name, type })];
}
