// `formwork new`: begins a text that checks clean. What stands there already is never written over.

import { existsSync } from "node:fs";
import path from "node:path";
import { showDate } from "#support/show-parts.ts";
import { asTyped } from "../source/as-typed.ts";
import { nearest } from "../source/nearest.ts";
import { parseTree } from "../syntax/parse.ts";
import { beginService } from "./beginnings/service.ts";
import { beginShared } from "./beginnings/shared.ts";
import { newWords } from "./new-words.ts";
import { readOptions } from "./options.ts";
import { writeNew } from "./write-new.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

const kinds: readonly string[] = ["service", "shared", "words"];

/** Writes the file where one is now, and says what can be done with it. */
export function newText(words: readonly string[]): number {
  const { subjects, flags } = readOptions(words, ["libraries"]);
  const [kind, ...names] = subjects;
  if (kind === undefined) throw new WrongUsage("Say what to begin: service, shared or words.");
  if (kind === "words") return newWords(names, flags.get("libraries"));
  if (kind !== "service" && kind !== "shared") {
    const [close] = nearest(kind, kinds);
    const hint = close === undefined ? "It can be service, shared or words." : `Did you mean ${close}?`;
    throw new WrongUsage(`There is nothing to begin called "${kind}". ${hint}`);
  }
  const { folder, name } = placeOf(kind, names);
  const file = path.join(folder, `${name}.${kind}`);
  const title = titleOf(name);
  const starts = showDate(firstOfNextMonth(new Date()), "en-GB");
  const text = kind === "service" ? beginService(name, title, starts) : beginShared(name, title, starts);
  if (parseTree(path.basename(file), text).problems.length > 0)
    throw new WrongUsage(`"${name}" has a meaning of its own in a text. Choose another name.`);
  writeNew(file, text);
  console.log(`${file} is written. ${kind === "service" ? next(file) : `Services use it by its name, ${name}.`}`);
  return 0;
}

function next(file: string): string {
  return `Look at it with: formwork check ${asTyped(file)} --watch`;
}

/** A name may come with a folder and with the ending: services/dog-licence.service. */
function placeOf(kind: string, [wanted, ...more]: readonly string[]): { folder: string; name: string } {
  if (wanted === undefined || more.length > 0)
    throw new WrongUsage(`Name one text, in lower-case words joined by hyphens: formwork new ${kind} dog-licence`);
  const folder = path.dirname(wanted);
  const written = path.basename(wanted, `.${kind}`);
  const name = written
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/[^\p{L}\p{N}-]/gu, "");
  if (name !== written || !/^\p{L}[\p{L}\p{N}]*(-[\p{L}\p{N}]+)*$/u.test(name))
    throw new WrongUsage(
      `A name is lower-case words joined by hyphens, and begins with a letter${name === written || name === "" ? "" : `: ${name}`}.`,
    );
  if (!existsSync(folder)) throw new UnreadableText(`There is no folder ${folder}.`);
  return { folder, name };
}

/** dog-licence → Dog licence */
function titleOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

function firstOfNextMonth(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 1)).toISOString().slice(0, 10);
}
