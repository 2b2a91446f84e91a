// One service text checked, and what is said of it on a terminal.
import { compile } from "../compile.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { keepLastPassed, readLastPassed } from "./last-passed.ts";
import { play } from "./play.ts";
import type { ReadService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";

/** A service text with what was found in it. */
export interface CheckedText extends ReadService {
  /** As it was named on the command line. */
  readonly file: string;
  readonly problems: readonly Problem[];
  /** Lock files that have something new to note. */
  readonly locks?: ReadonlyMap<string, string>;
}

/** Checks one text, its examples played. */
export function checkText(service: ReadService & { readonly file: string; readonly only?: string }): CheckedText {
  if (service.only !== undefined) return checkAlone(service, service.only);
  const { problems, lastPassed, locks } = compile(service.entry, service.files, {
    play,
    lastPassed: readLastPassed(service.file),
  });
  if (lastPassed) keepLastPassed(service.file, lastPassed);
  return { ...service, problems, ...(locks && { locks }) };
}

/** What is said of a service as a whole, or of what nothing uses, is no matter of the library or words that were named. */
const ofTheService: ReadonlySet<string> = new Set(["FW604", "FW605", "FW808"]);

function checkAlone(service: ReadService & { readonly file: string }, only: string): CheckedText {
  const { problems } = compile(service.entry, service.files, { play });
  return { ...service, problems: problems.filter(({ at, code }) => at.file === only && !ofTheService.has(code)) };
}

/** Its problems, then the line that sums them up. */
export function showChecked({ file, files, problems }: CheckedText): string {
  const told = problems.length > 0 ? `${renderTerminal(problems, (name) => files.get(name))}\n` : "";
  return told + summaryOf(file, problems);
}
