// Small services for tests: the least that the contract asks for, with the sections a test is about.
import type { Field, Section, Service, Type } from "#contract";
import type { Rulebook } from "#contract/facts.ts";
import { createRulebook } from "#support/evaluate.ts";
import { buildSetting } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import type { FormPlace } from "../render/page-view.ts";

/** Words in English and Welsh; a test that does not care about Welsh gives one text. */
export const both = (en: string, cy = `${en} (cy)`) => ({ en, cy });

/** A service with these sections and nothing else; `more` replaces parts. */
export function serviceWith(sections: Section[], more: Partial<Service> = {}): Service {
  return {
    contractVersion: 1,
    name: "small-service",
    title: both("Small service", "Gwasanaeth bach"),
    agency: { name: "agency", title: both("Agency") },
    version: { number: 1, starts: "2026-01-01" },
    status: { stage: "draft" },
    languages: [
      { tag: "en", name: "English" },
      { tag: "cy", name: "Cymraeg" },
    ],
    timeZone: "Europe/London",
    currency: "GBP",
    applicants: [],
    roles: {},
    partners: {},
    sources: {},
    lists: {
      colours: {
        options: [
          { value: "red", label: both("Red", "Coch") },
          { value: "blue", label: both("Blue", "Glas") },
          { value: "none", label: both("None of these"), onItsOwn: true },
        ],
      },
    },
    calendars: {},
    sections,
    rules: {},
    outcomes: [],
    credentials: {},
    messages: {},
    names: {},
    fills: {},
    sourceMap: {},
    ...more,
  };
}

/** A required question of a kind. */
export function question(name: string, type: Type, more: Partial<Field> = {}): Field {
  return { kind: "field", path: [name], name, label: both(`What about ${name}?`), type, optional: false, ...more };
}

/** A section whose pages hold the given fields, a page for each list. */
export function sectionOf(name: string, ...pages: Field[][]): Section {
  return {
    name,
    title: both(name),
    steps: pages.map((parts, index) => {
      const first = parts[0];
      return parts.length === 1 && first
        ? { kind: "page", name: first.name, parts }
        : { kind: "page", name: `page-${index + 1}`, title: both(`Page ${index + 1}`), parts };
    }),
  };
}

/** A rule that is yes when the answer at a path is the value. */
export function whenIs(path: string[], value: string | boolean): Service["rules"][string] {
  const type: Type = { kind: typeof value === "boolean" ? "yes-or-no" : "text" };
  return {
    gives: { kind: "yes-or-no" },
    reads: [path.join(".")],
    expression: { op: "is", left: { op: "fact", path }, right: { op: "literal", value, type } },
  };
}

/** A Tuesday morning, so that dates in tests stand still. */
export function settingOf(service: Service, language = "en"): Setting {
  return buildSetting(service, "2026-06-16T07:41:00Z", language);
}

/** The rules of a service, walked. */
export function rulesOf(service: Service): Rulebook {
  return createRulebook(service);
}

/** A service with a question that opens another on the same page, and a list of items. */
export function openingService(): Service {
  const members: Section = {
    name: "household",
    title: both("Household", "Aelwyd"),
    steps: [
      {
        kind: "repeat",
        key: "members",
        name: "members",
        itemKey: "member",
        itemName: "member",
        title: both("Who lives with you?", "Pwy sy'n byw gyda chi?"),
        atLeast: 0,
        atMost: 3,
        steps: [
          {
            kind: "page",
            name: "member-name",
            parts: [
              question(
                "member-name",
                { kind: "full-name" },
                { path: ["members", "name"], label: both("What is their name?") },
              ),
            ],
          },
          {
            kind: "page",
            name: "member-age",
            parts: [
              question(
                "member-age",
                { kind: "whole-number" },
                { path: ["members", "age"], label: both("How old are they?") },
              ),
            ],
          },
        ],
      },
    ],
  };
  const owner = question("owner", { kind: "yes-or-no" });
  const letter = question(
    "letter",
    { kind: "file" },
    { showWhen: "letter/show when", accept: { extensions: ["pdf"], maxBytes: 1000 } },
  );
  const story = question(
    "story",
    { kind: "long-text" },
    { optional: true, musts: [{ rule: "story/must", maxCharacters: 20 }] },
  );
  return serviceWith(
    [sectionOf("first", [owner, letter, story], [question("count", { kind: "whole-number" })]), members],
    {
      rules: {
        "letter/show when": whenIs(["owner"], false),
        "story/must": {
          gives: { kind: "yes-or-no" },
          reads: ["story"],
          expression: {
            op: "at-most",
            left: { op: "characters", of: { op: "fact", path: ["story"] } },
            right: { op: "literal", value: 20, type: { kind: "whole-number" } },
          },
        },
      },
    },
  );
}

/** A service of one section with the rarer kinds of questions, a check of the section over two of its pages, and a signature. */
export function signedService(): Service {
  const country = question("country", { kind: "country" }, { label: both("Where were you born?") });
  const stay = question("stay", { kind: "date-range" }, { label: both("When were you away?") });
  const trip = question("trip", { kind: "duration" }, { label: both("How long is the trip?") });
  const account = question("account", { kind: "bank-account" }, { label: both("Where do we pay?") });
  const low = question("low", { kind: "whole-number" }, { label: both("Lowest") });
  const high = question("high", { kind: "whole-number" }, { label: both("Highest") });
  const section = sectionOf("about", [country], [stay, trip], [account], [low], [high]);
  const finish: Section = {
    name: "finish",
    title: both("Finish"),
    steps: [{ kind: "page", name: "sign", title: both("Sign"), parts: [{ kind: "signature", with: "national-id" }] }],
  };
  const least: Service["rules"][string] = {
    gives: { kind: "yes-or-no" },
    reads: ["low", "high"],
    expression: { op: "at-most", left: { op: "fact", path: ["low"] }, right: { op: "fact", path: ["high"] } },
  };
  const checks = [{ rule: "in order", otherwise: both("The highest must not be below the lowest") }];
  return serviceWith([{ ...section, checks }, finish], { rules: { "in order": least } });
}

/** A form in no shell at all. */
export const barePlace: FormPlace = {
  language: "en",
  languages: [],
  agency: { name: "Agency", href: "/" },
  styles: [],
  tools: [],
  footer: [],
  base: "",
  home: { text: "Home", href: "/" },
};
