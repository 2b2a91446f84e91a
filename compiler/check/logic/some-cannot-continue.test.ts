// Who finds no answer is told exactly when trying out every answer finds somebody; and what is a way out, or no contradiction, is not told.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";

const titlesOf = (lines: string, code = "FW422") => {
  const text = `service hall "Hall"\n${lines}`;
  const { problems } = compile("hall.service", new Map([["hall.service", text]]));
  expect(problems.filter((problem) => problem.code === "FW415")).toEqual([]);
  return problems.filter((problem) => problem.code === code).map(({ title }) => title);
};

/** A limit of q over the answers a and b, as text and as a test. */
interface Limit {
  readonly words: string;
  readonly accepts: (q: number, a: number, b: number) => boolean;
}

const bound = fc.constantFrom<{ words: string; of: (a: number, b: number) => number }>(
  { words: "a", of: (a) => a },
  { words: "b", of: (_, b) => b },
  { words: "a + b", of: (a, b) => a + b },
  { words: "2", of: () => 2 },
  { words: "4", of: () => 4 },
);
const limit = fc.oneof(
  bound.map(({ words, of }): Limit => ({ words: `at least ${words}`, accepts: (q, a, b) => q >= of(a, b) })),
  bound.map(({ words, of }): Limit => ({ words: `at most ${words}`, accepts: (q, a, b) => q <= of(a, b) })),
  bound.map(({ words, of }): Limit => ({ words: `over ${words}`, accepts: (q, a, b) => q > of(a, b) })),
  bound.map(({ words, of }): Limit => ({ words: `under ${words}`, accepts: (q, a, b) => q < of(a, b) })),
);

const few = [0, 1, 2, 3, 4];
const many = Array.from({ length: 40 }, (_, index) => index - 20);

test("somebody is told exactly when trying out every answer finds somebody", () => {
  fc.assert(
    fc.property(fc.array(limit, { minLength: 1, maxLength: 3 }), fc.boolean(), (limits, onlyOver) => {
      const musts = limits.map(({ words }) => `    must be ${words}\n`).join("");
      const asked = onlyOver ? "    show when a is over b\n" : "";
      const number = (name: string) => `  ask ${name} "What is ${name}?" as whole number\n    must be from 0 to 4\n`;
      const text = `section one "One"\n${number("a")}${number("b")}  ask q "What is q?" as whole number\n${asked}${musts}`;
      const people = few.flatMap((a) => few.map((b) => [a, b] as const)).filter(([a, b]) => !onlyOver || a > b);
      const stopped = people.filter(([a, b]) => !many.some((q) => limits.every((one) => one.accepts(q, a, b))));
      const isSome = stopped.length > 0 && stopped.length < people.length;
      const titles = titlesOf(text);
      expect(titles.length).toBe(isSome ? 1 : 0);
      expect(titlesOf(text, "FW416").length).toBe(stopped.length === people.length ? 1 : 0);
      const [, a, b] = /(?:a is (\d))?(?:.*?b is (\d))?$/.exec(titles[0]?.split(" when ")[1] ?? "") ?? [];
      const named = people.filter((one) => (a ?? `${one[0]}`) === `${one[0]}` && (b ?? `${one[1]}`) === `${one[1]}`);
      if (isSome) for (const one of named) expect(stopped).toContainEqual(one);
    }),
    { numRuns: 60 },
  );
});

const permit = (rest: string) => `section car "Your car"
  ask zone "Which zone do you live in?" as one of these
    - centre "Centre"
    - harbour "Harbour"
    - hills "Hills"
${rest}`;

const choices = (last: string) => `  ask pass "Which pass do you want?" as one of these
    - day "Day"
      show when zone is centre
    - year "Year"
      show when ${last}
`;

