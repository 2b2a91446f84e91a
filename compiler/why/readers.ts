// Says, for each place that reads a value, what is done with it there: one sentence in the author's words.
import type { Keep, Service } from "#contract";
import { showLength } from "#support/show-parts.ts";
import { inText, listed, say } from "./answer.ts";
import type { Mention, Piece } from "./mentions.ts";

/** Which chapter a sentence belongs to. */
export type Reader = { readonly chapter: "reads" | "shown" | "kept"; readonly words: string };

/** The sentence of one place. `condition` stands in the author's words when a rule without a name is what is read there. */
export function sayMention(service: Service, mention: Mention): Reader {
  const { key, around } = mention;
  const piece = around[0];
  const held = piece?.held ?? "";
  const told = sentences[`${held} ${key}`] ?? sentences[key];
  const rule = mention.rule === undefined ? undefined : service.rules[mention.rule];
  const seen: Seen = {
    service,
    piece: piece?.value ?? {},
    owner: ownerOf(around),
    work: around.find(isWork),
    condition: rule ? (rule.name ?? say(service, rule.expression)) : "",
  };
  return told ? told(seen) : { chapter: "reads", words: `${seen.owner} reads it` };
}

interface Seen {
  readonly service: Service;
  readonly piece: Piece["value"];
  readonly owner: string;
  /** The stage or check it stands in. */
  readonly work: Piece | undefined;
  readonly condition: string;
}

const reads = (words: string): Reader => ({ chapter: "reads", words });
const shown = (words: string): Reader => ({ chapter: "shown", words });
const kept = (words: string): Reader => ({ chapter: "kept", words });

/** By the member that reads it, where it matters with the kind of piece it stands in. */
const sentences: Readonly<Record<string, (seen: Seen) => Reader>> = {
  showWhen: ({ owner, condition }) =>
    reads(`${owner} is ${owner.startsWith("question") ? "asked" : "shown"} only when ${condition}`),
  requiredWhen: ({ owner, condition }) => reads(`${owner} must be answered when ${condition}`),
  skipWhen: ({ owner, condition }) => reads(`${owner} is skipped when ${condition}`),
  urgentWhen: ({ condition }) => reads(`a case is urgent when ${condition}`),
  revokeWhen: ({ owner, condition }) => reads(`${owner} is revoked when ${condition}`),
  suspendWhen: ({ owner, condition }) => reads(`${owner} is suspended when ${condition}`),
  "musts rule": ({ owner, condition }) => reads(`what may be answered to ${owner}: ${condition}`),
  "warnings when": ({ owner, condition }) => reads(`${owner} warns when ${condition}`),
  "worded when": ({ owner, condition }) => reads(`${owner} has other words when ${condition}`),
  "checks rule": ({ owner, condition }) => reads(`${owner} is complete only when ${condition}`),
  "requirements rule": ({ condition }) => reads(`only those can apply for whom ${condition}`),
  "using rule": ({ owner }) => reads(`${owner} is called with it`),
  "exits when": ({ piece, owner, condition }) => reads(`${owner} goes to ${nameIn(piece, "goTo")} when ${condition}`),
  "actions when": ({ piece, owner, condition }) =>
    reads(`in ${owner}, ${nameIn(piece, "name")} can be chosen only when ${condition}`),
  "rights when": ({ piece, condition }) => reads(`the applicant can ${nameIn(piece, "name")} only when ${condition}`),
  "payment of": ({ owner, condition }) => reads(`${owner} takes payment of ${condition}`),
  "doing of": ({ piece, owner, condition }) =>
    reads(`${owner} pays ${condition}${typeof piece.each === "string" ? ` each ${piece.each}` : ""}`),
  "finish by": ({ owner, condition }) => reads(`${owner} ends by ${condition}`),
  "prefill from": ({ owner }) => reads(`${owner} is filled in from it`),
  shows: ({ work, owner }) => shown(work ? `${whoWorks(work.value)} sees it in ${owner}` : `${owner} shows it`),
  "parts path": ({ owner }) => shown(`${owner} shows it`),
  "holds path": ({ piece, owner }) =>
    shown(`${owner} holds it${piece.onlyIfHolderAgrees === true ? ", shared only if the holder agrees" : ""}`),
  words: ({ owner }) => shown(`${owner} says it`),
  "doing paths": ({ service, piece, owner }) => shown(effectWords(service, piece, owner)),
  "measures by": () => shown("the figures are counted by it"),
  "assistance reads": ({ owner }) => shown(`${owner} reads it`),
  "assistance neverSees": ({ owner }) => kept(`${owner} never sees it`),
  "keep paths": ({ service, piece }) => kept(keepOf(service, piece)),
  "visibility paths": ({ piece }) => kept(`only ${listed(namesIn(piece, "roles"))} can see it`),
};

