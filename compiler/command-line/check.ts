// `formwork check`: the problems of service texts, for people or for programs.
import { compile } from "../compile.ts";
import { renderJson } from "../diagnostics/render-json.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { readOptions } from "./options.ts";
import { play } from "./play.ts";
import { readService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when a text has a Stop. */
export function check(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["format", "libraries"]);
  if (subjects.length === 0) throw new WrongUsage("Name at least one service text.");
  const format = flags.get("format") ?? "terminal";
  if (format !== "terminal" && format !== "json")
    throw new WrongUsage(`--format can be terminal or json, not ${format}.`);
  const services = subjects.map((file) => ({ file, ...readService(file, flags.get("libraries")) }));
  let hasStop = false;
  const json: unknown[] = [];
  for (const { file, entry, files } of services) {
    const { problems } = compile(entry, files, { play });
    hasStop ||= problems.some((problem) => problem.severity === "stop");
    if (format === "json") json.push(...renderJson(problems, (name) => files.get(name)));
    else {
      if (problems.length > 0) console.log(renderTerminal(problems, (name) => files.get(name)));
      console.log(summaryOf(file, problems));
    }
  }
  if (format === "json") console.log(JSON.stringify({ problems: json }, null, 2));
  return hasStop ? 1 : 0;
}
