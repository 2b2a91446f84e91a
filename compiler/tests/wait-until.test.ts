// FW502 of a wait: a day that is not there in every case bounds nothing.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const text = (lines: string, more = "") => `service permit "Permit"
section about-you "About you"
  ask works "Do you have works planned?" as yes or no
  ask works-end "When do the works end?" as date
    show when works is yes
  ask moves-in "When do you move in?" as date
route
${more}  stage building "You build"
${lines}
    go to granted
outcome granted "Granted"
outcome lapsed "Closed"
`;

const told = (bad: string) =>
  compile("bad.service", new Map([["bad.service", bad]])).problems.flatMap(({ code, title }) =>
    code === "FW502" ? [title] : [],
  );

test("a day that is only sometimes asked for is told", () => {
  expect(told(text("    wait until works-end"))).toEqual(["Stage building waits for a day that may never be known"]);
});

test.each([
  ["a day that every case has", "    wait until moves-in", ""],
  ["a time of the stage", "    wait until works-end\n    finish within 1 year otherwise go to lapsed", ""],
  ["a time of the case", "    wait until works-end", "  finish within 1 year otherwise go to lapsed\n"],
  ["a line that lets the others go on", "    when works is no go to granted\n    wait until works-end", ""],
  ["what counts when it is not there", "    wait until (works-end else moves-in)", ""],
])("%s bounds it", (_what, lines, more) => {
  expect(told(text(lines, more))).toEqual([]);
});
