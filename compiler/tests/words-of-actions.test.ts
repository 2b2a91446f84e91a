// What people can do, and why a licence ends, in other languages: words files say it, and what people outside read is missed where it is not.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const text = `service stall "Stall"
  version 1 starts 1 January 2026
  languages English, Welsh
role clerk "a clerk"
partner insurers "Insurers"
source register "Insurance register"
  run by insurers
  because "Markets Act"
  operation find
    needs policy as text
    gives insured as yes or no
    if unavailable ask applicant
section you "You"
  ask policy "Policy" as text
route
  applicant can withdraw
  applicant can move-stall then go to look
  stage look "We look" by clerk
    fetch cover from register's find using policy
    can grant then go to agree
    finish within 10 days otherwise go to agree
  stage agree "You agree" by applicant
    can accept-terms then go to granted
    finish within 10 days otherwise go to granted
outcome granted "Granted"
  issue permit
  applicant can object within 10 days then go to look
credential permit "Permit"
  holds policy
  valid for 1 year
  suspend when cover's insured is no
    say "You are not insured."
`;
const title = (owner: string, words: string) => `  ${owner} "${words}"\n`;
const welsh = (more: string) => `words Welsh for stall version 1
${title("service stall", "Stondin")}${more.includes("move-stall") ? '    can move-stall "Symud"\n' : ""}${title("role clerk", "clerc")}${title("partner insurers", "Yswirwyr")}${title("source register", "Cofrestr")}${title("section you", "Chi")}${title("ask policy", "Polisi")}${title("stage look", "Edrych")}${title("stage agree", "Cytuno")}${more.includes("accept-terms") ? '    can accept-terms "Derbyn"\n' : ""}${title("outcome granted", "Rhoddwyd")}${more.includes("object") ? '    can object "Gwrthwynebu"\n' : ""}${title("credential permit", "Trwydded")}${more.includes("say") ? '    say 1 "Nid ydych wedi eich yswirio."\n' : ""}`;

const compiled = (more: string) =>
  compile(
    "stall.service",
    new Map([
      ["stall.service", text],
      ["stall.cy.words", welsh(more)],
    ]),
  );
const missing = (more: string) =>
  compiled(more).problems.flatMap(({ code, title, explanation }) => (code === "FW802" ? [title, ...explanation] : []));

test("what the applicant can do, and why a licence ends, is missed; what officers choose and the portal says itself is not", () => {
  expect(missing("")).toEqual(
    [
      "Welsh has no words for 4 lines",
      "line 17: can move-stall",
      "line 23: can accept-terms",
      "line 27: can object",
      "line 32: say 1",
    ].map((line) => expect.stringContaining(line.replace(/^line \d+: /, ""))),
  );
  expect(missing("move-stall accept-terms object say")).toEqual([]);
});

test("they stand in the contract", () => {
  const { service } = compiled("move-stall accept-terms object say");
  expect(service?.route?.rights.map(({ label }) => label?.["cy"])).toEqual([undefined, "Symud"]);
  expect(service?.route?.rights[1]?.label).toEqual({ en: "Move stall", cy: "Symud" });
  expect(service?.route?.stages[1]?.actions[0]?.label).toEqual({ en: "Accept terms", cy: "Derbyn" });
  expect(service?.outcomes[0]?.rights[0]?.label?.["cy"]).toBe("Gwrthwynebu");
  expect(service?.credentials["permit"]?.suspendSay).toEqual({
    en: "You are not insured.",
    cy: "Nid ydych wedi eich yswirio.",
  });
});
