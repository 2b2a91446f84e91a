// The functions that emitted JSONata rules call, written in JSONata itself, so that any tool that runs JSONata can run the rules
// without a line of JavaScript. Each means the same as the function of its name in compiler/support; tests hold the two together.

/** One function of the library: its text, and the other functions that it calls. */
export interface LibraryFunction {
  readonly text: string;
  readonly uses: readonly string[];
}

/** All functions by name, without the $ before it. */
export const library: Readonly<Record<string, LibraryFunction>> = {
  // $string writes at most 15 digits, which takes away what binary fractions add at the end: 0.1 + 0.2 becomes 0.3.
  tidy: { uses: [], text: "function($n) { $exists($n) ? $number($string($n)) }" },
  orElse: { uses: [], text: "function($value, $other) { $exists($value) ? $value : $other }" },
  wholeCoins: { uses: ["tidy"], text: "function($n) { $exists($n) ? $floor($tidy($n) + 0.5) }" },
  dividedBy: { uses: ["tidy"], text: "function($n, $by) { $by != 0 ? $tidy($n / $by) }" },
  percentOf: { uses: ["tidy"], text: "function($percent, $amount) { $tidy($percent * $amount / 100) }" },
  roundTo: {
    uses: ["tidy"],
    text:
      "function($n, $mode, $step) { $step > 0 and $exists($n) ? ( $steps := $tidy($n / $step); " +
      '$tidy($step * ($mode = "up" ? $ceil($steps) : $mode = "down" ? $floor($steps) : $floor($steps + 0.5))) ) }',
  },
  lengthSize: {
    uses: [],
    text:
      "function($length) { $lookup({ " +
      '"minutes": ["clock", 1], "hours": ["clock", 60], "days": ["days", 1], "weeks": ["days", 7], ' +
      '"working-days": ["working days", 1], "months": ["months", 1], "years": ["months", 12] }, $length.unit) }',
  },
  // Months and days have no common measure: then there is no order.
  order: {
    uses: ["lengthSize"],
    text:
      'function($left, $right) { $exists($left) and $exists($right) ? ( $type($left) = "object" ? ( ' +
      "$one := $lengthSize($left); $other := $lengthSize($right); " +
      "$one[0] = $other[0] ? $left.amount * $one[1] - $right.amount * $other[1] ) " +
      ": $left < $right ? -1 : $left > $right ? 1 : 0 ) }",
  },
  neverBelow: {
    uses: ["order"],
    text: "function($n, $least) { ( $order := $order($n, $least); $order < 0 ? $least : $exists($order) ? $n ) }",
  },
  neverAbove: {
    uses: ["order"],
    text: "function($n, $most) { ( $order := $order($n, $most); $order > 0 ? $most : $exists($order) ? $n ) }",
  },
  highest: {
    uses: ["order"],
    text: "function($values) { $reduce($values, function($most, $n) { $order($n, $most) > 0 ? $n : $most }) }",
  },
  lowest: {
    uses: ["order"],
    text: "function($values) { $reduce($values, function($least, $n) { $order($n, $least) < 0 ? $n : $least }) }",
  },
  total: {
    uses: ["tidy"],
    text: "function($values) { $reduce($values, function($sum, $n) { $tidy($sum + $n) }, 0) }",
  },
  average: {
    uses: ["dividedBy", "total"],
    text: "function($values) { $dividedBy($total($values), $count($values)) }",
  },
  combineRows: {
    uses: ["highest", "lowest", "total"],
    text:
      "function($policy, $rows, $otherwise) { ( $fitting := [$rows[fits]]; $values := [$fitting.value]; " +
      "$count($fitting) = 0 ? $otherwise : $count($values) = $count($fitting) ? ( " +
      '$policy = "highest" ? $highest($values) : $policy = "lowest" ? $lowest($values) ' +
      ': $policy = "add" ? $total($values) : $values ) ) }',
  },
  // A question is asked, or an included set is when one of its questions is: home, or home.postcode.
  isIn: {
    uses: [],
    text:
      "function($paths, $path) { " +
      '$count($filter([$paths], function($p) { $p = $path or $substring($p, 0, $length($path) + 1) = $path & "." })) > 0 }',
  },
  idOf: { uses: [], text: 'function($item) { $type($item.id) = "string" ? "." & $item.id : "" }' },
  daysInMonth: {
    uses: [],
    text:
      "function($year, $month) { $month = 2 ? ($year % 4 = 0 and ($year % 100 != 0 or $year % 400 = 0) ? 29 : 28) " +
      ": $month in [4, 6, 9, 11] ? 30 : 31 }",
  },
  // 2026-02-31 is no day of the calendar, so nothing comes of it.
  readDate: {
    uses: ["daysInMonth"],
    text:
      'function($text) { $type($text) = "string" and $contains($text, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/) ? ( ' +
      "$year := $number($substring($text, 0, 4)); $month := $number($substring($text, 5, 2)); " +
      "$day := $number($substring($text, 8, 2)); " +
      "$year >= 1 and $month >= 1 and $month <= 12 and $day >= 1 and $day <= $daysInMonth($year, $month) " +
      '? { "year": $year, "month": $month, "day": $day } ) }',
  },
  writeDate: {
    uses: ["daysInMonth"],
    text:
      "function($year, $month, $day) { $year >= 1 and $year <= 9999 and $day >= 1 and $day <= $daysInMonth($year, $month) " +
      '? $formatInteger($year, "0000") & "-" & $formatInteger($month, "00") & "-" & $formatInteger($day, "00") }',
  },
  // Days since 1 January 1970. Years that begin in March put the leap day last.
  dayNumber: {
    uses: ["readDate"],
    text:
      "function($text) { ( $d := $readDate($text); $exists($d) ? ( " +
      "$year := $d.month > 2 ? $d.year : $d.year - 1; $era := $floor($year / 400); $ofEra := $year - $era * 400; " +
      "$ofYear := $floor((153 * ($d.month + ($d.month > 2 ? -3 : 9)) + 2) / 5) + $d.day - 1; " +
      "$era * 146097 + $ofEra * 365 + $floor($ofEra / 4) - $floor($ofEra / 100) + $ofYear - 719468 ) ) }",
  },
  dateOfNumber: {
    uses: ["writeDate"],
    text:
      "function($number) { $exists($number) ? ( $n := $number + 719468; $era := $floor($n / 146097); " +
      "$ofEra := $n - $era * 146097; $year := $floor(($ofEra - $floor($ofEra / 1460) + $floor($ofEra / 36524) " +
      "- $floor($ofEra / 146096)) / 365); " +
      "$ofYear := $ofEra - (365 * $year + $floor($year / 4) - $floor($year / 100)); " +
      "$march := $floor((5 * $ofYear + 2) / 153); $month := $march < 10 ? $march + 3 : $march - 9; " +
      "$writeDate($year + $era * 400 + ($month <= 2 ? 1 : 0), $month, $ofYear - $floor((153 * $march + 2) / 5) + 1) ) }",
  },
  // The same number, or the last day of a shorter month; where the calendar says so, the first day after it.
  addMonths: {
    uses: ["readDate", "writeDate", "daysInMonth"],
    text:
      "function($text, $months, $calendar) { ( $d := $readDate($text); $exists($d) ? ( " +
      "$total := $d.year * 12 + $d.month - 1 + $months; $year := $floor($total / 12); " +
      "$month := $total - $year * 12 + 1; $last := $daysInMonth($year, $month); " +
      "$d.day <= $last ? $writeDate($year, $month, $d.day) " +
      ': $months > 0 and $calendar.monthsEndOn = "first-day-after" ? $writeDate($year, $month + 1, 1) ' +
      ": $writeDate($year, $month, $last) ) ) }",
  },
  // Forward from 29 February the missing day is 1 March, or 28 February where the calendar says so; backward it is 28 February. There a
  // 28 February on which the years of a 29 February end goes back to it.
  addYears: {
    uses: ["readDate", "writeDate", "daysInMonth"],
    text:
      "function($text, $years, $calendar) { ( $d := $readDate($text); $exists($d) ? ( $year := $d.year + $years; " +
      '$isEarlier := $calendar.yearsFrom29FebruaryEndOn = "--02-28"; $last := $daysInMonth($year, $d.month); ' +
      "$d.day > $last ? ( $years > 0 and $not($isEarlier) ? $writeDate($year, 3, 1) : $writeDate($year, 2, 28) ) " +
      ": $isEarlier and $years < 0 and $d.month = 2 and $d.day = 28 and $last > $daysInMonth($d.year, 2) " +
      "? $writeDate($year, 2, 29) : $writeDate($year, $d.month, $d.day) ) ) }",
  },
  wholeMonths: {
    uses: ["readDate", "addMonths"],
    text:
      "function($from, $to, $calendar) { ( $start := $readDate($from); $end := $readDate($to); " +
      "$exists($start) and $exists($end) ? ( $count := ($end.year - $start.year) * 12 + $end.month - $start.month; " +
      "$addMonths($from, $count, $calendar) <= $to ? $count : $count - 1 ) ) }",
  },
  wholeYears: {
    uses: ["readDate", "addYears"],
    text:
      "function($from, $to, $calendar) { ( $start := $readDate($from); $end := $readDate($to); " +
      "$exists($start) and $exists($end) ? ( $count := $end.year - $start.year; " +
      "$addYears($from, $count, $calendar) <= $to ? $count : $count - 1 ) ) }",
  },
  isWorkingDay: {
    uses: ["dateOfNumber"],
    text:
      "function($number, $calendar) { ((($number + 3) % 7 + 7) % 7) + 1 in $calendar.workingDays " +
      "and $not($dateOfNumber($number) in $calendar.closed) }",
  },
  workingDaysAfter: {
    uses: ["dayNumber"],
    text:
      "function($from, $to, $calendar) { ( $week := $distinct([$calendar.workingDays]); " +
      "$weekday := function($n) { ((($n + 3) % 7 + 7) % 7) + 1 }; $weeks := $floor(($to - $from) / 7); " +
      "$first := $from + $weeks * 7 + 1; " +
      "$rest := $count($filter([$first..$to], function($n) { $weekday($n) in $week })); " +
      "$closed := $count($filter([$distinct([$calendar.closed])], function($day) { ( $n := $dayNumber($day); " +
      "$n > $from and $n <= $to and $weekday($n) in $week ) })); $weeks * $count($week) + $rest - $closed ) }",
  },
  workingDaysBetween: {
    uses: ["dayNumber", "workingDaysAfter"],
    text:
      "function($from, $to, $calendar) { ( $start := $dayNumber($from); $end := $dayNumber($to); " +
      "$exists($start) and $exists($end) ? ( $start <= $end ? $workingDaysAfter($start, $end, $calendar) " +
      ": 0 - $workingDaysAfter($end, $start, $calendar) ) ) }",
  },
  addWorkingDays: {
    uses: ["dayNumber", "dateOfNumber", "isWorkingDay"],
    text:
      "function($text, $by, $calendar) { ( $step := $by < 0 ? -1 : 1; $start := $dayNumber($text); " +
      "$go := function($day, $left) { $left = 0 ? $dateOfNumber($day) " +
      ": $day + $step <= 2932896 and $day + $step >= -719162 " +
      "? $go($day + $step, $isWorkingDay($day + $step, $calendar) ? $left - 1 : $left) }; " +
      "$exists($start) and $exists($by) and $count($calendar.workingDays) > 0 ? $go($start, $abs($by)) ) }",
  },
  // Negative when the second day is earlier.
  since: {
    uses: ["dayNumber", "wholeMonths", "wholeYears", "workingDaysBetween"],
    text:
      "function($unit, $from, $to, $calendar) { " +
      '$unit = "working-days" ? $workingDaysBetween($from, $to, $calendar) ' +
      ': $unit = "months" ? ($to < $from ? 0 - $wholeMonths($to, $from, $calendar) : $wholeMonths($from, $to, $calendar)) ' +
      ': $unit = "years" ? ($to < $from ? 0 - $wholeYears($to, $from, $calendar) : $wholeYears($from, $to, $calendar)) ' +
      ": ( $days := $dayNumber($to) - $dayNumber($from); " +
      '$unit = "days" ? $days : $days < 0 ? $ceil($days / 7) : $floor($days / 7) ) }',
  },
  // Hours and minutes do not move a day.
  shift: {
    uses: ["dayNumber", "dateOfNumber", "addMonths", "addYears", "addWorkingDays"],
    text:
      "function($date, $length, $direction, $calendar) { ( $n := $length.amount * $direction; $unit := $length.unit; " +
      '$unit = "days" ? $dateOfNumber($dayNumber($date) + $n) : $unit = "weeks" ? $dateOfNumber($dayNumber($date) + $n * 7) ' +
      ': $unit = "months" ? $addMonths($date, $n, $calendar) : $unit = "years" ? $addYears($date, $n, $calendar) ' +
      ': $unit = "working-days" ? $addWorkingDays($date, $n, $calendar) ) }',
  },
};

/** The functions with these names and all that they call, each after those it calls. */
export function functionsNeeded(names: Iterable<string>): string[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    for (const next of library[name]?.uses ?? []) visit(next);
    needed.add(name);
  };
  for (const name of names) visit(name);
  return [...needed];
}
