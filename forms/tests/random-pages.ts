// Random pages of questions with what may stand on them: conditions on the same and on earlier pages, groups, sets, limits, values that are
// filled in, locked or corrected, words with values in braces. For properties that hold of every page.
import fc from "fast-check";
import type { Field, Part, Section, Service, Type } from "#contract";
import type { Draft } from "#contract/facts.ts";
import type { Journey, JourneyPage } from "../journey/shapes.ts";
import { emptyDraft, walk } from "../journey/walk.ts";
import { both, question, rulesOf, serviceWith, settingOf, whenIs } from "./services.ts";

/** The questions of the page. */
export const names = ["a", "b", "c", "d", "e", "f"] as const;
/** The questions of the page before it. */
const earlier = ["x", "y", "z"] as const;
/** The address of the page. */
export const address = "section/page";

type Name = (typeof names)[number] | (typeof earlier)[number];

const anyName = fc.constantFrom<Name>(...names, ...earlier);
/** Half of the time there is none, so that each thing is seen without the others. */
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });

const modes = [undefined, undefined, "locked", "correctable", "correctable-with-evidence"] as const;

/** A question that a rule reads, and the answer it looks for. */
const reading = maybe(fc.record({ of: anyName, yes: fc.boolean() }));

/** Where a question stands, what it is, what opens it and what fills it in. */
const asked = fc.record({
  kind: fc.constantFrom("yes-or-no", "text", "one-of" as const),
  opener: maybe(fc.nat()),
  yes: fc.boolean(),
  mode: fc.constantFrom(...modes),
  group: fc.constantFrom("none", "none", "first", "second"),
  requiredWhen: reading,
  warned: reading,
  worded: reading,
  limited: fc.boolean(),
  hint: maybe(anyName),
});

/** A page, and what is answered on it and before it. */
export const pages = fc.record({
  questions: fc.array(asked, { minLength: 1, maxLength: names.length }),
  isSet: fc.boolean(),
  isChecked: fc.boolean(),
  answers: fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: names.length, maxLength: names.length }),
  before: fc.tuple(maybe(fc.boolean()), maybe(fc.boolean()), maybe(fc.boolean())),
  corrected: fc.boolean(),
});
/** What the arbitrary draws. */
export type PageMade = typeof pages extends fc.Arbitrary<infer Made> ? Made : never;

function isEarlier(name: Name): name is (typeof earlier)[number] {
  return earlier.some((one) => one === name);
}

function choiceOf(kind: Field["type"]["kind"], yes: boolean): boolean | string {
  if (kind === "yes-or-no") return yes;
  return kind === "one-of" ? (yes ? "red" : "blue") : yes ? "long" : "short";
}