test("somebody for whom no choice is shown", () => {
  expect(titlesOf(permit(choices("zone is harbour")))).toEqual(["No answer to pass is allowed when zone is hills"]);
  expect(titlesOf(permit(choices("zone is not centre")))).toEqual([]);
  for (const way of ["one", "any"])
    expect(titlesOf(permit(choices("zone is harbour").replace("as one of", `as ${way} of`)))).toHaveLength(1);
});

test("a page with no way on, a check and a limit before it are ways out", () => {
  const stop = '  stop no-pass "There are no passes in the hills"\n    > Park for free.\n    show when zone is hills\n';
  const check = '  check zone is not hills otherwise say "There are no passes in the hills."\n';
  expect(titlesOf(permit(`${stop}${choices("zone is harbour")}`))).toEqual([]);
  expect(titlesOf(permit(`${check}${choices("zone is harbour")}`))).toEqual([]);
  const limited = permit(choices("zone is harbour")).replace(
    '    - hills "Hills"\n',
    '    - hills "Hills"\n    must not be hills otherwise say "There are no passes."\n',
  );
  expect(titlesOf(limited)).toEqual([]);
});

test("two checks that can each be met and not both, for somebody; one alone that stops people is meant to", () => {
  const checks = (most: string) => `section hall "Hall"
  ask guests "How many guests?" as whole number
    must be from 1 to 200
  ask chairs "How many chairs?" as whole number
    must be at least 0
  check chairs is at least guests otherwise say "Enter a chair for each guest."
${most}`;
  const most = '  check chairs is at most 120 otherwise say "Enter at most 120 chairs."\n';
  expect(titlesOf(checks(most))).toEqual(["These demands cannot be met together when guests is 121"]);
  expect(titlesOf(checks(""))).toEqual([]);
  expect(titlesOf(checks('  check guests is at most 120 otherwise say "At most 120."\n'))).toEqual([]);
});

test("what a source may say and the day on which somebody applies are taken to fit", () => {
  const days = (limits: string) => `section stay "Stay"
  ask arrives "When do you arrive?" as date
    must be after today
  ask leaves "When do you leave?" as date
${limits}`;
  expect(titlesOf(days("    must be after arrives\n"))).toEqual([]);
  expect(titlesOf(days("    must be after arrives\n    must be at most 3 months after arrives\n"))).toEqual([]);
  expect(titlesOf(days("    must be after arrives\n    must be on or before 31 December 2027\n"))).toEqual([
    "No answer to leaves is allowed when arrives is 31 December 2027",
  ]);
});

test("limits worked out from answers, and in a list", () => {
  const worked = `section hall "Hall"
  ask guests "How many guests?" as whole number
    must be from 1 to 50
  ask tables "How many tables?" as whole number
    must be at least needed
    must be at most 10
calculate needed = guests times 2
  except 3 when guests is over 40
`;
  expect(titlesOf(worked)).toEqual(["No answer to tables is allowed when guests is 6"]);
  const list = `section crew "Crew"
  repeat members each member "Crew"
    from 1 to 4 times
    ask age "How old are they?" as whole number
      must be from 0 to 120
    ask years "For how many years have they sailed?" as whole number
      must be from 10 to member's age
`;
  expect(titlesOf(list)).toEqual(["No answer to member's years is allowed when member's age is 0"]);
});

test("one demand, and the limits of the question that it names last", () => {
  const chairs = (demand: string) => `section hall "Hall"
  ask big "Is it big?" as yes or no
  ask guests "How many guests?" as whole number
    must be from 0 to 10
  ask chairs "How many chairs?" as whole number
    must be from 0 to 5
  check ${demand} otherwise say "No."
`;
  expect(titlesOf(chairs("big is no or chairs is over 7"))).toEqual([
    "No answer to chairs that is allowed meets this demand when big is yes",
  ]);
  // Some with so many guests can meet it: the others are meant to be stopped.
  expect(titlesOf(chairs("chairs is at least guests"))).toEqual([]);
  expect(titlesOf(chairs("big is no or chairs is over 4"))).toEqual([]);
});
