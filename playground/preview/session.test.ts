import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";
import type { PostedFields } from "#journey/shapes.ts";
import { buildMadeUp, type MadeUp } from "../data/made-up.ts";
import { beginSession, continueSession, goTo, inLanguage, post, type Session, type, withMadeUp } from "./session.ts";

const read = (): Service =>
  JSON.parse(
    readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
  );
const service = read();
const moment = { instant: "2026-04-01T08:41:00Z", newId: "1" };
const begin = (madeUp: MadeUp = buildMadeUp(service)): Session => beginSession(service, madeUp, "en", moment);

function fillIn(session: Session, pages: readonly (readonly [string, PostedFields])[]): Session {
  return pages.reduce((at, [address, fields]) => {
    const there = goTo(at, address);
    expect(there.at).toBe(address);
    const next = post(there, fields, moment);
    expect(next.problems).toEqual([]);
    expect(next.said).toBeUndefined();
    return next;
  }, session);
}

const addressOf = (session: Session, path: string): string => {
  const pages = [...(session.journey.eligibility?.pages ?? []), ...session.journey.steps];
  const found = pages.find((step) => step.kind === "page" && step.fields.some((field) => field.path === path));
  if (!found) throw new Error(`no page asks ${path}`);
  return found.address;
};

test("what the person's identity knows is filled in, with where it came from", () => {
  const { journey } = begin();
  const field = journey.steps
    .flatMap((step) => (step.kind === "page" ? step.fields : []))
    .find((one) => one.path === "home.postcode");
  expect(field?.value).toBe("AS1 4QT");
  expect(field?.origin?.kind).toBe("prefilled");
});

test("a register that answers fills in; one that does not answer leaves the question to the person", () => {
  const registered = post(goTo(begin(), addressOf(begin(), "registration")), { registration: "AB12 CDE" }, moment);
  expect(registered.journey.facts.values["vehicle"]).toMatchObject({ fuel: "petrol" });
  const down = buildMadeUp(service);
  const silent = {
    ...down,
    registers: Object.fromEntries(
      Object.entries(down.registers).map(([key, one]) => [key, { ...one, state: "unavailable" as const }]),
    ),
  };
  const asked = withMadeUp(registered, silent, moment);
  const make = asked.journey.steps
    .flatMap((step) => (step.kind === "page" ? step.fields : []))
    .find((one) => one.path === "make");
  expect(make?.notFilled).toBe("unavailable");
  expect(make?.locked).toBe(false);
});

test("a conditional question opens while the answer before it is typed, and answers given so far stay when the text changes", () => {
  const session = begin();
  const at = goTo(session, addressOf(session, "keeper"));
  const typed = type(at, { keeper: "no" }, moment);
  expect(typed.at).toBe(at.at);
  expect(addressOf(typed, "keeperLetter")).toBeTypeOf("string");
  const changed = { ...read(), title: { en: "Another title", cy: "Teitl arall" } };
  const later = continueSession(typed, changed, typed.madeUp, moment);
  expect(later.at).toBe(at.at);
  expect(answer(later.journey.draft.answers, "keeper")).toBe(false);
  expect(later.service.title["en"]).toBe("Another title");
});

test("a page that no longer exists leads to the next open one, and nothing typed is lost", () => {
  const session = fillIn(begin(), [[addressOf(begin(), "permitsHeld"), { permitsHeld: "2" }]]);
  const there = goTo(session, addressOf(session, "registration"));
  const without = read();
  const shorter = { ...without, sections: without.sections.filter((section) => section.name !== "your-vehicle") };
  const later = continueSession(there, shorter, there.madeUp, moment);
  expect(later.at).not.toBe(there.at);
  expect(answer(later.journey.draft.answers, "permitsHeld")).toBe(2);
  expect(answer(continueSession(later, read(), later.madeUp, moment).journey.facts.values, "permitsHeld")).toBe(2);
});

test("forged fields change nothing and are said in words", () => {
  const session = begin();
  const there = goTo(session, addressOf(session, "keeper"));
  const after = post(there, { keeper: "yes", role: "admin" }, moment);
  expect(after.journey.draft).toEqual(there.journey.draft);
  expect(after.said).toContain("not taken");
});

test("a page off the path is not gone to, and the person is told", () => {
  const there = goTo(begin(), "nowhere/at-all");
  expect(there.at).not.toBe("nowhere/at-all");
  expect(there.said).toBeDefined();
});

test("the other language keeps the page and the answers", () => {
  const session = begin();
  const typed = type(goTo(session, addressOf(session, "keeper")), { keeper: "yes" }, moment);
  const welsh = inLanguage(typed, "cy", moment);
  expect(welsh.at).toBe(typed.at);
  expect(welsh.journey.setting.language).toBe("cy");
  expect(answer(welsh.journey.draft.answers, "keeper")).toBe(true);
});

function answer(answers: Answers, key: string): unknown {
  return answers[key];
}
