// The facts of a case that an officer may see, with where each came from. Only paths that access allows; nothing else leaves here.
import type { MarkName } from "@formwork/forms/parts/marks.ts";
import type { Service } from "#contract";
import type { Facts, Identity, Origin, Rulebook, Value } from "#contract/facts.ts";
import { showLines } from "#journey/fill.ts";
import { dayOf } from "#journey/setting.ts";
import type { AnswerRow, CheckAnswers, Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import { isBegunByOfficer } from "#routing/beginner.ts";
import type { Case } from "#routing/case.ts";
import { owedPapers } from "#routing/papers.ts";
import { fillersOf, kindsOf } from "#support/applicants.ts";
import { isRecord, valueAtDotted } from "#support/facts.ts";
import { howItComes } from "#support/how-it-comes.ts";
import { dayAndTime, lastDay, plainDay } from "../portal/days.ts";
import type { FactGroup, FactRow } from "./case-page.ts";
import { capital } from "./item-name.ts";
import { rowsOfWork } from "./parallel-facts.ts";
import { workingOf } from "./rule-text.ts";

export interface FactsView {
  readonly service: Service;
  readonly rulebook: Rulebook;
  readonly facts: Facts;
  readonly present: Case;
  readonly setting: Setting;
  readonly shown: CheckAnswers;
  /** Dotted paths this officer may see. */
  readonly paths: readonly string[];
  /** The officer who reads. */
  readonly me: string;
  /** What privacy does not keep to other roles, by dotted path. */
  readonly isOpen: (path: string) => boolean;
  readonly fileAddress: (id: string) => string;
}

/** Groups in the order of the form; what is worked out, fetched or decided earlier follows in a group of its own. */
export function factGroups(view: FactsView): FactGroup[] {
  const seen = new Set<string>();
  const isVisible = visibleBy(view.paths);
  const groups = view.shown.groups.map(({ title, rows }) => ({
    title,
    rows: rows
      .filter(({ path, lines }) => isVisible(path) && lines.length > 0)
      .map((row) => {
        seen.add(row.path);
        return answerRow(view, row);
      }),
  }));
  const covered = (path: string): boolean => [...seen].some((one) => one === path || one.startsWith(`${path}.`));
  const others = withoutTwice(view.paths.filter((path) => !covered(path)).flatMap((path) => otherRow(view, path)));
  const identity = identityRow(view);
  const all = [
    ...(identity ? [{ title: "The applicant", rows: [identity] }] : []),
    ...groups,
    { title: "Also known", rows: others },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

/** A check that is shown by its own name and by its stage's is told once. */
function withoutTwice(rows: readonly FactRow[]): FactRow[] {
  const told = rows.map(({ label, lines, origin }) => JSON.stringify([label, lines, origin]));
  return rows.filter((_, at) => told.indexOf(told[at] ?? "") === at);
}

/** Whether an answer lies in what an officer may see. */
export function visibleBy(paths: readonly string[]): (path: string) => boolean {
  return (path) => paths.some((one) => path === one || path.startsWith(`${one}.`));
}

function identityRow({ present, service }: FactsView): FactRow | undefined {
  const { identity, applicant } = present;
  if (!applicant.name) return undefined;
  if (isBegunByOfficer(present))
    return {
      label: "Begun by",
      lines: [{ text: applicant.name }],
      origin: {
        mark: "identity",
        strong: "Sign-in at the desk",
        text: `, ${dayAndTime(present.sentAt, "en", service.timeZone)}`,
      },
    };
  if (present.begunBy)
    return {
      label: "Name",
      lines: [{ text: applicant.name }],
      origin: {
        mark: "register",
        strong: "Register of identity",
        text: `, asked by ${present.begunBy.name ?? "the officer"}, who began the case for them, ${dayAndTime(identity?.at ?? present.sentAt, "en", service.timeZone)}`,
      },
    };
  const kind = identity && kindsOf(service).length > 1 ? `. Applies as ${identity.kind}` : "";
  const acts = identity ? actsAs(service, identity) : "";
  const level = identity
    ? `, ${dayAndTime(identity.at, "en", service.timeZone)}. Level ${identity.level}${kind}${acts}`
    : "";
  return {
    label: present.isByHelper ? "Filled in by" : "Name",
    lines: [{ text: applicant.name }],
    origin: { mark: "identity", strong: "Identity account", text: level },
  };
}

/** As what somebody filled it in, and what stands behind that: where no register said it, it is their own word. */
function actsAs(service: Service, { kind, filledInBy, isOwnWord }: Identity): string {
  if (filledInBy === undefined || filledInBy === "applicant") return "";
  const filler = fillersOf(service, kind).find(({ name }) => name === filledInBy);
  const proof = isOwnWord && filler?.with ? `, and the ${filler.with.replaceAll("-", " ")} was not checked` : "";
  return `. Acts as ${filledInBy.replaceAll("-", " ")}${isOwnWord ? `: their own word, no register was asked${proof}` : ""}`;
}

function answerRow(view: FactsView, { path, label, lines, origin, old, field }: AnswerRow): FactRow {
  const { service, present } = view;
  const sensitive = field?.sensitive ?? service.names[path]?.sensitive;
  const known = origin ?? present.origins[path];
  const proof =
    known?.kind === "corrected" && known.evidence
      ? [{ text: known.evidence.name, href: view.fileAddress(known.evidence.id) }]
      : [];
  const changed = lastChange(view, path, field);
  return {
    label: shortLabel(service, path, label),
    ...(changed && { changed }),
    ...(known?.kind === "corrected" && needsAcceptance(known) && { correction: correctionOf(view, path) }),
    lines: [
      ...(toCome(view, path) ?? lines).map(({ text, code, file }) => ({
        text,
        code,
        ...(file && { href: view.fileAddress(file.id) }),
      })),
      ...proof,
    ],
    ...(old !== undefined && { old }),
    ...(known?.kind === "corrected" && { oldFrom: saidBy(known, service) }),
    ...(known && { origin: known.kind === "typed" ? typedBy(present, known.at) : originWords(known, service) }),
    unverified: known?.kind === "asked-instead",
    ...(sensitive && { sensitive: capital(sensitive) }),
  };
}

/** A paper that is still to come is said as the officer needs it: how it comes, and by when. */
function toCome({ service, rulebook, present, setting }: FactsView, path: string): AnswerRow["lines"] | undefined {
  const paper = owedPapers(service, rulebook, present, setting.instant).find((one) => one.path === path);
  if (!paper) return undefined;
  const how = howItComes(paper.how, "en");
  if (paper.dueAt === undefined) return [{ text: how, code: false }];
  const by = plainDay(lastDay(paper.dueAt, service.timeZone), "en", setting.today);
  return [{ text: paper.late ? `${how}. Promised by ${by}, late` : `${how}, by ${by}`, code: false }];
}

function correctionOf({ present, service, me }: FactsView, path: string): FactRow["correction"] {
  const accepted = present.accepted?.[path];
  if (accepted)
    return { accepted: `by ${accepted.by.name ?? "an officer"}, ${dayAndTime(accepted.at, "en", service.timeZone)}` };
  const works = present.tasks.some(({ state, claimedBy }) => state === "claimed" && claimedBy?.id === me);
  return works ? { canAccept: path } : {};
}

/** What the applicant gave before they changed it because an officer asked. */
function lastChange(
  { present, service, setting }: FactsView,
  path: string,
  field: AnswerRow["field"],
): FactRow["changed"] | undefined {
  const inside = visibleBy([path]);
  const request = present.requests.findLast(({ changes }) => changes?.some((change) => inside(change.path)));
  if (!request?.answeredAt) return undefined;
  const before = (request.changes ?? [])
    .filter((change) => inside(change.path))
    .flatMap(({ path: at, old }) => {
      const type = at === path && field ? field.type : service.names[at]?.type;
      return old === undefined ? [] : type ? showLines(old, type, service, setting) : [valueWords(old)];
    });
  return {
    before: before.length > 0 ? before.join(", ") : "not given",
    when: dayAndTime(request.answeredAt, "en", service.timeZone),
  };
}

/** An officer reads names, not what the applicant is asked to do: "Permits held" for "How many permits does your home already have?". */
export function shortLabel(service: Service, path: string, label: string): string {
  const { name, type } = service.names[path] ?? {};
  const isUpload = type !== undefined && ["file", "files", "photo"].includes(type.kind);
  return name && (label.endsWith("?") || isUpload) ? capital(name.replaceAll("-", " ")) : label;
}

/** Where a value came from, as an officer reads it. */
export function originWords(origin: Origin, service: Service): { mark: MarkName; strong?: string; text?: string } {
  const when = dayAndTime(origin.at, "en", service.timeZone);
  const nameOf = (source: string): string =>
    wordsIn(service.sources[source]?.title, "en") || source.replaceAll("-", " ");
  switch (origin.kind) {
    case "typed":
      return { mark: "typed", text: "Typed by the applicant" };
    case "prefilled":
      return filledWords(origin, service, when);
    case "corrected": {
      const reason = origin.reason ? ` “${origin.reason}”` : "";
      const isChange = origin.carries === "previous-application";
      return {
        mark: "corrected",
        strong: isChange ? `Changed by the applicant since application ${origin.number}` : "Corrected by the applicant",
        text: `${origin.evidence ? ", with evidence." : needsAcceptance(origin) ? ", without evidence." : "."}${reason}`,
      };
    }
    case "asked-instead":
      return {
        mark: "typed",
        text: `Typed by the applicant, because the ${nameOf(origin.source)} did not answer on ${when}.`,
      };
  }
}

/** Who typed it: not the applicant, where somebody helped, or an officer began the case and it was typed before it was sent. */
function typedBy({ applicant, begunBy, isByHelper, sentAt }: Case, at: string): { mark: MarkName; text: string } {
  if (begunBy && at > sentAt) return { mark: "typed", text: "Typed by the applicant" };
  const beginner = begunBy ?? (isBegunByOfficer({ applicant }) ? applicant : undefined);
  if (beginner) return { mark: "typed", text: `Typed by ${beginner.name ?? "the officer"}, who began the case` };
  const text = isByHelper ? `Typed by ${applicant.name ?? "who helps"}, who filled it in` : "Typed by the applicant";
  return { mark: "typed", text };
}

type Corrected = Extract<Origin, { kind: "corrected" }>;

/** What people said last time is theirs to change; only where the line asks for proof is there something to find proven. */
function needsAcceptance({ carries, evidence }: Corrected): boolean {
  return carries !== "previous-application" || evidence !== undefined;
}

/** What said the value that was corrected. */
function saidBy({ source, carries }: Corrected, service: Service): string {
  if (carries === "previous-application") return "Last time";
  if (carries === "credential") return wordsIn(service.credentials[source]?.title, "en") || "Licence";
  return source === "identity" ? "Identity account" : "Register";
}

/** What filled an answer in. */
function filledWords(
  { source, carries, number, at }: Extract<Origin, { kind: "prefilled" }>,
  service: Service,
  when: string,
): { mark: MarkName; strong: string; text: string } {
  const day = plainDay(dayOf(at, service.timeZone), "en", "");
  if (carries === "previous-application")
    return { mark: "earlier", strong: `The applicant's application ${number}`, text: `, sent ${day}, not changed` };
  if (carries === "credential") {
    const title = wordsIn(service.credentials[source]?.title, "en") || capital(source.replaceAll("-", " "));
    return { mark: "identity", strong: title, text: `, presented: issued ${day} by application ${number}` };
  }
  if (source === "identity") return { mark: "identity", strong: "Identity account", text: `, ${when}` };
  const register = wordsIn(service.sources[source]?.title, "en") || source.replaceAll("-", " ");
  return { mark: "register", strong: register, text: `, ${when}` };
}

/** What is not an answer: a calculation, a fetched value, an earlier stage's decision, an officer's answer. */
function otherRow(view: FactsView, path: string): FactRow[] {
  const { service, rulebook, facts, present, setting } = view;
  const named = service.names[path];
  const work = rowsOfWork(service, present, path);
  if (work) return work;
  const value = named?.rule ? rulebook.evaluate(named.rule, facts) : valueAtDotted(facts.values, path);
  if (value === undefined || !named) return [];
  const label = wordsIn(named.label, "en") || capital(named.name.replaceAll("-", " "));
  const isFetched = named.from === "fetched";
  const origin = isFetched
    ? { mark: "register" as const, strong: wordsIn(service.sources[named.source ?? ""]?.title, "en") || "Register" }
    : { mark: "worked" as const, strong: named.rule ? "Worked out" : "Recorded by an officer" };
  const working = named.rule ? workingOf(view, named.rule) : [];
  return [{ label, lines: showLines(value, named.type, service, setting).map((text) => ({ text })), origin, working }];
}

/** A value in words, for the reasons of a rule. */
export function valueWords(value: Value | undefined): string {
  if (value === undefined) return "not known";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return isRecord(value) || Array.isArray(value) ? "given" : String(value);
}

/** The applicant's first name, for buttons; "the applicant" where none is known. */
export function firstName(present: Case): string {
  if (isBegunByOfficer(present)) return present.applicant.name || "whoever began the case";
  return present.applicant.name?.split(" ")[0] || "the applicant";
}
