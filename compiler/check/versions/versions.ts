// All checks of libraries, translations and versions, in the order of their codes.
import type { Problem } from "../../diagnostics/problem.ts";
import type { Model } from "../../model/model.ts";
import { checkAltersRunningCases } from "./alters-running-cases.ts";
import { checkBracesDiffer } from "./braces-differ.ts";
import { checkLibrariesConflict } from "./libraries-conflict.ts";
import { checkLibraryChanged } from "./library-changed.ts";
import { checkLibraryCircle } from "./library-circle.ts";
import { checkLibraryNotFound } from "./library-not-found.ts";
import { checkLibraryNotUsed } from "./library-not-used.ts";
import { checkPluralFormsDiffer } from "./plural-forms-differ.ts";
import { checkTranslation } from "./translation-missing-or-stale.ts";
import { checkWordsNotShown } from "./words-not-shown.ts";

export function checkVersions(model: Model): Problem[] {
  return checks.flatMap((check) => check(model));
}

const checks: readonly ((model: Model) => Problem[])[] = [
  checkLibraryNotFound,
  checkTranslation,
  checkAltersRunningCases,
  checkLibraryChanged,
  checkLibrariesConflict,
  checkLibraryCircle,
  checkLibraryNotUsed,
  checkWordsNotShown,
  checkBracesDiffer,
  checkPluralFormsDiffer,
];
