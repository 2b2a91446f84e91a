// Cases of another service that begin again and again while a licence of this case is valid, as officers read it.
import type { Service } from "#contract";
import { dayOf } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case } from "#routing/case.ts";
import type { Days } from "#routing/days.ts";
import { nextOf } from "#routing/steps/every.ts";
import { showLength } from "#support/show-parts.ts";
import { longDay } from "../portal/days.ts";
import { capital } from "./item-name.ts";

/** One sentence for each service; what has ended is history. */
export function recurringWords(present: Case, service: Service, days: Days, today: string): string[] {
  const open = (present.recurring ?? []).filter(({ state }) => state === "open");
  return open.map((one) => {
    const licence = wordsIn(service.credentials[one.credential]?.title, "en") || one.credential.replaceAll("-", " ");
    const next = nextOf(present, one, days);
    const begins = `${capital(one.service.replaceAll("-", " "))} every ${showLength(one.every, "en")} while this is valid: ${licence}.`;
    const isSuspended = present.issued.some(
      ({ credential, status }) => credential === one.credential && status === "suspended",
    );
    if (next === undefined) return `${begins} None begins any more before it is over.`;
    if (isSuspended) return `${begins} It is suspended now, so none begins.`;
    return `${begins} Next on ${longDay(dayOf(next, service.timeZone), "en", today)}.`;
  });
}
