// What fills an answer beforehand is of the answer's kind: a question from one value, a repeat from a list.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const text = `service permit "Permit"
partner company-office "Company Office"

source company-register "Company register"
  run by company-office
  permission "Look up my company"
  operation find-company
    needs number as text
    gives owners as text
    gives founded as date
    if unavailable ask applicant

section you "You"
  ask number "What is your company's number?" as text
  fetch company from company-register's find-company using number
  repeat owners each owner "Who owns the company?"
    prefill from company's owners
    ask name "Name" as full name
  ask started "When did it start?" as date
    prefill from company's founded
`;
const asList = text.replace("gives owners as text", "gives list owners each person\n      gives name as full name");

function stopsOf(written: string): string[] {
  const { problems } = compile("permit.service", new Map([["permit.service", written]]));
  return problems.filter(({ severity }) => severity === "stop").map(({ code, title }) => `${code} ${title}`);
}

test("a repeat is not filled from one value, and a question not from a value of another kind", () => {
  expect(stopsOf(text)).toEqual(["FW301 owners is a list, and company's owners is words"]);
  expect(stopsOf(asList)).toEqual([]);
  expect(stopsOf(asList.replace("prefill from company's founded", "prefill from company's owners"))).toHaveLength(1);
});