/** Questions and pages have checks too, which nobody works on. */
function isWork({ held, value }: Piece): boolean {
  return held === "stages" || (held === "checks" && typeof value.name === "string");
}

/** Roles; else the other agency, or whoever was invited. */
function whoWorks(work: Piece["value"]): string {
  const { at, invite } = work;
  const roles = namesIn(work, "by");
  if (roles.length > 0) return listed(roles);
  if (typeof at === "object" && at !== null && "partner" in at && typeof at.partner === "string") return at.partner;
  const isInvited = typeof invite === "object" && invite !== null && "name" in invite;
  return isInvited && typeof invite.name === "string" ? invite.name : "whoever does it";
}

function effectWords(service: Service, piece: Piece["value"], owner: string): string {
  const partner = nameIn(piece, "with");
  const because = typeof piece.because === "object" ? inText(service, wordsOf(piece.because)) : "";
  const why = because === "" ? "" : `: “${because}”`;
  if (piece.do === "share") return `${owner} shares it with ${partner}${why}`;
  if (piece.do === "publish") return `${owner} publishes it`;
  return `${owner} uses it to ${String(piece.do)} ${nameIn(piece, "what")}`.trimEnd();
}

/** kept for 2 years after the decision */
export function keepWords(keep: Keep): string {
  const ends = { sent: "it was sent", decision: "the decision", end: "the case ends" } as const;
  const after = keep.after === "credential-ends" ? `${keep.credential ?? "the credential"} ends` : ends[keep.after];
  return `kept for ${showLength(keep.for, "en")} after ${after}`;
}

/** The retention that a mention stands in. */
function keepOf(service: Service, piece: Piece["value"]): string {
  const keep = service.privacy?.keep.find((one) => Object.is(one, piece));
  return keep ? keepWords(keep) : "kept for a time of its own";
}

function nameIn(piece: Piece["value"], key: string): string {
  const name = piece[key];
  return typeof name === "string" ? name : "";
}

function namesIn(piece: Piece["value"], key: string): string[] {
  const names = piece[key];
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

function wordsOf(value: unknown): Record<string, string> {
  const words: Record<string, string> = {};
  if (typeof value !== "object" || value === null) return words;
  for (const [tag, text] of Object.entries(value)) if (typeof text === "string") words[tag] = text;
  return words;
}

/** How the innermost thing with a name is called: question keeper-letter, stage review, message permit-ready. */
export function ownerOf(around: readonly Piece[]): string {
  for (const { value, held, name } of around) {
    const called = name ?? (typeof value.name === "string" ? value.name : undefined);
    const what = typeof value.kind === "string" && Object.hasOwn(kinds, value.kind) ? kinds[value.kind] : holders[held];
    if (called !== undefined && what !== undefined) return `${what} ${called}`;
    if (held === "eligibility" || held === "privacy" || held === "route") return `the ${held} block`;
  }
  return "the service";
}

const kinds: Readonly<Record<string, string>> = {
  field: "question",
  declaration: "declaration",
  page: "page",
  group: "group",
  repeat: "repeat",
  fetch: "fetch",
  stop: "stop",
};

const holders: Readonly<Record<string, string>> = {
  sections: "section",
  stages: "stage",
  checks: "check",
  outcomes: "outcome",
  credentials: "credential",
  messages: "message",
  documents: "document",
  sources: "source",
  lists: "list",
  assistance: "assistance",
};
