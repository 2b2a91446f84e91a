// Finds the compiled service that a request is about, or refuses in plain words when it cannot be served.
import { dayOf } from "#journey/setting.ts";
import { type Bundle, currentBundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";
import { Refusal } from "./refusal.ts";

/** The version of a service that people apply with today. Throws a Refusal when there is none. */
export function findService(installation: Installation, name: string): Bundle {
  const zone = installation.bundles.given.get(name)?.[0]?.service.timeZone ?? "UTC";
  const bundle = currentBundle(installation.bundles, name, dayOf(installation.instant(), zone));
  if (bundle) return bundle;
  if (installation.bundles.broken.some((broken) => broken.name === name)) throw new Refusal("service-not-available");
  throw new Refusal("not-found");
}

/** The very definition that a case was sent under. Throws a Refusal when it is no longer there. */
export function findDefinition(installation: Installation, hash: string): Bundle {
  const bundle = installation.bundles.byHash.get(hash);
  if (bundle) return bundle;
  throw new Refusal("definition-gone");
}
