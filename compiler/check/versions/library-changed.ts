// FW805: the text of a library is another one than when this version was first used, and its number is the same.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import { fingerprintOf, lockedName, lockFileBeside, readLibraryLock } from "../../locks/library-lock.ts";
import { nameAfter } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { asTyped } from "../../source/as-typed.ts";

export function checkLibraryChanged(model: Model): Problem[] {
  const file = lockFileBeside(model.tree.file);
  const text = model.locks.get(file);
  if (text === undefined) return [];
  const lock = readLibraryLock(text);
  const command = `formwork lock ${asTyped(fileName(model.tree.file))}`;
  const [first] = model.libraries;
  if (!lock) {
    if (!first) return [];
    const what = "formwork.lock cannot be read, so nobody can tell whether the libraries changed";
    const explanation = ["Look at it when two versions of it were merged, or write it anew:", command];
    return [
      problems.libraryChanged(nameAfter(first.usedAt, "from")?.span ?? first.usedAt.span, { what }, { explanation }),
    ];
  }
  return model.libraries.flatMap((library) => {
    const noted = lock.get(lockedName(library));
    const now = fingerprintOf(library.tree);
    if (noted === undefined || noted === now) return [];
    const at = nameAfter(library.usedAt, "from")?.span ?? library.usedAt.span;
    const what = `The text of ${library.name} version ${library.version} changed, and its version number did not`;
    const explanation = [
      "Whoever keeps the library gives a changed text a new version number. Until then, put the earlier text back.",
      "When the change is known and meant for this service, note it:",
      command,
    ];
    const start = text.indexOf(noted);
    const fixes = [
      {
        title: `note the text of ${library.name} as it is now in formwork.lock`,
        edits: [{ span: { file, start, end: start + noted.length }, text: now }],
      },
    ];
    return [problems.libraryChanged(at, { what }, { explanation, fixes })];
  });
}

function fileName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
