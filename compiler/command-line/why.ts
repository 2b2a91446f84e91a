// `formwork why`: what a text says about one name, in words.
import { compile } from "../compile.ts";
import { renderTerminal } from "../diagnostics/render-terminal.ts";
import { nearest } from "../source/nearest.ts";
import { renderWhy } from "../why/render-why.ts";
import { explainWhy, namesToAsk } from "../why/why.ts";
import { readFormat, readOptions } from "./options.ts";
import { readService } from "./read-service.ts";
import { summaryOf } from "./summary.ts";
import { WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when the text has a Stop: what it means is not known then. A name it does not have is wrong usage. */
export function why(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["format", "libraries"]);
  const format = readFormat(flags);
  const [file, ...names] = subjects;
  if (file === undefined || names.length === 0) throw new WrongUsage("Name a service text and a name in it.");
  const { entry, files } = readService(file, flags.get("libraries"));
  const { service, problems } = compile(entry, files);
  if (!service) {
    console.error(renderTerminal(problems, (name) => files.get(name)));
    console.error(`${summaryOf(file, problems)}. Mend this first: what the text means is not known yet.`);
    return 1;
  }
  const name = names.join(" ");
  const answers = explainWhy(service, name);
  if (answers.length === 0) throw new WrongUsage(notThere(file, name, namesToAsk(service)));
  console.log(
    format === "json"
      ? JSON.stringify({ answers }, null, 2)
      : answers.map((answer) => renderWhy(answer, entry)).join("\n\n"),
  );
  return 0;
}

function notThere(file: string, name: string, known: readonly string[]): string {
  const close = nearest(name.toLowerCase(), known);
  return `${file} has nothing called ${name}.${close.length > 0 ? ` Did you mean ${close.join(" or ")}?` : ""}`;
}
