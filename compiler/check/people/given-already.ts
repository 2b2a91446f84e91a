// FW603: a question asks for what a source or the sign-in gives already (once only).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Field } from "../../model/shapes.ts";
import { lineBelow } from "../text-edits.ts";
import { type Flow, flowOf } from "./flow.ts";
import { fieldsOf, repeatsOf } from "./form-fields.ts";

/**
 * Told only of what must be answered and is about the applicant: a question that may be left out burdens nobody, and what
 * somebody else is called is not known from the applicant's sign-in.
 */
export function checkGivenAlready(model: Model): Problem[] {
  const fields = fieldsOf(model);
  const flow = flowOf(model);
  const byPath = new Map(model.data.map((datum) => [dottedOf(datum), datum]));
  const used = new Set([...fields, ...repeatsOf(model)].flatMap(({ prefill }) => prefill?.from.join(".") ?? []));
  const sources = model.data.filter((part) => part.from === "fetched" && !part.item && part.path.length > 1);
  const identity = model.data.filter((part) => part.from === "identity" && part.path.length > 1);
  return fields.flatMap((field) => {
    const datum = byPath.get(field.path.join("."));
    if (!datum?.line || datum.line.span.file !== model.tree.file) return [];
    if (field.optional || field.prefill || datum.item) return [];
    const alike = sources.filter((part) => isAlike(part, datum));
    const given = fromSource(model, alike, flow, field) ?? fromIdentity(model, identity, field);
    if (!given || used.has(dottedOf(given))) return [];
    return [problemAt(model, datum, given)];
  });
}

function problemAt(model: Model, datum: Datum, given: Datum): Problem {
  const line = datum.line;
  const text = `prefill from ${given.said}, correctable`;
  const indent = line?.children[0]?.indent ?? (line?.indent ?? 0) + 2;
  const source = given.source === undefined ? "the sign-in" : (titleOf(model, given.source) ?? given.source);
  return problems.givenAlready(
    datum.at ?? { file: model.tree.file, start: 0, end: 0 },
    { name: datum.said, source },
    { fixes: line ? [{ title: `add  ${text}`, edits: [lineBelow(line, indent, text)] }] : [] },
  );
}

function titleOf(model: Model, source: string): string | undefined {
  return Object.values(model.sources[source]?.title ?? {})[0];
}

/** A part of a record that was looked up; not where it is asked because the source gave nothing. */
function fromSource(model: Model, parts: readonly Datum[], flow: Flow, field: Field): Datum | undefined {
  if (parts.length === 0) return undefined;
  const askedWhen = model.asked.get(field.path.join("."))?.askedWhen;
  const conditions = [askedWhen, field.showWhen].flatMap((id) => id ?? []);
  return parts.find((part) => !conditions.some((id) => readsRecord(flow, id, part.path[0] ?? "")));
}

/** Looked up before, with the same name and kind. */
function isAlike(part: Datum, datum: Datum): boolean {
  if (part.order === undefined || datum.order === undefined || part.order >= datum.order) return false;
  return part.path.at(-1) === datum.path.at(-1) && part.type?.kind === datum.type?.kind;
}

function readsRecord(flow: Flow, rule: string, record: string, seen = new Set<string>()): boolean {
  const reads = flow.reads.get(rule);
  if (!reads || seen.has(rule)) return false;
  seen.add(rule);
  return (
    [...reads.facts].some((fact) => fact === record || fact.startsWith(`${record}.`)) ||
    [...reads.rules].some((id) => readsRecord(flow, id, record, seen))
  );
}

const ranks = { low: 0, substantial: 1, high: 2 } as const;

/** The part of identity that this question asks the applicant for, when everybody's sign-in supplies it. */
function fromIdentity(model: Model, parts: readonly Datum[], field: Field): Datum | undefined {
  const levels = model.applicants.map(({ signsIn }) => signsIn);
  const isSupplied = (needs: Datum["level"]) =>
    needs !== undefined && levels.length > 0 && levels.every((has) => has !== undefined && ranks[needs] <= ranks[has]);
  return parts.find(
    (part) =>
      part.type?.kind === field.type.kind &&
      isSupplied(part.level) &&
      isAboutTheApplicant(part.path.at(-1) ?? "", field),
  );
}

/** What each part of identity is called when people are asked for it, right behind "your". */
const asked: Readonly<Record<string, RegExp>> = {
  email: /^(own |personal )?e-?mail( address)?\b/,
  phone: /^(own |mobile |home |cell )?(tele)?(phone|mobile)( number)?\b/,
  fullName: /^(full |own )?name\b/,
  dateOfBirth: /^(date of birth|birth ?date|birthday)\b/,
  address: /^(own |home |current |full )?address\b/,
  nationalId: /^(own )?(national|personal|social)[\w -]* (number|id)\b/,
  legalName: /^(business|company|organisation)'?s? (legal |registered )?name\b/,
  businessNumber: /^(own )?(business|company|organisation)[\w -]* number\b/,
  photo: /^(own )?photo\b/,
};

/** "What is your date of birth?", and not "your partner's", "your landlord's", "your new address". */
function isAboutTheApplicant(part: string, field: Field): boolean {
  const pattern = asked[part];
  const words = Object.values(field.label)[0]?.toLowerCase().replaceAll("’", "'") ?? "";
  const behind = words.split(/\byour /).slice(1);
  return pattern !== undefined && behind.some((rest) => pattern.test(rest));
}
