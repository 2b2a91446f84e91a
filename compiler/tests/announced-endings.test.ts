// What a source announces may end a credential, whether or not a stage waits for it; elsewhere only what is waited for has a value.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

function text(ending: string): string {
  return `service permit "Permit"
source court "The court"
  because "Courts Act"
  announces ban
    gives lasts as yes or no
section you "About you"
  ask plate "Registration" as text
decide banned when ${ending === "" ? "plate is answered" : "ban's lasts is yes"}
route
  stage go "Go"
    go to granted
outcome granted "Granted"
  issue badge
credential badge "Badge"
  holds plate
  valid for 1 year
${ending}`;
}

const problemsOf = (of: string): string[] =>
  compile("a.service", new Map([["a.service", of]])).problems.flatMap(({ code, severity }) =>
    severity === "tip" ? [] : [code],
  );

test("a credential reads it, itself and through a decision", () => {
  expect(problemsOf(text("  revoke when ban's lasts is yes\n  suspend when banned\n"))).toEqual([]);
  const { service } = compile("a.service", new Map([["a.service", text("  suspend when banned\n")]]));
  const rule = service?.credentials["badge"]?.suspendWhen ?? "";
  expect(service?.rules[rule]?.reads).toEqual(["ban.lasts"]);
});

test("where no credential ends by itself and nothing waits for it, it has no value", () => {
  expect(problemsOf(text("").replace("plate is answered", "ban's lasts is yes"))).toContain("FW201");
});
