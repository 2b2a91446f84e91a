// When the order of exceptions is taken as meant, and when it is asked about.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";
import { applyEdits } from "../../source/edits.ts";

const questions = `service permit "Permit"
section you "You"
  ask closed "Closed?" as yes or no
  ask late "Late?" as yes or no
  ask guests "Guests?" as whole number
    must be from 2 to 500

calculate fee = £0
`;

function toldOf(exceptions: string) {
  const text = questions + exceptions;
  const problems = compile("permit.service", new Map([["permit.service", text]])).problems;
  return { text, told: problems.filter(({ code }) => code === "FW407") };
}

test("one that is a part of a later one stands first on purpose", () => {
  const { told } = toldOf("  except £35 when closed is yes and guests is over 100\n  except £20 when closed is yes\n");
  expect(told).toEqual([]);
});

test("the line that says so is enough for any number of them", () => {
  const list = "  except £35 when closed is yes\n  except £20 when late is yes\n  except £10 when guests is over 9\n";
  expect(toldOf(list).told).toHaveLength(2);
  expect(toldOf(`  when several match use the first\n${list}`).told).toEqual([]);
});

test("one problem for one exception, however many others it meets; its mend is for all of them", () => {
  const { text, told } = toldOf(
    "  except £35 when closed is yes\n  except £20 when late is yes unless closed is yes\n  except £10 when guests is over 9\n",
  );
  expect(told.map(({ title }) => title)).toEqual([
    "This exception and those on lines 9 and 10 can both apply, with different results",
  ]);
  const [fix] = told[0]?.fixes ?? [];
  const mended = applyEdits(text, fix?.edits ?? []);
  expect(mended).toContain("calculate fee = £0\n  when several match use the first\n  except £35");
  expect(toldOf(mended.slice(questions.length)).told).toEqual([]);
});
