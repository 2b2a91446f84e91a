// A choice may depend on an answer of its own set or item, as its question may: each time the set is asked, and for each item.
import { expect, test } from "vitest";
import { play } from "../command-line/play.ts";
import { compile } from "../compile.ts";

const text = `service x "X"
  version 1 starts 1 January 2026
question-set carer "Who looks after the child"
  ask fostered "Is the child fostered?" as yes or no
  ask relation "What are you to the child?" as one of these
    - parent "Parent"
    - foster "Foster carer"
      show when fostered is yes
section home "Your home"
  include carer as first
  include carer as second
  repeat kids each kid "Your children"
    ask small "Is the child under 5?" as yes or no
    ask school "Where does the child go?" as one of these
      - nursery "Nursery"
        show when kid's small is yes
      - primary "Primary school"
calculate nurseries = count of kids where kid's school is nursery
decide foster-home when second's relation is foster

example "Each set and each item by itself"
  given first's fostered is no, first's relation is parent, second's fostered is yes, second's relation is foster
  given kids are
    | small | school  |
    | yes   | nursery |
    | no    | nursery |
    | no    | primary |
  expect kid's school is refused
  expect foster-home
  expect nurseries is 1
`;

const compiled = (written: string) => compile("x.service", new Map([["x.service", written]]), { play });

test("a choice of a set reads the answers of that set, a choice of an item those of that item", () => {
  const { problems, service } = compiled(text);
  expect(problems.filter(({ severity }) => severity === "stop")).toEqual([]);
  const reads = (rule: string) => service?.rules[rule]?.reads;
  expect(reads("ask first's relation/- foster/show when")).toEqual(["first.fostered"]);
  expect(reads("ask second's relation/- foster/show when")).toEqual(["second.fostered"]);
  expect(service?.rules["ask kid's school/- nursery/show when"]).toMatchObject({ item: "kid", reads: ["kids.small"] });
});

test("a choice that is hidden for one item does not count there", () => {
  const { problems } = compiled(text);
  expect(problems.filter(({ code }) => code === "FW701").map(({ title }) => title)).toEqual([]);
  const [failing] = compiled(text.replace("nurseries is 1", "nurseries is 2")).problems;
  expect(failing?.code).toBe("FW701");
});

test("a choice cannot depend on what is asked later", () => {
  const late = text
    .replace("kid's small is yes", "late is yes")
    .replace("calculate nurseries", '  ask late "Late?" as yes or no\ncalculate nurseries');
  expect(compiled(late).problems.map(({ code }) => code)).toContain("FW404");
});

test("a list that stands by itself cannot", () => {
  const own = text
    .replace(
      'as one of these\n    - parent "Parent"\n    - foster "Foster carer"\n      show when fostered is yes',
      "as one of relations",
    )
    .replace(
      "question-set",
      'list relations\n  - parent "Parent"\n  - foster "Foster carer"\n    show when fostered is yes\nquestion-set',
    );
  expect(compiled(own).problems.map(({ code }) => code)).toContain("FW201");
});

test("one choice in a table of given answers is the only one that is ticked", () => {
  const several = `service x "X"
  version 1 starts 1 January 2026
list goods
  - food "Food"
  - crafts "Crafts"
section stalls-section "Stalls"
  ask wares "What do you sell?" as any of goods
  repeat stalls each stall "Your stalls"
    ask sells "What is sold there?" as any of goods
calculate food-stalls = count of stalls where stall's sells includes food
calculate fee = £1
  except £5 when wares includes food
example "Two stalls"
  given wares are crafts
  given stalls are
    | sells  |
    | food   |
    | crafts |
  expect food-stalls is 1
examples of fee
  | wares  | expect fee |
  | food   | £5         |
  | crafts | £1         |
`;
  expect(compiled(several).problems.filter(({ severity }) => severity !== "check")).toEqual([]);
  expect(compiled(several.replace("    | food   |", "    | £5     |")).problems.map(({ code }) => code)).toContain(
    "FW301",
  );
});

test("the agency of the service has registers of its own", () => {
  const own = `service x "X"
  agency county "County"
  version 1 starts 1 January 2026
source homes "Register of homes"
  run by county
  because "Housing Act 1985"
  operation find
    needs code as postcode
    gives rooms as whole number
    if unavailable ask applicant
section home "Home"
  ask code "Postcode" as postcode
  fetch place from homes's find using code
  ask rooms "Rooms" as whole number
    prefill from place's rooms, correctable
calculate fee = rooms times £10
`;
  expect(compiled(own).problems.filter(({ severity }) => severity === "stop")).toEqual([]);
  expect(compiled(own.replace("run by county", "run by town")).problems.map(({ code }) => code)).toContain("FW201");
});
