// A made-up person and made-up registers, so that prefilled questions can be tried without any register. Pure: worked out
// from the service's own lists and types; never asks anyone, and holds nothing of any real person.

import type { Operation, Parameter, Service, Type } from "#contract";
import type { Answers, Carried, Draft, Fetched, Identity, Value } from "#contract/facts.ts";
import { carriedSources } from "#journey/carried.ts";
import { questionsOf, repeatsIn } from "#journey/parts-of.ts";
import { coinDigits } from "#support/currencies.ts";
import { withValueAt } from "#support/facts.ts";

/** How a register behaves in the preview. */
export type Behaviour = Fetched["state"];

/** What one operation of a register answers. */
export interface MadeUpRegister {
  readonly state: Behaviour;
  /** By key of what it gives: text as typed in the Data panel. */
  readonly gives: Readonly<Record<string, string>>;
}

/** Everything that stands in for the outside world in the preview. */
export interface MadeUp {
  /** False: the person did not sign in, so nothing is known of them. */
  readonly signedIn: boolean;
  /** By dotted path: fullName, address.line1. */
  readonly person: Readonly<Record<string, string>>;
  /** By source/operation. */
  readonly registers: Readonly<Record<string, MadeUpRegister>>;
  /** What the person has from before: an application of last year, and the licences that the service lets them present. */
  readonly before: MadeUpBefore;
}

/** Text as typed in the Data panel, by dotted path: previousApplication.staffCount. */
export interface MadeUpBefore {
  readonly isThere: boolean;
  readonly said: Readonly<Record<string, string>>;
}

/** Rhian lives in a town that does not exist. */
export const firstPerson: Readonly<Record<string, string>> = {
  fullName: "Rhian Morgan",
  dateOfBirth: "1986-03-14",
  email: "rhian.morgan@example.org",
  phone: "07700 900123",
  "address.line1": "14 Canal Street",
  "address.town": "Ashby",
  "address.postcode": "AS1 4QT",
};

/** Names of the person's parts, as the Data panel shows them. */
export const personWords: Readonly<Record<string, string>> = {
  fullName: "Full name",
  dateOfBirth: "Date of birth",
  email: "Email",
  phone: "Phone",
  "address.line1": "Address line 1",
  "address.town": "Town or city",
  "address.postcode": "Postcode",
};

/** Made-up data for a service; what was typed before is kept wherever the service still has a place for it. */
export function buildMadeUp(service: Service, before?: MadeUp): MadeUp {
  const registers: Record<string, MadeUpRegister> = {};
  for (const { key, operation } of operationsOf(service)) {
    const typed = before?.registers[key];
    const gives: Record<string, string> = {};
    for (const parameter of fieldsOf(operation))
      gives[parameter.key] = typed?.gives[parameter.key] ?? sampleOf(parameter, service);
    registers[key] = { state: typed?.state ?? "present", gives };
  }
  const said = Object.fromEntries(
    carriedParts(service).map((part) => [part.key, before?.before.said[part.key] ?? sampleOf(part, service)]),
  );
  return {
    signedIn: before?.signedIn ?? true,
    person: { ...firstPerson, ...before?.person },
    registers,
    before: { isThere: before?.before.isThere ?? true, said },
  };
}

/** What questions are filled in from of what the person has from before, each once. Lists and answers of several parts are not made up. */
export function carriedParts(service: Service): Parameter[] {
  const lists = repeatsIn(service.sections.flatMap(({ steps }) => steps)).flatMap(({ prefill }) => prefill?.from ?? []);
  const found = new Map<string, Parameter>();
  for (const { prefill, type } of questionsOf(service)) {
    const [, part] = prefill?.from ?? [];
    if (!prefill?.carries || part === undefined || lists.includes(part)) continue;
    if (!isMadeUp(type)) continue;
    const key = prefill.from.join(".");
    found.set(key, { key, name: service.names[key]?.name ?? part, type });
  }
  return [...found.values()];
}

function isMadeUp({ kind }: Type): boolean {
  return kind === "one-of" || kind === "any-of" || kind === "text" || kind === "long-text" || kind in samples;
}

/** What the person has from before, as it would come from the runtime: of a year ago. */
export function carriedOf({ signedIn, before }: MadeUp, service: Service, at: string): NonNullable<Draft["carried"]> {
  if (!signedIn || !before.isThere) return {};
  const yearAgo = `${Number(at.slice(0, 4)) - 1}${at.slice(4)}`;
  const parts = carriedParts(service);
  const sources = carriedSources(service).map(({ key, carries }): [string, Carried] => {
    const record = parts.reduce<Answers>((so, { key: path, type }) => {
      const [first, ...rest] = path.split(".");
      const value = first === key ? readValue(before.said[path] ?? "", type, service.currency) : undefined;
      return value === undefined ? so : withValueAt(so, rest, value);
    }, {});
    return [key, { carries, at: yearAgo, number: "MADE-UP-1", record }];
  });
  return Object.fromEntries(sources);
}

/** How many records a made-up register answers with where it answers with a list. */
const records = 2;

