// The parts of an identity (name, address …): read from OpenID claims, and cut down to what may and needs to be known. Pure.
import type { Key, Service } from "#contract";
import type { Answers, Identity, Value } from "#contract/facts.ts";
import { carriedSources } from "#journey/carried.ts";
import { hasLevel, type Level } from "./level.ts";

/** What each level supplies (language 3.6.16); a level supplies what lower ones do as well. */
const suppliedFrom: Readonly<Record<Key, Level>> = {
  email: "low",
  phone: "low",
  fullName: "substantial",
  dateOfBirth: "substantial",
  address: "substantial",
  nationalId: "substantial",
  legalName: "substantial",
  businessNumber: "substantial",
  photo: "high",
};

/** Standard OpenID claims as typed parts; claims we have no part for are left out. */
export function readParts(claims: Readonly<Record<string, unknown>>): Answers {
  const parts: Record<Key, Value> = {};
  const named = { email: "email", phone: "phone_number", fullName: "name", dateOfBirth: "birthdate" };
  for (const [key, claim] of Object.entries(named)) {
    const value = claims[claim];
    if (typeof value === "string" && value !== "") parts[key] = value;
  }
  const address = readAddress(claims["address"]);
  if (address) parts["address"] = address;
  return parts;
}

function readAddress(claim: unknown): Answers | undefined {
  if (typeof claim !== "object" || claim === null) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...claim };
  const text = (name: string) => (typeof given[name] === "string" ? given[name] : "");
  const [line1 = "", line2 = ""] = text("street_address").split("\n");
  const found = { line1, line2, town: text("locality"), postcode: text("postal_code") };
  const answered = Object.entries(found).filter(([, value]) => value !== "");
  return answered.length > 0 ? Object.fromEntries(answered) : undefined;
}

/** Whom the register says the applicant to be, and as what who signs in acts for them: its answer's `kind` and `filledInBy`. */
export function actorOf(answer: Answers): Pick<Identity, "kind" | "isKindKnown" | "filledInBy"> {
  const { kind, filledInBy } = answer;
  return {
    kind: kind === "business" || kind === "organisation" ? kind : "person",
    ...((kind === "person" || kind === "business" || kind === "organisation") && { isKindKnown: true as const }),
    ...(typeof filledInBy === "string" && filledInBy !== "" && { filledInBy }),
  };
}

/** Only the parts that this level supplies: what a register knows of somebody poorly identified is not theirs to see. */
export function keepSupplied(parts: Answers, level: Level): Answers {
  const kept = Object.entries(parts).filter(([key]) => {
    const from = suppliedFrom[key];
    return from !== undefined && hasLevel(level, from);
  });
  return Object.fromEntries(kept);
}

/**
 * The parts of identity that a service reads anywhere (prefill, rules, route, messages, credentials), and those it takes to
 * reach the person: by the channels of its messages, and by e-mail where a case is under way and something may be asked; and what
 * tells one business from another where papers of before are filled in.
 */
export function partsReadBy(service: Service): ReadonlySet<Key> {
  const keys = new Set<Key>(partsToReach(service));
  const note = (path: readonly string[]) => {
    if (path[0] === "identity" && path[1]) keys.add(path[1]);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      if (node.every((part) => typeof part === "string")) note(node);
      node.forEach(visit);
    } else if (typeof node === "string") note(node.split("."));
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(visit);
  };
  // Not `names`: it lists every part there is, read or not. Not `sourceMap`: it is about the text.
  const { names: _names, sourceMap: _sourceMap, ...read } = service;
  visit(read);
  return keys;
}

function partsToReach(service: Service): Key[] {
  const channels = new Set(Object.values(service.messages).flatMap((message) => message.channels));
  return [
    ...(channels.has("email") || service.route ? ["email"] : []),
    ...(channels.has("text-message") ? ["phone"] : []),
    ...(channels.has("letter") ? ["fullName", "legalName", "address"] : []),
    ...(tellsBusinessesApart(service) ? ["businessNumber"] : []),
  ];
}

/** Whoever acts for two businesses has the papers and the licences of the one they act for, and not the other's. */
function tellsBusinessesApart(service: Service): boolean {
  const isForBusinesses = service.applicants.some(({ kind }) => kind !== "person");
  return isForBusinesses && (Object.keys(service.credentials).length > 0 || carriedSources(service).length > 0);
}

/** The identity as one service may see it: the parts it reads, of those the level supplies. */
export function identityFor(service: Service, identity: Identity): Identity {
  const read = partsReadBy(service);
  const parts = Object.entries(keepSupplied(identity.parts, identity.level)).filter(([key]) => read.has(key));
  return { ...identity, parts: Object.fromEntries(parts) };
}
