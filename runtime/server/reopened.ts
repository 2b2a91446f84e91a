// Answers that an officer opened again, or that the route lets the applicant change: kept apart as a draft until the applicant sends them, and narrowed to what may be changed.
// Must not change the case: that is the command's. What answers mean is the journey's.
import { allPages, toApplication } from "#journey/application.ts";
import { answerAt } from "#journey/path.ts";
import { buildSetting } from "#journey/setting.ts";
import type { Journey, JourneyPage } from "#journey/shapes.ts";
import { findStep, walk } from "#journey/walk.ts";
import type { Case, InformationRequest } from "#routing/case.ts";
import type { CorrectedAnswers } from "#routing/happening.ts";
import { canChangeAnswers } from "#routing/steps/change.ts";
import { draftOf } from "./case-journey.ts";
import { type KeptDraft, readKeptDraft } from "./drafts.ts";
import type { Installation } from "./installation.ts";
import type { OwnCase } from "./own-case.ts";

/** What an applicant is changing now. */
export interface Reopened {
  readonly request: Pick<InformationRequest, "reopens">;
  readonly kept: KeptDraft;
  /** Its pages hold the questions that may be changed, and those that are asked because of a change. */
  readonly journey: Journey;
  readonly pages: readonly JourneyPage[];
}

/** The corrections as they stand; undefined when the open request opened nothing again. */
export async function openReopened(installation: Installation, own: OwnCase): Promise<Reopened | undefined> {
  const { stored } = own;
  const request = stored.case.requests.find(({ state }) => state === "asked");
  if (!request?.reopens) return undefined;
  return openDraftOf(installation, own, request, `answer:${stored.caseId}:${request.id}`);
}

/** Everything that was asked, where the route lets the applicant change answers; undefined where it does not (any more). */
export async function openChange(installation: Installation, own: OwnCase): Promise<Reopened | undefined> {
  const { stored, bundle } = own;
  if (!canChangeAnswers(bundle.service, stored.case)) return undefined;
  // A draft of an earlier state is not gone on with: what it would say of other answers is old.
  return openDraftOf(installation, own, { reopens: stored.case.asked }, `change:${stored.caseId}:${stored.version}`);
}

async function openDraftOf(
  installation: Installation,
  own: OwnCase,
  request: Pick<InformationRequest, "reopens">,
  id: string,
): Promise<Reopened> {
  const { stored, bundle } = own;
  const kept = (await readKeptDraft(installation, id)) ?? {
    id,
    owner: `case:${stored.caseId}`,
    service: bundle.service.name,
    definition: bundle.hash,
    draft: draftOf(stored.case),
    version: 0,
    savedAt: installation.instant(),
  };
  return narrow(installation, own, request, kept);
}

/** The same after a draft was saved. */
export function narrow(
  installation: Installation,
  { bundle, stored, visitor }: OwnCase,
  request: Pick<InformationRequest, "reopens">,
  kept: KeptDraft,
): Reopened {
  const { service, rulebook } = bundle;
  // The rules go by the day it was sent; what is typed now is marked with the moment it is typed.
  const { today } = buildSetting(service, stored.case.sentAt);
  const setting = { ...buildSetting(service, installation.instant(), visitor.language), today };
  const whole = walk(service, rulebook, kept.draft, setting);
  const isOpen = openPaths(stored.case, request);
  const pages = allPages(whole)
    .filter(({ inItem }) => inItem === undefined)
    .map((page) => narrowPage(page, isOpen))
    .filter(({ fields }) => fields.length > 0);
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const journey: Journey = {
    ...whole,
    ...(whole.eligibility && {
      eligibility: {
        ...whole.eligibility,
        pages: whole.eligibility.pages.map((page) => byAddress.get(page.address) ?? page),
      },
    }),
    steps: whole.steps.map((step) => byAddress.get(step.address) ?? step),
  };
  return { request, kept, journey, pages };
}

/** What was opened again, and what was never asked before. */
function openPaths({ asked }: Case, { reopens = [] }: Pick<InformationRequest, "reopens">): (path: string) => boolean {
  const before = new Set(asked);
  return (path) => reopens.includes(path) || !before.has(path);
}

function narrowPage(page: JourneyPage, isOpen: (path: string) => boolean): JourneyPage {
  const narrowed = (parts: JourneyPage["parts"]): JourneyPage["parts"] =>
    parts.flatMap((part): JourneyPage["parts"] => {
      if (part.kind === "field") return part.asked && !part.locked && isOpen(part.path) ? [part] : [];
      if (part.kind === "group") return [{ ...part, parts: narrowed(part.parts) }];
      return part.kind === "notice" || part.kind === "shown" ? [part] : [];
    });
  const fields = page.fields.filter(({ asked, locked, path }) => asked && !locked && isOpen(path));
  return { ...page, parts: narrowed(page.parts), fields };
}

/** True for a page with an answer missing or wrong. */
export function needsAnswer(page: JourneyPage): boolean {
  return page.fields.some(({ complete }) => !complete);
}

/** The page at an address, when it is one that may be changed. */
export function reopenedPage({ journey, pages }: Reopened, address: string): JourneyPage | undefined {
  const step = findStep(journey, address);
  return step?.kind === "page" && pages.includes(step) ? step : undefined;
}

/** Every answer that would be another one, with what is asked and fetched now: for the command, which looks at it again. */
export function correctedAnswers(one: Case, { journey, kept }: Reopened): CorrectedAnswers {
  const after = toApplication(journey);
  const asked = [...journey.facts.asked];
  const paths = [...new Set([...one.asked, ...asked])].filter((path) => !isInList(one, path));
  const changes = paths.flatMap((path) => {
    const [old, value] = [answerAt(one.answers, path), answerAt(after, path)];
    const origin = kept.draft.origins[path];
    if (old === undefined && value === undefined) return [];
    return [{ path, ...(value !== undefined && { value }), ...(origin && value !== undefined && { origin }) }];
  });
  return { changes, asked, fetched: kept.draft.fetched };
}

/** Items of lists stay as they were sent: nobody can open them again. */
function isInList({ answers }: Case, path: string): boolean {
  const keys = path.split(".");
  return keys.some((_, count) => count > 0 && Array.isArray(answerAt(answers, keys.slice(0, count).join("."))));
}
