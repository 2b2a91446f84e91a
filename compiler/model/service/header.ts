// The head of a service: its agency, version, status, languages and what it is about.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { proseBelow } from "../form/notice.ts";
import { dateAfter, literalAfter, nameAt, namesAfter, numberAfter, quotedAt, says } from "../line.ts";
import type { Model } from "../model.ts";
import { wordsOf } from "../words/words-book.ts";

type HeaderKey =
  | "title"
  | "agency"
  | "version"
  | "status"
  | "about"
  | "contact"
  | "region"
  | "owner"
  | "topics"
  | "startedBy"
  | "openings";

/** What the lines right below `service` say. */
export type Header = {
  -readonly [Key in HeaderKey]: Model[Key];
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
    region: undefined,
    owner: undefined,
    topics: [],
    startedBy: [],
    openings: [],
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
        ...header.version,
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
    "owner <n>": (below) => {
      header.owner = nameAt(below)?.name;
    },
    "topic <ns>": (below) => {
      header.topics = [...header.topics, ...namesAfter(below, "topic").map((word) => word.name)];
    },
    "replaces version <num>": (below) => {
      const replaces = numberAfter(below, "version");
      if (replaces !== undefined) header.version = moved(building, header.version, { replaces });
    },
    "running cases (stay on their version|move to this version)": (below) => {
      const runningCases = says(below, "move") ? "move" : "stay";
      header.version = moved(building, header.version, { runningCases });
    },
    "started by <ns>": (below) => {
      header.startedBy = [...header.startedBy, ...namesAfter(below, "by").map((word) => word.name)];
    },
    "open from <date> to <date> [at <time>]": (below) => {
      const opening = openingOf(below);
      if (opening) header.openings = [...header.openings, placed(building, below.span, opening)];
    },
    "contact <t>": (below) => {
      header.contact = wordsOf(building.words, { ...key, slot: "contact", mayStay: true }, quotedAt(below));
    },
    "region <t>": (below) => {
      header.region = wordsOf(building.words, { ...key, slot: "region", mayStay: true }, quotedAt(below));
    },
  });
  return header;
}

/** With one member more; its place in the text stays. */
function moved(building: Building, before: Model["version"], members: Partial<Model["version"]>): Model["version"] {
  const version = { ...before, ...members };
  const place = building.places.get(before);
  return place ? placed(building, place.span, version) : version;
}

function openingOf(line: Line): Model["openings"][number] | undefined {
  const [from, to] = [dateAfter(line, "from"), dateAfter(line, "to")];
  const time = literalAfter(line, "at");
  if (from === undefined || to === undefined) return undefined;
  return { from, to, ...(time?.kind === "time" && { at: time.value }) };
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
