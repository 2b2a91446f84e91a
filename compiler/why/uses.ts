// Every place of a service that names a thing without a value: who goes to a stage, who sends a message, what a role does.
import type { Service } from "#contract";
import { placeOf, type WhyLine } from "./answer.ts";
import type { Piece } from "./mentions.ts";
import { ownerOf } from "./readers.ts";

/** The members that may name a thing of that kind, each with what is said then. */
type Saying = (owner: string, piece: Piece["value"]) => string;

const byThing: Readonly<Record<string, Readonly<Record<string, Saying>>>> = {
  stage: goings(),
  outcome: goings(),
  check: {},
  operation: {},
  option: {},
  section: {},
  page: {},
  message: {
    what: (owner, { do: doing }) => (doing === "send" ? `${owner} sends it` : `${owner} names it`),
    tell: (owner) => `${owner} names it`,
  },
  source: {
    source: (owner) => `${owner} asks it`,
  },
  role: {
    by: (owner) => `does ${owner}`,
    tell: (owner) => `is told when the time of ${owner} runs out`,
    giveTo: (owner) => `is given ${owner} when its time runs out`,
    roles: () => "may see what nobody else sees",
    helps: (owner) => `is helped by ${owner}`,
    to: (owner) => `${owner} writes to them`,
    with: (owner) => `${owner} names them`,
  },
  partner: {
    runBy: (owner) => `runs ${owner}`,
    to: (owner) => `${owner} shares with them`,
    with: (owner) => `${owner} shares with them`,
    acceptedBy: (owner) => `accepts ${owner}`,
    by: (owner) => `does ${owner}`,
  },
  list: { list: (owner) => `${owner} offers its choices` },
  credential: {
    what: (owner, { do: doing }) => `${owner} does ${String(doing)} it`,
    credential: (owner) => `${owner} counts from its end`,
  },
  calendar: { calendar: (owner) => `${owner} counts working days by it` },
};

function goings(): Readonly<Record<string, Saying>> {
  const goesTo: Saying = (owner, piece) => {
    if (typeof piece.when === "string") return `${owner} goes here by a condition`;
    if (typeof piece.name === "string" && typeof piece.withReason === "boolean") return `${owner}: by ${piece.name}`;
    return `${owner} goes here`;
  };
  return {
    goTo: goesTo,
    otherwise: (owner) => `${owner} goes here otherwise, or when time runs out`,
    first: () => "every case begins here",
    stage: (owner) => `${owner} goes here when it does not answer`,
    notTheSamePersonAs: (owner) => `whoever acted here does not act in ${owner}`,
    samePersonAs: (owner) => `whoever acted here also does ${owner}`,
    at: (owner) => `${owner} helps here`,
  };
}

/** One line for each place. */
export function usesOf(service: Service, name: string, what: string): WhyLine[] {
  const sayings = byThing[what] ?? {};
  const found: WhyLine[] = [];
  const visit = (node: object, held: string, pointer: string, around: readonly Piece[]): void => {
    for (const [key, value] of Object.entries(node)) {
      const here = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (pointer === "" && (key === "names" || key === "fills" || key === "sourceMap" || key === "rules")) continue;
      if (key === "why") continue;
      const say = Object.hasOwn(sayings, key) ? sayings[key] : undefined;
      if (say && (value === name || (Array.isArray(value) && value.includes(name)))) {
        const at = placeOf(service, here);
        found.push({ words: say(ownerOf(around), around[0]?.value ?? {}), depth: 0, ...(at && { at }) });
      }
      if (typeof value !== "object" || value === null) continue;
      const isNamed = /^\/(sources|credentials|messages|lists)\/[^/]+$/.test(here);
      const piece: Piece = { value, held: isNamed || Array.isArray(node) ? held : key, ...(isNamed && { name: key }) };
      visit(value, Array.isArray(node) ? held : key, here, Array.isArray(value) ? around : [piece, ...around]);
    }
  };
  visit(service, "", "", []);
  return found.filter(
    (line, at) => found.findIndex((one) => one.words === line.words && one.at?.line === line.at?.line) === at,
  );
}
