// Every check of the compiler, run over one model. One file per check; the order here is the order of their codes.
import type { Problem } from "../diagnostics/problem.ts";
import type { Model } from "../model/model.ts";
import { checkKindsDiffer } from "./kinds/kinds-differ.ts";
import { checkNotInList } from "./kinds/not-in-list.ts";
import { checkSeveralChoices } from "./kinds/several-choices.ts";
import { checkTwoCurrencies } from "./kinds/two-currencies.ts";
import { checkWorkingDaysWithoutCalendar } from "./kinds/working-days-without-calendar.ts";
import { checkAndOrMixed } from "./logic/and-or-mixed.ts";
import { checkAskedLater } from "./logic/asked-later.ts";
import { checkCircle } from "./logic/circle.ts";
import { checkMayBeMissing } from "./logic/may-be-missing.ts";
import { checkProofs } from "./logic/proofs.ts";
import { checkNameNotFound } from "./names/name-not-found.ts";
import { checkNameReadAsOne } from "./names/name-read-as-one.ts";
import { checkNameUsedTwice } from "./names/name-used-twice.ts";
import { checkNeededLineMissing } from "./names/needed-line-missing.ts";
import { checkSecondService } from "./names/second-service.ts";
import { checkLevelTooLow } from "./people/level-too-low.ts";
import { checkReadButNotKept } from "./people/read-but-not-kept.ts";
import { checkAdverseWithoutReason } from "./route/adverse-without-reason.ts";
import { checkCircleWithoutDeadline } from "./route/circle-without-deadline.ts";
import { checkStageNotReached } from "./route/stage-not-reached.ts";
import { checkStageWithoutDeadline } from "./route/stage-without-deadline.ts";
import { checkStageWithoutWayOut } from "./route/stage-without-way-out.ts";
import { checkTables } from "./tables/tables.ts";
import { checkLibraryNotFound } from "./versions/library-not-found.ts";
import { checkNoEffectYet } from "./versions/no-effect-yet.ts";
import { checkTranslation } from "./versions/translation-missing-or-stale.ts";

/** All problems of the meaning. A check looks at the model only, and says each thing once. */
export function checkModel(model: Model): Problem[] {
  return checks.flatMap((check) => check(model));
}

const checks: readonly ((model: Model) => Problem[])[] = [
  checkNameNotFound,
  checkNameReadAsOne,
  checkNameUsedTwice,
  checkSecondService,
  checkNeededLineMissing,
  checkKindsDiffer,
  checkNotInList,
  checkTwoCurrencies,
  checkWorkingDaysWithoutCalendar,
  checkSeveralChoices,
  checkAndOrMixed,
  checkMayBeMissing,
  checkAskedLater,
  checkCircle,
  checkProofs,
  checkTables,
  checkStageNotReached,
  checkStageWithoutWayOut,
  checkStageWithoutDeadline,
  checkAdverseWithoutReason,
  checkCircleWithoutDeadline,
  checkLibraryNotFound,
  checkTranslation,
  checkReadButNotKept,
  checkLevelTooLow,
  checkNoEffectYet,
];
