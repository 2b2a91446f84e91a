// Names that every service has without declaring them: identity by level of sign-in (language 3.6.16), facts of the case, roles.

import type { Datum } from "../model.ts";
import type { Type } from "../shapes.ts";
import { keyOf } from "./keys.ts";
import { saidOf } from "./said.ts";

type Level = "low" | "substantial" | "high";

/** What identity supplies, by the applicant's kind; the level is the lowest that does. */
const identityParts: readonly (readonly [
  name: string,
  kind: Type["kind"],
  level: Level,
  of: "everyone" | "person" | "business",
])[] = [
  ["email", "email", "low", "everyone"],
  ["phone", "phone-number", "low", "everyone"],
  ["full-name", "full-name", "substantial", "person"],
  ["date-of-birth", "date-of-birth", "substantial", "person"],
  ["address", "postal-address", "substantial", "person"],
  ["national-id", "national-id", "substantial", "person"],
  ["legal-name", "text", "substantial", "business"],
  ["business-number", "business-number", "substantial", "business"],
  ["photo", "photo", "high", "person"],
];

const caseFacts: readonly (readonly [name: string, type: Type["kind"]])[] = [
  ["case-number", "text"],
  ["refusal-reason", "text"],
  ["appeal-deadline", "date"],
  ["expected-decision-date", "date"],
  ["date-applied", "date"],
  ["urgent", "yes-or-no"],
  ["late", "yes-or-no"],
  ["outcome", "text"],
];

/** The facts of identity, all levels; whoever reads one compares its level with the sign-in. */
export function identityData(kinds: ReadonlySet<string>): Datum[] {
  const isBusiness = kinds.has("business") || kinds.has("organisation");
  const isPerson = kinds.has("person") || !isBusiness;
  const parts = identityParts.filter(([, , , of]) => of === "everyone" || (of === "person" ? isPerson : isBusiness));
  return [
    { said: "identity", path: ["identity"], from: "identity", type: { kind: "record" }, level: "low" },
    ...parts.map(
      ([name, kind, level]): Datum => ({
        said: saidOf(["identity", name]),
        path: ["identity", keyOf(name)],
        from: "identity",
        type: { kind },
        level,
      }),
    ),
  ];
}

/** Lists of the words that who applies may be (3.6.10). */
export const applicantLists = { kind: "kinds-of-applicant", filledInBy: "people-who-fill-in" } as const;

/** Who applies and who fills in: known from the sign-in, like the parts of identity. */
export function applicantData(): Datum[] {
  const base = { from: "identity" as const, level: "low" as const };
  return [
    {
      ...base,
      said: "applicant-kind",
      path: ["identity", "kind"],
      type: { kind: "one-of", list: applicantLists.kind },
    },
    {
      ...base,
      said: "filled-in-by",
      path: ["identity", keyOf("filled-in-by")],
      type: { kind: "one-of", list: applicantLists.filledInBy },
    },
  ];
}

/** Whether it is one of them; their words are declared only where the text speaks of them. */
export function isApplicantFact({ type }: Pick<Datum, "type">): boolean {
  return type?.list === applicantLists.kind || type?.list === applicantLists.filledInBy;
}

/** The facts of a case. `case-number` stands at case.number. */
export function caseData(): Datum[] {
  return caseFacts.map(([name, kind]) => ({
    said: name,
    path: ["case", keyOf(name === "case-number" ? "number" : name)],
    from: "case",
    type: { kind },
  }));
}

/** The last application of the same person for the same service; its parts are the questions of the text (carried.ts). */
export function previousData(): Datum[] {
  return [
    {
      said: "previous-application",
      path: [keyOf("previous-application")],
      from: "previous-application",
      type: { kind: "record" },
    },
  ];
}

/** Where what is built in comes from, for people who write services. */
export function builtInWords({ from }: Datum): string {
  if (from === "identity") return "from the applicant's sign-in";
  return from === "previous-application"
    ? "what the applicant said last time, to fill questions in"
    : "a fact of every case";
}

/** Roles that need no line of their own. */
export const builtInRoles: readonly string[] = ["applicant", "staff", "representative", "appointee"];