/** What an operation gives as single values: of a list each part of its first records, under kids.1.first-name. */
export function fieldsOf({ gives }: Operation): Parameter[] {
  return gives.flatMap((parameter) => {
    const { parts, each } = parameter;
    if (!parts) return [parameter];
    return Array.from({ length: records }, (_, index) =>
      parts.map((part) => ({
        ...part,
        key: `${parameter.key}.${index + 1}.${part.key}`,
        name: `${each ?? parameter.name} ${index + 1} ${part.name}`,
      })),
    ).flat();
  });
}

/** Every operation of every source, with its key among the made-up registers. */
export function operationsOf(service: Service): { key: string; source: string; name: string; operation: Operation }[] {
  return Object.entries(service.sources).flatMap(([source, { operations }]) =>
    Object.entries(operations).map(([name, operation]) => ({ key: `${source}/${name}`, source, name, operation })),
  );
}

/** What the person's identity supplies; undefined when they did not sign in or the service asks for no sign-in. */
export function identityOf(madeUp: MadeUp, service: Service, at: string): Identity | undefined {
  const level = service.applicants.find((applicant) => applicant.signsIn)?.signsIn;
  if (!madeUp.signedIn || !level) return undefined;
  const parts: Record<string, Value> = {};
  const address: Record<string, Value> = {};
  for (const [path, typed] of Object.entries(madeUp.person)) {
    if (typed.trim() === "") continue;
    if (path.startsWith("address.")) address[path.slice("address.".length)] = typed.trim();
    else parts[path] = typed.trim();
  }
  if (Object.keys(address).length > 0) parts["address"] = address;
  return { subject: "made-up", level, kind: "person", at, parts };
}

/** What a register answers in the preview. */
export function answerOf(
  madeUp: MadeUp,
  service: Service,
  wanted: { readonly source: string; readonly operation: string; readonly using: Answers },
  at: string,
): Fetched {
  const { source, operation, using } = wanted;
  const register = madeUp.registers[`${source}/${operation}`];
  const described = service.sources[source]?.operations[operation];
  const call = { source, operation, using, at };
  if (!register || !described || register.state === "unavailable") return { ...call, state: "unavailable" };
  if (register.state === "absent") return { ...call, state: "absent" };
  const record: Record<string, Value> = {};
  for (const parameter of described.gives) {
    const value = parameter.parts
      ? listIn(register, parameter, service.currency)
      : readValue(register.gives[parameter.key] ?? "", parameter.type, service.currency);
    if (value !== undefined) record[parameter.key] = value;
  }
  return { ...call, state: "present", record };
}

/** The records that have anything typed in them. */
function listIn(register: MadeUpRegister, { key, parts }: Parameter, currency: string): Value {
  return Array.from({ length: records }, (_, index): Record<string, Value> => {
    const typed = (parts ?? []).flatMap((part) => {
      const value = readValue(register.gives[`${key}.${index + 1}.${part.key}`] ?? "", part.type, currency);
      return value === undefined ? [] : [[part.key, value] as const];
    });
    return Object.fromEntries(typed);
  }).filter((record) => Object.keys(record).length > 0);
}

/** A typed text as a value of the contract; nothing typed, or nothing sensible, is no value. */
export function readValue(typed: string, type: Type, currency: string): Value | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  if (type.kind === "any-of") return text.split(/\s*,\s*/);
  if (type.kind === "yes-or-no") return text === "yes" ? true : text === "no" ? false : undefined;
  const number = numberKinds.has(type.kind)
    ? Number(text.replaceAll(",", "").replace(/^(?:[£€$¥]|[A-Z]{3}) ?/, ""))
    : undefined;
  if (number === undefined) return text;
  if (!Number.isFinite(number)) return undefined;
  return type.kind === "money" ? Math.round(number * 10 ** coinDigits(currency)) : number;
}

const numberKinds: ReadonlySet<Type["kind"]> = new Set([
  "number",
  "whole-number",
  "money",
  "percentage",
  "measurement",
  "year",
]);

/** A first value for a part of a record, from its type: the first of a list, yes, a made-up registration. */
export function sampleOf(parameter: Parameter, service: Service): string {
  const { type } = parameter;
  if (type.kind === "one-of" || type.kind === "any-of") return service.lists[type.list ?? ""]?.options[0]?.value ?? "";
  return samples[type.kind] ?? `A ${parameter.name.replaceAll("-", " ")}`;
}

const samples: Partial<Record<Type["kind"], string>> = {
  "yes-or-no": "yes",
  "vehicle-registration": "AB12 CDE",
  postcode: firstPerson["address.postcode"] ?? "",
  "full-name": firstPerson["fullName"] ?? "",
  email: firstPerson["email"] ?? "",
  "phone-number": firstPerson["phone"] ?? "",
  date: "2026-01-15",
  "date-of-birth": firstPerson["dateOfBirth"] ?? "",
  month: "2026-01",
  year: "2026",
  time: "09:00",
  money: "100",
  number: "1",
  "whole-number": "1",
  percentage: "10",
  measurement: "1",
};
