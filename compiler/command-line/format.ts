// `formwork format`: texts in their one canonical form. Says which files were changed; a file is replaced whole or not at all.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatTree } from "../format/format-tree.ts";
import { applyEdits } from "../source/edits.ts";
import { parseTree } from "../syntax/parse.ts";
import type { Line } from "../syntax/tree.ts";
import { mayBeReadOnly } from "./may-be-closed.ts";
import { unknownFlag } from "./options.ts";
import { noFile, readText } from "./read-service.ts";
import { textsNamed } from "./texts-named.ts";
import { UnreadableText, WrongUsage } from "./wrong-usage.ts";

/** Exit code 1 when --check finds a text that is not in canonical form. Nothing is written before every file was read. */
export function format(words: readonly string[]): number {
  const isCheck = words.includes("--check");
  const files = words.filter((word) => word !== "--check");
  const flag = files.find((word) => word.startsWith("-"));
  if (flag !== undefined) throw new WrongUsage(unknownFlag(flag, flag.replace(/^--?/, ""), ["check"]));
  const texts = textsNamed(files, [".service", ".shared", ".words"]).files.map((file) => ({
    file,
    ...formatted(file),
  }));
  const changed = texts.filter(({ isChanged }) => isChanged);
  for (const { file, text } of changed) if (!isCheck) mayBeReadOnly(file, () => replaceFile(file, text));
  for (const { file, isChanged, unread } of texts) {
    const said = !isChanged ? "nothing to change" : isCheck ? "would be changed" : "changed";
    console.log(`${file}: ${said}${unread === 0 ? "" : `; ${leftAlone(unread)}`}`);
  }
  return isCheck && changed.length > 0 ? 1 : 0;
}

function leftAlone(count: number): string {
  return `${count === 1 ? "1 line was" : `${count} lines were`} left alone, formwork check says why`;
}

function formatted(file: string): { text: string; isChanged: boolean; unread: number } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UnreadableText(noFile(file));
  if (!/\.(service|shared|words)$/.test(file))
    throw new UnreadableText(`The name of ${file} does not end with .service, .shared or .words.`);
  const written = readText(file, file);
  const { tree } = parseTree(path.basename(file), written);
  const text = applyEdits(written, formatTree(tree));
  return { text, isChanged: text !== written, unread: countReported(tree.lines) };
}

function countReported(lines: readonly Line[]): number {
  return lines.reduce(
    (count, line) => count + (line.isReported ? 1 : 0) + countReported(line.bullets) + countReported(line.children),
    0,
  );
}

/** Writes beside the file first: a full disk or a crash leaves the author's text as it was. */
function replaceFile(file: string, text: string): void {
  const place = realpathSync(file);
  const beside = path.join(path.dirname(place), `.${path.basename(place)}.formatted`);
  try {
    writeFileSync(beside, text, { mode: statSync(place).mode });
    renameSync(beside, place);
  } finally {
    rmSync(beside, { force: true });
  }
}