/** The service of a page: a question before it, then the page. */
function serviceOf({ questions, isSet, isChecked }: PageMade): Service {
  const rules: Record<string, Service["rules"][string]> = {};
  const kindOf = (name: Name) => (isEarlier(name) ? "yes-or-no" : questions[names.indexOf(name)]?.kind);
  const rule = (id: string, of: Name, yes: boolean): string | undefined => {
    const kind = kindOf(of);
    if (!kind) return undefined;
    rules[id] = whenIs([of], choiceOf(kind, yes));
    return id;
  };
  const fields = questions.map((made, at) => {
    const { kind, opener, yes, mode, requiredWhen, warned, worded, limited, hint } = made;
    const name = names[at] ?? "a";
    // Only what stands above opens a question, so that nothing goes in a circle.
    const above: readonly Name[] = [...earlier, ...names.slice(0, at)];
    const opens = opener === undefined ? undefined : above[opener % above.length];
    const showWhen = opens && rule(`${name}/show when`, opens, yes);
    const needed = requiredWhen && rule(`${name}/required`, requiredWhen.of, requiredWhen.yes);
    const warning = warned && rule(`${name}/warning`, warned.of, warned.yes);
    const other = worded && rule(`${name}/worded`, worded.of, worded.yes);
    const must = limited && rule(`${name}/must`, name, true);
    return question(name, kind === "one-of" ? { kind, list: "colours" } : { kind }, {
      ...(showWhen ? { showWhen } : {}),
      ...(needed ? { requiredWhen: needed } : {}),
      ...(warning ? { warnings: [{ when: warning, say: both(`Mind ${name}`) }] } : {}),
      ...(other ? { worded: [{ when: other, label: both(`What else about ${name}?`) }] } : {}),
      ...(must ? { musts: [{ rule: must, otherwise: both(`Not this ${name}`) }] } : {}),
      ...(hint ? { hint: both(`As for {${hint}}`) } : {}),
      ...(mode ? { prefill: { from: ["identity", name], source: "identity", mode } } : {}),
    });
  });
  const inGroup = (group: string) => fields.filter((_, at) => questions[at]?.group === group);
  const groups = ["first", "second"].flatMap((name): Part[] => {
    const parts = inGroup(name);
    return parts.length === 0 ? [] : [{ kind: "group", name, title: both(`Group ${name}`), parts }];
  });
  const check = isChecked && rule("page/check", "a", false);
  const before: Section = {
    name: "before",
    title: both("Before"),
    steps: [
      {
        kind: "page",
        name: "z",
        parts: earlier.map((name) => question(name, { kind: "yes-or-no" })),
        title: both("Before"),
      },
    ],
  };
  const section: Section = {
    name: "section",
    title: both("Section"),
    steps: [
      {
        kind: "page",
        name: "page",
        title: both("Page"),
        parts: [...inGroup("none"), ...groups],
        ...(isSet ? { set: { key: "some", title: both("Some") } } : {}),
        ...(check ? { checks: [{ rule: check, otherwise: both("These do not go together") }] } : {}),
      },
    ],
  };
  const fills: Service["fills"] = Object.fromEntries(
    [...names, ...earlier].map((name) => {
      const kind = kindOf(name) ?? "text";
      const type: Type = kind === "one-of" ? { kind, list: "colours" } : { kind };
      return [name, { path: [name], type }];
    }),
  );
  return serviceWith([before, section], { rules, fills });
}

function draftOf({ questions, answers, before, corrected }: PageMade): Draft {
  const at = "2026-06-16T07:40:00Z";
  const given = questions.flatMap(({ kind }, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [[names[index] ?? "a", choiceOf(kind, answer)] as const];
  });
  // The register says the other thing, so that what was answered may be a correction.
  const other = questions.map(
    ({ kind }, index) => [names[index] ?? "a", choiceOf(kind, answers[index] !== true)] as const,
  );
  const origins = questions.flatMap(({ mode }, index) =>
    mode?.startsWith("correctable") && corrected
      ? [[names[index] ?? "a", { kind: "corrected" as const, source: "identity", at, old: "" }] as const]
      : [],
  );
  const sooner = earlier.flatMap((name, index) =>
    before[index] === undefined ? [] : [[name, before[index]] as const],
  );
  return {
    ...emptyDraft,
    answers: { ...Object.fromEntries(given), ...Object.fromEntries(sooner) },
    origins: Object.fromEntries(origins),
    identity: { subject: "s", level: "high", kind: "person", at, parts: Object.fromEntries(other) },
  };
}

/** The journey on such a page; no page where nothing on it is asked. */
export function walked(made: PageMade): { readonly journey: Journey; readonly page?: JourneyPage } {
  const service = serviceOf(made);
  const journey = walk(service, rulesOf(service), draftOf(made), settingOf(service));
  const page = pageOf(journey);
  return page ? { journey, page } : { journey };
}

/** The page as it is now. */
export function pageOf({ steps }: Journey): JourneyPage | undefined {
  const step = steps.find((one) => one.address === address);
  return step?.kind === "page" ? step : undefined;
}
