// `formwork lock`: notes the libraries of a service as they are now, also those that changed without a new version number.

import path from "node:path";
import { readModel } from "../compile.ts";
import { lockedName, lockFileBeside, notedLibraries } from "../locks/library-lock.ts";
import { asTyped } from "../source/as-typed.ts";
import { readOptions } from "./options.ts";
import { readService } from "./read-service.ts";
import { writeBeside } from "./write-locks.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when a library is not there: only what is read can be noted. */
export function lock(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["libraries"]);
  const [file, ...more] = subjects;
  if (file === undefined || more.length > 0)
    throw new WrongUsage("Name one service text: formwork lock parking.service");
  const { entry, files } = readService(file, flags.get("libraries"));
  const { model } = readModel(entry, files);
  if (!model) throw new UnreadableText(`${file} has no service line: formwork check ${asTyped(file)} says more.`);
  if (model.findings.some(({ kind }) => kind === "library-not-found")) {
    console.error(`${file}: not every library is there. formwork check ${asTyped(file)} says which.`);
    return 1;
  }
  const name = lockFileBeside(entry);
  const text = notedLibraries(model.libraries, model.locks.get(name), true);
  const place = path.resolve(path.dirname(file), name);
  if (text !== undefined && !writeBeside(place, text)) return 1;
  const noted = model.libraries.map(lockedName).join(", ");
  const said = text === undefined ? "nothing to change" : "written";
  console.log(`${path.join(path.dirname(file), name)}: ${said}${noted === "" ? "" : ` (${noted})`}`);
  return 0;
}
