// Levels of assurance: how sure the state is of who somebody is (eIDAS words: low, substantial, high). Pure.
import type { Identity } from "#contract/facts.ts";

/** "low", "substantial" or "high". */
export type Level = Identity["level"];

const order: readonly Level[] = ["low", "substantial", "high"];

/** Whether somebody at `level` is known at least as well as `wanted`. */
export function hasLevel(level: Level, wanted: Level): boolean {
  return order.indexOf(level) >= order.indexOf(wanted);
}

/**
 * The level that a sign-in's claim names: "substantial", or the eIDAS address that ends in it
 * ("http://eidas.europa.eu/LoA/substantial"). Anything else, or nothing, counts as low: never guess upwards.
 */
export function readLevel(claim: unknown): Level {
  const last = typeof claim === "string" ? claim.toLowerCase().split("/").at(-1) : undefined;
  return order.find((level) => level === last) ?? "low";
}
