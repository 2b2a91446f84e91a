// What a service needs that somebody who applies does not have: `must present`, looked at before each page after sign-in and once
// more when the application is sent, since a licence may end or be taken back in between.
import type { Service } from "#contract";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Issued } from "#routing/case.ts";
import { plainDay } from "../portal/days.ts";
import type { MissingLicence } from "../portal/needed-licence-page.ts";
import { agencyTitle, spoken } from "../portal/opening-words.ts";
import type { Bundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";
import { issuersOf, type Presented } from "./presented.ts";

/** The licences that must be presented and are not there. */
export function missingOf(presented: readonly Presented[]): Presented[] {
  return presented.filter(({ needed, licence }) => needed && !licence);
}

/** One that is missing, as people read it. */
export function sayMissing(
  installation: Installation,
  { service }: Bundle,
  { language, today }: Setting,
  { credential, issuedBy, spent }: Presented,
): MissingLicence {
  const issuers = issuersOf(installation, credential, issuedBy);
  const titled = service.credentials[credential] ?? issuers[0]?.credentials[credential];
  const isElsewhere = !spent && issuers.length === 0 && service.agency.name !== issuedBy;
  // An agency whose services run elsewhere knows nothing of this one: whoever runs this service knows another way.
  const asked: Service | undefined = isElsewhere || service.agency.name === issuedBy ? service : issuers[0];
  const contact = wordsIn(asked?.contact, language);
  return {
    title: wordsIn(titled?.title, language) || spoken(credential),
    issuer: agencyTitle(service, issuedBy, language),
    ask: agencyTitle(service, isElsewhere ? service.agency.name : issuedBy, language),
    ...(contact !== "" && { contact }),
    // One that is suspended is not replaced by applying again.
    services:
      spent?.status === "suspended"
        ? []
        : issuers.map(({ name, title }) => ({ text: wordsIn(title, language), href: `/${name}` })),
    ...(isElsewhere ? { state: "elsewhere" } : stateOf(spent, language, today)),
  };
}

function stateOf(spent: Issued | undefined, language: string, today: string): Pick<MissingLicence, "state" | "day"> {
  if (spent?.status === "suspended" || spent?.status === "revoked") return { state: spent.status };
  if (spent && spent.validFrom > today) return { state: "not-yet", day: plainDay(spent.validFrom, language, "") };
  if (spent?.endDate !== undefined) return { state: "ended", day: plainDay(spent.endDate, language, "") };
  return { state: "none" };
}
