// The model as the compiled service: the contract that everything right of the compiler reads. The same text gives the same bytes.
import type { Named, Rule, Service, Type, Words } from "#contract";
import type { BuiltRule, Datum, Model } from "../../model/model.ts";
import { isApplicantFact } from "../../model/names/built-in.ts";
import { isCarried } from "../../model/names/names.ts";
import { dottedOf, factsRead } from "../../model/readings.ts";
import { emitReasons } from "./reasons.ts";
import { emitSourceMap } from "./source-map.ts";

/** The service of a model that has no Stop. */
export function emitContract(model: Model): Service {
  const rules = Object.fromEntries([...model.rules.values()].map((rule) => [rule.id, emitRule(model, rule)]));
  const service: Service = {
    contractVersion: 1,
    name: model.name,
    title: model.title,
    agency: model.agency ?? { name: model.name, title: model.title },
    version: model.version,
    status: model.status,
    languages: [...model.languages],
    timeZone: model.timeZone,
    currency: model.currency,
    ...(model.about && { about: model.about }),
    ...(model.contact && { contact: model.contact }),
    ...(model.region && { region: model.region }),
    ...(model.owner !== undefined && { owner: model.owner }),
    ...(model.topics.length > 0 && { topics: [...model.topics] }),
    ...(model.startedBy.length > 0 && { startedBy: [...model.startedBy] }),
    ...(model.openings.length > 0 && { openings: [...model.openings] }),
    applicants: [...model.applicants],
    roles: model.roles,
    partners: model.partners,
    sources: model.sources,
    lists: model.lists,
    calendars: model.calendars,
    ...(model.eligibility && { eligibility: model.eligibility }),
    sections: [...model.sections],
    rules,
    ...(model.route && { route: model.route }),
    outcomes: [...model.outcomes],
    credentials: model.credentials,
    messages: model.messages,
    ...(Object.keys(model.documents).length > 0 && { documents: model.documents }),
    ...(model.privacy && { privacy: model.privacy }),
    assistance: [...model.assistance],
    measures: [...model.measures],
    names: emitNames(model),
    fills: emitFills(model),
    sourceMap: {},
  };
  emitReasons(service);
  service.sourceMap = emitSourceMap(service, model);
  return service;
}

function emitRule(model: Model, rule: BuiltRule): Rule {
  return {
    ...(rule.name !== undefined && { name: rule.name }),
    form: rule.form,
    gives: rule.gives,
    expression: rule.expression,
    ...(rule.because && { because: rule.because }),
    reads: [...factsRead(model, rule.expression)].sort(),
    ...(rule.item !== undefined && { item: rule.item }),
  };
}

const levels = { low: 0, substantial: 1, high: 2 } as const;

/** Everything that has a value, by dotted path. Of identity only what the sign-in supplies and the text speaks of, of what is carried only what fills a question in. */
function emitNames(model: Model): Service["names"] {
  const level = levels[model.applicants.find((applicant) => applicant.signsIn)?.signsIn ?? "low"];
  const names: Service["names"] = {};
  const filling = new Set([...carriedPaths(model.sections), ...carriedPaths(model.eligibility)]);
  for (const datum of model.data) {
    if (isCarried(datum) && !filling.has(dottedOf(datum))) continue;
    if (isApplicantFact(datum) && model.lists[datum.type?.list ?? ""] === undefined) continue;
    if (!datum.type || (datum.level !== undefined && levels[datum.level] > level)) continue;
    names[dottedOf(datum)] = emitNamed(model, datum, datum.type);
  }
  return names;
}

/** The dotted paths of what is carried that some question is filled in from. */
function carriedPaths(piece: unknown): string[] {
  if (typeof piece !== "object" || piece === null) return [];
  const own = "carries" in piece && "from" in piece && Array.isArray(piece.from) ? [piece.from.join(".")] : [];
  return [...own, ...Object.values(piece).flatMap(carriedPaths)];
}

function emitNamed(model: Model, datum: Datum, type: Type): Named {
  const asked = model.asked.get(dottedOf(datum));
  const stage = datum.from === "stage" ? placeCalled(model, datum.said) : undefined;
  const label = datum.label ?? asked?.label ?? stage?.title;
  return {
    name: datum.said,
    ...(label && { label }),
    type,
    from: datum.from,
    ...(datum.rule !== undefined && { rule: datum.rule }),
    ...(datum.source !== undefined && { source: datum.source }),
    ...(datum.sensitive !== undefined && { sensitive: datum.sensitive }),
    ...(asked?.askedWhen !== undefined && { askedWhen: asked.askedWhen }),
  };
}

/** The stage or check that a name stands for; one for each item follows the item's name: owner's home-check. */
function placeCalled({ route }: Model, said: string): { readonly title: Words } | undefined {
  const stages = route?.stages ?? [];
  const name = said.slice(said.lastIndexOf(" ") + 1);
  return (
    stages.find((one) => one.name === said) ??
    stages.flatMap((one) => one.checks ?? []).find((one) => one.name === name)
  );
}

function emitFills(model: Model): Service["fills"] {
  const fills: Service["fills"] = {};
  for (const [text, datum] of model.fills) {
    const type: Type = datum.type ?? { kind: "text" };
    // Of an item: the present one's, by the item's key.
    const path = [...(datum.item ? [datum.item.key] : []), ...datum.path];
    fills[text] = datum.rule === undefined ? { path, type } : { rule: datum.rule, type };
  }
  return fills;
}
