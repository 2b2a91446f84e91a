// `no appeal because "…"`: the outcome of a service that is itself the last look says so, and says why.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const text = (line: string) => `service permit-appeal "Appeal about a permit"
section about-you "About you"
  ask grounds "Why should we decide otherwise?" as long text
role panel "a member of the panel"
route
  stage look "The panel looks at it" by panel
    shows grounds
    can uphold then go to upheld
    can dismiss with reason then go to dismissed
    finish within 20 days
outcome upheld "Your appeal succeeded"
outcome dismissed "The decision stands"
${line}`;

function compiled(bad: string) {
  return compile("bad.service", new Map([["bad.service", bad]]));
}

test("it stands in the service in the author's words, and FW506 asks no more", () => {
  const without = compiled(text(""));
  expect(without.problems.map(({ code }) => code)).toContain("FW506");
  const { service, problems } = compiled(text('  no appeal because "Only a court can look at this again."\n'));
  expect(problems.map(({ code }) => code)).not.toContain("FW506");
  expect(service?.outcomes[1]?.noAppeal).toEqual({ en: "Only a court can look at this again." });
});
