// What is said about people's data when a line of the parking service is changed: the code, and the words that matter. And real services of
// other kinds, about which nothing is to be said: a check that cries wolf is not read.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parking } from "../../bench/parking.ts";
import { readService } from "../../command-line/read-service.ts";
import { compile } from "../../compile.ts";
import type { Problem } from "../../diagnostics/problem.ts";

const text = parking.files.get(parking.entry) ?? "";

function aboutPeople(changes: readonly (readonly [old: string, changed: string])[]): readonly Problem[] {
  let changed = text;
  for (const [old, put] of changes) {
    expect(changed).toContain(old);
    changed = changed.replace(old, () => put);
  }
  return compile(parking.entry, new Map([...parking.files, [parking.entry, changed]])).problems.filter(
    ({ code }) => code.startsWith("FW6") || code === "FW201" || code === "FW804",
  );
}

function said(problems: readonly Problem[]): string[] {
  return problems.map(({ code, title, explanation }) => [code, title, ...explanation].join(" | "));
}

const shows = "    shows registration, home, keeper-letter, review";
const reads = "  reads keeper-letter, registration";
const never = "  never sees blue-badge";

test.each<[string, [string, string][], string[]]>([
  ["nothing is wrong as it stands", [], []],
  [
    "a fee gives the badge away to an officer who may not know",
    [[shows, `${shows}, permit-fee`]],
    ["FW602 | appeals-officer may not see blue-badge | permit-fee is worked out from blue-badge."],
  ],
  [
    "so does what is worked out from the fee, once for each name",
    [
      [shows, `${shows}, free`],
      ["decide keeper-confirmed", "decide free when permit-fee is £0\n\ndecide keeper-confirmed"],
    ],
    ["FW602 | appeals-officer may not see blue-badge | free is worked out from permit-fee, and that from blue-badge."],
  ],
  [
    "another agency is not told what only one officer may see",
    [["share registration, zone with", "share registration, blue-badge with"]],
    ["FW602 | parking-enforcement may not see blue-badge"],
  ],
  [
    "an adviser must not read what is worked out from what it never sees",
    [[reads, `${reads}, permit-fee`]],
    ["FW611 | letter-reader reads blue-badge, which is kept from it | permit-fee is worked out from blue-badge."],
  ],
  [
    "an adviser sees no more than the person it helps",
    [
      [reads, `${reads}, keeper`],
      ["only parking-officer can see blue-badge", "only appeals-officer can see keeper"],
    ],
    ["FW602 | parking-officer may not see keeper", "FW611 | letter-reader reads keeper, which is kept from it"],
  ],
  ["an adviser need not be told what it never sees", [[never, ""]], []],
  [
    "a published count by what is worked out from a sensitive answer",
    [["count applications by zone,", "count applications by permit-fee, zone,"]],
    [
      "FW606 | A published count by permit-fee could say something about one person | permit-fee is worked out from blue-badge. | blue-badge is sensitive (health).",
    ],
  ],
  [
    "a published count by what nearly everybody answers differently",
    [["count applications by zone,", "count applications by registration,"]],
    [
      "FW606 | A published count by registration could say something about one person | Nearly everybody gives another answer, so each group is one person.",
    ],
  ],
  [
    "groups of three",
    [["hide groups under 10", "hide groups under 3"]],
    [
      "FW606 | A published count of small groups could say something about one person | A group of 3 is so small that people in it can be recognised.",
    ],
  ],
  [
    "split in four ways",
    [["by zone, outcome", "by zone, outcome, keeper, fuel"]],
    [
      "FW606 | A published count by zone, outcome, keeper, fuel could say something about one person | Split in 4 ways at once, groups become very small. At most 3 are safe.",
    ],
  ],
  [
    "what is counted and not published may be split",
    [
      ["  publish each month as open data, hide groups under 10\n", ""],
      ["by zone, outcome", "by registration"],
    ],
    [],
  ],
  [
    "a sensitive answer without its law",
    [['  special category health under "substantial public interest"\n', ""]],
    [
      'FW601 | blue-badge is sensitive (health), and privacy does not say under which law it may be asked | The law stands below privacy:  special category health under "…"',
    ],
  ],
  [
    "answers without a limit, but for one",
    [["  keep answers for 2 years after parking-permit ends\n", ""]],
    [
      "FW605 | Nothing says how long zone, main-home, home's line-1 and 10 more may be kept | For example:  keep answers for 2 years after decision",
    ],
  ],
  [
    "kept for one week, with four to appeal",
    [["for 6 months after decision", "for 1 week after decision"]],
    [
      "FW608 | 1 week after the decision is shorter than the time to appeal, so the answers may be gone when they are needed | After outcome refused people can appeal within 28 days.",
    ],
  ],
  [
    "a fetched value that nothing reads",
    [["    gives taxed as yes or no\n", "    gives taxed as yes or no\n    gives colour as text\n"]],
    ["FW604 | colour is looked up, and nothing in this service uses it"],
  ],
  [
    "an answer that only goes into what nothing uses",
    [
      ["decide keeper-confirmed", "calculate unread = £5 times doors\n\ndecide keeper-confirmed"],
      ["  ask permits-held", '  ask doors "How many doors does it have?" as whole number\n  ask permits-held'],
    ],
    [
      "FW604 | doors is asked for, and nothing in this service uses it | It only goes into unread, and nothing uses that.",
    ],
  ],
  [
    "and one that goes into something that is used, by way of another",
    [
      [
        "decide keeper-confirmed",
        "calculate extra = £5 times doors\n\ncalculate more = extra + £1\n\ndecide keeper-confirmed",
      ],
      ["  ask permits-held", '  ask doors "How many doors does it have?" as whole number\n  ask permits-held'],
      ["{permit-fee}", "{more}"],
    ],
    [],
  ],
  [
    "asked again",
    [["      prefill from vehicle's make, locked\n", ""]],
    ["FW603 | make asks for what National Vehicle Register gives already"],
  ],
  [
    "turned down by a rule",
    [
      [
        "    otherwise go to review\n    finish within 1 working day",
        "    otherwise go to refused\n    finish within 1 working day",
      ],
    ],
    [
      "FW613 | No person decides that a case goes to refused | When none of the lines above fits, a case goes there from stage register-check, and no person has looked at it.",
    ],
  ],
  [
    "a rule may act on what a person recorded",
    [
      [
        "    can refuse with reason then go to refused",
        '    can mark\n      ask marks "Marks" as whole number\n    when marks is under 3 go to refused\n    can refuse with reason then go to refused',
      ],
    ],
    [],
  ],
  [
    "a rule that names its law",
    [
      [
        "    otherwise go to review\n    finish within 1 working day",
        '    refuse automatically because "Order 2019, article 3" when vehicle\'s taxed is no then go to refused\n    otherwise go to review\n    finish within 1 working day',
      ],
    ],
    [],
  ],
  [
    "a suggestion in a message",
    [["Hello {identity's full-name}.", "Hello. {letter-reader's suggestion}"]],
    [
      "FW612 | An AI suggestion cannot decide what people are told | A person must see the advice, decide, and give a reason.",
    ],
  ],
  [
    "a suggestion in a condition of several lines",
    [["  - keeper is yes\n", "  - keeper is yes\n  - letter-reader's suggestion is yes\n"]],
    ["FW612 | An AI suggestion cannot decide anything | A person must see the advice, decide, and give a reason."],
  ],
  [
    "a misspelt role keeps the rest from being told",
    [["only parking-officer can", "only parking-oficer can"]],
    [
      'FW201 | There is no role called "parking-oficer" in this service | Did you mean  parking-officer  (role on line 15)?',
    ],
  ],
  [
    "identity, and nobody signs in",
    [["  signs in at level substantial\n", ""]],
    [
      "FW804 | identity's address needs sign-in at level substantial, and nobody signs in | Also:  identity's full-name (line 140), identity's full-name (line 148).",
    ],
  ],
  [
    "signing with what the sign-in does not supply",
    [["  declare answers-true", "  sign with national-id at level low\n  declare answers-true"]],
    ["FW804 | identity's national-id needs sign-in at level substantial, and people sign in at level low"],
  ],
  [
    "signing at a higher level than that of sign-in",
    [["  declare answers-true", "  sign with national-id at level high\n  declare answers-true"]],
    [],
  ],
  [
    "a period that is none",
    [["by zone, outcome each month", "by zone, outcome each moon"]],
    ['FW201 | There is no period called "moon" | The periods are: day, week, month, quarter, year.'],
  ],
  [
    "what a person's decision records is not free",
    [["person decides, recording suggestion and reason", "person decides, recording suggestion and mood"]],
    ['FW201 | There is no record called "mood" | There is one record: reason.'],
  ],
  [
    "advice that another stage asks for",
    [["    not the same person as review\n", "    not the same person as review\n    advised by letter-reader\n"]],
    ["FW614 | letter-reader is declared for stage review, but stage appeal asks for its advice"],
  ],
  [
    "a law for what is not asked",
    [["  lawful basis", '  special category religion under "Order 2019, article 1"\n  lawful basis']],
    ["FW609 | Nothing in this service asks for answers about religion"],
  ],
  [
    "what a line below a question adds is not asked for by itself",
    [
      [
        "    accept pdf, jpg, png up to 10 MB\n",
        '    accept pdf, jpg, png up to 10 MB\n    can be sent later within 14 days\n    instead no-letter "I have no letter"\n',
      ],
    ],
    [],
  ],
  [
    "whoever confirms is shown what the stage shows",
    [
      [
        "    shows registration, make, home,",
        "    needs second approval by parking-manager\n    shows permit-fee, registration, make, home,",
      ],
    ],
    ["FW602 | parking-manager may not see blue-badge | permit-fee is worked out from blue-badge."],
  ],
  [
    "and so is whoever is asked for advice",
    [
      [
        "    shows registration, make, home,",
        "    can consult head-of-parking within 5 days\n    shows permit-fee, registration, make, home,",
      ],
    ],
    ["FW602 | head-of-parking may not see blue-badge | permit-fee is worked out from blue-badge."],
  ],
  [
    "a question that is only asked when the badge is held",
    [
      [shows, `${shows}, badge-number`],
      [
        "    sensitive health\n",
        '    sensitive health\n  ask badge-number "What is its number?" as text\n    show when blue-badge is yes\n',
      ],
    ],
    [
      "FW618 | badge-number gives blue-badge away to appeals-officer, who may not see it | When appeals-officer sees an answer to badge-number, they know that blue-badge is yes.",
    ],
  ],
  [
    "a service that is started is not told what only one officer may see",
    [["  issue parking-permit\n", "  issue parking-permit\n  start garage with answers\n"]],
    ["FW602 | garage may not see blue-badge"],
  ],
  [
    "nor with what it is worked into, where no law is named",
    [
      ["  issue parking-permit\n", "  issue parking-permit\n  start garage with registration, permit-fee\n"],
      ["  only parking-officer can see blue-badge\n", ""],
    ],
    [
      'FW620 | blue-badge is sensitive (health), and the service garage is started with it | permit-fee is worked out from blue-badge. | Where a law lets them have it, say so below  privacy :  share blue-badge with garage under "…"',
    ],
  ],
  [
    "and nothing once it is",
    [
      ["  issue parking-permit\n", "  issue parking-permit\n  start garage with answers\n"],
      ["only parking-officer can", "only parking-officer, garage can"],
      ["  purpose ", '  share blue-badge with garage under "Garage Act, section 3"\n  purpose '],
    ],
    [],
  ],
  [
    "a stage that shows to nobody",
    [["    take payment of", "    shows zone\n    take payment of"]],
    ["FW617 | Nobody works in stage pay, so nobody sees what it shows"],
  ],
])("%s", (_, changes, expected) => {
  expect(said(aboutPeople(changes))).toEqual(expected);
});

const corpus = "compiler/check/people/corpus";
const libraries = ["common-questions", "calendars", "tax-agency-sources", "business-sources", "finance-sources"];

test.each(["warmth", "supplier"])("nothing is said about people's data in %s", (name) => {
  const files = [...libraries.map((library) => `${library}.shared`), `${name}.service`];
  const texts = new Map(files.map((file) => [file, readFileSync(`${corpus}/${file}`, "utf8")]));
  const { problems } = compile(`${name}.service`, texts);
  expect(said(problems.filter(({ code }) => code.startsWith("FW6")))).toEqual([]);
  expect(problems.filter(({ severity }) => severity === "stop").map(({ title }) => title)).toEqual([]);
});

test("nothing is said about people's data in the text that shows every line of the language", () => {
  const { entry, files } = readService("compiler/guide/texts/market-stall.service", undefined);
  const { problems } = compile(entry, files);
  expect(said(problems.filter(({ code }) => code.startsWith("FW6")))).toEqual([]);
});
