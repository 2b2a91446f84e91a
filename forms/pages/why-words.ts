// What fills a question in, why it is asked, who sees its answer, how long it is kept and the laws behind it: in words. On the server only;
// the form's element is handed the words.
import type { Field, Service } from "#contract";
import { filledFrom } from "../journey/filled-from.ts";
import { lengthText } from "../journey/length.ts";
import type { JourneyField, PageJourney, Setting } from "../journey/shapes.ts";
import { wordsIn } from "../journey/words-in.ts";
import type { SourceWords } from "../parts/source-sentences.ts";
import { registerName, sourceWords } from "../parts/source-words.ts";
import type { WhyWords } from "./why.ts";

/** How what fills a question in is spoken of; nothing where nothing can. */
export function sourceOf(
  { service, setting, draft }: PageJourney,
  { field: { prefill } }: JourneyField,
): SourceWords | undefined {
  return prefill && sourceWords(filledFrom(draft, prefill, setting.instant), service, setting);
}

/** Why a question is asked, who sees its answer, how long it is kept, and the laws behind it. */
export function whyWords({ service, setting }: PageJourney, field: Field): WhyWords[] {
  const { why } = field;
  const { words, language } = setting;
  if (!why) return [];
  const parts: WhyWords[] = [];
  if (why.looksUp)
    parts.push(
      reason("why", words.whyWeAsk, words.whyLooksUp({ source: registerName(why.looksUp, service, setting) })),
    );
  if (why.onlySeenBy?.length)
    parts.push(
      reason("seen", words.whoCanSee, words.onlySeenBy({ roles: rolesText(why.onlySeenBy, service, setting) })),
    );
  if (why.kept) parts.push(reason("kept", words.howLongKept, keptText(why.kept, service, setting)));
  for (const law of why.laws ?? [])
    parts.push(reason(`law ${wordsIn(law, language)}`, words.theLawBehindIt, wordsIn(law, language)));
  return parts;
}

/** "a parking officer and the parking manager", in the words of the roles. */
export function rolesText(roles: readonly string[], service: Service, setting: Setting): string {
  const titles = roles.map((role) => wordsIn(service.roles[role]?.title, setting.language) || role);
  return new Intl.ListFormat(setting.language, { type: "conjunction" }).format(titles);
}

function keptText(kept: NonNullable<NonNullable<Field["why"]>["kept"]>, service: Service, setting: Setting): string {
  const { words } = setting;
  const length = lengthText(kept.for, setting);
  if (kept.after === "decision") return words.keptAfterDecision({ length });
  if (kept.after === "sent") return words.keptAfterSent({ length });
  if (kept.after === "end") return words.keptAfterEnd({ length });
  return words.keptAfterCredential({
    length,
    credential: wordsIn(service.credentials[kept.credential ?? ""]?.title, setting.language),
  });
}

function reason(key: string, title: string, text: string): WhyWords {
  return { key, title, text };
}
