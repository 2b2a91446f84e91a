// `formwork why`: what a text says about one name, in words.

import { compile } from "../compile.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { asTyped } from "../source/as-typed.ts";
import { nearest } from "../source/nearest.ts";
import { renderWhy } from "../why/render-why.ts";
import { explainWhy, namesToAsk } from "../why/why.ts";
import { readFormat, readOptions } from "./options.ts";
import { readService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when the text has a Stop: what it means is not known then. A name it does not have is wrong usage. */
export function why(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["format", "libraries"]);
  const format = readFormat(flags);
  const [file, ...names] = subjects;
  if (file === undefined || names.length === 0)
    throw new WrongUsage("Name a service text and a name in it: formwork why parking.service permit-fee");
  const [second = ""] = names;
  if (!file.endsWith(".service") && second.endsWith(".service"))
    throw new WrongUsage(`The text comes first: formwork why ${asTyped(second)} ${asTyped(file)}`);
  const { entry, files } = readService(file, flags.get("libraries"));
  const { service, problems } = compile(entry, files);
  if (!service) {
    console.error(renderTerminal(problems, (name) => files.get(name)));
    console.error(`${summaryOf(file, problems)}. Mend this first: what the text means is not known yet.`);
    return 1;
  }
  const name = names.join(" ");
  const answers = explainWhy(service, name);
  if (answers.length === 0) throw new UnreadableText(notThere(file, name, namesToAsk(service), files.get(entry) ?? ""));
  console.log(
    format === "json"
      ? JSON.stringify({ answers }, null, 2)
      : answers.map((answer) => renderWhy(answer, entry)).join("\n\n"),
  );
  return 0;
}

/** So many names are shown when none is like the one that was given. */
const mostListed = 20;

function notThere(file: string, name: string, known: readonly string[], text: string): string {
  const close = nearest(name.toLowerCase(), known);
  // What every service has, such as case-number, is not what is looked for.
  const own = known.filter((one) => text.includes(one));
  const all = own.length <= mostListed ? own : [...own.slice(0, mostListed), "…"];
  const hint =
    close.length > 0 ? ` Did you mean ${close.join(" or ")}?` : all.length > 0 ? ` It has: ${all.join(", ")}.` : "";
  const called = name.includes(" ") ? `"${name}"` : name;
  return `${file} has nothing called ${called}.${hint}`;
}
