// The other faces of the route's checks: each text is what is told about it, sentence by sentence. One face of each code has its
// sample folder; what must not be told stands here too.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";

const head = `service s "S"
section one "One"
  ask keeper "Keeper?" as yes or no
  ask fee "Fee?" as money
role officer "an officer"
role judge "a judge"
partner registry "Registry"
calendar office "Office"
  working days are Monday, Tuesday, Wednesday, Thursday, Friday
  closed on 25 December 2026 "Christmas"
`;
const granted = '\noutcome granted "Granted"\n';
const review = `
  stage review "Review" by officer
    shows keeper, fee
    can approve then go to granted
    finish within 5 days`;

/** Code and title of everything that is told of the route, in the order of the text. */
function told(route: string): string[] {
  const text = `${head}route\n  calendar office${route}`;
  const { problems } = compile("s.service", new Map([["s.service", text]]));
  return problems.map(({ code, title }) => `${code} ${title}`);
}

test.each<[string, string, string[]]>([
  [
    "what is known on the way rules a line out, and what lies behind it is told with it",
    `
  stage first "First"
    when keeper is yes go to second
    otherwise go to review
  stage second "Second"
    when keeper is no go to lost
    otherwise go to review${review}
  stage lost "Lost" by officer
    shows keeper
    can approve then go to granted
    finish within 5 days${granted}`,
    ["FW509 No case can take this way to lost"],
  ],
  [
    "with more information the answers may be others",
    `
  stage first "First"
    when keeper is yes go to second
    otherwise go to review
  stage second "Second" by officer
    shows keeper, fee
    can ask for more information within 5 days then go to third
    can approve then go to granted
    finish within 5 days
  stage third "Third"
    when keeper is no go to review
    otherwise go to granted${review}${granted}`,
    [],
  ],
  [
    "conditions that leave nobody over need no line for everything else",
    `
  stage first "First"
    when keeper is yes go to granted
    when keeper is no go to review${review}${granted}`,
    [],
  ],
  [
    "actions that are all refused at once",
    `
  stage first "First" by officer
    shows keeper
    ask points "Points?" as whole number
    can pass when points is over 5 then go to granted
    can fail when points is under 5 then go to review
    finish within 5 days${review}${granted}`,
    ["FW503 A case can get stuck in stage first"],
  ],
  [
    "a circle that only waits has no end for a case of which nothing changes meanwhile",
    `
  stage try "Try"
    wait 2 days
    go to tried
  stage tried "Tried"
    when keeper is yes go to try
    otherwise go to granted${granted}`,
    ["FW507 A case can go round from stage try without end"],
  ],
  [
    "none in which a day comes",
    `
  stage try "Try"
    wait 2 days
    go to tried
  stage tried "Tried"
    when today is before 1 June 2030 go to try
    otherwise go to granted${granted}`,
    [],
  ],
  [
    "a circle that waits ends where the case has a time of its own",
    `
  finish within 1 year otherwise go to granted
  stage try "Try"
    wait 2 days
    go to tried
  stage tried "Tried"
    when keeper is yes go to try
    otherwise go to granted${granted}`,
    [],
  ],
  [
    "what is reached only by a line for everything else, when nothing else is left",
    `
  stage first "First"
    when keeper is yes go to granted
    when keeper is no go to granted
    otherwise go to review${review}${granted}`,
    ["FW509 No case can take this way to review"],
  ],
  [
    "a line for everything else may stand idle",
    `
  stage first "First"
    when keeper is yes go to granted
    when keeper is no go to review
    otherwise go to review${review}${granted}`,
    [],
  ],
  [
    "what was chosen in a stage is known behind it",
    `
  stage first "First" by officer
    shows keeper
    can score then go to judged
    can leave-out then go to judged
    can approve then go to granted
    finish within 5 days
  stage judged "Judged"
    when first is score go to review
    when first is leave-out go to granted
    when first is approve go to review${review}${granted}`,
    ["FW509 No case can take this way to review"],
  ],
  [
    "no circle where checks are counted that somebody answers; a list of them may be empty",
    `
  stage ask "Ask"
    at the same time
      check registry-check at registry by officer
        can complete
        finish within 5 days otherwise go on without it
    when all are done go to judged
  stage judged "Judged"
    when keeper is yes go to ask
    otherwise go to granted${granted}`,
    [],
  ],
  [
    "a circle whose conditions exclude each other is none",
    `
  stage first "First"
    when keeper is yes go to second
    otherwise go to review
  stage second "Second"
    when fee is over £5 go to third
    otherwise go to granted
  stage third "Third"
    when fee is under £3 go to second
    otherwise go to review${review}${granted}`,
    ["FW509 No case can take this way to second"],
  ],
  [
    "stages that only lead to each other",
    `
  stage first "First" by officer
    shows keeper, fee
    can approve then go to granted
    can pass then go to second
    finish within 5 days
  stage second "Second" by officer
    shows keeper
    can pass then go to third
    finish within 5 days
  stage third "Third" by officer
    shows keeper
    can back then go to second
    finish within 5 days${granted}`,
    ["FW502 A case in stage second can never come to an outcome"],
  ],
  [
    "a line that bars nobody, for nobody works there or no case was there",
    `
  stage checks "Checks"
    when keeper is yes go to granted
    otherwise go to review
  stage review "Review" by officer
    not the same person as checks, late-look
    shows keeper, fee
    can approve then go to granted
    can pass then go to late-look
    finish within 5 days
  stage late-look "Late" by judge
    shows keeper
    can approve then go to granted
    finish within 5 days${granted}`,
    [
      "FW508 This bars nobody: no people work in checks",
      "FW508 This bars nobody: no case has been in late-look before it comes to review",
    ],
  ],
  [
    "a stage in which nobody can work",
    `
  stage first "First" by officer
    shows keeper, fee
    can pass then go to second
    finish within 5 days
  stage second "Second" by officer
    same person as first
    not the same person as first
    shows keeper
    can approve then go to granted
    finish within 5 days${granted}`,
    ["FW508 Nobody can work in stage second: it must be, and must not be, who worked in first"],
  ],
  [
    "a skipped stage with one way on is clear, with several it is not",
    `
  stage first "First" by officer
    skip when keeper is yes
    shows keeper, fee
    can pass then go to review
    go to review
    finish within 5 days
  stage review "Review" by officer
    skip when keeper is yes
    shows keeper
    can approve then go to granted
    can close then go to closed
    go to granted
    finish within 5 days
outcome closed "Closed"${granted}`,
    ["FW513 When stage review is skipped, it is not clear where the case goes"],
  ],
  [
    "a check that reaches nobody",
    `
  stage first "First"
    at the same time
      check papers
        shows keeper, fee
        can confirm
        finish within 5 days otherwise go on without it
    when all are done go to granted${granted}`,
    ["FW519 Check papers may never be answered"],
  ],
  [
    "a check at another agency where nobody is named",
    `
  stage first "First"
    at the same time
      check papers at land-registry
        shows keeper, fee
        can confirm
        finish within 5 days otherwise go on without it
      check deeds at land-registry by officer
        shows keeper
        can confirm
        finish within 5 days otherwise go on without it
    when all are done go to granted
partner land-registry "Land Registry"${granted}`,
    ["FW519 Check papers may never be answered"],
  ],
  [
    "working days against days, by the calendar",
    `
  stage first "First" by officer
    shows keeper, fee
    can approve then go to granted
    remind officer after 15 days
    finish within 10 working days${granted}`,
    ["FW514 The reminder to officer comes after 15 days, but stage first ends after 10 working days"],
  ],
  [
    "holidays alone are nobody's mistake",
    `
  finish within 2 weeks otherwise tell officer
  stage first "First" by officer
    shows keeper, fee
    can approve then go to granted
    finish within 10 working days${granted}`,
    [],
  ],
  [
    "a right that leads to a stage that decides by itself",
    `
  stage first "First"
    when keeper is yes go to granted
    otherwise go to closed${granted}outcome closed "Closed"
  applicant can appeal within 5 days then go to first`,
    ["FW517 appeal leads to nobody: nobody works in stage first"],
  ],
])("%s", (_, route, expected) => {
  const about = (one: string) => !/^FW(604|605|506|613)/.test(one);
  expect(told(route).filter(about)).toEqual(expected);
});

