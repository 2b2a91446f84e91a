// The head of a service: its agency, version, status, languages and what it is about.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { proseBelow } from "../form/notice.ts";
import { dateAfter, nameAt, numberAfter, quotedAt } from "../line.ts";
import type { Model } from "../model.ts";
import { wordsOf } from "../words/words-book.ts";

/** What the lines right below `service` say. */
export type Header = {
  -readonly [Key in "title" | "agency" | "version" | "status" | "about" | "contact"]: Model[Key];
};

/** Without a version it is the first, from the start of time; without a status it is a draft. */
export function buildHeader(building: Building, line: Line): Header {
  const name = nameAt(line)?.name ?? "";
  const key = { text: name, owner: `service ${name}` };
  const header: Header = {
    title: wordsOf(building.words, { ...key, slot: "title" }, quotedAt(line)),
    agency: undefined,
    version: { number: 1, starts: "1970-01-01" },
    status: { stage: "draft" },
    about: undefined,
    contact: undefined,
  };
  readLines(building, line.children, {
    "agency <n> <t>": (below) => {
      const agency = nameAt(below)?.name ?? "";
      const title = wordsOf(
        building.words,
        { text: name, owner: `agency ${agency}`, slot: "title", mayStay: true },
        quotedAt(below),
      );
      header.agency = placed(building, below.span, { name: agency, title });
    },
    "version <num> starts <date>": (below) => {
      header.version = placed(building, below.span, {
        number: numberAfter(below, "version") ?? 1,
        starts: dateAfter(below, "starts") ?? "1970-01-01",
      });
    },
    "status (draft|pilot|live|closing) [until <date>] [, at most <num> cases]": (below) => {
      header.status = placed(building, below.span, statusOf(below));
    },
    "languages <ns>": () => {},
    about: (below) => {
      const prose = proseBelow(building, below);
      if (prose) header.about = wordsOf(building.words, { ...key, slot: "about prose" }, prose);
    },
    "contact <t>": (below) => {
      header.contact = wordsOf(building.words, { ...key, slot: "contact", mayStay: true }, quotedAt(below));
    },
  });
  return header;
}

function statusOf(line: Line): Model["status"] {
  const stages = ["draft", "pilot", "live", "closing"] as const;
  const stage = stages.find((known) => line.parts.some((part) => part.slot === "literal" && part.word === known));
  const until = dateAfter(line, "until");
  const atMost = numberAfter(line, "at", "most");
  return {
    stage: stage ?? "draft",
    ...(until !== undefined && { until }),
    ...(atMost !== undefined && { atMostCases: atMost }),
  };
}
