// What people say before the form of who applies (language 3.6.10): for whom, and who fills in. Asked only where the text lets people choose
// and no register said it; kept with the draft. Pure.
import type { Service } from "#contract";
import type { Draft, Identity } from "#contract/facts.ts";
import { wordsIn } from "#journey/words-in.ts";
import { applicantOfKind, type Filler, fillersToChoose, isHelper, kindsToChoose } from "#support/applicants.ts";
import { type PortalWords, portalWordsOf } from "../portal/words/portal-words.ts";
import type { Choice } from "./as-json.ts";

/** The pages that ask, in their order: what can be chosen on the second depends on the first. */
export const askedPages = ["applying-for", "filled-in-by"] as const;

export type AskedPage = (typeof askedPages)[number];

/** Who answers: as they signed in, with what the draft holds. */
export interface Asked {
  readonly service: Service;
  readonly identity: Identity;
  readonly draft: Draft;
}

/** One question as it is shown. */
export interface Asking extends Choice {
  /** What the check page calls it. */
  readonly short: string;
  /** What was chosen, as the check page says it. */
  readonly chosen?: string;
  readonly missing: string;
}

/** The question of a page in the person's language, with what was chosen before; undefined where nothing is asked. */
export function askingOf(asked: Asked, page: AskedPage, language: string): Asking | undefined {
  const names = offeredOn(asked, page);
  if (names.length === 0) return undefined;
  const value = names.find((name) => name === keptOf(asked.draft, page));
  const words = portalWordsOf(language);
  const said = page === "applying-for" ? sayKinds(asked, words) : sayFillers(asked, words, language);
  if (value === undefined) return said;
  const { label } = said.options.find((one) => one.value === value) ?? {};
  const isForPerson = page === "applying-for" && label === words.applyingForAnyPerson;
  const chosen = isForPerson ? sayPerson(asked, words) : label;
  return { ...said, value, ...(chosen !== undefined && { chosen }) };
}

/** The page that has to be answered before the form; undefined when all is said. */
export function pageToAsk(asked: Asked): AskedPage | undefined {
  return askedPages.find((page) => {
    const names = offeredOn(asked, page);
    return names.length > 0 && !names.some((name) => name === keptOf(asked.draft, page));
  });
}

/** The draft with what was chosen on a page; undefined where that is not offered. */
export function withChosen(asked: Asked, page: AskedPage, name: unknown): Draft | undefined {
  const { service, identity, draft } = asked;
  if (page === "filled-in-by") {
    const filler = fillersOffered(asked).find((one) => one.name === name);
    return filler && { ...draft, filledInBy: filler.name };
  }
  const kind = kindsToChoose(service, identity).find((one) => one === name);
  return kind && withoutStale({ ...asked, draft: { ...draft, applyingFor: kind } });
}

/** The draft without who fills in, where that is not offered (any more): another kind of applicant was chosen, or a register says it now. */
export function withoutStale(asked: Asked): Draft {
  const { filledInBy, ...others } = asked.draft;
  const stays = filledInBy === undefined || fillersOffered(asked).some(({ name }) => name === filledInBy);
  return stays ? asked.draft : others;
}

/**
 * Who signed in, as the applicant and in the part that they chose; a choice that is not offered any more does not count. Of who helps
 * somebody else no register was asked whom, so nothing is known of the applicant: only how the helper is reached stays.
 */
export function applicantOf(service: Service, signedIn: Identity, draft: Draft): Identity {
  const identity = asKind(service, signedIn, draft);
  const { filledInBy } = withoutStale({ service, identity: signedIn, draft });
  if (filledInBy === undefined || filledInBy === "applicant") return identity;
  const acting: Identity = { ...identity, filledInBy, isOwnWord: true };
  const isOfOrganisation = identity.isKindKnown === true && identity.kind !== "person";
  if (isOfOrganisation || !isHelper(service, acting)) return acting;
  const reached = Object.entries(acting.parts).filter(([key]) => key === "email" || key === "phone");
  return { ...acting, parts: Object.fromEntries(reached) };
}

function asKind(service: Service, identity: Identity, { applyingFor }: Draft): Identity {
  const chosen = kindsToChoose(service, identity).find((kind) => kind === applyingFor);
  return chosen ? { ...identity, kind: chosen } : identity;
}

function offeredOn(asked: Asked, page: AskedPage): readonly string[] {
  if (page === "applying-for") return kindsToChoose(asked.service, asked.identity);
  return fillersOffered(asked).map(({ name }) => name);
}

function fillersOffered({ service, identity, draft }: Asked): readonly Filler[] {
  return fillersToChoose(service, asKind(service, identity, draft));
}

function keptOf(draft: Draft, page: AskedPage): string | undefined {
  return page === "applying-for" ? draft.applyingFor : draft.filledInBy;
}

type Said = Omit<Asking, "value" | "chosen">;

function sayKinds({ service, identity }: Asked, words: PortalWords): Said {
  const { applyingFor: label, applyingForShort: short, applyingForMissing: missing } = words;
  const options = kindsToChoose(service, identity).map((kind) => {
    const isForOthers = kind === "person" && fillersToChoose(service, { kind }).some((one) => one.isHelper);
    return { value: kind, label: isForOthers ? words.applyingForAnyPerson : words.applyingForKind[kind] };
  });
  return { control: "kind", label, short, missing, options };
}

/** Which person it is, once it is said who fills in. */
function sayPerson({ service, identity, draft }: Asked, words: PortalWords): string {
  const isHelped = isHelper(service, applicantOf(service, identity, draft));
  return isHelped ? words.applyingForAnotherPerson : words.applyingForKind.person;
}

/** A person is asked whether it is for themselves; where the text says what one acts as, and of those who are no person, the role is. */
function sayFillers(asked: Asked, words: PortalWords, language: string): Said {
  const { service, identity, draft } = asked;
  const fillers = fillersOffered(asked);
  const declared = applicantOfKind(service, asKind(service, identity, draft).kind)?.kind;
  const part = declared === "business" || declared === "organisation" ? declared : "person";
  const isAboutSelf = part === "person" && fillers.some(({ name }) => name === "applicant");
  const { title, short, missing } = isAboutSelf ? words.filledInBySelf : words.filledInByRole;
  const options = fillers.map((filler) => {
    const role = roleTitle(filler, language);
    const label =
      filler.name === "applicant" ? words.filledInByApplicant[part] : isAboutSelf ? words.filledInByHelper(role) : role;
    return { value: filler.name, label: label.charAt(0).toUpperCase() + label.slice(1) };
  });
  return { control: "filledInBy", label: title, short, missing, options };
}

function roleTitle({ name, words }: Filler, language: string): string {
  const said = (words && wordsIn(words, language)) || name.replaceAll("-", " ");
  return said.charAt(0).toLowerCase() + said.slice(1);
}
