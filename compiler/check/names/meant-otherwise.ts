// FW201 where something of that name is there and is said otherwise: a result of a table, what several people chose, the day a case is sent.
import type { Fix } from "../../diagnostics/problem.ts";
import { nameAt, wordOf } from "../../model/line.ts";
import type { Finding, Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { everyLine } from "../every-line.ts";
import { madeOnce } from "../made-once.ts";
import { change, lineHolding, textAt } from "../text-edits.ts";

type NotFound = Extract<Finding, { kind: "name-not-found" }>;

interface Meant {
  readonly explanation: string[];
  readonly fixes: Fix[];
}

/** How it is said, and the change; undefined where nothing of that name is there. */
export function meantOtherwise(model: Model, finding: NotFound): Meant | undefined {
  return (
    fromSent(model, finding) ??
    resultOfTable(model, finding) ??
    choiceOfSeveral(model, finding) ??
    workedOutInBraces(finding) ??
    paidTo(model, finding)
  );
}

/** `finish within 8 weeks from sent`: it counts from there anyway. */
function fromSent(model: Model, { of, name, span }: NotFound): Meant | undefined {
  if (of !== "stage" || !["sent", "submitted", "submission", "application", "receipt"].includes(name)) return undefined;
  const line = lineHolding(model.tree.lines, span);
  if (!line || wordOf(line) !== "finish") return undefined;
  const before = textAt(model.trees, { ...line.span, end: span.start });
  const from = /\s+from\s+$/i.exec(before);
  if (!from) return undefined;
  const whole = { ...span, start: line.span.start + from.index };
  return {
    explanation: [
      "The time of the whole case runs from when it is sent. After  from  comes a stage, where it runs from another one.",
    ],
    fixes: [{ title: `remove  from ${name}`, edits: [{ span: whole, text: "" }] }],
  };
}

/** `weekly-price's price`, where the table weekly-price has a column  then price. */
function resultOfTable(model: Model, { of, name, span }: NotFound): Meant | undefined {
  const [table, result, ...more] = name.split("'s ");
  if (of !== "data" || result === undefined || more.length > 0) return undefined;
  const isTable = model.tree.lines.some((line) => wordOf(line) === "table" && nameAt(line)?.name === table);
  if (!isTable || !model.data.some(({ said, from }) => said === result && from === "rule")) return undefined;
  return {
    explanation: [`A result of a table is known by its own name:  ${result}.`],
    fixes: [change(model.trees, span, result)],
  };
}

/** `kitchen is fail`, where two different people do the check kitchen. */
function choiceOfSeveral(model: Model, { of, name, span }: NotFound): Meant | undefined {
  if (of !== "data") return undefined;
  const work = doneBySeveral(model).find((line) =>
    line.children.some((child) => wordOf(child) === "can" && nameAt(child)?.name === name),
  );
  const owner = work && nameAt(work)?.name;
  const line = lineHolding(model.tree.lines, span);
  if (owner === undefined || !line) return undefined;
  const before = textAt(model.trees, { ...line.span, end: span.start });
  const compared = new RegExp(`\\b${owner} is (?:not )?$`, "i").exec(before);
  if (!compared) return undefined;
  const start = line.span.start + compared.index;
  const explanation = [
    `Several people do ${owner}, so there are several choices:  any ${owner}'s choice is ${name},  or  every ${owner}'s choice is ${name}.`,
  ];
  const at = { ...span, start, end: start + owner.length };
  const fixes = ["any", "every"].map((word) => change(model.trees, at, `${word} ${owner}'s choice`));
  return { explanation, fixes };
}

/** `{count of children}`: words are filled in by name. */
function workedOutInBraces({ name }: NotFound): Meant | undefined {
  const [, what, of] = /^(count|sum|highest|lowest|average) of (\S+)/.exec(name) ?? [];
  if (what === undefined || of === undefined) return undefined;
  const named = `${what}-of-${of.replace("'s", "")}`;
  const explanation = [`Braces take a name. Give it one:  calculate ${named} = ${name},  and write  {${named}}.`];
  return { explanation, fixes: [] };
}

/** `pay grant to applicant`: money goes to an account. */
function paidTo(model: Model, { of, name, span }: NotFound): Meant | undefined {
  const line = of === "data" ? lineHolding(model.tree.lines, span) : undefined;
  if (!line || wordOf(line) !== "pay" || nameAt(line)?.name === name) return undefined;
  const [account] = model.data.filter(({ type }) => type?.kind === "bank-account");
  const explanation = [
    'Money is paid to a bank account that is asked for:  ask account "Your bank account" as bank account,  and  to account.',
  ];
  return { explanation, fixes: account ? [change(model.trees, span, account.said)] : [] };
}

const doneBySeveral = madeOnce((model: Model): readonly Line[] =>
  everyLine(model).filter(({ children }) => children.some(({ form }) => form === "done by <num> different people")),
);
