// Somebody who applies and answers whatever stands on the page, by its controls alone, as without scripts: the values that kinds of
// questions name as good ones, choices that are there to choose. For properties that hold of every whole form.
import { readdirSync, readFileSync } from "node:fs";
import { parseFragment } from "parse5";
import { parse } from "yaml";
import type { Parameter, Service, Type } from "#contract";
import type { Answers, Draft, Fetched, Rulebook, Value } from "#contract/facts.ts";
import { asksDate } from "../../../forms/journey/dated.ts";
import { datedEnding } from "../../../forms/journey/dated-endings.ts";
import { applyFetched, applyIdentity } from "../../../forms/journey/prefill.ts";
import { howControl, insteadControl } from "../../../forms/journey/read-beside.ts";
import { readPosted } from "../../../forms/journey/read-posted.ts";
import { buildSetting } from "../../../forms/journey/setting.ts";
import type { Journey, JourneyField, PostedFields, PostedValue } from "../../../forms/journey/shapes.ts";
import { emptyDraft, findStep, walk } from "../../../forms/journey/walk.ts";
import { pageTemplate } from "../../../forms/render/page-template.ts";
import { toText } from "../../../forms/render/to-text.ts";
import { barePlace } from "../../../forms/tests/services.ts";
import { type Control, controlsIn } from "./controls.ts";

/** What is typed into a kind of question, by ending, and what is kept of it. */
interface Good {
  readonly typed: Readonly<Record<string, PostedValue | readonly PostedValue[]>>;
  readonly value: Value;
}

/** Chooses one of several; the same draws give the same citizen. */
export type Pick = <One>(from: readonly One[]) => One | undefined;

/** The examples of good answers that stand in the folder of each kind, and some of our own for limits. */
export function goodAnswers(): ReadonlyMap<string, readonly Good[]> {
  const folder = new URL("../../../forms/fields/", import.meta.url);
  const kinds = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const good = new Map<string, readonly Good[]>(
    kinds.flatMap(({ name }) => {
      const file = new URL(`${name}/field.yaml`, folder);
      if (!readdirSync(new URL(`${name}/`, folder)).includes("field.yaml")) return [];
      const read: { kind: string; kept: readonly Good[] } = parse(readFileSync(file, "utf8"));
      return [[read.kind, read.kept] as const];
    }),
  );
  const number = (text: string, value: number): Good => ({ typed: { "": text }, value });
  for (const kind of ["number", "whole-number", "percentage", "measurement"])
    good.set(
      kind,
      [0, 1, 2, 5, 20, 100].map((one) => number(String(one), one)),
    );
  good.set(
    "money",
    [0, 1, 50, 400, 2000].map((one) => number(String(one), one * 100)),
  );
  // Some fit the patterns of the texts that this is used on.
  good.set("text", [
    ...(good.get("text") ?? []),
    ...["Ashby", "B07"].map((one) => ({ typed: { "": one }, value: one })),
  ]);
  const day = (date: string): Good => ({ typed: dateParts("", date), value: date });
  good.set("date", ["2026-06-01", "2026-06-16", "2026-07-01", "2000-02-29", "2026-05-20", "2027-05-01"].map(day));
  good.set("date-of-birth", ["1950-05-05", "1990-01-31", "2015-05-01"].map(day));
  return good;
}

/** What became of an application. */
export type End =
  | { readonly kind: "sent"; readonly journey: Journey }
  | { readonly kind: "not-eligible" | "stopped" }
  /** Nothing that was tried led on. */
  | { readonly kind: "stuck"; readonly at: string; readonly why: readonly string[] }
  /** A control that the answer needs is not on the page, or an honest post was refused. */
  | { readonly kind: "broken"; readonly at: string; readonly why: readonly string[] };

const at = "2026-06-16T08:00:00Z";
const most = { pages: 300, tries: 60, changes: 4 };

/** One application from its first page to the end. */
export class Citizen {
  readonly #service: Service;
  readonly #rulebook: Rulebook;
  readonly #good: ReadonlyMap<string, readonly Good[]>;
  readonly #pick: Pick;
  #journey: Journey;
  #items = 0;

