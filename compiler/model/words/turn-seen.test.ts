// Words that people see are filled in with what is known by then: later pages are not.
import { expect, test } from "vitest";
import { compile } from "../../compile.ts";

const text = `service permit "Permit"
  about
    > It costs {fee}.
section you "About you"
  ask called "What are you called?" as text
    hint "Not {town}"
  page home "Where {called} lives"
    guidance
      > Your fee in {town} is {fee}.
    ask town "Which town?" as text
section finish "Send it, {called} of {town}"
  ask note "A note about {town}?" as text
    optional
calculate fee = £5
  except £6 when town is "Ashby"
outcome sent "{called}, {town}, {fee}"
`;

test("on the pages before it an answer cannot be filled in; on its own page, behind it and after sending it can", () => {
  const { problems } = compile("permit.service", new Map([["permit.service", text]]));
  const stops = problems.filter(({ severity }) => severity === "stop");
  const places = stops.map(
    ({ code, at }) => `${code} ${text.slice(at.start, at.end)} ${text.slice(0, at.start).split("\n").length}`,
  );
  expect(places).toEqual(["FW404 fee 3", "FW404 town 6"]);
});
