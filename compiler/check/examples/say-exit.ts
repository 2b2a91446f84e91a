// A way out of a stage that a condition opens, in the author's words: "when all are done and home-visit is deny".
import type { Service } from "#contract";
import { sayExpression } from "#support/explain-words.ts";
import type { Stage } from "../../model/shapes.ts";

/** A longer condition is cut: where it leads is said behind it. */
const longest = 100;

/** What has to be so for the case to go there. */
export function sayExit(service: Service, { when, done, and }: Stage["exits"][number]): string {
  const say = (id: string | undefined) => {
    const rule = id === undefined ? undefined : service.rules[id];
    return rule ? [sayExpression(rule.expression, service).replace(/\s+/g, " ")] : [];
  };
  const said = done === undefined ? say(when) : [sayDone(done), ...say(and)];
  const words = said.length === 0 ? "its condition is yes" : said.join(" and ");
  return `when ${words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words}`;
}

function sayDone(done: "all" | "any" | number): string {
  if (done === "all") return "all are done";
  return done === "any" ? "any is done" : `${done} are done`;
}
