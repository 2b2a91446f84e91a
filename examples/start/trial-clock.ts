// On which day the examples are tried. A service may have its first day still before it, or its pilot behind it; then the
// runtime runs by a trial clock that stands on a day when all services take applications, and goes on as fast as the real one.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Service } from "#contract";

const day = 24 * 3_600_000;
const week = 7 * day;

/** From when to when all services take applications, in milliseconds since 1970. */
interface Window {
  readonly from: number;
  readonly until: number;
}

/**
 * How far the trial clock is from the real one, in milliseconds: 0 when every service takes applications now. `kept` is the
 * distance of an earlier start, which stays as long as it is of use, so that time never runs backwards over what was kept.
 */
export function findDistance(services: readonly Pick<Service, "version" | "status">[], now: number, kept = 0): number {
  const { from, until } = windowOf(services);
  const isOpen = (instant: number) => instant >= from && instant < until;
  if (isOpen(now + kept)) return kept;
  if (isOpen(now)) return 0;
  if (from >= until) return 0;
  // Some weeks in, on the present weekday at the present time; in the middle where the time is short.
  const wanted = from + Math.min(9 * week, (until - from) / 2);
  const distance = Math.floor((wanted - now) / week) * week;
  return isOpen(now + distance) ? distance : wanted - now;
}

function windowOf(services: readonly Pick<Service, "version" | "status">[]): Window {
  const starts = services.map(({ version }) => Date.parse(`${version.starts}T00:00:00Z`));
  // The last day counts as well.
  const ends = services.map(({ status }) =>
    status.until ? Date.parse(`${status.until}T00:00:00Z`) + day : Number.POSITIVE_INFINITY,
  );
  return { from: Math.max(0, ...starts), until: Math.min(Number.POSITIVE_INFINITY, ...ends) };
}

/** The trial clock of a data folder for these bundles; keeps the distance there. 0: by the real clock. */
export function readDistance(dataFolder: string, bundles: readonly string[], now: number): number {
  const file = path.join(dataFolder, "trial-clock.json");
  const kept: { distance?: number } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const services = bundles.flatMap(readService);
  const distance = findDistance(services, now, kept.distance);
  if (distance !== (kept.distance ?? 0)) writeFileSync(file, `${JSON.stringify({ distance })}\n`);
  return distance;
}

/** A bundle that cannot be read says nothing of days: the runtime tells what is wrong with it, and serves the others. */
function readService(bundle: string): Service[] {
  try {
    return [JSON.parse(readFileSync(path.join(bundle, "service.json"), "utf8"))];
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return [];
    throw error;
  }
}
