// Random pages of questions with what may stand on them: conditions on the same and on earlier pages, groups, sets, limits, choices that come
// and go, guidance, values that are shown, boxes to tick, values that are filled in, locked or corrected, words with values in braces. For properties that hold of every page.
import fc from "fast-check";
import type { Expression, Field, Part, Section, Service, Type } from "#contract";
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

/** How a rule asks: for one answer, or for that and an earlier one. */
const ways = fc.constantFrom("is", "is", "is-not", "answered", "and", "or", "not-yes");
/** A question that a rule reads, and the answer it looks for. */
const reading = maybe(fc.record({ of: anyName, yes: fc.boolean(), way: ways }));

/** Where a question stands, what it is, what opens it and what fills it in. */
const asked = fc.record({
  kind: fc.constantFrom("yes-or-no", "text", "one-of" as const),
  opener: maybe(fc.nat()),
  yes: fc.boolean(),
  way: ways,
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
  /** What the page's section is shown for. */
  shown: reading,
  /** What the page is shown for. */
  pageShown: reading,
  answers: fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: names.length, maxLength: names.length }),
  before: fc.tuple(maybe(fc.boolean()), maybe(fc.boolean()), maybe(fc.boolean())),
  corrected: fc.boolean(),
  /** Whether everything that could be answered is. */
  isFull: fc.boolean(),
  /** What stands beside the questions. */
  beside: fc.record({
    groupShown: reading,
    choiceShown: reading,
    standard: fc.boolean(),
    titled: maybe(anyName),
    notice: maybe(
      fc.record({ kind: fc.constantFrom("guidance", "warning", "help" as const), of: anyName, shown: reading }),
    ),
    shown: maybe(anyName),
    declared: maybe(fc.record({ of: anyName, shown: reading })),
  }),
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

type Way = typeof ways extends fc.Arbitrary<infer One> ? One : never;

/** The same question put in another way; `and` and `or` ask for an earlier answer too. */
function askedThe(way: Way, of: Name, is: Expression): Expression {
  const earlierOne = whenIs(["y"], true).expression;
  switch (way) {
    case "is":
      return is;
    case "is-not":
      return { op: "not", of: is };
    case "answered":
      return { op: "answered", path: [of] };
    case "not-yes":
      return { op: "not-yes", of: is };
    default:
      return { op: way, parts: [is, earlierOne] };
  }
}

