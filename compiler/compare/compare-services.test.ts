// Differences between two versions of a service, as they are said to policy staff.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { formatText } from "../format/format-tree.ts";
import { parseTree } from "../syntax/parse.ts";
import { compareServices } from "./compare-services.ts";
import { sayDifference } from "./difference.ts";

const text = parking.files.get(parking.entry) ?? "";

/** What is said of the parking service after these changes. */
function said(changes: readonly (readonly [old: string, now: string])[], file = parking.entry): string[] {
  const files = new Map(parking.files);
  for (const [old, now] of changes) {
    expect(files.get(file)).toContain(old);
    files.set(
      file,
      (files.get(file) ?? "").replace(old, () => now),
    );
  }
  return compareServices(version(parking.files), version(files)).map((one) => `${one.chapter} | ${sayDifference(one)}`);
}

function version(files: ReadonlyMap<string, string>) {
  return { entry: parking.entry, trees: [...files].map(([name, one]) => parseTree(name, one).tree) };
}

test.each([
  [
    "| electric     | 1 or more    | £90 ",
    "| electric     | 1 or more    | £95 ",
    ["Rules and amounts | table permit-price, price when fuel is electric and permits-held is 1 or more: £90 → £95"],
  ],
  [
    "  | electric     | 1 or more    | £90        |\n",
    "",
    [
      "Rules and amounts | table permit-price, row when fuel is electric and permits-held is 1 or more: taken away, was price £90",
    ],
  ],
  [
    "version 3 starts 1 April 2026",
    "version 4 starts 1 April 2027",
    [
      "The service | service resident-parking-permit, version: 3 → 4",
      "The service | service resident-parking-permit, version 4 starts: 1 April 2026 → 1 April 2027",
    ],
  ],
  [
    "status pilot until 30 September 2026, at most 500 cases",
    "status live",
    ["The service | service resident-parking-permit, status: pilot until 30 September 2026, at most 500 cases → live"],
  ],
  [
    "languages English, Welsh",
    "languages english, WELSH, Polish",
    ["The service | service resident-parking-permit, languages: English, Welsh → English, Welsh, Polish"],
  ],
  [
    "from common-questions version 2",
    "from common-questions version 3",
    ["The service | use home-address from common-questions version: 2 → 3"],
  ],
  [
    "if unavailable ask applicant",
    "if unavailable stop",
    ["People and data | operation find-vehicle, if unavailable: ask applicant → stop"],
  ],
  [
    "  | petrol   | 0            | no         | £120              |",
    "  | petrol   | 0            | no         | £125              |",
    [
      "Examples | examples of permit-fee, permit-fee when fuel is petrol and permits-held is 0 and blue-badge is no: £120 → £125",
    ],
  ],
  [
    "finish within 5 working days otherwise tell",
    "finish within 10 working days otherwise tell",
    ["The route | stage review, finish within: 5 working days → 10 working days"],
  ],
  [
    "within 14 days otherwise",
    "within 28 days otherwise",
    ["The route | stage pay, take payment of permit-fee within: 14 days → 28 days"],
  ],
  [
    'What is your phone number?" as phone number',
    'Your phone" as text',
    [
      'The form | question phone, words: "What is your phone number?" → "Your phone"',
      "The form | question phone, type: phone number → text",
    ],
  ],
  ["    optional\n  ask blue", "  ask blue", ["The form | question phone, optional: taken away"]],
  [
    "calculate permit-fee = price",
    "calculate permit-fee = price times 2",
    ["Rules and amounts | calculation permit-fee: price → price times 2"],
  ],
  [
    "  - keeper is yes\n",
    "",
    [
      "Rules and amounts | decision keeper-confirmed, when: all of: keeper is yes; vehicle's keeper-postcode is home's postcode → all of: vehicle's keeper-postcode is home's postcode",
    ],
  ],
  ['  - diesel "Diesel"\n', "", ['The form | list fuels, option diesel: taken away, was "Diesel"']],
  [
    "Park near your home in",
    "Leave your car near your home in",
    [
      "The service | service resident-parking-permit, about text: Park near your home in a controlled zone. Have your vehicle registration number ready. It takes about 5 minutes. → Leave your car near your home in a controlled zone. Have your vehicle registration number ready. It takes about 5 minutes.",
    ],
  ],
  [
    "    can refuse with reason then",
    "    can refuse then",
    [
      "The route | stage review, action refuse: can refuse with reason then go to refused → can refuse then go to refused",
    ],
  ],
  [
    "keep answers for 2 years",
    "keep answers for 1 year",
    ["People and data | privacy, keep answers for: 2 years → 1 year"],
  ],
] as const)("%s → %s", (old, now, expected) => {
  expect(said([[old, now]])).toEqual(expected);
});

test("what moved is told once, with what changed in it", () => {
  const phone = / {2}ask phone (.*\n){3}/.exec(text)?.[0] ?? "";
  const moved = phone.replace("What is your phone number?", "Phone");
  expect(
    said([
      [phone, ""],
      ['section your-vehicle "Your vehicle"\n', `section your-vehicle "Your vehicle"\n${moved}`],
    ]),
  ).toEqual([
    "The form | question phone: moved, in section about-you → in section your-vehicle",
    'The form | question phone, words: "What is your phone number?" → "Phone"',
  ]);
  expect(
    said([
      [phone, ""],
      ["  sensitive health\n", `  sensitive health\n${phone}`],
    ]),
  ).toEqual(["The form | question phone: moved, after question set home → after question blue-badge"]);
});

