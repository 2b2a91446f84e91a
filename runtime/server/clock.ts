// The clock of this server. A trial may begin at another instant, so that a service can be tried before its first day
// or after its last; it then goes on as fast as the real one. Never in production.

/** The environment variable with the instant at which a trial begins: 2026-06-16T08:30:00Z. */
export const trialClockVariable = "FORMWORK_TRIAL_CLOCK";

/** Milliseconds since 1970, real or of the trial. Throws with plain words for a trial clock that cannot be used. */
export function createClock(
  environment: Readonly<Record<string, string | undefined>>,
  wallClock: () => number,
): () => number {
  const wanted = environment[trialClockVariable];
  if (!wanted) return wallClock;
  if (environment["NODE_ENV"] === "production")
    throw new Error(
      `${trialClockVariable} is set, but this is production (NODE_ENV). Take it out: a real service runs by the real time.`,
    );
  const start = Date.parse(wanted);
  if (Number.isNaN(start))
    throw new Error(`${trialClockVariable} is “${wanted}”, which is not an instant. For example: 2026-06-16T08:30:00Z`);
  const offset = start - wallClock();
  return () => wallClock() + offset;
}
