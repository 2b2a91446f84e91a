// Cases and steps with nothing in them but what the store reads.
import type { Case } from "#routing/case.ts";
import type { Transition } from "../store.ts";

const at = "2026-06-01T08:00:00.000Z";

/** A case with nothing in it but what the store reads. */
export function emptyCase(number: string): Case {
  return {
    number,
    service: "permit",
    definition: "hash",
    language: "en",
    applicant: { kind: "applicant", id: "driver" },
    sentAt: at,
    dateApplied: "2026-06-01",
    place: { kind: "stage", stage: "review", visit: 1 },
    visits: { review: 1 },
    answers: {},
    origins: {},
    fetched: {},
    asked: [],
    officerAnswers: {},
    choices: {},
    tasks: [],
    deadlines: [],
    requests: [],
    payments: [],
    issued: [],
    sendings: [],
    reached: [],
    ordered: {},
    late: false,
    history: [],
    counter: 0,
  };
}

/** A step that writes one event. */
export function step(expectedVersion: number, members: Partial<Transition> = {}): Transition {
  return {
    expectedVersion,
    at,
    case: emptyCase("C-1"),
    events: [{ type: "sent", at, by: "driver", details: { step: expectedVersion }, values: '{"name":"Rhian"}' }],
    due: [],
    tasks: [],
    ...members,
  };
}
