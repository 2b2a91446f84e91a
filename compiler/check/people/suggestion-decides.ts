// FW612: something reads what an AI suggests. Only the person it advises may.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Edit, Fix, Problem, Span } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { findingsOf } from "../findings.ts";
import { lineBelow, removeLine } from "../text-edits.ts";

export function checkSuggestionDecides(model: Model): Problem[] {
  return findingsOf(model, "suggestion-decides").map(({ adviser, span }) => {
    const block = model.tree.lines.find((line) => wordOf(line) === "assistance" && nameAt(line)?.name === adviser);
    const helps = block?.children.find((line) => wordOf(line) === "helps");
    const role = helps && nameAt(helps)?.name;
    const at = block && nameAt(block)?.span;
    const line = lineAround(model.tree.lines, span);
    return problems.suggestionDecides(
      span,
      { what: line ? whatIsDecided(line) : "anything" },
      {
        ...(at && { related: [{ span: at, words: role === undefined ? "gives advice" : `gives advice to ${role}` }] }),
        fixes: line && block ? adviseFix(model, line, adviser, helps) : [],
      },
    );
  });
}

function lineAround(lines: readonly Line[], { file, start }: Span): Line | undefined {
  const isAround = (line: Line) =>
    line.span.file === file &&
    ((line.span.start <= start && start < line.span.end) ||
      line.bullets.some((bullet) => lineAround([bullet], { file, start, end: start })));
  for (const line of lines) {
    const inside = lineAround(line.children, { file, start, end: start });
    if (inside) return inside;
    if (isAround(line)) return line;
  }
  return undefined;
}

const decided: Readonly<Record<string, string>> = {
  when: "where a case goes",
  otherwise: "where a case goes",
  skip: "where a case goes",
  refuse: "that a case is refused",
  can: "what an officer can do",
  except: "an amount",
  calculate: "an amount",
  decide: "anything",
  show: "what is asked",
  require: "who may apply",
  share: "what another agency is told",
  ">": "what people are told",
  subject: "what people are told",
};

function whatIsDecided(line: Line): string {
  const word = wordOf(line);
  return (Object.hasOwn(decided, word) ? decided[word] : undefined) ?? "anything";
}

/** An exit by the suggestion goes, where its stage has another way on; and the person's stage gets the advice. */
function adviseFix(model: Model, line: Line, adviser: string, helps: Line | undefined): Fix[] {
  const ways = line.parent?.children.filter((one) => ["when", "otherwise", "go", "can"].includes(wordOf(one))) ?? [];
  const stage = helps && nameAfter(helps, "at")?.name;
  const route = model.tree.lines.find((one) => wordOf(one) === "route");
  const advised = route?.children.find((one) => wordOf(one) === "stage" && nameAt(one)?.name === stage);
  if (wordOf(line) !== "when" || ways.length < 2 || !advised) return [];
  const has = advised.children.some((one) => one.form === "advised by <n>" && nameAt(one)?.name === adviser);
  const text = `advised by ${adviser}`;
  const edits: Edit[] = has ? [] : [lineBelow(advised, advised.children[0]?.indent ?? advised.indent + 2, text)];
  const title = has
    ? `remove this line:  ${text}  stands in stage ${stage}`
    : `remove this line and add  ${text}  to stage ${stage}`;
  return [{ title, edits: [removeLine(model.trees, line), ...edits] }];
}
