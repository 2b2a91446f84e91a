// What an editor shows beside a whole line: the form with what may be left out, and nothing where that would be the label once more.
import { expect, test } from "vitest";
import { complete } from "../completion.ts";
import { readMarked } from "../tests/marked-texts.ts";

test("a line is shown with what it can have besides", () => {
  const text = 'service permit "Permit"\nsection you "You"\n  ask phone "Phone" as phone number\n    ‸';
  const { snapshot, file, position } = readMarked(new Map([["permit.service", text]]));
  const shown = new Map(complete(snapshot, file, position).map(({ label, detail }) => [label, detail]));
  expect(shown.has('hint "words"')).toBe(true);
  expect(shown.get('hint "words"')).toBeUndefined();
  expect(shown.get("can be sent later")).toBe(
    "can be (sent later [within 10 days] | already with us | sent by (post | someone else))",
  );
});
