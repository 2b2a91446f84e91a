// `formwork import`: a definition of another system into the text of a service. What stands there already is written over only when asked.

import { existsSync } from "node:fs";
import path from "node:path";
import { compile } from "../compile.ts";
import { type Imported, importBpmn } from "../import/bpmn/import-bpmn.ts";
import { renderRefusals } from "../import/bpmn/refusal.ts";
import { asTyped } from "../source/as-typed.ts";
import { readOptions } from "./options.ts";
import { readNamed } from "./read-named.ts";
import { readService } from "./read-service.ts";
import { writeBeside } from "./write-locks.ts";
import { writeNew } from "./write-new.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when the file is not taken over. */
export function importText(words: readonly string[]): number {
  const { subjects, flags, switches } = readOptions(words, ["out", "process"], ["replace"]);
  const [format, file, ...more] = subjects;
  if (format !== "bpmn") throw new WrongUsage(format === undefined ? usage : unknownFormat(format));
  if (file === undefined || more.length > 0) throw new WrongUsage(usage);
  const imported = importBpmn(readNamed(file, ".bpmn"), flags.get("process"));
  if ("refusals" in imported) {
    console.error(renderRefusals(file, imported.refusals));
    return 1;
  }
  const target = flags.get("out") ?? path.join(path.dirname(file), `${imported.name}.service`);
  if (!target.endsWith(".service"))
    throw new WrongUsage(`A text of a service ends in .service: --out ${imported.name}.service`);
  if (!existsSync(path.dirname(target))) throw new WrongUsage(`There is no folder ${path.dirname(target)}.`);
  if (switches.has("replace")) {
    // What stands there stays until the new text is whole.
    if (!writeBeside(target, imported.text)) return 1;
  } else if (existsSync(target))
    throw new WrongUsage(
      `${target} is there already, and was left as it is. Name another place with --out, or write over it with --replace.`,
    );
  else writeNew(target, imported.text);
  console.log(summaryOf(target, imported));
  return 0;
}

/** A file that was named without its kind, or a kind that is none. */
function unknownFormat(format: string): string {
  if (/\.(?:bpmn2?|xml)$/i.test(format)) return `Say what it is as well: formwork import bpmn ${format}`;
  return `Only bpmn can be imported, not "${format}". ${usage}`;
}

const usage = "Say what to read: formwork import bpmn process.bpmn";

/** What was taken over, and what is left to do. */
function summaryOf(target: string, { text }: Extract<Imported, { text: string }>): string {
  const count = (line: RegExp): number => text.split("\n").filter((one) => line.test(one)).length;
  const stages = count(/^ {2}stage /);
  const outcomes = count(/^outcome /);
  const { entry, files } = readService(target, undefined);
  const { problems } = compile(entry, files);
  const left =
    problems.length === 0
      ? ""
      : ` ${problems.length} ${problems.length === 1 ? "thing is" : "things are"} left to decide.`;
  return `${target} is written: ${stages} ${stages === 1 ? "stage" : "stages"}, ${outcomes} ${outcomes === 1 ? "outcome" : "outcomes"}. Comments in it say what the process could not hold.${left}
Look at it with: formwork check ${asTyped(target)}`;
}