test("a live service says what happens when a deadline is missed", () => {
  const text = `${head.replace('service s "S"', 'service s "S"\n  status live')}route\n  calendar office${review}${granted}`;
  const { problems } = compile("s.service", new Map([["s.service", text]]));
  expect(problems.map(({ title }) => title)).toContain(
    "Nothing says what happens when stage review is not done in time",
  );
});

test("what officers record is part of the case that is named", () => {
  const text = `${head}route
  stage first "First" by officer
    shows keeper, fee
    ask points "Points?" as whole number
    can score then go to second
    finish within 5 days
  stage second "Second"
    when points is over 5 go to granted
    when points is under 5 go to closed
outcome closed "Closed"${granted}`;
  const { problems } = compile("s.service", new Map([["s.service", text]]));
  const [stuck] = problems.filter(({ code }) => code === "FW503");
  expect(stuck?.explanation[0]).toBe("When points is 5, no line says where the case goes.");
});

test.each([
  ["that gives nothing and that nothing else names", '\noutcome lapsed "Lapsed"\n', ["remove  outcome lapsed"]],
  ["that gives something", '\noutcome lapsed "Lapsed"\n  issue badge\ncredential badge "Badge"\n', []],
  [
    "that an example names",
    '\noutcome lapsed "Lapsed"\nexample "It"\n  given keeper is yes\n  then review chooses approve\n  expect outcome is not lapsed\n',
    [],
  ],
])("an outcome that no case reaches may go: one %s", (_, lapsed, titles) => {
  const text = `${head}route\n  calendar office${review}${granted}${lapsed}`;
  const { problems } = compile("s.service", new Map([["s.service", text]]));
  const unreached = problems.filter(({ code }) => code === "FW501");
  expect(unreached).toHaveLength(1);
  expect(unreached.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(titles);
});

test("a wait for the applicant is offered an end only in an outcome that nobody decides", () => {
  const answer = `
  stage answer "Tell us more" by applicant
    can answer then go to review`;
  const asking = review.replace("    finish", "    can ask-again then go to answer\n    finish");
  const fixesOf = (route: string) => {
    const text = `${head}route\n  calendar office\n${route}`;
    const { problems } = compile("s.service", new Map([["s.service", text]]));
    return problems.flatMap(({ code, fixes }) => (code === "FW502" ? [fixes.map(({ title }) => title)] : []));
  };
  expect(fixesOf(`${asking}${answer}${granted}`)).toEqual([[]]);
  const withdrawn = '\noutcome withdrawn "Withdrawn"\n';
  expect(
    fixesOf(`  applicant can withdraw until review then go to withdrawn${asking}${answer}${granted}${withdrawn}`),
  ).toEqual([["add  finish within 28 days otherwise go to withdrawn"]]);
});
