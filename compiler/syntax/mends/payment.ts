// Mends of a payment whose amount is written in its line (FW103): `take payment of £10`, `take payment of fee + extra`. What is paid has a
// name, by which it is paid once, refunded and read.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { tokenAt } from "../mend-tokens.ts";
import * as T from "../tokens.ts";
import { type Candidate, replaced, type Stopped, textOf } from "./stopped.ts";

/** The amount becomes a calculation above the route, and the line names it. */
export function* mendPayment({ tokens, reader }: Stopped): Generator<Candidate> {
  const head = tokens.slice(0, 3).map(({ image }) => plainName(image));
  const end = tokens.findIndex(({ image }) => plainName(image) === "within");
  const [first, last] = [tokens[3], tokens[end - 1]];
  if (head.join(" ") !== "take payment of" || !first || !last || end < 4) return;
  const value = textOf(reader, first, last);
  const name = ["fee", "payment", "amount-to-pay"].find((one) => !reader.isGiven(one)) ?? "to-pay";
  const span = reader.nodes.spanOf(first, last);
  const route = reader.text.search(/^route\b/m);
  const line = `calculate ${name} = ${value}`;
  const edits = [
    { span: { ...span, start: route, end: route }, text: `${line}\n\n` },
    { span, text: name },
  ];
  const fixes =
    route < 0 ? [] : [{ title: `change  ${value}  to  ${name},  and add  ${line}  above the route`, edits }];
  const explanation = [`What is paid has a name:  ${line}  at the margin, and here  take payment of ${name}.`];
  const problem = (): Problem => say.wordDoesNotFit(span, { word: value }, { explanation, fixes });
  yield { tokens: replaced(tokens, 3, end, [tokenAt(T.Word, name, span.start, span.end)]), problem, onlyWhole: true };
}