  constructor(service: Service, rulebook: Rulebook, good: ReadonlyMap<string, readonly Good[]>, pick: Pick) {
    this.#service = service;
    this.#rulebook = rulebook;
    this.#good = good;
    this.#pick = pick;
    const parts = { fullName: "Ivy Lee", dateOfBirth: "1990-01-31", nationalId: "QQ123456C", email: "ivy@example.org" };
    const identity = { subject: "s", level: "high", kind: "person", at, parts } as const;
    this.#journey = this.#walk(applyIdentity(service, emptyDraft, identity));
    this.#look();
  }

  apply(): End {
    let address = this.#journey.eligibility?.pages[0]?.address ?? this.#journey.nextPage ?? "check";
    let tries = 0;
    let changes = 0;
    for (let pages = 0; pages < most.pages; pages += 1) {
      if (address === "eligibility/result") {
        if (this.#journey.eligibility?.eligible !== true) return { kind: "not-eligible" };
        address = this.#journey.nextPage ?? "check";
      }
      // Who checks the answers changes one at times: what follows from it may open or close other questions.
      if (address === "check" && changes < most.changes && this.#pick([true, false])) {
        changes += 1;
        address = this.#pick([...(this.#journey.eligibility?.pages ?? []), ...this.#journey.steps])?.address ?? address;
      }
      const step = findStep(this.#journey, address);
      if (step?.kind === "stop") return { kind: "stopped" };
      const posted = address === "check" ? this.#declared() : this.#filledIn(address);
      if ("broken" in posted) return { kind: "broken", at: address, why: posted.broken };
      this.#items += 1;
      const read = readPosted(this.#journey, address, posted.fields, `i${this.#items}`);
      if (read.forged.length > 0) return { kind: "broken", at: address, why: ["refused", ...read.forged] };
      this.#journey = read.journey;
      this.#look();
      if (address === "check" && read.problems.length === 0 && this.#journey.complete)
        return { kind: "sent", journey: this.#journey };
      tries = read.next === address || address === "check" ? tries + 1 : 0;
      if (tries > most.tries)
        return {
          kind: "stuck",
          at: address,
          why: read.problems.map(({ control, message }) => `${control}: ${message}`),
        };
      address = address === "check" ? (this.#journey.nextPage ?? "check") : read.next;
    }
    return { kind: "stuck", at: address, why: ["too many pages"] };
  }

  #walk(draft: Draft): Journey {
    return walk(this.#service, this.#rulebook, draft, buildSetting(this.#service, at));
  }

  /** Whatever is looked up comes back, or does not. */
  #look(): void {
    for (let [wanted] = this.#journey.wanted; wanted; [wanted] = this.#journey.wanted) {
      const { source, operation, using } = wanted;
      const state = this.#pick(["present", "absent", "unavailable"] as const) ?? "absent";
      const gives = this.#service.sources[source]?.operations[operation]?.gives ?? [];
      const fetched: Fetched = {
        source,
        operation,
        using,
        at,
        ...(state === "present" ? { state, record: this.#record(gives) } : { state }),
      };
      this.#journey = this.#walk(applyFetched(this.#service, this.#journey.draft, wanted, fetched));
    }
  }

  #record(gives: readonly Parameter[]): Answers {
    return Object.fromEntries(
      gives.flatMap(({ key, type, parts }): (readonly [string, Value])[] => {
        if (parts) return [[key, [this.#record(parts), this.#record(parts)]]];
        const value = this.#valueOf(type);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }

  #valueOf(type: Type): Value | undefined {
    if (type.kind === "yes-or-no") return this.#pick([true, false]);
    if (type.list !== undefined) return this.#pick(this.#service.lists[type.list]?.options ?? [])?.value;
    return this.#pick(this.#good.get(type.kind) ?? this.#good.get("text") ?? [])?.value;
  }

  #declared(): { readonly fields: PostedFields } {
    const boxes = this.#journey.closing.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part.kind === "declaration" || part.kind === "signature" ? (part.asked ? [part.path] : []) : [],
      ),
    );
    return { fields: Object.fromEntries(boxes.map((path) => [path, "yes"])) };
  }

  #filledIn(address: string): { readonly fields: PostedFields } | { readonly broken: string[] } {
    const html = toText(pageTemplate({ kind: "question", address, journey: this.#journey, place: barePlace }).sheet);
    const controls = controlsIn(parseFragment(html));
    const step = findStep(this.#journey, address);
    if (step?.kind === "repeat") return { fields: step.items.length < 3 ? this.#inList(controls) : {} };
    if (step?.kind !== "page") return { broken: [`no page at ${address}`] };
    const fields: Record<string, PostedFields[string]> = {};
    const broken: string[] = [];
    const put = (name: string, value: PostedFields[string]): void => {
      if (controls.some((one) => one.name === name)) fields[name] = value;
      else broken.push(`${name} is not on the page`);
    };
    for (const field of step.fields.filter((one) => one.asked && !one.locked)) this.#answer(field, controls, put);
    for (const { name, type } of controls)
      if (type === "checkbox" && !name.startsWith("_") && !(name in fields) && this.#isConfirmation(step.parts, name))
        put(name, "yes");
    if (controls.some(({ name }) => name === "proof")) put("proof", fileNamed("proof.pdf"));
    return broken.length > 0 ? { broken } : { fields };
  }

  #isConfirmation(parts: Journey["closing"][number]["parts"], name: string): boolean {
    return parts.some((part) =>
      part.kind === "group"
        ? this.#isConfirmation(part.parts, name)
        : (part.kind === "declaration" || part.kind === "signature") && part.path === name,
    );
  }

  /** In a list somebody adds an item at times, and goes on. */
  #inList(controls: readonly Control[]): PostedFields {
    const canAdd = controls.some(({ name, value }) => name === "_do" && value === "add");
    return canAdd && this.#pick([true, true, false]) ? { _do: "add" } : {};
  }

  #answer(field: JourneyField, controls: readonly Control[], put: (name: string, value: PostedFields[string]) => void) {
    const { path, field: asked } = field;
    const { kind } = asked.type;
    const own = controls.filter((one) => one.name === path);
    if (field.instead && this.#pick([true, false, false])) {
      put(insteadControl(field), "yes");
      return;
    }
    const ways = field.ways?.options.map(({ how }) => how) ?? [];
    const how = ways.length > 0 ? this.#pick(["now", ...ways]) : undefined;
    if (how !== undefined) put(howControl(field), how);
    if (how !== undefined && how !== "now") return;
    if (!field.required && this.#pick([true, false])) return;
    const choices = own.flatMap((one) => (one.isChoice && one.value !== "" ? [one.value] : []));
    if (kind === "any-of") {
      const some = choices.filter(() => this.#pick([true, false]));
      put(path, some.length > 0 ? some : [choices[0] ?? ""]);
    } else if (choices.length > 0) put(path, this.#pick(choices) ?? "");
    else for (const [ending, value] of Object.entries(this.#typed(field))) put(path + ending, value);
  }

  #typed({ field }: JourneyField): Record<string, PostedFields[string]> {
    const { kind } = field.type;
    const [extension] = field.accept?.extensions ?? [];
    if (kind === "file" || kind === "photo") {
      const dated = dateParts(datedEnding, "2026-06-01");
      return {
        "": fileNamed(`f.${extension ?? (kind === "photo" ? "jpg" : "pdf")}`),
        ...(asksDate(field) ? dated : {}),
      };
    }
    if (kind === "files") return { "": [fileNamed(`f.${extension ?? "pdf"}`)] };
    return { ...(this.#pick(this.#good.get(kind) ?? this.#good.get("text") ?? [])?.typed ?? {}) };
  }
}

/** A day as the three inputs of a date post it. */
function dateParts(ending: string, date: string): Record<string, string> {
  const [year = "", month = "", day = ""] = date.split("-");
  return { [`${ending}:day`]: day, [`${ending}:month`]: month, [`${ending}:year`]: year };
}

function fileNamed(name: string): PostedValue {
  return { id: "f", name, size: 900, mediaType: "application/pdf", sha256: "a".repeat(64) };
}
