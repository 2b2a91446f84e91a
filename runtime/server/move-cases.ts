// `running cases move to this version`: cases of earlier versions go on under the version that has started (R18). Safe to run at any
// moment and by several processes at once: a case that has moved is no longer found. One that cannot move is told, once.
import type { Service } from "#contract";
import { wordsIn } from "#journey/words-in.ts";
import { lengthsOf, type StaysBecause, whyItStays } from "#routing/steps/version.ts";
import type { StoredCase } from "../store/store.ts";
import { type Bundle, currentDefinition } from "./bundles.ts";
import type { Installation } from "./installation.ts";

type House = Pick<Installation, "bundles" | "store" | "commands" | "instant">;

/** How many cases moved, and how many stay because they must. */
export interface MovedCases {
  readonly moved: number;
  readonly stay: number;
}

const batch = 100;

/** Moves all that can move now. */
export async function moveCases(house: House): Promise<MovedCases> {
  let [moved, stay] = [0, 0];
  for (const name of house.bundles.given.keys()) {
    const to = movingTo(house, name);
    if (!to) continue;
    let before: StoredCase | undefined;
    for (;;) {
      const filter = { service: name, runningUnderOther: to.hash, limit: batch };
      const found = await house.store.findCases(before === undefined ? filter : { ...filter, before });
      for (const stored of found) {
        const done = await moveCase(house, stored, to);
        if (done === "moved") moved += 1;
        if (done === "stays") stay += 1;
      }
      before = found.at(-1);
      if (found.length < batch) break;
    }
  }
  return { moved, stay };
}

/** The version that running cases of this service move to; undefined when its text lets them stay. */
function movingTo({ bundles, instant }: House, name: string): Bundle | undefined {
  const current = currentDefinition(bundles, name, instant());
  return current?.service.version.runningCases === "move" ? current : undefined;
}

async function moveCase(
  { bundles, store, commands, instant }: House,
  { caseId, case: present }: StoredCase,
  to: Bundle,
): Promise<"moved" | "stays" | "later"> {
  const from = bundles.byHash.get(present.definition);
  if (!from || from.service.version.number >= to.service.version.number) return "later";
  const stays = whyItStays(present, to.service);
  if (!stays) {
    const outcome = await commands.moveToVersion(caseId, to.hash, lengthsOf(present, from.service));
    return outcome.ok ? "moved" : "later";
  }
  const why = stayingWords(stays, from.service, to.service);
  if (why === undefined) return "later";
  const what = `${present.number} stays with version ${from.service.version.number} of its service: ${why}.`;
  await store.writeIncident({ id: `${caseId}/stays/${to.hash}`, caseId, at: instant(), what, state: "open" });
  return "stays";
}

/** Why a case stays, where somebody should know: in words that follow a colon. */
function stayingWords(stays: StaysBecause, from: Service, to: Service): string | undefined {
  if (!("name" in stays)) return undefined;
  const { number } = to.version;
  const stages = from.route?.stages ?? [];
  const checks = stages.flatMap((stage) => stage.checks ?? []);
  const named = (stays.why === "stage-gone" ? stages : checks).find(({ name }) => name === stays.name);
  const title = wordsIn(named?.title, "en") || stays.name.replaceAll("-", " ");
  const what = stays.why === "stage-gone" ? "the stage it is in" : "a check it waits for";
  return `${what}, “${title}”, is no more in version ${number}`;
}

/** What the desk says of a case that stays with an earlier version although running cases move; undefined when it does not. */
export function staysHere(house: House, present: StoredCase["case"], from: Bundle): string | undefined {
  const to = movingTo(house, present.service);
  if (!to || from.service.version.number >= to.service.version.number) return undefined;
  const stays = whyItStays(present, to.service);
  const why = stays && stayingWords(stays, from.service, to.service);
  if (why === undefined) return undefined;
  return `This case stays with version ${from.service.version.number}: ${why}.`;
}
