// Lines whose meaning stands in the compiled service as it was written: what other systems and the portal read there.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const schema = JSON.parse(readFileSync("compiler/contract/service.schema.json", "utf8"));
const isService = new Ajv2020({ strict: false }).compile(schema);

const text = `service food-inspection "Food inspection"
  agency city "City of Ashby"
  version 3 starts 1 April 2027
  replaces version 2
  running cases move to this version
  owner food-policy
  topic food, business
  started by inspector, food-licence
  open from 1 March 2027 to 30 April 2027 at 12:00
  open from 1 March 2028 to 30 April 2028

role inspector "an inspector"
partner tax-agency "Tax Agency"

applicant is a business
  signs in at level substantial
  must present food-licence issued by city
  may present tax-credential issued by tax-agency

section place "Your place"
  ask seats "How many seats?" as whole number
  ask turnover "Turnover" as money
  check turnover is at least £1 otherwise say "Only places that sell food need a licence."

route
  stage visit "We visit you" by inspector
    shows seats
    advised by risk
    can pass then go to passed
    finish within 30 days

outcome passed "Passed"
  issue food-licence
  send passed-letter

credential food-licence "Food licence"
  holds seats
  type "https://ashby.example/vct/food-licence"
  start food-inspection every 18 months

message passed-letter by letter
  subject "You passed"
  attach report
  > Well done.

document report "Inspection report"
  layout letter
  > Seats: {seats}

privacy
  purpose "To keep food safe"
  keep seats for 2 years after decision
  do not keep turnover
  share seats with tax-agency under "Food Act, section 4"

assistance risk "Risk reader"
  helps inspector at visit
  reads seats
  suggests whether to look closer
  person decides, recording suggestion and reason
  registered as "AI-2027-17"
`;

test("each stands in the contract", () => {
  const { service, problems } = compile("a.service", new Map([["a.service", text]]));
  expect(problems.filter(({ code }) => code !== "FW702").map(({ code, title }) => `${code} ${title}`)).toEqual([]);
  expect([isService(service), isService.errors]).toEqual([true, null]);
  expect(service).toMatchObject({
    version: { number: 3, starts: "2027-04-01", replaces: 2, runningCases: "move" },
    owner: "food-policy",
    topics: ["food", "business"],
    startedBy: ["inspector", "food-licence"],
    openings: [
      { from: "2027-03-01", to: "2027-04-30", at: "12:00" },
      { from: "2028-03-01", to: "2028-04-30" },
    ],
    applicants: [
      {
        presents: [
          { credential: "food-licence", issuedBy: "city", needed: true },
          { credential: "tax-credential", issuedBy: "tax-agency", needed: false },
        ],
      },
    ],
    credentials: {
      "food-licence": {
        type: "https://ashby.example/vct/food-licence",
        starts: [{ service: "food-inspection", every: { amount: 18, unit: "months" } }],
      },
    },
    documents: {
      report: { title: { en: "Inspection report" }, layout: "letter", body: { en: "Seats: {seats}" } },
    },
    privacy: {
      doNotKeep: ["turnover"],
      shares: [{ paths: ["seats"], with: "tax-agency", under: { en: "Food Act, section 4" } }],
    },
    assistance: [{ registeredAs: "AI-2027-17" }],
  });
  // The place of the version in the text is known, whichever of its lines came last.
  expect(service?.sourceMap["/version"]).toMatchObject({ line: 3 });
});
