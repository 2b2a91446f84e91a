// What a page of questions hands to the form's element as data: this page, in this language, and the answers it reads.
import type { Expression, Page, Service } from "#contract";
import type { Answers, Draft, Value } from "#contract/facts.ts";
import { changesOnPage, rulesOnPage } from "#support/changes-on-page.ts";
import { byDay, dayConstants, dayConstantsKey } from "#support/day-constants.ts";
import { evaluateExpression } from "#support/evaluate.ts";
import { valueAt, withValueAt } from "#support/facts.ts";
import { fieldsIn } from "../journey/parts-of.ts";
import { withoutAnswer } from "../journey/path.ts";
import type { AnswerProblem, Journey, JourneyField, JourneyPage, PagePlace } from "../journey/shapes.ts";
import { findStep } from "../journey/walk.ts";
import { confirmationsOf } from "../journey/walk-page.ts";
import { pageInWords } from "./page-in-words.ts";
import { keysRead, pageService } from "./page-service.ts";
import type { PageView } from "./page-view.ts";

/** The data block of a page of questions. */
export interface FormData {
  readonly address: string;
  readonly base: string;
  readonly page: Page;
  readonly service: Service;
  /** Outcomes of rules that do not rest on the page's own answers; null: not known yet. The script holds only the others. */
  readonly known: Readonly<Record<string, Value | null>>;
  /** Where the page stands; its record holds what the page's rules read, without the page's own answers. */
  readonly place: PagePlace;
  /** Values at the top that the page's rules read. The place's record is this itself, unless the page is in an item. */
  readonly values: Answers;
  readonly asked: readonly string[];
  readonly corrected: readonly string[];
  readonly notSupplied: readonly (readonly [string, "unavailable" | "absent"])[];
  /** Only what belongs to this page. */
  readonly draft: Draft;
  readonly today: string;
  readonly instant: string;
  readonly language: string;
  readonly problems: readonly AnswerProblem[];
  readonly saveAddress?: string;
}

/** The data of a page, or nothing where the element has nothing to do. */
export function formData(view: PageView): FormData | undefined {
  if (view.kind !== "question") return undefined;
  const { journey, place: host } = view;
  const step = findStep(journey, view.address);
  if (step?.kind !== "page") return undefined;
  const page = withChecksHere(step);
  const { service, setting, facts } = journey;
  const { today, instant, language } = setting;
  const own = page.fields.flatMap(pathsOf);
  const said = pageInWords(journey, page);
  const spoken = { ...service, lists: said.lists };
  const changes = changesOnPage(service, page.page);
  const rules = rulesOnPage(spoken, said.page);
  const read = keysRead(
    spoken,
    said.page,
    rules.filter((id) => changes.rule(id)),
  );
  const known = rules
    .filter((id) => !changes.rule(id))
    .map((id) => [id, journey.rulebook.evaluate(id, facts, page.place.items) ?? null] as const);
  return {
    address: view.address,
    base: host.base,
    page: said.page,
    service: pageService(spoken, said.page),
    known: Object.fromEntries(known),
    place: placeData(page),
    values: {
      ...own.reduce((values, path) => withoutAnswer(values, path), only(facts.values, read)),
      ...ofTheDay(journey),
    },
    asked: [...facts.asked].filter((path) => !own.includes(path)),
    corrected: [...facts.corrected].filter((path) => !own.includes(path)),
    notSupplied: page.fields.flatMap((field) =>
      recordsOf(field, page).flatMap((record) => (field.notFilled ? [[record, field.notFilled] as const] : [])),
    ),
    draft: draftOf(journey, page, own),
    today,
    instant,
    language,
    problems: view.problems ?? [],
    ...(host.saveAddress === undefined ? {} : { saveAddress: host.saveAddress }),
  };
}

/** What rules of the script read of the day. */
function ofTheDay({ service, rulebook, facts }: Journey): Answers {
  const whole = byDay(service);
  if (Object.keys(whole.parts).length === 0) return {};
  const worth = (part: Expression) => evaluateExpression(part, service, rulebook, facts);
  return { [dayConstantsKey]: dayConstants(whole, worth) };
}

