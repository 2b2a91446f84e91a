// A message of the service, filled in from the case in the applicant's language. Pure; sending is the worker's affair.

import { isBegunByOfficer } from "#routing/beginner.ts";
import type { Case } from "#routing/case.ts";
import { factsOf } from "#routing/facts.ts";
import { fillProse, parseProse, toPlainText } from "#support/prose.ts";
import { localeOf, showDate } from "#support/show-parts.ts";
import { showValue } from "#support/show-value.ts";
import { type Filling, fillsFrom, fillWords, withFilledLists, wordsIn } from "#support/words.ts";
import type { Definition } from "./commands.ts";
import { layOut } from "./document-layout.ts";

/** A message as it is read: plain text, in one language. */
export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly language: string;
  readonly channels: readonly ("email" | "text-message" | "letter" | "inbox")[];
}

/** The message with its fills, as of now; undefined when the service has no such message. */
export function renderMessage(
  { service, rulebook, days }: Definition,
  present: Case,
  name: string,
  now: string,
): RenderedMessage | undefined {
  const message = Object.hasOwn(service.messages, name) ? service.messages[name] : undefined;
  if (!message) return undefined;
  const { language } = present;
  const fallback = service.languages[0]?.tag ?? "en";
  const plainly: Filling = {
    fills: service.fills,
    valueOf: fillsFrom(factsOf(service, present, now, days), rulebook),
    show: (value, type) => showValue(value, type, language, service),
    language,
  };
  const said = withFilledLists(service, language, (label) => fillWords(label, plainly));
  const filling: Filling = { ...plainly, show: (value, type) => showValue(value, type, language, said) };
  // Filled after parsing: a value can never become a link or a heading.
  const plain = (text: string): string => toPlainText(fillProse(parseProse(text), (part) => fillWords(part, filling)));
  const { parts } = present.identity ?? {};
  const named = [parts?.["fullName"], parts?.["legalName"]].find((name) => typeof name === "string");
  // The officer who began the case is not who it is about, and neither is who helps.
  const around = {
    agency: wordsIn(service.agency.title, language, fallback),
    applicant: named ?? (isBegunByOfficer(present) || present.isByHelper ? undefined : present.applicant.name),
    number: present.number,
    date: showDate(days.zone.dayOf(now), localeOf(language, service)),
    language,
  };
  const documents = (message.attach ?? []).flatMap((attached) => {
    const document = service.documents && Object.hasOwn(service.documents, attached) && service.documents[attached];
    if (!document) return [];
    const title = fillWords(wordsIn(document.title, language, fallback), filling);
    return [layOut(document.layout ?? "plain", title, plain(wordsIn(document.body, language, fallback)), around)];
  });
  return {
    subject: fillWords(wordsIn(message.subject, language, fallback), filling),
    text: [plain(wordsIn(message.body, language, fallback)), ...documents].join("\n\n* * *\n\n"),
    language,
    channels: message.channels,
  };
}
