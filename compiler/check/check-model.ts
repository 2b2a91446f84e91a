// Every check of the compiler, run over one model. One file per check; the order here is the order of their codes.
import type { Problem } from "../diagnostics/problem.ts";
import type { Model } from "../model/model.ts";
import { checkWorkedOutNotGiven } from "./examples/worked-out-not-given.ts";
import { checkCalendarWithoutEffect } from "./kinds/calendar-without-effect.ts";
import { checkElseNeedsBrackets } from "./kinds/else-needs-brackets.ts";
import { checkKindsDiffer } from "./kinds/kinds-differ.ts";
import { checkLengthNotFixed } from "./kinds/length-not-fixed.ts";
import { checkLengthsMixed } from "./kinds/lengths-mixed.ts";
import { checkNotInList } from "./kinds/not-in-list.ts";
import { checkSaidDifferently } from "./kinds/said-differently.ts";
import { checkSeveralChoices } from "./kinds/several-choices.ts";
import { checkTwoCurrencies } from "./kinds/two-currencies.ts";
import { checkWorkingDaysWithoutCalendar } from "./kinds/working-days-without-calendar.ts";
import { checkYearsFrom29February } from "./kinds/years-from-29-february.ts";
import { checkAmountStartsLate } from "./logic/amount-starts-late.ts";
import { checkAndOrMixed } from "./logic/and-or-mixed.ts";
import { checkAskedLater } from "./logic/asked-later.ts";
import { checkChainTooLong } from "./logic/chain-too-long.ts";
import { checkCircle } from "./logic/circle.ts";
import { checkIncludesTooMuch } from "./logic/includes-too-much.ts";
import { checkMayBeMissing } from "./logic/may-be-missing.ts";
import { checkProofs } from "./logic/proofs.ts";
import { checkTodayInRule } from "./logic/today-in-rule.ts";
import { mostOfOneCode } from "./most-told.ts";
import { checkBlockSaidTwice } from "./names/block-said-twice.ts";
import { checkLineSaidTwice } from "./names/line-said-twice.ts";
import { checkListItemIsName } from "./names/list-item-is-name.ts";
import { checkNameNotFound } from "./names/name-not-found.ts";
import { checkNameReadAsOne } from "./names/name-read-as-one.ts";
import { checkNameUsedTwice } from "./names/name-used-twice.ts";
import { checkNeededLineMissing } from "./names/needed-line-missing.ts";
import { checkOnlyFillsIn } from "./names/only-fills-in.ts";
import { checkSecondService } from "./names/second-service.ts";
import { checkAdviserElsewhere } from "./people/adviser-elsewhere.ts";
import { checkAdviserSeesTooMuch } from "./people/adviser-sees-too-much.ts";
import { checkAnswerNotForRole } from "./people/answer-not-for-role.ts";
import { checkBreakdownIdentifies } from "./people/breakdown-identifies.ts";
import { checkCategoryNotAsked } from "./people/category-not-asked.ts";
import { checkDeletedBeforeCredentialEnds } from "./people/deleted-before-credential-ends.ts";
import { checkGivenAlready } from "./people/given-already.ts";
import { checkGivenAwayByAsking } from "./people/given-away-by-asking.ts";
import { checkInvitedAtLowLevel } from "./people/invited-at-low-level.ts";
import { checkKeptTooShort } from "./people/kept-too-short.ts";
import { checkKeptWithoutLimit } from "./people/kept-without-limit.ts";
import { checkLevelTooLow } from "./people/level-too-low.ts";
import { checkNeverUsed } from "./people/never-used.ts";
import { checkPrivacySaidTwice } from "./people/privacy-said-twice.ts";
import { checkReadButNotKept } from "./people/read-but-not-kept.ts";
import { checkRefusedByRule } from "./people/refused-by-rule.ts";
import { checkSensitivePassedOn } from "./people/sensitive-passed-on.ts";
import { checkSensitiveWithoutCondition } from "./people/sensitive-without-condition.ts";
import { checkShownToNobody } from "./people/shown-to-nobody.ts";
import { checkSuggestionDecides } from "./people/suggestion-decides.ts";
import { checkAdverseWithoutReason } from "./route/adverse-without-reason.ts";
import { checkCheckLeadsPastOthers } from "./route/check-leads-past-others.ts";
import { checkCheckNeverAnswered } from "./route/check-never-answered.ts";
import { checkConditionNeverChanges } from "./route/condition-never-changes.ts";
import { checkCredentialCannotExist } from "./route/credential-cannot-exist.ts";
import { checkNoWayToAnEnd } from "./route/no-way-to-an-end.ts";
import { checkNobodyCanChoose } from "./route/nobody-can-choose.ts";
import { checkOtherwiseNotLast } from "./route/otherwise-not-last.ts";
import { checkPartsLongerThanWhole } from "./route/parts-longer-than-whole.ts";
import { checkPersonPassedBy } from "./route/person-passed-by.ts";
import { checkReadBeforeCollected } from "./route/read-before-collected.ts";
import { checkRefusedWithoutAppeal } from "./route/refused-without-appeal.ts";
import { checkRightLeadsToNobody } from "./route/right-leads-to-nobody.ts";
import { checkSeparationOfDuties } from "./route/separation-of-duties.ts";
import { checkSkipLeadsNowhere } from "./route/skip-leads-nowhere.ts";
import { checkStageNotReached } from "./route/stage-not-reached.ts";
import { checkStageWithoutDeadline } from "./route/stage-without-deadline.ts";
import { checkStageWithoutWayOut } from "./route/stage-without-way-out.ts";
import { checkResultIsNoValue } from "./tables/result-is-no-value.ts";
import { checkRowHasOtherCells } from "./tables/row-has-other-cells.ts";
import { checkTableHasNoResult } from "./tables/table-has-no-result.ts";
import { checkTables } from "./tables/tables.ts";
import { checkVersions } from "./versions/versions.ts";
import { checkWords } from "./words/words.ts";

