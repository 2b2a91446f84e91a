// `applicant-kind` and `filled-in-by` (3.6.10): who applies and who fills in, as rules, examples and people read them.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = `service stall "Rent a market stall"
  agency town "Ashby"
applicant is a person
  signs in at level low
  may be helped by representative
applicant is a business
  signs in at level substantial
  acting as director
section stall "Your stall"
  ask turnover "What did your business sell last year?" as money
    show when applicant-kind is business
  ask mandate "Who lets you fill this in?" as text
    show when filled-in-by is representative
  ask goods "What do you sell?" as text
calculate stall-fee = £20
  except £50 when applicant-kind is business
role clerk "the clerk"
route
  stage look "We look at it" by clerk
    shows goods, turnover, mandate
    can approve then go to rented
    finish within 5 days otherwise go to rented
outcome rented "Rented"
privacy
  purpose "To rent out stalls"
  lawful basis public-task "Markets Act"
  keep answers for 1 year after decision
example "A business"
  given applicant-kind is business, filled-in-by is director
  expect turnover is asked
  expect mandate is not asked
  expect stall-fee is £50
example "A person, helped"
  given applicant-kind is person, filled-in-by is representative
  expect turnover is not asked
  expect mandate is asked
  expect stall-fee is £20
  then look chooses approve
  expect outcome is rented
`;

function problemsOf(changed: string): string[] {
  const { problems } = compile("stall.service", new Map([["stall.service", changed]]), { play });
  return problems.map(({ code, title }) => `${code} ${title}`);
}

test("questions, amounts and examples know who applies and who fills in", () => {
  expect(problemsOf(text)).toEqual([]);
  expect(problemsOf(text.replace("stall-fee is £50", "stall-fee is £20"))).toEqual([
    'FW701 Example "A business" does not come out as expected',
  ]);
});

test("only what the text says somebody may be can be compared with", () => {
  expect(
    problemsOf(text.replace("applicant-kind is business\n  ask", "applicant-kind is organisation\n  ask")),
  ).toContain('FW302 "organisation" is not one of the kinds-of-applicant');
  expect(problemsOf(text.replace("filled-in-by is director", "filled-in-by is appointee"))).toContain(
    'FW302 "appointee" is not one of the people-who-fill-in',
  );
});

test("a service that does not speak of them carries nothing of them", () => {
  const plain =
    text
      .replace(/ *show when .*\n/g, "")
      .replace(/ *except .*\n/, "")
      .split("\nexample")[0] ?? "";
  const { service } = compile("stall.service", new Map([["stall.service", plain]]));
  expect(Object.keys(service?.lists ?? {})).toEqual([]);
  expect(Object.keys(service?.names ?? {})).not.toContain("identity.kind");
});

test("a table over the kinds of applicant is whole, but where an officer begins the case", () => {
  const table = text.replace(
    /calculate stall-fee.*\n.*\n/,
    "table fees\n  | applicant-kind | then stall-fee |\n  | person | £20 |\n  | business | £50 |\n",
  );
  expect(problemsOf(table)).toEqual([]);
  const begun = table.replace('  agency town "Ashby"\n', '  agency town "Ashby"\n  started by clerk, applicant\n');
  expect(problemsOf(begun)).toContain("FW411 No row in this table fits some answers");
});
