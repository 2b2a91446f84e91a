// Where an answer may be missing (FW403): in values, in words in braces, inside an item of a repeat; and where it is proven to be there.
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const form = (lines: string) => `service permit "Permit"
section you "You"
  ask partner "Do you have a partner?" as yes or no
  ask partner-name "Their name?" as text
    show when partner is yes
  ask partner-pay "Their pay?" as money
    show when partner is yes
  ask phone "Phone?" as phone number
    optional
${lines}
`;

function missing(lines: string): string[] {
  const { problems } = compile("a.service", new Map([["a.service", form(lines)]]));
  return problems.filter(({ code }) => code === "FW403").map(({ args }) => String(args["name"]));
}

const repeat = (rule: string) => `  repeat members each member "Who?"
    ask works "Do they work?" as yes or no
    ask wage "How much?" as money
      show when member's works is yes
    calculate double = ${rule}`;

test.each<[what: string, lines: string, names: string[]]>([
  ["a question's words", '  ask nick "What is {partner-name} called?" as text', ["partner-name"]],
  ["words shown only then", '  ask nick "And {partner-name}?" as text\n    show when partner is yes', []],
  ["a condition in other words", '  ask nick "And {partner-name}?" as text\n    show when partner is not no', []],
  ["words shown when it is answered", '  ask nick "At {phone}?" as text\n    show when phone is answered', []],
  ["a message", 'message done by email\n  subject "Done"\n  > {phone} or {partner}', ["phone"]],
  [
    "behind else, what is asked of all others",
    '  ask alone-name "Your name?" as text\n    show when partner is no\ncalculate called = (partner-name else alone-name)',
    [],
  ],
  ["behind else, what may be left out", "calculate called = (partner-name else phone)", ["phone"]],
  ["a calculation", "calculate double = partner-pay times 2", ["partner-pay"]],
  ["an exception", "calculate it = £0\n  except partner-pay when partner is yes", []],
  ["an exception in other words", "calculate it = £0\n  except partner-pay when partner is not no", []],
  [
    "the general value, when the rest is an exception",
    "calculate it = partner-pay\n  except £0 when partner is no",
    [],
  ],
  [
    "an exception behind another",
    "calculate it = £1\n  except £0 when partner is no\n  except partner-pay when phone is answered",
    [],
  ],
  [
    "an exception in front of the one that would catch it",
    "calculate it = £1\n  except partner-pay when phone is answered\n  except £0 when partner is no",
    ["partner-pay"],
  ],
  [
    "the general value, when what the exception asks may be left out",
    '  ask pet "A pet?" as yes or no\n    optional\n  ask pet-fee "Its fee?" as money\n    show when pet is yes\n\ncalculate it = pet-fee\n  except £0 when pet is no',
    ["pet-fee"],
  ],
  [
    "and when that is an exception too",
    '  ask pet "A pet?" as yes or no\n    optional\n  ask pet-fee "Its fee?" as money\n    show when pet is yes\n\ncalculate it = pet-fee\n  except £0 when pet is not answered\n  except £0 when pet is no',
    [],
  ],
  ["an item", repeat("member's wage times 2"), ["member's wage"]],
  ["an item with else", repeat("(member's wage else £0) times 2"), []],
  [
    "an item, when the rest is an exception",
    `${repeat("member's wage")}\n      except £0 when member's works is no`,
    [],
  ],
  ["a sum leaves out what is missing", `${repeat("£1")}\n\ncalculate all = sum of member's wage`, []],
])("%s", (_, lines, names) => {
  expect(missing(lines)).toEqual(names);
});
