// What somebody who applies has from before, cut down to what the form is filled in from: their last application for the same
// service that was decided and whose answers are still kept, and the licences that they present. Never anybody else's.
import type { Answers, Carried, Identity, Value } from "#contract/facts.ts";
import { type CarriedSource, carriedSources, partsRead } from "#journey/carried.ts";
import { isHelper } from "#support/applicants.ts";
import { isOfType } from "../connect/gives.ts";
import type { Bundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";
import { isSameApplicant, presentedBy } from "./presented.ts";

/** By the key that questions are filled in from. Nothing for what the person does not have. */
export async function findCarried(
  installation: Installation,
  bundle: Bundle,
  identity: Identity,
): Promise<Readonly<Record<string, Carried>>> {
  if (isHelper(bundle.service, identity)) return {};
  const found = await Promise.all(
    carriedSources(bundle.service).map(async (source): Promise<[string, Carried][]> => {
      const carried = await findOne(installation, bundle, identity, source);
      return carried ? [[source.key, carried]] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

async function findOne(
  installation: Installation,
  bundle: Bundle,
  identity: Identity,
  { key, carries, credential }: CarriedSource,
): Promise<Carried | undefined> {
  const read = (said: Answers): Answers => partsRead(bundle.service, key, said, accepts(bundle));
  if (carries === "previous-application") {
    const stored = await installation.store.readPreviousCase(identity.subject, bundle.service.name);
    if (!stored || !isSameApplicant(stored, identity)) return undefined;
    const { sentAt, number, answers } = stored.case;
    return keepFilled({ carries, at: sentAt, number, record: read(answers) });
  }
  const presented = await presentedBy(installation, bundle, identity);
  const licence = presented.find((one) => one.credential === credential)?.licence;
  if (!licence) return undefined;
  const { claims, endDate, validFrom } = licence.issued;
  const said = keyed({ ...claims, ...(endDate === undefined ? {} : { "end-date": endDate }) });
  const at = bundle.days.zone.startOf(validFrom);
  return keepFilled({ carries, at, number: licence.number, record: read(said) });
}

/** Claims go by their names; paths of the contract by keys. */
function keyed(claims: Answers): Answers {
  const keyOf = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [keyOf(name), value]));
}

function keepFilled(carried: Carried): Carried | undefined {
  return Object.keys(carried.record).length > 0 ? carried : undefined;
}

function accepts({ service }: Bundle): Parameters<typeof partsRead>[3] {
  return (value: Value, type) => isOfType(value, type, service.lists);
}