test("what has another name and is otherwise the same is told once, not in every line that mentions it", () => {
  const renamed = text.replaceAll("permits-held", "permits-at-home").replaceAll("review", "second-look");
  expect(
    said([[text, renamed.replace("A parking officer second-looks your application", "A parking officer looks again")]]),
  ).toEqual([
    "The form | question permits-at-home, name: permits-held → permits-at-home",
    "The route | stage second-look, name: review → second-look",
    'The route | stage second-look, words: "A parking officer reviews your application" → "A parking officer looks again"',
  ]);
  // Another question in the place of one that is gone is another question.
  expect(said([['ask phone "What is your phone number?"', 'ask e-mail "What is your e-mail address?"']])).toEqual([
    'The form | question e-mail: new, "What is your e-mail address?" as phone number, with hint; optional',
    'The form | question phone: taken away, was "What is your phone number?" as phone number, with hint; optional',
  ]);
});

test("what is new or gone is told with what stands in it", () => {
  const phone = / {2}ask phone (.*\n){3}/.exec(text)?.[0] ?? "";
  const section = `section travel "How you travel"
  show when permits-held is over 0
${phone}  page journeys "Your journeys"
    guidance
      > Count each way.
    ask how-far "How far?" as number
    ask how-often "How often?" as one of these
      - daily "Daily"
  check how-far is over 3 otherwise say "Too near"

`;
  const stage = `  stage second-look "A second officer looks" by parking-officer
    shows home
    can approve then go to pay
    can refuse with reason then go to refused
    not the same person as review
    finish within 5 working days otherwise tell parking-officer

`;
  const both = [
    [phone, ""],
    ["\nroute\n", `\n${section}route\n`],
    ["  stage review ", `${stage}  stage review `],
  ] as const;
  const travel =
    'section travel: new, "How you travel", with questions phone, how-far, how-often; page journeys; show when permits-held is over 0; check how-far is over 3 otherwise say "Too near"';
  const look =
    'stage second-look: new, "A second officer looks" by parking-officer, with actions approve, refuse; shows home; not the same person as review; finish within 5 working days otherwise tell parking-officer';
  expect(said(both)).toEqual([
    "The form | question phone: moved, in section about-you → in section travel",
    `The form | ${travel}`,
    `The route | ${look}`,
  ]);
  const list = 'list colours\n  - a "A"\n  - b "B"\n';
  const table = `table t\n  | fuel | then x |\n  | petrol | £3 |\n  | any | £4 |\n`;
  expect(said([["\nroute\n", `\n${list}${table}route\n`]])).toEqual([
    "The form | list colours: new, with options a, b",
    "Rules and amounts | table t: new, with 2 rows",
  ]);
});

test("the order of lines is told where it means something", () => {
  const review = / {2}stage review [\s\S]*?\n\n/.exec(text)?.[0] ?? "";
  const moved = [
    [review, ""],
    ["  stage register-check", `${review}  stage register-check`],
  ] as const;
  expect(said(moved)).toEqual(["The route | stage register-check: moved, first → after stage review"]);
  const rows = / {2}\| electric {5}\| 0 .*\n/.exec(text)?.[0] ?? "";
  const below = "  | not electric | 1 or more    | £180       |\n";
  const swapped = text.replace(rows, "").replace(below, below + rows);
  expect(said([[text, swapped]])).toEqual([]);
  const first = (one: string) =>
    one.replace("table permit-price\n", "table permit-price\n  when several match use the first\n");
  const [old, now] = [first(text), first(swapped)].map((one) => version(new Map([[parking.entry, one]])));
  if (!old || !now) throw new RangeError("two versions");
  expect(compareServices(old, now).map(sayDifference)).toEqual([
    "table permit-price, row when fuel is electric and permits-held is 0: moved, first → below fuel is not electric and permits-held is 1 or more",
  ]);
});

test("libraries and words files are compared as well", () => {
  expect(said([['"Town or city"', '"Town"']], "../shared/common-questions.shared")).toEqual([
    'Library common-questions | question town, words: "Town or city" → "Town"',
  ]);
  expect(said([["Beth yw eich rhif ffôn?", "Rhif ffôn?"]], "parking.cy.words")).toEqual([
    'Words in Welsh | question phone, words: "Beth yw eich rhif ffôn?" → "Rhif ffôn?"',
  ]);
});

test("how a text is written is no difference, and a text does not differ from itself", () => {
  const untidy = text
    .replaceAll('"', "”")
    .replaceAll("    ", "\t\t")
    .replace("otherwise go to review", "otherwise go to  Review:");
  for (const other of [text, formatText("a.service", untidy), untidy]) expect(said([[text, other]])).toEqual([]);
});

test("whatever lines are left out, each is told, and every difference stands in a text", () => {
  const lines = text.split("\n");
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 5 }), (gone) => {
      const changed = lines.filter((_, at) => !gone.includes(at)).join("\n");
      const isSame = gone.every((at) => /^\s*(#.*)?$/.test(lines[at] ?? ""));
      const found = compareServices(
        version(parking.files),
        version(new Map([...parking.files, [parking.entry, changed]])),
      );
      return (found.length === 0) === isSame && found.every((one) => one.beforeAt ?? one.afterAt);
    }),
    { numRuns: 60 },
  );
});
