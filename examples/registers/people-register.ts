// The identity-and-address register: name, date of birth, address of a person, by the same identifier as the sign-in gives.
// A real HTTP server on made-up people.
import { readFileSync } from "node:fs";
import {
  createRegister,
  isStartedDirectly,
  listen,
  problem,
  type RegisterOptions,
  type RunningRegister,
  readRegisterArguments,
  readSecret,
  runUntilStopped,
} from "./register.ts";

/** A made-up person, as the register and the test sign-in know them. */
export interface Person {
  /** The identifier that the sign-in calls `sub`. */
  readonly subject: string;
  readonly name: string;
  /** "1984-03-12" */
  readonly dateOfBirth: string;
  readonly email: string;
  readonly phone?: string;
  readonly nationalId: string;
  /** Somebody without a fixed address has none. */
  readonly address?: {
    readonly line1: string;
    readonly line2?: string;
    readonly town: string;
    readonly postcode: string;
  };
  /** The highest level of assurance this person can sign in at. */
  readonly level: "low" | "substantial" | "high";
  /** Said on the test sign-in page, so that one sees whom to choose. */
  readonly about: string;
}

const defaultData = new URL("./data/people.json", import.meta.url);

/** The made-up people of a data file. */
export function readPeople(data: string | URL = defaultData): Person[] {
  return JSON.parse(readFileSync(data, "utf8"));
}

/** Starts the register. `data` is a JSON file with a list of people. */
export async function startPeopleRegister(
  options: RegisterOptions & { data?: string | URL },
): Promise<RunningRegister> {
  const bySubject = new Map(readPeople(options.data).map((person) => [person.subject, person]));
  const app = createRegister(options);
  app.get<{ Params: { subject: string } }>("/people/:subject", async (request, reply) => {
    const person = bySubject.get(request.params.subject);
    if (!person) return problem(reply, 404, "No such person", "No person is registered under this identifier.");
    const { level: _level, about: _about, ...known } = person;
    return known;
  });
  return listen(app, options);
}

if (isStartedDirectly(import.meta.url)) {
  const { data, ...where } = readRegisterArguments(4402);
  await runUntilStopped("Identity and address register", () =>
    startPeopleRegister({ ...where, key: readSecret("PEOPLE_REGISTER_KEY"), ...(data ? { data } : {}) }),
  );
}
