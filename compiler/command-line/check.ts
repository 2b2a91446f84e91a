// `formwork check`: the problems of service texts, for people or for programs; once, or again whenever a text changes.

import type { Problem } from "../diagnostics/problem.ts";
import { renderJson } from "../diagnostics/render-json.ts";
import { type CheckedText, checkText, showChecked } from "./checked-text.ts";
import { readFormat, readOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import { readAlone } from "./read-alone.ts";
import { readService } from "./read-service.ts";
import { summaryOfAll } from "./summary.ts";
import { textsNamed } from "./texts-named.ts";
import { writeLocks } from "./write-locks.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when a text has a Stop. */
export async function check(words: readonly string[]): Promise<number> {
  const { subjects, flags, switches } = readOptions(words, ["format", "libraries"], ["watch"]);
  const format = readFormat(flags);
  const libraries = flags.get("libraries");
  if (switches.has("watch")) {
    if (format === "json") throw new WrongUsage("--watch is for people: it does not go together with --format json.");
    const { watchAndCheck } = await import("./watch-and-check.ts");
    return watchAndCheck(subjects, libraries);
  }
  // Every text is read before the first is checked: a wrong name is told at once.
  const services = textsNamed(subjects).files.map((file) => ({
    file,
    ...(readAlone(file, libraries) ?? readService(file, libraries)),
  }));
  const progress = createProgress(services.length);
  const checked: CheckedText[] = [];
  for (const service of services) {
    progress.at(service.file);
    const one = checkText(service);
    writeLocks(service.file, one.locks);
    checked.push(one);
    if (format === "terminal") {
      progress.clear();
      console.log(showChecked(one));
    }
  }
  progress.clear();
  if (format === "json") console.log(JSON.stringify(jsonOf(checked), null, 2));
  else if (checked.length > 1) console.log(`\n${summaryOfAll(checked.map(({ problems }) => problems))}`);
  return checked.some(hasStop) ? 1 : 0;
}

function hasStop({ problems }: CheckedText): boolean {
  return problems.some(({ severity }) => severity === "stop");
}

/** An interface that people build on: members are only added. */
function jsonOf(checked: readonly CheckedText[]): unknown {
  return {
    problems: checked.flatMap(({ file, files, problems }) =>
      renderJson(problems, (name) => files.get(name)).map((problem) => ({ ...problem, service: file })),
    ),
    services: checked.map(({ file, problems }) => ({ file, ...countsOf(problems) })),
  };
}

function countsOf(problems: readonly Problem[]): { stops: number; checks: number; tips: number } {
  const count = (wanted: Problem["severity"]) => problems.filter(({ severity }) => severity === wanted).length;
  return { stops: count("stop"), checks: count("check"), tips: count("tip") };
}
