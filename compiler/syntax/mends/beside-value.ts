// Mends of calculations that say everything in one line (FW103): an exception, a limit or a rounding stands below, on a line of its own.
import type { IToken } from "chevrotain";
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { plainName } from "../lexer.ts";
import { below, type Candidate, replaced, type Stopped, textOf } from "./stopped.ts";

/** `calculate fee = pay rounded up to £1`, `… = pay never below £0`. */
export function* mendBesideValue(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader, stop } = stopped;
  const [first, token, before] = [tokens[0], tokens[stop], tokens[stop - 1]];
  if (!first || !token || !before || plainName(first.image) !== "calculate") return;
  const word = plainName(token.image);
  if (word === "rounded" || word === "never") {
    const text = textOf(reader, token, tokens.at(-1) ?? token);
    const span = { ...reader.nodes.spanOf(token), start: reader.nodes.spanOf(before).end };
    const end = reader.nodes.spanOf(tokens.at(-1) ?? token).end;
    const edit = { span: { ...span, end }, text: `\n${below(stopped)}${text}` };
    yield cut(stopped, stop, `It stands below, on a line of its own:  ${text}.`, [
      { title: `move  ${text}  to a line below`, edits: [edit] },
    ]);
  }
  if (word === "if" || word === "when" || word === "unless")
    yield cut(stopped, stop, exceptionBelow(stopped, first, before), []);
}

/** `calculate rent = £38 - £19 when disabled is yes`: what holds for everybody else is not said. */
function exceptionBelow({ tokens, reader, stop }: Stopped, first: IToken, before: IToken): string {
  const at = tokens.findIndex(({ image }) => image === "=");
  const [value, word, last] = [tokens[at + 1], tokens[stop], tokens.at(-1)];
  const general = "An exception stands below, on a line of its own:";
  if (at < 1 || !value || !word || !last || plainName(word.image) === "unless")
    return `${general}  except £0 when blue-badge is yes.`;
  const head = textOf(reader, first, tokens[at] ?? first);
  const condition = textOf(reader, tokens[stop + 1] ?? last, last);
  const exception = `except ${textOf(reader, value, before)} when ${condition}`.replace(/\s*\n\s*/g, " ");
  return `What holds for everybody else stands first, and the exception below it:  ${head} …,  below it  ${exception}.`;
}

/** `calculate fee = if partner is yes then £10 else £20`, or `= £10 if partner is yes else £20`. */
export function* mendIfThen(stopped: Stopped): Generator<Candidate> {
  const { tokens, reader } = stopped;
  const at = (word: string): number => tokens.findIndex((token) => plainName(token.image) === word);
  const [when, then, equals] = [at("if"), at("then"), at("=")];
  const otherwise = at("else") > 0 ? at("else") : at("otherwise");
  const isAfterValue = then < 0 && equals > 0 && when > equals + 1;
  const start = isAfterValue ? equals + 1 : when;
  const [condition, value] = [tokens[when + 1], tokens[isAfterValue ? start : then + 1]];
  const [other, last] = [tokens[otherwise + 1], tokens.at(-1)];
  const [endOfCondition, endOfValue] = isAfterValue
    ? [tokens[otherwise - 1], tokens[when - 1]]
    : [tokens[then - 1], tokens[otherwise - 1]];
  if (when < 1 || (!isAfterValue && then < when) || otherwise < Math.max(then, when)) return;
  if (!condition || !value || !other || !last || !endOfCondition || !endOfValue) return;
  const exception = `except ${textOf(reader, value, endOfValue)} when ${textOf(reader, condition, endOfCondition)}`;
  const rest = textOf(reader, other, last);
  const span = reader.nodes.spanOf(tokens[start] ?? condition, last);
  const edit = { span, text: `${rest}\n${below(stopped)}${exception}` };
  const fixes = [{ title: `change it to  ${rest}  with  ${exception}  below`, edits: [edit] }];
  const explanation = ["A general rule comes first, and its exceptions stand below it."];
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(tokens[when] ?? condition), { word: "if" }, { explanation, fixes });
  yield { tokens: replaced(tokens, start, otherwise + 1, []), problem, onlyWhole: true };
}

/** The line up to there, when it can be read by itself. */
function cut({ tokens, reader }: Stopped, at: number, explanation: string, fixes: Problem["fixes"]): Candidate {
  const token = tokens[at] as IToken;
  const problem = (): Problem =>
    say.wordDoesNotFit(reader.nodes.spanOf(token), { word: token.image }, { explanation: [explanation], fixes });
  return { tokens: tokens.slice(0, at), problem, onlyWhole: true };
}
