// `formwork test`: plays the examples of service texts and says what came of each, and what none of them reaches.
import { reportExamples } from "../check/examples/report-examples.ts";
import { compile } from "../compile.ts";
import { keepLastPassed, readLastPassed } from "./last-passed.ts";
import { readFormat, readOptions } from "./options.ts";
import { play } from "./play.ts";
import { createProgress } from "./progress.ts";
import { type ReadService, readService } from "./read-service.ts";
import { findReady } from "./ready-examples.ts";
import { jsonOfTests } from "./test-json.ts";
import { showTests } from "./test-words.ts";
import type { TestedText } from "./tested-text.ts";
import { textsNamed } from "./texts-named.ts";

/** Exit code 1 when an example does not come out as expected, or cannot be played. */
export function test(words: readonly string[]): number {
  const { subjects, flags, switches } = readOptions(words, ["format", "libraries"], ["ready"]);
  const format = readFormat(flags);
  const services = textsNamed(subjects).files.map((file) => ({
    file,
    ...readService(file, flags.get("libraries")),
  }));
  const progress = createProgress(services.length);
  const tested = services.map((service) => {
    progress.at(service.file);
    const one = testText(service);
    return switches.has("ready") ? withReady(one) : one;
  });
  progress.clear();
  console.log(format === "json" ? JSON.stringify(jsonOfTests(tested), null, 2) : showTests(tested));
  return tested.every(isGood) ? 0 : 1;
}

function testText(service: ReadService & { readonly file: string }): TestedText {
  const { problems, model, service: compiled } = compile(service.entry, service.files);
  const report = model && compiled && reportExamples(model, compiled, play, readLastPassed(service.file));
  if (report) keepLastPassed(service.file, report.lastPassed);
  return { ...service, problems, ...(report && { report }) };
}

/** Where an example fails it is mended first: what is reached is not known before. */
function withReady(tested: TestedText): TestedText {
  const { report } = tested;
  return report && isGood(tested) ? { ...tested, ready: findReady(tested, report.parts) } : tested;
}

function isGood({ report }: TestedText): boolean {
  return report?.examples.every(({ problem }) => problem === undefined) === true;
}