/** A section's and an item's checks that show on this page are checked with it: the browser finds what the server would (3.6.7). */
function withChecksHere(page: JourneyPage): JourneyPage {
  const here = page.alsoChecked ?? [];
  return here.length === 0 ? page : { ...page, page: { ...page.page, checks: [...(page.page.checks ?? []), ...here] } };
}

/** The answer's own path, and those of what may stand instead of it. */
function pathsOf({ path, instead, ways }: JourneyField): string[] {
  return [path, ...(instead ? [instead.path] : []), ...(ways ? [ways.path] : [])];
}

/** The records that a question is filled from or chosen from, as the author wrote it. */
function recordsOf({ field }: JourneyField, page: JourneyPage): string[] {
  const written = fieldsIn(page.page.parts).find((one) => one.path.join(".") === field.path.join("."));
  return [written?.prefill?.from[0], written?.choicesFrom?.path[0]].filter((record) => record !== undefined);
}

function only(values: Answers, keys: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key)));
}

/** Inside an item the record is the item's, without the page's own answers; at the top it is `values` and is not said twice. */
function placeData({ place, fields }: JourneyPage): PagePlace {
  const { section, address, prefix, depth, items, listed, filled } = place;
  const record =
    prefix === ""
      ? {}
      : fields.flatMap(pathsOf).reduce((kept, path) => withoutAnswer(kept, path.slice(prefix.length)), place.record);
  const [inner] = Object.entries(items).filter(([, item]) => item === place.record);
  const shown = inner ? { ...items, [inner[0]]: record } : items;
  return {
    section,
    address,
    prefix,
    depth,
    record,
    items: shown,
    ...(listed ? { listed } : {}),
    ...(filled ? { filled } : {}),
  };
}

/** Whoever signs is named beside the box. */
const signer: ReadonlySet<string> = new Set(["fullName"]);

function draftOf({ draft }: Journey, page: JourneyPage, own: readonly string[]): Draft {
  const confirmations = confirmationsOf(page.parts);
  const signs = confirmations.some((part) => part.kind === "signature");
  const paths = [...own, ...confirmations.map((part) => part.path)];
  const records = new Set(page.fields.map((field) => field.field.prefill?.from[0]));
  const roots = new Set(paths.map((path) => path.split(".")[0] ?? ""));
  return {
    answers: only(draft.answers, roots),
    origins: Object.fromEntries(Object.entries(draft.origins).filter(([path]) => paths.includes(path))),
    fetched: Object.fromEntries(
      Object.entries(draft.fetched)
        .filter(([key]) => records.has(key.split(".").at(-1)))
        .map(([key, { state, source, operation, at }]) => [key, { state, source, operation, at, using: {} }]),
    ),
    ...(draft.identity && (signs || records.has("identity"))
      ? { identity: { ...draft.identity, subject: "", parts: signs ? only(draft.identity.parts, signer) : {} } }
      : {}),
    ...carriedOn(draft, page),
    passed: draft.passed.filter((address) => address === page.address),
  };
}

/** What this page's questions are filled in from, of what the applicant has from before. */
function carriedOn({ carried = {} }: Draft, { fields }: JourneyPage): Pick<Draft, "carried"> {
  const prefills = fields.flatMap(({ field }) => (field.prefill?.carries ? [field.prefill.from] : []));
  const kept = Object.entries(carried).flatMap(([key, one]) => {
    const paths = prefills.filter(([first]) => first === key).map((from) => from.slice(1));
    const record = paths.reduce<Answers>((so, path) => {
      const value = valueAt(one.record, path);
      return value === undefined ? so : withValueAt(so, path, value);
    }, {});
    return paths.length === 0 ? [] : [[key, { ...one, record }] as const];
  });
  return kept.length === 0 ? {} : { carried: Object.fromEntries(kept) };
}
