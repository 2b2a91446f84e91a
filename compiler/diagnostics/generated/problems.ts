// Generated from diagnostics/catalogue by `npm run generate`. Do not edit.
import { buildProblem, type More } from "../build-problem.ts";
import type { Problem, Span } from "../problem.ts";

/** One function for each page of the catalogue: where it is, what fills the holes of its words, and what else is known. */
export const problems = {
  /** FW101 Words have no closing quote */
  wordsHaveNoClosingQuote(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW101","slug":"words-have-no-closing-quote","severity":"stop","message":"These words have no closing quote","explanation":["Words that people see start and end with a double quote, on one line."]}, at, args, more);
  },
  /** FW102 A line does not line up */
  lineDoesNotLineUp(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW102","slug":"line-does-not-line-up","severity":"stop","message":"This line does not line up with the lines around it","explanation":[]}, at, args, more);
  },
  /** FW103 A word does not fit where it stands */
  wordDoesNotFit(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW103","slug":"word-does-not-fit","severity":"stop","message":"\"{word}\" does not fit here","explanation":[]}, at, args, more);
  },
  /** FW104 A line starts with a word that is not known here */
  lineStartsWithUnknownWord(at: Span, args: { A: string | number; word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW104","slug":"line-starts-with-unknown-word","severity":"stop","message":"{A} cannot have a line that starts with \"{word}\"","explanation":[]}, at, args, more);
  },
  /** FW105 A line stands in the wrong place */
  lineStandsInWrongPlace(at: Span, args: { word: string | number; belongs: string | number; where: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW105","slug":"line-stands-in-wrong-place","severity":"stop","message":"\"{word}\" belongs {belongs}, but this one is {where}","explanation":[]}, at, args, more);
  },
  /** FW106 Symbols compare */
  symbolsCompare(at: Span, args: { purpose: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW106","slug":"symbols-compare","severity":"stop","message":"Use words to {purpose}, not symbols","explanation":[]}, at, args, more);
  },
  /** FW107 A name has spaces */
  nameHasSpaces(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW107","slug":"name-has-spaces","severity":"stop","message":"A name is one word, or words joined with hyphens","explanation":[]}, at, args, more);
  },
  /** FW108 Something follows a line that is complete */
  lineIsTooLong(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW108","slug":"line-is-too-long","severity":"stop","message":"This line is complete before \"{word}\"","explanation":[]}, at, args, more);
  },
  /** FW109 A line is not finished */
  lineIsNotFinished(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW109","slug":"line-is-not-finished","severity":"stop","message":"This line is not finished","explanation":[]}, at, args, more);
  },
  /** FW110 A date reads two ways */
  dateReadsTwoWays(at: Span, args: { date: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW110","slug":"date-reads-two-ways","severity":"stop","message":"{date} can be read two ways","explanation":[]}, at, args, more);
  },
  /** FW111 A comma stands where a decimal point belongs */
  commaInNumber(at: Span, args: { number: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW111","slug":"comma-in-number","severity":"stop","message":"{number} has a comma where the decimal point belongs","explanation":["A comma separates thousands, or the members of a list. Parts of a whole number follow a point."]}, at, args, more);
  },
  /** FW112 Tabs and spaces are mixed */
  tabsAndSpacesMixed(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW112","slug":"tabs-and-spaces-mixed","severity":"tip","message":"Some lines start with tabs, others with spaces","explanation":["A tab counts as two columns here; in another editor it may look wider, and the lines no longer seem to line up."]}, at, args, more);
  },
  /** FW113 A text is nested too deep */
  lineIsTooDeep(at: Span, args: { limit: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW113","slug":"line-is-too-deep","severity":"stop","message":"This is nested too deep to be read","explanation":["{limit}"]}, at, args, more);
  },
  /** FW114 A day or a time does not exist */
  dayDoesNotExist(at: Span, args: { date: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW114","slug":"day-does-not-exist","severity":"stop","message":"There is no {date} in the calendar","explanation":[]}, at, args, more);
  },
  /** FW115 A name starts with a digit */
  nameStartsWithDigit(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW115","slug":"name-starts-with-digit","severity":"stop","message":"\"{name}\" cannot be a name: a name starts with a letter","explanation":["What people see may start with a digit: the words in quotes stay as they are."]}, at, args, more);
  },
  /** FW116 True and false are yes and no */
  yesAndNoOnly(at: Span, args: { word: string | number; meant: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW116","slug":"yes-and-no-only","severity":"stop","message":"\"{word}\" is written \"{meant}\" here","explanation":[]}, at, args, more);
  },
  /** FW117 Words have no opening quote */
  wordsHaveNoOpeningQuote(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW117","slug":"words-have-no-opening-quote","severity":"stop","message":"These words have no opening quote","explanation":["Words that people see start and end with a double quote, on one line."]}, at, args, more);
  },
  /** FW118 A value is written otherwise */
  writtenOtherwise(at: Span, args: { written: string | number; meant: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW118","slug":"written-otherwise","severity":"stop","message":"\"{written}\" is written \"{meant}\" here","explanation":[]}, at, args, more);
  },
  /** FW119 Two lines stand the wrong way round */
  linesTheWrongWayRound(at: Span, args: { upper: string | number; lower: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW119","slug":"lines-the-wrong-way-round","severity":"stop","message":"The lines  {upper}  and  {lower}  stand the wrong way round","explanation":[]}, at, args, more);
  },
  /** FW120 The line above is missing */
  lineAboveIsMissing(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW120","slug":"line-above-is-missing","severity":"stop","message":"The line that \"{word}\" belongs to is missing","explanation":[]}, at, args, more);
  },
  /** FW201 A name is not found */
  nameNotFound(at: Span, args: { nothing: string | number; name: string | number; where: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW201","slug":"name-not-found","severity":"stop","message":"There is {nothing} called \"{name}\"{where}","explanation":[]}, at, args, more);
  },
  /** FW202 One name stands for two things */
  nameUsedTwice(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW202","slug":"name-used-twice","severity":"stop","message":"\"{name}\" is used twice","explanation":[]}, at, args, more);
  },
  /** FW203 A minus sign without spaces is read as part of a name */
  nameIsReadAsOne(at: Span, args: { name: string | number; second: string | number; first: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW203","slug":"name-is-read-as-one","severity":"stop","message":"\"{name}\" is read as one name","explanation":["To take {second} away from {first}, put a space on each side of the minus sign."]}, at, args, more);
  },
  /** FW204 A name is a word of the language */
  nameIsReserved(at: Span, args: { word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW204","slug":"name-is-reserved","severity":"stop","message":"\"{word}\" is a word of the language, so nothing can be called that","explanation":["Only a few words cannot be names: those that can follow a value in a rule, such as is, of, when and count."]}, at, args, more);
  },
  /** FW205 A choice and a name are the same word */
  listItemIsName(at: Span, args: { name: string | number; list: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW205","slug":"list-item-is-name","severity":"stop","message":"\"{name}\" is one of the {list}, and a name as well","explanation":[]}, at, args, more);
  },
  /** FW206 A service text has no service line */
  noServiceLine(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW206","slug":"no-service-line","severity":"stop","message":"This text does not say which service it is","explanation":[]}, at, args, more);
  },
  /** FW207 A block lacks a line it needs */
  neededLineMissing(at: Span, args: { A: string | number; word: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW207","slug":"needed-line-missing","severity":"stop","message":"{A} needs a line that starts with \"{word}\"","explanation":[]}, at, args, more);
  },
  /** FW208 A text has two service lines */
  secondService(at: Span, args: { first: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW208","slug":"second-service","severity":"stop","message":"This text is about {first} already","explanation":[]}, at, args, more);
  },
  /** FW209 What somebody said last time is read as an answer */
  onlyFillsIn(at: Span, args: { name: string | number; what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW209","slug":"only-fills-in","severity":"stop","message":"{name} can only fill in {what}","explanation":[]}, at, args, more);
  },
  /** FW210 A block stands twice */
  blockSaidTwice(at: Span, args: { block: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW210","slug":"block-said-twice","severity":"stop","message":"This text has a {block} block already","explanation":[]}, at, args, more);
  },
  /** FW211 A line stands twice */
  lineSaidTwice(at: Span, args: { words: string | number; above: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW211","slug":"line-said-twice","severity":"stop","message":"\"{words}\" stands twice below {above}, and only one of them can count","explanation":[]}, at, args, more);
  },
  /** FW301 Two values of different kinds */
  kindsDiffer(at: Span, args: { left: string | number; leftKind: string | number; right: string | number; rightKind: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW301","slug":"kinds-differ","severity":"stop","message":"{left} is {leftKind}, and {right} is {rightKind}","explanation":[]}, at, args, more);
  },
  /** FW302 A word is not one of the choices */
  notInList(at: Span, args: { value: string | number; list: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW302","slug":"not-in-list","severity":"stop","message":"\"{value}\" is not one of the {list}","explanation":[]}, at, args, more);
  },
  /** FW303 Month and day lengths mixed */
  lengthsMixed(at: Span, args: { left: string | number; leftMeasure: string | number; right: string | number; rightMeasure: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW303","slug":"lengths-mixed","severity":"stop","message":"{left} is counted in {leftMeasure}, and {right} in {rightMeasure}","explanation":[]}, at, args, more);
  },
  /** FW304 Two currencies in one service */
  twoCurrencies(at: Span, args: { first: string | number; currency: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW304","slug":"two-currencies","severity":"stop","message":"This service counts in {first}, and this amount is in {currency}","explanation":["A service counts in one currency. Say this amount in {first} too."]}, at, args, more);
  },
  /** FW305 Working days without a calendar */
  workingDaysWithoutCalendar(at: Span, args: { words: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW305","slug":"working-days-without-calendar","severity":"stop","message":"\"{words}\" needs a calendar","explanation":["Working days depend on weekends and public holidays, and this route does not say which."]}, at, args, more);
  },
  /** FW306 "else" beside another sign */
  elseNeedsBrackets(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW306","slug":"else-needs-brackets","severity":"stop","message":"It is not clear how far \"else\" reaches","explanation":[]}, at, args, more);
  },
  /** FW307 An answer with several choices is compared with one */
  severalChoices(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW307","slug":"several-choices","severity":"stop","message":"{name} can hold several choices, so say \"includes\"","explanation":[]}, at, args, more);
  },
  /** FW308 A wording that is said differently here */
  saidDifferently(at: Span, args: { written: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW308","slug":"said-differently","severity":"stop","message":"\"{written}\" is said differently","explanation":[]}, at, args, more);
  },
  /** FW309 A length of time that changes */
  lengthNotFixed(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW309","slug":"length-not-fixed","severity":"stop","message":"{name} is not one fixed length of time","explanation":["A deadline is promised before there is a case, so its length has to be the same for every case and on every day."]}, at, args, more);
  },
  /** FW310 Years from 29 February end on another day */
  yearsFrom29February(at: Span, args: { written: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW310","slug":"years-from-29-february","severity":"stop","message":"\"{written}\" does not fit here: years from 29 February end on 28 February or on 1 March","explanation":[]}, at, args, more);
  },
  /** FW311 A calendar says where years end, and nothing counts by it */
  calendarWithoutEffect(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW311","slug":"calendar-without-effect","severity":"check","message":"Nothing counts by the calendar \"{name}\", so where it lets years and months end has no effect","explanation":[]}, at, args, more);
  },
  /** FW401 "And" and "or" on one line */
  andOrMixed(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW401","slug":"and-or-mixed","severity":"stop","message":"\"and\" and \"or\" together can be read two ways","explanation":[]}, at, args, more);
  },
  /** FW402 Between does not say if the ends are included */
  betweenIsUnclear(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW402","slug":"between-is-unclear","severity":"stop","message":"\"between\" does not say if the ends are included","explanation":[]}, at, args, more);
  },
  /** FW403 A value may be missing where it is needed */
  mayBeMissing(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW403","slug":"may-be-missing","severity":"stop","message":"{name} may not have an answer here","explanation":[]}, at, args, more);
  },
  /** FW404 A question depends on a later answer */
  askedLater(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW404","slug":"asked-later","severity":"stop","message":"This depends on an answer that comes later","explanation":[]}, at, args, more);
  },
  /** FW405 Something can never be reached */
  neverReached(at: Span, args: { thing: string | number; happen: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW405","slug":"never-reached","severity":"check","message":"{thing} can never {happen}","explanation":[]}, at, args, more);
  },
  /** FW406 Calculations need each other */
  circle(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW406","slug":"circle","severity":"stop","message":"{name} goes round in a circle","explanation":[]}, at, args, more);
  },
  /** FW407 Two exceptions can both apply and differ */
  exceptionsDiffer(at: Span, args: { others: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW407","slug":"exceptions-differ","severity":"check","message":"This exception and {others} can both apply, with different results","explanation":[]}, at, args, more);
  },
  /** FW408 A rule depends on the day it runs */
  todayInRule(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW408","slug":"today-in-rule","severity":"check","message":"{name} changes from day to day, also while a case waits","explanation":[]}, at, args, more);
  },
  /** FW409 Two rows can be one */
  rowsAsOne(at: Span, args: { line: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW409","slug":"rows-as-one","severity":"tip","message":"This row and the one on line {line} can be one","explanation":[]}, at, args, more);
  },
  /** FW411 No row of a table fits some answers */
  tableGap(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW411","slug":"table-gap","severity":"stop","message":"No row in this table fits some answers","explanation":[]}, at, args, more);
  },
  /** FW412 Two rows fit the same answers */
  rowsDiffer(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW412","slug":"rows-differ","severity":"stop","message":"Two rows fit the same answers and give different results","explanation":[]}, at, args, more);
  },
  /** FW413 A row can never be used */
  rowNeverUsed(at: Span, args: Readonly<Record<string, never>>, more: More = {}): Problem {
    return buildProblem({"code":"FW413","slug":"row-never-used","severity":"check","message":"This row can never be used","explanation":[]}, at, args, more);
  },
  /** FW414 A condition is always yes */
  alwaysYes(at: Span, args: { condition: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW414","slug":"always-yes","severity":"tip","message":"\"{condition}\" is always yes here","explanation":[]}, at, args, more);
  },
  /** FW415 A proof did not come to an end */
  notDecided(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW415","slug":"not-decided","severity":"tip","message":"It could not be decided {what}","explanation":[]}, at, args, more);
  },
  /** FW416 Nobody can continue */
  nobodyCanContinue(at: Span, args: { reason: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW416","slug":"nobody-can-continue","severity":"stop","message":"{reason}","explanation":[]}, at, args, more);
  },
  /** FW418 A row does not have the cells of its heading */
  rowHasOtherCells(at: Span, args: { cells: string | number; wanted: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW418","slug":"row-has-other-cells","severity":"stop","message":"This row has {cells}, and the heading has {wanted}","explanation":[]}, at, args, more);
  },
  /** FW419 A table has no result */
  tableHasNoResult(at: Span, args: { table: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW419","slug":"table-has-no-result","severity":"stop","message":"The table {table} has no result","explanation":[]}, at, args, more);
  },
  /** FW420 A value is not exact */
  resultIsNoValue(at: Span, args: { written: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW420","slug":"result-is-no-value","severity":"stop","message":"\"{written}\" is not one value","explanation":["Write one value, for example  £60,  or a name."]}, at, args, more);
  },
  /** FW421 An amount starts after the version */
  amountStartsLate(at: Span, args: { name: string | number; first: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW421","slug":"amount-starts-late","severity":"check","message":"{name} has no value before {first}","explanation":[]}, at, args, more);
  },
  /** FW422 Some people cannot continue */
  someCannotContinue(at: Span, args: { reason: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW422","slug":"some-cannot-continue","severity":"check","message":"{reason}","explanation":[]}, at, args, more);
  },
  /** FW501 A stage or outcome that no case reaches */
  stageNotReached(at: Span, args: { what: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW501","slug":"stage-not-reached","severity":"check","message":"No case can reach {what} {name}","explanation":["Let a line lead there with  go to {name},  or take the {what} out."]}, at, args, more);
  },
  /** FW502 A case without an end */
  noWayToAnEnd(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW502","slug":"no-way-to-an-end","severity":"stop","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW503 A case can get stuck */
  stageWithoutWayOut(at: Span, args: { stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW503","slug":"stage-without-way-out","severity":"stop","message":"A case can get stuck in stage {stage}","explanation":[]}, at, args, more);
  },
  /** FW504 People wait without knowing how long */
  stageWithoutDeadline(at: Span, args: { by: string | number; stage: string | number; done: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW504","slug":"stage-without-deadline","severity":"check","message":"Nothing says {by} stage {stage} {done}","explanation":[]}, at, args, more);
  },
  /** FW505 A decision against someone needs a reason */
  adverseWithoutReason(at: Span, args: { action: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW505","slug":"adverse-without-reason","severity":"stop","message":"\"{action}\" goes against the applicant, so it needs a reason","explanation":[]}, at, args, more);
  },
  /** FW506 A refusal that nobody can question */
  refusedWithoutAppeal(at: Span, args: { outcome: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW506","slug":"refused-without-appeal","severity":"check","message":"Outcome {outcome} turns people down, and no line lets them ask for another look","explanation":["Add below the outcome:  applicant can appeal within 28 days then go to …,  a stage where somebody else decides."]}, at, args, more);
  },
  /** FW507 Stages lead to each other without end */
  circleWithoutDeadline(at: Span, args: { stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW507","slug":"circle-without-deadline","severity":"stop","message":"A case can go round from stage {stage} without end","explanation":[]}, at, args, more);
  },
  /** FW508 Who may not work on a case twice */
  separationOfDuties(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW508","slug":"separation-of-duties","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW509 A way that no case can take */
  wayNeverTaken(at: Span, args: { to: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW509","slug":"way-never-taken","severity":"stop","message":"No case can take this way to {to}","explanation":[]}, at, args, more);
  },
  /** FW510 Two ways are open at once */
  twoWaysBothYes(at: Span, args: { line: string | number; to: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW510","slug":"two-ways-both-yes","severity":"tip","message":"This condition and the one on line {line} can both be yes; then the case goes to {to}","explanation":[]}, at, args, more);
  },
  /** FW511 A line for everything else stands too early */
  otherwiseNotLast(at: Span, args: { line: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW511","slug":"otherwise-not-last","severity":"stop","message":"\"{line}\" stands above a condition that is tried before it","explanation":[]}, at, args, more);
  },
  /** FW512 A line passes the people of a stage by */
  personPassedBy(at: Span, args: { stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW512","slug":"person-passed-by","severity":"stop","message":"This line would lead out of stage {stage} before anybody has worked there","explanation":[]}, at, args, more);
  },
  /** FW513 A skipped stage leads nowhere */
  skipLeadsNowhere(at: Span, args: { stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW513","slug":"skip-leads-nowhere","severity":"stop","message":"When stage {stage} is skipped, it is not clear where the case goes","explanation":[]}, at, args, more);
  },
  /** FW514 The parts take longer than the whole */
  partsLongerThanWhole(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW514","slug":"parts-longer-than-whole","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW515 An action that is offered to nobody */
  nobodyCanChoose(at: Span, args: { action: string | number; stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW515","slug":"nobody-can-choose","severity":"stop","message":"Nobody can choose {action}: no people work in stage {stage}","explanation":["Say who works there, with  by  and a role behind the words of the stage, or let the line  when … go to  decide."]}, at, args, more);
  },
  /** FW516 A credential that cannot exist */
  credentialCannotExist(at: Span, args: { credential: string | number; does: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW516","slug":"credential-cannot-exist","severity":"stop","message":"There is no {credential} to {does} here","explanation":[]}, at, args, more);
  },
  /** FW517 A right that leads to nobody */
  rightLeadsToNobody(at: Span, args: { right: string | number; where: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW517","slug":"right-leads-to-nobody","severity":"stop","message":"{right} leads to nobody: {where}","explanation":["Let it lead to a stage where people work, with  by  and a role."]}, at, args, more);
  },
  /** FW518 Something is read before it can be there */
  readBeforeCollected(at: Span, args: { what: string | number; place: string | number; said: string | number; who: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW518","slug":"read-before-collected","severity":"check","message":"{what} {place} reads {said}, and {who} has it by then","explanation":["Read it in a stage that comes after, or get it earlier."]}, at, args, more);
  },
  /** FW519 A check that may never be answered */
  checkNeverAnswered(at: Span, args: { check: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW519","slug":"check-never-answered","severity":"check","message":"Check {check} may never be answered","explanation":[]}, at, args, more);
  },
  /** FW520 A late check ends the others */
  checkLeadsPastOthers(at: Span, args: { check: string | number; others: string | number; place: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW520","slug":"check-leads-past-others","severity":"check","message":"When {check} is late, what comes of {others} is lost, and stage {place} reads it","explanation":[]}, at, args, more);
  },
  /** FW521 A condition that never changes */
  conditionNeverChanges(at: Span, args: { credential: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW521","slug":"condition-never-changes","severity":"check","message":"This cannot become true after {credential} is issued: nothing in it can change","explanation":[]}, at, args, more);
  },
  /** FW601 A sensitive answer has no law behind it */
  sensitiveWithoutCondition(at: Span, args: { name: string | number; kind: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW601","slug":"sensitive-without-condition","severity":"stop","message":"{name} is sensitive ({kind}), and privacy does not say under which law it may be asked","explanation":["The law stands below privacy:  special category {kind} under \"…\""]}, at, args, more);
  },
  /** FW602 Somebody is shown an answer that is kept from them */
  answerNotForRole(at: Span, args: { role: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW602","slug":"answer-not-for-role","severity":"stop","message":"{role} may not see {name}","explanation":[]}, at, args, more);
  },
  /** FW603 Something is asked for that is known already */
  givenAlready(at: Span, args: { name: string | number; source: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW603","slug":"given-already","severity":"check","message":"{name} asks for what {source} gives already","explanation":[]}, at, args, more);
  },
  /** FW604 Something is collected and never used */
  neverUsed(at: Span, args: { name: string | number; collected: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW604","slug":"never-used","severity":"check","message":"{name} is {collected}, and nothing in this service uses it","explanation":[]}, at, args, more);
  },
  /** FW605 Answers are kept without a limit */
  keptWithoutLimit(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW605","slug":"kept-without-limit","severity":"check","message":"Nothing says how long {what} may be kept","explanation":["For example:  keep answers for 2 years after decision"]}, at, args, more);
  },
  /** FW606 A published count could say something about one person */
  breakdownIdentifies(at: Span, args: { by: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW606","slug":"breakdown-identifies","severity":"stop","message":"A published count {by} could say something about one person","explanation":[]}, at, args, more);
  },
  /** FW607 Two lines say the same about people's data */
  privacySaidTwice(at: Span, args: { what: string | number; line: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW607","slug":"privacy-said-twice","severity":"stop","message":"{what} is said on line {line} already","explanation":[]}, at, args, more);
  },
  /** FW608 Answers are deleted while people can still ask for another look */
  keptTooShort(at: Span, args: { kept: string | number; right: string | number; outcome: string | number; window: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW608","slug":"kept-too-short","severity":"check","message":"{kept} after the decision is shorter than the time to {right}, so the answers may be gone when they are needed","explanation":["After outcome {outcome} people can {right} within {window}."]}, at, args, more);
  },
  /** FW609 A law is named for sensitive answers that nobody is asked for */
  categoryNotAsked(at: Span, args: { kind: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW609","slug":"category-not-asked","severity":"check","message":"Nothing in this service asks for answers about {kind}","explanation":[]}, at, args, more);
  },
  /** FW611 An AI adviser reads what it must not see */
  adviserSeesTooMuch(at: Span, args: { adviser: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW611","slug":"adviser-sees-too-much","severity":"stop","message":"{adviser} reads {name}, which is kept from it","explanation":[]}, at, args, more);
  },
  /** FW612 An AI suggestion decides */
  suggestionDecides(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW612","slug":"suggestion-decides","severity":"stop","message":"An AI suggestion cannot decide {what}","explanation":["A person must see the advice, decide, and give a reason."]}, at, args, more);
  },
  /** FW613 A case is turned down by a rule alone */
  refusedByRule(at: Span, args: { to: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW613","slug":"refused-by-rule","severity":"stop","message":"No person decides that a case goes to {to}","explanation":[]}, at, args, more);
  },
  /** FW614 An AI adviser and its stage do not name each other */
  adviserElsewhere(at: Span, args: { adviser: string | number; stage: string | number; but: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW614","slug":"adviser-elsewhere","severity":"check","message":"{adviser} is declared for stage {stage}, but {but}","explanation":[]}, at, args, more);
  },
  /** FW615 An answer that is not kept is needed later */
  readButNotKept(at: Span, args: { name: string | number; where: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW615","slug":"read-but-not-kept","severity":"stop","message":"{name} is not kept, and is needed after sending: {where}","explanation":["An answer with `do not keep` is used while the form is filled in, and is not sent with it."]}, at, args, more);
  },
  /** FW616 Somebody who is let in easily is shown a sensitive answer */
  invitedAtLowLevel(at: Span, args: { invited: string | number; level: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW616","slug":"invited-at-low-level","severity":"check","message":"{invited} is let in {level}, and is shown {name}","explanation":[]}, at, args, more);
  },
  /** FW617 Answers are shown where nobody works */
  shownToNobody(at: Span, args: { stage: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW617","slug":"shown-to-nobody","severity":"tip","message":"Nobody works in stage {stage}, so nobody sees what it shows","explanation":[]}, at, args, more);
  },
  /** FW618 A question gives away an answer that is kept from somebody */
  givenAwayByAsking(at: Span, args: { shown: string | number; name: string | number; role: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW618","slug":"given-away-by-asking","severity":"check","message":"{shown} gives {name} away to {role}, who may not see it","explanation":[]}, at, args, more);
  },
  /** FW619 Answers are deleted before a credential ends */
  deletedBeforeCredentialEnds(at: Span, args: { kept: string | number; when: string | number; credential: string | number; need: string | number; why: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW619","slug":"deleted-before-credential-ends","severity":"check","message":"Answers are deleted {kept} after {when}, while {credential} may still {need}","explanation":["{why}"]}, at, args, more);
  },
  /** FW620 A sensitive answer goes further than the text says it may */
  sensitivePassedOn(at: Span, args: { name: string | number; kind: string | number; how: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW620","slug":"sensitive-passed-on","severity":"check","message":"{name} is sensitive ({kind}), and {how}","explanation":[]}, at, args, more);
  },
  /** FW701 An example does not come out as expected */
  exampleFails(at: Span, args: { title: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW701","slug":"example-fails","severity":"stop","message":"Example \"{title}\" does not come out as expected","explanation":[]}, at, args, more);
  },
  /** FW702 No example reaches a part of the service */
  outcomeWithoutExample(at: Span, args: { reaches: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW702","slug":"outcome-without-example","severity":"check","message":"No example {reaches}","explanation":[]}, at, args, more);
  },
  /** FW703 No example takes a row, an exception or a way */
  partWithoutExample(at: Span, args: { reaches: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW703","slug":"part-without-example","severity":"tip","message":"No example {reaches}","explanation":[]}, at, args, more);
  },
  /** FW704 An example gives what is worked out */
  workedOutNotGiven(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW704","slug":"worked-out-not-given","severity":"stop","message":"{name} is worked out, so it cannot be given","explanation":[]}, at, args, more);
  },
  /** FW705 An example gives an answer that is refused */
  answerRefused(at: Span, args: { title: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW705","slug":"answer-refused","severity":"stop","message":"Example \"{title}\" gives {name} an answer that is refused","explanation":[]}, at, args, more);
  },
  /** FW706 An example answers what is not asked */
  answerNotAsked(at: Span, args: { title: string | number; name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW706","slug":"answer-not-asked","severity":"tip","message":"Example \"{title}\" answers {name}, and {name} is not asked there","explanation":[]}, at, args, more);
  },
  /** FW801 A library, its version or a thing in it is not there */
  libraryNotFound(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW801","slug":"library-not-found","severity":"stop","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW802 A translation is missing or out of date */
  translationMissingOrStale(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW802","slug":"translation-missing-or-stale","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW803 A change would alter cases that are running */
  altersRunningCases(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW803","slug":"alters-running-cases","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW804 The sign-in does not supply this */
  levelTooLow(at: Span, args: { name: string | number; needs: string | number; but: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW804","slug":"level-too-low","severity":"stop","message":"{name} needs sign-in at level {needs}, and {but}","explanation":[]}, at, args, more);
  },
  /** FW805 A library changed without a new version number */
  libraryChanged(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW805","slug":"library-changed","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW806 One library is used in two versions */
  librariesConflict(at: Span, args: { library: string | number; one: string | number; two: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW806","slug":"libraries-conflict","severity":"stop","message":"{library} is used in version {one} and in version {two}","explanation":[]}, at, args, more);
  },
  /** FW807 Libraries use each other in a circle */
  libraryCircle(at: Span, args: { library: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW807","slug":"library-circle","severity":"stop","message":"{library} uses itself, through the libraries that it uses","explanation":[]}, at, args, more);
  },
  /** FW808 Something is taken from a library and not used */
  libraryNotUsed(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW808","slug":"library-not-used","severity":"tip","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW809 A words file has words for something that is not there */
  wordsNotShown(at: Span, args: { text: string | number; line: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW809","slug":"words-not-shown","severity":"tip","message":"{text} has no words at  {line}: these are never shown","explanation":[]}, at, args, more);
  },
  /** FW810 A translation fills in other values than the words it was made from */
  bracesDiffer(at: Span, args: { language: string | number; line: string | number; what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW810","slug":"braces-differ","severity":"check","message":"The {language} for {line} {what}","explanation":[]}, at, args, more);
  },
  /** FW811 Forms for numbers do not fit the language */
  pluralFormsDiffer(at: Span, args: { what: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW811","slug":"plural-forms-differ","severity":"check","message":"{what}","explanation":[]}, at, args, more);
  },
  /** FW812 A sentence is long */
  sentenceTooLong(at: Span, args: { count: string | number; start: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW812","slug":"sentence-too-long","severity":"tip","message":"This sentence has {count} words:  {start} …","explanation":["Make two or three sentences of it."]}, at, args, more);
  },
  /** FW813 A passage is hard to read */
  hardToRead(at: Span, args: { line: string | number; years: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW813","slug":"hard-to-read","severity":"tip","message":"The words for {line} ask for {years} years of school","explanation":["Write shorter sentences, and everyday words for the rare ones."]}, at, args, more);
  },
  /** FW814 Two questions of one section, or two choices, have the same words */
  sameLabelTwice(at: Span, args: { name: string | number; number: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW814","slug":"same-label-twice","severity":"tip","message":"{name} on line {number} has the same words","explanation":["Say in the words what makes the two different."]}, at, args, more);
  },
  /** FW815 An answer has a form, and nothing shows it */
  hintMissing(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW815","slug":"hint-missing","severity":"tip","message":"{name} has to be written in a certain form, and no hint shows it","explanation":[]}, at, args, more);
  },
  /** FW816 A limit has no words of its own */
  ownWordsMissing(at: Span, args: { name: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW816","slug":"own-words-missing","severity":"tip","message":"What is told when this limit of {name} is broken does not say what to do instead","explanation":[]}, at, args, more);
  },
  /** FW817 The end of a licence is not said in words for people */
  conditionNotSaid(at: Span, args: { credential: string | number }, more: More = {}): Problem {
    return buildProblem({"code":"FW817","slug":"condition-not-said","severity":"tip","message":"Whoever holds {credential} reads this condition as it stands here, in every language","explanation":["For example:  … say \"Your vehicle is not taxed.\""]}, at, args, more);
  },
};