/** The service of a page: a question before it, then the page. */
function serviceOf({ questions, isSet, isChecked, shown, pageShown, beside }: PageMade): Service {
  const rules: Record<string, Service["rules"][string]> = {};
  const kindOf = (name: Name) => (isEarlier(name) ? "yes-or-no" : questions[names.indexOf(name)]?.kind);
  const rule = (id: string, of: Name, yes: boolean, way: Way = "is"): string | undefined => {
    const kind = kindOf(of);
    if (!kind) return undefined;
    const { expression, ...plain } = whenIs([of], choiceOf(kind, yes));
    rules[id] = { ...plain, reads: ["y", of], expression: askedThe(way, of, expression) };
    return id;
  };
  const order = ["none", "first", "second"].flatMap((group) =>
    questions.flatMap((made, at) => (made.group === group ? [names[at] ?? "a"] : [])),
  );
  const fields = questions.map((made, at) => {
    const { kind, opener, yes, way, mode, requiredWhen, warned, worded, limited, hint } = made;
    const name = names[at] ?? "a";
    // Only what stands above opens a question or makes it required: the compiler refuses any other text (FW404).
    const above: readonly Name[] = [...earlier, ...order.slice(0, order.indexOf(name))];
    const opens = opener === undefined ? undefined : above[opener % above.length];
    const showWhen = opens && rule(`${name}/show when`, opens, yes, way);
    const needed =
      requiredWhen &&
      above.includes(requiredWhen.of) &&
      rule(`${name}/required`, requiredWhen.of, requiredWhen.yes, requiredWhen.way);
    const warning = warned && rule(`${name}/warning`, warned.of, warned.yes, warned.way);
    const other = worded && rule(`${name}/worded`, worded.of, worded.yes, worded.way);
    const must = limited && rule(`${name}/must`, name, true);
    return question(name, kind === "one-of" ? { kind, list: "colours" } : { kind }, {
      ...(showWhen ? { showWhen } : {}),
      ...(needed ? { requiredWhen: needed } : {}),
      ...(warning ? { warnings: [{ when: warning, say: both(`Mind ${name}`) }] } : {}),
      ...(other ? { worded: [{ when: other, label: both(`What else about ${name}?`) }] } : {}),
      ...(must ? { musts: [{ rule: must, ...(beside.standard ? {} : { otherwise: both(`Not this ${name}`) }) }] } : {}),
      ...(hint ? { hint: both(`As for {${hint}}`) } : {}),
      ...(mode ? { prefill: { from: ["identity", name], source: "identity", mode } } : {}),
    });
  });
  const inGroup = (group: string) => fields.filter((_, at) => questions[at]?.group === group);
  const anyRule = (id: string, one: typeof beside.groupShown) => one && rule(id, one.of, one.yes, one.way);
  const { notice, declared, titled } = beside;
  // What opens a group stands before all groups.
  const groupRule =
    beside.groupShown &&
    (isEarlier(beside.groupShown.of) || questions[names.indexOf(beside.groupShown.of)]?.group === "none") &&
    anyRule("group/show when", beside.groupShown);
  const groups = ["first", "second"].flatMap((name): Part[] => {
    const parts: Part[] = inGroup(name);
    const showWhen = name === "first" && groupRule ? { showWhen: groupRule } : {};
    const title = both(`Group ${name}${titled ? ` of {${titled}}` : ""}`);
    return parts.length === 0 ? [] : [{ kind: "group", name, title, ...showWhen, parts }];
  });
  const said = (id: string, one: typeof beside.groupShown) => {
    const showWhen = anyRule(id, one);
    return showWhen ? { showWhen } : {};
  };
  const others: Part[] = [
    ...(notice
      ? [
          {
            kind: notice.kind,
            title: both(`About {${notice.of}}`),
            prose: both(`You said **{${notice.of}}**.\n\n- one\n- two`),
            ...said("notice/show when", notice.shown),
          },
        ]
      : []),
    ...(beside.shown ? [{ kind: "shown" as const, path: beside.shown }] : []),
    ...(declared
      ? [
          {
            kind: "declaration" as const,
            path: ["true"],
            name: "true",
            statement: both(`It is {${declared.of}}.`),
            ...said("declared/show when", declared.shown),
          },
        ]
      : []),
  ];
  // Choices that come and go are no register's to fill in, and do not open themselves: the server shows such a page anew when it is posted.
  const choiceRule =
    beside.choiceShown &&
    kindOf(beside.choiceShown.of) !== "one-of" &&
    !questions.some(({ kind, mode }) => kind === "one-of" && mode) &&
    anyRule("choice/show when", beside.choiceShown);
  const whole = shown && isEarlier(shown.of) && rule("section/show when", shown.of, shown.yes, shown.way);
  const part =
    pageShown && isEarlier(pageShown.of) && rule("page/show when", pageShown.of, pageShown.yes, pageShown.way);
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
    ...(whole ? { showWhen: whole } : {}),
    steps: [
      {
        kind: "page",
        name: "page",
        title: both(titled ? `Page of {${titled}}` : "Page"),
        parts: [...inGroup("none"), ...groups, ...others],
        ...(part ? { showWhen: part } : {}),
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
  // A value that is shown, by its path.
  const named: Service["names"] = Object.fromEntries(
    Object.entries(fills).map(([name, { type }]) => [name, { name, type, from: "question" }]),
  );
  const lists: Service["lists"] = {
    colours: {
      options: [
        { value: "red", label: both("Red") },
        {
          value: "blue",
          label: both("Blue"),
          ...(choiceRule ? { showWhen: choiceRule } : {}),
        },
        { value: "none", label: both("None of these"), onItsOwn: true },
      ],
    },
  };
  return serviceWith([before, section], { rules, fills, lists, names: named });
}

function draftOf({ questions, answers, before, corrected, isFull }: PageMade): Draft {
  const at = "2026-06-16T07:40:00Z";
  const given = questions.flatMap(({ kind }, index) => {
    const answer = answers[index] ?? (isFull ? true : undefined);
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
