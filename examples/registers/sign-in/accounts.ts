// Who can sign in at the test sign-in: the made-up citizens and officers, and what is told about them.
import { readFileSync } from "node:fs";
import { readPeople } from "../people-register.ts";

/** Levels of assurance, lowest first. */
export const levels = ["low", "substantial", "high"] as const;

export type Level = (typeof levels)[number];

/** One made-up account. */
export interface Account {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** Said beside the name on the sign-in page. */
  readonly about: string;
  /** The highest level this account can sign in at. */
  readonly level: Level;
  /** Officers only: their roles at the agency. */
  readonly roles?: readonly string[];
}

interface Officer {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** The made-up people, from the data the register uses. */
export function readCitizens(): Account[] {
  return readPeople().map(({ subject, name, email, about, level }) => ({ subject, name, email, about, level }));
}

/** The made-up officers. */
export function readOfficers(): Account[] {
  const officers: Officer[] = JSON.parse(readFileSync(new URL("../data/officers.json", import.meta.url), "utf8"));
  return officers.map((officer) => ({
    ...officer,
    about: officer.roles.map((role) => role.replaceAll("-", " ")).join(", "),
    level: "substantial",
  }));
}

/** The level a person gets who is asked for `wanted`: never above what they can, and low when nothing is asked. */
export function levelGiven(account: Account, wanted: string | undefined): Level {
  const can = levels.indexOf(account.level);
  const asked = (levels as readonly (string | undefined)[]).indexOf(wanted);
  return levels[Math.min(can, Math.max(asked, 0))] ?? "low";
}
