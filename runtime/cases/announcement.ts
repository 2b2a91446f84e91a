// An announcement of a source, on its way to the case it is about: found by the case's number, its values held to what the source
// is said to give. What it means for the route is decided in routing.
import type { Happening } from "#routing/happening.ts";
import { readGives } from "../connect/gives.ts";
import { no } from "./apply.ts";
import type { Announcement, Outcome, Surroundings } from "./commands.ts";

/** What the case hears, or why nothing does. */
export async function heardOf(
  { store, definitionOf }: Pick<Surroundings, "store" | "definitionOf">,
  { source, name, reference, messageId, values }: Announcement,
): Promise<{ readonly caseId: string; readonly happening: Happening } | Extract<Outcome, { ok: false }>> {
  const stored = await store.readCaseByNumber(reference);
  const service = stored && definitionOf(stored.case.definition)?.service;
  if (!stored || !service) return no("no-such-case", "There is no such case here.");
  const announced = Object.hasOwn(service.sources, source) ? service.sources[source]?.announces?.[name] : undefined;
  if (!announced) return no("not-offered", "This service does not wait for such an announcement.");
  const given = announced.gives.length === 0 ? {} : readGives(service, announced.gives, values);
  if (!given) return no("answers-missing", "What was announced is not what the service expects of it.");
  return { caseId: stored.caseId, happening: { type: "announced", source, name, values: given, messageId } };
}
