// What examples may expect beside values: what was not sent, paid or started, which choices are ticked, a page with no way on, what cannot be
// worked out yet; and what is told of a line that cannot be done.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const service = `service permit "Permit"
  agency council "Council"
  version 1 starts 1 May 2026
role officer "an officer"
list kind
  - small "Small"
  - large "Large"
  - working "Working"
section all "All"
  ask kinds "Which?" as any of kind
  ask dogs "How many?" as whole number
  repeat pups each pup "Puppies"
    ask sick "Is it sick?" as yes or no
    ask vet "Which vet?" as text
      show when pup's sick is yes
    calculate cost = £3
      except £9 when pup's sick is yes
  ask account "Account?" as bank account
  ask chipped "Are they chipped?" as yes or no
  stop not-chipped "You must chip your dogs first"
    show when chipped is no
calculate fee = £5 times dogs
route
  applicant can withdraw until pay then go to withdrawn
  stage look "Looks" by officer
    shows kinds, pups, dogs, chipped, fee
    ask score "Score?" as whole number
    ask remark "Remark?" as text
      show when score is over 50
    can grant then go to pay
    finish within 10 days otherwise go to pay
  stage pay "Pay"
    take payment of fee within 14 days otherwise go to lapsed
    go to granted
outcome granted "Granted"
  send good-news
  pay fee to account
  start inspection with dogs
outcome lapsed "Lapsed"
outcome withdrawn "Withdrawn"
message good-news by email
  subject "Granted"
  > Good.
`;

function told(example: string): string[] {
  const lines = example.split("\n").map((line) => `  ${line}`);
  const text = `${service}example "It"\n${lines.join("\n")}\n`;
  return compile("permit.service", new Map([["permit.service", text]]), { play })
    .problems.filter(({ severity, code }) => severity === "stop" || code === "FW701")
    .map(
      ({ code, title, beside, explanation }) =>
        `${code} ${beside ?? title}${explanation[0] === undefined ? "" : `: ${explanation[0]}`}`,
    );
}

function pups(sick: string): string {
  return `given pups are\n  | sick |\n  | ${sick} |\n  | yes |`;
}

const sent = "given dogs is 2, chipped is yes, score is 3\nthen look chooses grant";

test.each([
  ["nothing was sent yet", `${sent}\nexpect message good-news is not sent`],
  ["nothing was paid or started yet", `${sent}\nexpect payment fee is not made, case inspection is not started`],
  ["it was", `${sent}\nthen applicant pays\nexpect message good-news is sent, payment fee is made 1 time`],
  ["not so often", `${sent}\nthen applicant pays\nexpect payment fee is not made 2 times`],
  ["these choices, in any order", "given kinds are small, large\nexpect kinds are large, small"],
  ["a page with no way on", "given chipped is no\nexpect not-chipped is shown"],
  ["no such page", "given chipped is yes\nexpect not-chipped is not shown"],
  ["what cannot be worked out yet", "given chipped is yes\nexpect fee is not answered"],
  ["what is asked of the first item", `${pups("yes")}\nexpect pup's vet is asked, pup's sick is yes, pup's cost is £9`],
  ["what is not asked of it", `${pups("no")}\nexpect pup's vet is not asked, pup's cost is £3`],
  ["what can", "given dogs is 2\nexpect fee is answered"],
])("%s", (_, example) => {
  expect(told(example)).toEqual([]);
});

test.each([
  [`${sent}\nthen applicant pays\nexpect message good-news is not sent`, "FW701 good-news is sent: How the case went:"],
  [`${sent}\nthen applicant pays\nexpect payment fee is not made`, "FW701 fee is paid 1 time: How the case went:"],
  ["given kinds are small, large\nexpect kinds are small", "FW701 the service gives Small and Large"],
  ["given kinds are small\nexpect kinds are small, large", "FW701 the service gives Small"],
  ["given chipped is yes\nexpect not-chipped is shown", "FW701 this person can go on"],
  ["given chipped is no\nexpect not-chipped is not shown", "FW701 not-chipped is shown"],
  [`${pups("no")}\nexpect pup's vet is asked`, "FW701 it is not asked: It is asked when pup's sick is yes."],
  [`${pups("yes")}\nexpect pup's vet is not asked`, "FW701 it is asked: It is asked when pup's sick is yes."],
  [`${pups("no")}\nexpect pup's cost is £9`, "FW701 the service gives £3: How £3 was worked out:"],
  ["given dogs is 2\nexpect fee is not answered", "FW701 the service gives £10: How £10 was worked out:"],
  ["given chipped is yes\nexpect fee is answered", "FW701 the service has no answer here: How it was worked out:"],
  [
    "given chipped is yes, score is 60\nthen look chooses grant",
    "FW701 this cannot be done: Not answered yet: remark. What is answered is given in a line before this one.",
  ],
  [
    `${sent}\nthen applicant chooses withdraw`,
    "FW701 this cannot be done: The applicant could do this until the case had been in pay. It has been there.",
  ],
  [
    `${sent}\nthen applicant pays\nthen applicant chooses appeal`,
    "FW701 this cannot be done: In granted the applicant cannot choose appeal. They can choose nothing.",
  ],
])("%s does not come out", (example, expected) => {
  expect(told(example)).toEqual([expected]);
});

test("a page with no way on among the first questions turns people away", () => {
  const first = `eligibility "First"
  ask trades "Do you trade?" as yes or no
  stop too-early "Come back once you trade"
    show when trades is no
    > Register first.
section all`;
  const text = (example: string) => `${service.replace("section all", first)}example "It"\n${example}\n`;
  const beside = (example: string) =>
    compile("permit.service", new Map([["permit.service", text(example)]]), { play })
      .problems.filter(({ code }) => code === "FW701")
      .map((one) => `${one.beside}: ${one.explanation[0] ?? ""}`);
  expect(beside("  given trades is no\n  expect too-early is shown, not eligible")).toEqual([]);
  expect(beside("  given trades is yes\n  expect too-early is not shown, eligible")).toEqual([]);
  expect(beside("  given trades is no, dogs is 1\n  expect case goes to look")).toEqual([
    "the application cannot be sent: It is told: Come back once you trade. Register first.",
  ]);
});