type Check = (model: Model) => Problem[];

/** All problems of the meaning. A check looks at the model only, and says each thing once. */
export function checkModel(model: Model): Problem[] {
  const told = new Map<string, number>();
  let leftOut = model.leftOut;
  const found = checks
    .flatMap((check) => check(model))
    .filter(({ code }) => {
      const count = (told.get(code) ?? 0) + 1;
      told.set(code, count);
      if (count > mostOfOneCode) leftOut++;
      return count <= mostOfOneCode;
    });
  const [last] = found.slice(-1);
  if (!last || leftOut === 0) return found;
  const more = `There are ${leftOut} more like those that are told most often: look again once these are mended.`;
  return [...found.slice(0, -1), { ...last, explanation: [...last.explanation, more] }];
}

/** By what they look at, in the order of their codes. */
export const checksBySubject = {
  names: [
    checkNameNotFound,
    checkNameReadAsOne,
    checkNameUsedTwice,
    checkBlockSaidTwice,
    checkLineSaidTwice,
    checkListItemIsName,
    checkSecondService,
    checkOnlyFillsIn,
    checkNeededLineMissing,
  ],
  kinds: [
    checkKindsDiffer,
    checkLengthsMixed,
    checkNotInList,
    checkTwoCurrencies,
    checkElseNeedsBrackets,
    checkLengthNotFixed,
    checkWorkingDaysWithoutCalendar,
    checkYearsFrom29February,
    checkCalendarWithoutEffect,
    checkSeveralChoices,
    checkSaidDifferently,
  ],
  logic: [
    checkAndOrMixed,
    checkMayBeMissing,
    checkAskedLater,
    checkCircle,
    checkChainTooLong,
    checkIncludesTooMuch,
    checkAmountStartsLate,
    checkTodayInRule,
    checkProofs,
  ],
  tables: [checkTables, checkResultIsNoValue, checkTableHasNoResult, checkRowHasOtherCells],
  examples: [checkWorkedOutNotGiven],
  route: [
    checkStageNotReached,
    checkStageWithoutWayOut,
    checkStageWithoutDeadline,
    checkAdverseWithoutReason,
    checkNoWayToAnEnd,
    checkRefusedWithoutAppeal,
    checkSeparationOfDuties,
    checkOtherwiseNotLast,
    checkPersonPassedBy,
    checkSkipLeadsNowhere,
    checkPartsLongerThanWhole,
    checkNobodyCanChoose,
    checkCredentialCannotExist,
    checkRightLeadsToNobody,
    checkReadBeforeCollected,
    checkCheckNeverAnswered,
    checkCheckLeadsPastOthers,
    checkConditionNeverChanges,
  ],
  people: [
    checkSensitiveWithoutCondition,
    checkAnswerNotForRole,
    checkGivenAlready,
    checkNeverUsed,
    checkKeptWithoutLimit,
    checkBreakdownIdentifies,
    checkPrivacySaidTwice,
    checkKeptTooShort,
    checkCategoryNotAsked,
    checkAdviserSeesTooMuch,
    checkSensitivePassedOn,
    checkSuggestionDecides,
    checkRefusedByRule,
    checkAdviserElsewhere,
    checkInvitedAtLowLevel,
    checkShownToNobody,
    checkGivenAwayByAsking,
    checkDeletedBeforeCredentialEnds,
    checkReadButNotKept,
    checkLevelTooLow,
  ],
  versions: [checkVersions],
  words: [checkWords],
} satisfies Readonly<Record<string, readonly Check[]>>;

const checks: readonly Check[] = Object.values(checksBySubject).flat();
