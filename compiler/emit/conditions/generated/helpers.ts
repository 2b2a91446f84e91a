// Generated from compiler/support by `npm run generate`. Do not edit.

/** One declaration of the support functions as JavaScript, and the other declarations it needs. */
export interface Helper {
  readonly name: string;
  readonly uses: readonly string[];
  readonly text: string;
}

export const helpers: readonly Helper[] = [
  {
    "name": "tidy",
    "uses": [],
    "text": "/** Takes away what binary fractions add at the end: 0.1 + 0.2 becomes 0.3. Nothing for what is not a finite number. */\nfunction tidy(number) {\n  if (Number.isInteger(number)) return number + 0;\n  return Number.isFinite(number) ? Number(number.toPrecision(15)) : undefined;\n}"
  },
  {
    "name": "roundHalfUp",
    "uses": [
      "tidy"
    ],
    "text": "/** To the nearest whole number; a half goes up (2.5 → 3, -2.5 → -2). Money is rounded so at each named calculation. */\nfunction roundHalfUp(number) {\n  return Math.round(tidy(number) ?? number) + 0;\n}"
  },
  {
    "name": "percentOf",
    "uses": [
      "percent",
      "tidy"
    ],
    "text": "/** So many percent of an amount, not rounded: 25 percent of 1234 is 308.5. */\nfunction percentOf(percent, amount) {\n  return tidy(percent * amount / 100);\n}"
  },
  {
    "name": "roundTo",
    "uses": [
      "tidy"
    ],
    "text": "/** To a multiple of `step` (£1 is 100 coins): up, down, or to the nearest with a half going up. Nothing for a step that is not above zero. */\nfunction roundTo(number, mode, step) {\n  if (!(step > 0)) return undefined;\n  const steps = tidy(number / step);\n  if (steps === undefined) return undefined;\n  return tidy((mode === \"up\" ? Math.ceil(steps) : mode === \"down\" ? Math.floor(steps) : Math.round(steps)) * step);\n}"
  },
  {
    "name": "isRecord",
    "uses": [],
    "text": "/** True for a record of values by key. */\nfunction isRecord(value) {\n  return typeof value === \"object\" && value !== null && !Array.isArray(value);\n}"
  },
  {
    "name": "own",
    "uses": [
      "isRecord"
    ],
    "text": "/** The value under one key of a record; nothing when it is not a record or has no such answer. */\nfunction own(record, key) {\n  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;\n}"
  },
  {
    "name": "itemsAt",
    "uses": [
      "itemsFrom"
    ],
    "text": "/** The items of the list at a path; a list inside items gives all of theirs in order. Nothing there: no items. */\nfunction itemsAt(values, path) {\n  return itemsFrom(values, path, 0);\n}"
  },
  {
    "name": "itemsIn",
    "uses": [
      "isRecord"
    ],
    "text": "/** The items that a value holds: of a list its records, a record as the one item; of anything else none. */\nfunction itemsIn(value) {\n  if (Array.isArray(value)) return value.every(isRecord) ? value : value.flatMap(itemsIn);\n  return isRecord(value) ? [value] : [];\n}"
  },
  {
    "name": "itemsFrom",
    "uses": [
      "itemsIn",
      "own"
    ],
    "text": "function itemsFrom(values, path, at) {\n  if (at === path.length) return itemsIn(values);\n  if (Array.isArray(values)) return values.flatMap((item) => itemsFrom(item, path, at));\n  return itemsFrom(own(values, path[at] ?? \"\"), path, at + 1);\n}"
  },
  {
    "name": "rulings",
    "uses": [],
    "text": "const rulings = {};"
  },
  {
    "name": "hyphen",
    "uses": [],
    "text": "const hyphen = 45;"
  },
  {
    "name": "zero",
    "uses": [],
    "text": "const zero = 48;"
  },
  {
    "name": "daysPerEra",
    "uses": [],
    "text": "const daysPerEra = 146097;"
  },
  {
    "name": "isLeapYear",
    "uses": [],
    "text": "/** True for a year that has 29 February. */\nfunction isLeapYear(year) {\n  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);\n}"
  },
  {
    "name": "daysInMonth",
    "uses": [
      "isLeapYear"
    ],
    "text": "/** How many days a month has. `month` counts from 1. */\nfunction daysInMonth(year, month) {\n  if (month === 2) return isLeapYear(year) ? 29 : 28;\n  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;\n}"
  },
  {
    "name": "readDate",
    "uses": [
      "inDigits"
    ],
    "text": "/** Reads \"2026-04-01\"; nothing for text that is not a day of the calendar (\"2026-02-31\"). */\nfunction readDate(text) {\n  const number = inDigits(text);\n  if (number === undefined) return undefined;\n  const year = Math.floor(number / 1e4);\n  const month = Math.floor(number / 100) - year * 100;\n  return {\n    year,\n    month,\n    day: number - year * 1e4 - month * 100\n  };\n}"
  },
  {
    "name": "inDigits",
    "uses": [
      "daysInMonth",
      "hyphen",
      "twoDigits"
    ],
    "text": "/** \"2026-04-01\" as 20260401, which keeps the order of days; nothing for text that is not a day of the calendar. */\nfunction inDigits(text) {\n  if (typeof text !== \"string\" || text.length !== 10) return undefined;\n  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined;\n  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);\n  const month = twoDigits(text, 5);\n  const day = twoDigits(text, 8);\n  if (year < 1 || month < 1 || month > 12 || day < 1) return undefined;\n  if (day > 28 && day > daysInMonth(year, month)) return undefined;\n  return year * 1e4 + month * 100 + day;\n}"
  },
  {
    "name": "twoDigits",
    "uses": [
      "zero"
    ],
    "text": "/** The number that two digits say; far below any part of a date when they are no digits. */\nfunction twoDigits(text, at) {\n  const tens = text.charCodeAt(at) - zero;\n  const ones = text.charCodeAt(at + 1) - zero;\n  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1e5;\n}"
  },
  {
    "name": "padded",
    "uses": [],
    "text": "function padded(part) {\n  return part < 10 ? `0${part}` : String(part);\n}"
  },
  {
    "name": "writeDate",
    "uses": [
      "daysInMonth",
      "padded"
    ],
    "text": "/** The parts as ISO text; nothing when they are no day of the calendar or the year leaves 1 to 9999. */\nfunction writeDate({ year, month, day }) {\n  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return undefined;\n  if (!(day <= daysInMonth(year, month))) return undefined;\n  return `${year > 999 ? year : String(year).padStart(4, \"0\")}-${padded(month)}-${padded(day)}`;\n}"
  },
  {
    "name": "dayNumber",
    "uses": [
      "daysPerEra",
      "readDate"
    ],
    "text": "/** Days since 1 January 1970, which is day 0; nothing for text that is not a day. */\nfunction dayNumber(text) {\n  const parts = readDate(text);\n  if (!parts) return undefined;\n  const year = parts.month > 2 ? parts.year : parts.year - 1;\n  const era = Math.floor(year / 400);\n  const yearOfEra = year - era * 400;\n  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1;\n  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;\n  return era * daysPerEra + dayOfEra - 719468;\n}"
  },
  {
    "name": "dateOfNumber",
    "uses": [
      "daysPerEra",
      "shifted",
      "writeDate"
    ],
    "text": "/** The day with this number as ISO text; nothing when the year leaves 1 to 9999. */\nfunction dateOfNumber(number) {\n  if (!Number.isSafeInteger(number)) return undefined;\n  const shifted = number + 719468;\n  const era = Math.floor(shifted / daysPerEra);\n  const dayOfEra = shifted - era * daysPerEra;\n  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);\n  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));\n  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);\n  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;\n  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;\n  return writeDate({\n    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),\n    month,\n    day\n  });\n}"
  },
  {
    "name": "weekdayOfNumber",
    "uses": [],
    "text": "/** ISO weekday of a day number: Monday is 1, Sunday is 7. */\nfunction weekdayOfNumber(number) {\n  return ((number + 3) % 7 + 7) % 7 + 1;\n}"
  },
  {
    "name": "addDays",
    "uses": [
      "dateOfNumber",
      "dayNumber"
    ],
    "text": "/** The day so many days later (earlier when negative). */\nfunction addDays(date, days) {\n  const number = dayNumber(date);\n  return number === undefined ? undefined : dateOfNumber(number + days);\n}"
  },
  {
    "name": "addMonths",
    "uses": [
      "monthsLater",
      "readDate",
      "rulings",
      "writeDate"
    ],
    "text": "/**\n * The day so many months later (earlier when negative): the same number, or the last day of a shorter month. Where months end\n * on the first day after a shorter month, they do so forward only: backward the last day is the latest from which they are over.\n */\nfunction addMonths(date, months, ends = rulings) {\n  const parts = readDate(date);\n  return parts && Number.isSafeInteger(months) ? writeDate(monthsLater(parts, months, ends)) : undefined;\n}"
  },
  {
    "name": "monthsLater",
    "uses": [
      "daysInMonth"
    ],
    "text": "function monthsLater(from, months, ends) {\n  const total = from.year * 12 + from.month - 1 + months;\n  const year = Math.floor(total / 12);\n  const month = total - year * 12 + 1;\n  const last = daysInMonth(year, month);\n  if (from.day <= last) return {\n    year,\n    month,\n    day: from.day\n  };\n  if (months > 0 && ends.monthsEndOn === \"first-day-after\") return {\n    year,\n    month: month + 1,\n    day: 1\n  };\n  return {\n    year,\n    month,\n    day: last\n  };\n}"
  },
  {
    "name": "addYears",
    "uses": [
      "readDate",
      "rulings",
      "writeDate",
      "yearsLater"
    ],
    "text": "/**\n * The day so many years later (earlier when negative). Forward from 29 February the missing day is 1 March, or 28 February\n * where a calendar says so: an age is reached then. Backward it is the latest day from which so many years have passed, so that\n * \"at least 18 years ago\" says the same: 28 February for 29 February, and 29 February for a 28 February on which its years end.\n */\nfunction addYears(date, years, ends = rulings) {\n  const parts = readDate(date);\n  return parts && Number.isSafeInteger(years) ? writeDate(yearsLater(parts, years, ends)) : undefined;\n}"
  },
  {
    "name": "yearsLater",
    "uses": [
      "daysInMonth",
      "isLeapYear"
    ],
    "text": "function yearsLater({ year: from, month, day }, years, ends) {\n  const year = from + years;\n  const isEarlier = ends.yearsFrom29FebruaryEndOn === \"--02-28\";\n  if (day > daysInMonth(year, month)) return years > 0 && !isEarlier ? {\n    year,\n    month: 3,\n    day: 1\n  } : {\n    year,\n    month: 2,\n    day: 28\n  };\n  return {\n    year,\n    month,\n    day: isEarlier && years < 0 && month === 2 && day === 28 && !isLeapYear(from) && isLeapYear(year) ? 29 : day\n  };\n}"
  },
  {
    "name": "daysBetween",
    "uses": [
      "dayNumber"
    ],
    "text": "/** Days from one day to another; negative when the second is earlier. */\nfunction daysBetween(from, to) {\n  const start = dayNumber(from);\n  const end = dayNumber(to);\n  return start === undefined || end === undefined ? undefined : end - start;\n}"
  },
  {
    "name": "monthsBetween",
    "uses": [
      "isAfter",
      "readDate",
      "rulings",
      "wholeMonths"
    ],
    "text": "/** Whole months from one day to another; negative when the second is earlier. */\nfunction monthsBetween(from, to, ends = rulings) {\n  const [start, end] = [readDate(from), readDate(to)];\n  if (!start || !end) return undefined;\n  return isAfter(start, end) ? 0 - wholeMonths(end, start, ends) : wholeMonths(start, end, ends);\n}"
  },
  {
    "name": "yearsBetween",
    "uses": [
      "inDigits",
      "rulings",
      "yearsApart"
    ],
    "text": "/**\n * Whole years from one day to another, as ages are counted; negative when the second is earlier. Days in digits are as far apart\n * as their years from the same month and day on; those of 29 February are reached on 1 March of other years, unless a calendar\n * says 28 February.\n */\nfunction yearsBetween(from, to, ends = rulings) {\n  const start = inDigits(from);\n  const end = inDigits(to);\n  if (start === undefined || end === undefined) return undefined;\n  return start > end ? 0 - yearsApart(end, start, ends) : yearsApart(start, end, ends);\n}"
  },
  {
    "name": "wholeMonths",
    "uses": [
      "isAfter",
      "monthsLater"
    ],
    "text": "function wholeMonths(start, end, ends) {\n  const count = (end.year - start.year) * 12 + end.month - start.month;\n  return isAfter(monthsLater(start, count, ends), end) ? count - 1 : count;\n}"
  },
  {
    "name": "yearsApart",
    "uses": [
      "isLeapYear"
    ],
    "text": "function yearsApart(earlier, later, ends) {\n  const reached = later % 1e4 === 228 && ends.yearsFrom29FebruaryEndOn === \"--02-28\" && !isLeapYear(Math.floor(later / 1e4)) ? later + 1 : later;\n  return Math.floor((reached - earlier) / 1e4);\n}"
  },
  {
    "name": "isAfter",
    "uses": [],
    "text": "function isAfter(one, other) {\n  if (one.year !== other.year) return one.year > other.year;\n  return one.month === other.month ? one.day > other.day : one.month > other.month;\n}"
  },
  {
    "name": "plainWeek",
    "uses": [],
    "text": "/** Monday to Friday, nothing closed: what counts where a service names no calendar. */\nconst plainWeek = {\n  workingDays: [\n    1,\n    2,\n    3,\n    4,\n    5\n  ],\n  closed: []\n};"
  },
  {
    "name": "firstDay",
    "uses": [],
    "text": "/** The first and last day numbers of the calendar we count in: 1 January 1 and 31 December 9999. */\nconst firstDay = -719162;"
  },
  {
    "name": "lastDay",
    "uses": [],
    "text": "const lastDay = 2932896;"
  },
  {
    "name": "addWorkingDays",
    "uses": [
      "countAfter",
      "dateOfNumber",
      "dayNumber",
      "firstDay",
      "isWorking",
      "lastDay"
    ],
    "text": "/**\n * The day that is so many working days after the given one, which itself does not count (before it, when negative).\n * Zero gives the day itself, working or not.\n */\nfunction addWorkingDays(date, count, calendar) {\n  const number = dayNumber(date);\n  const perWeek = new Set(calendar.workingDays).size;\n  if (number === undefined || perWeek === 0 || !Number.isSafeInteger(count)) return undefined;\n  const step = count < 0 ? -1 : 1;\n  let left = Math.abs(count);\n  let day = number;\n  while (left > perWeek) {\n    const jump = Math.floor((left - 1) / perWeek) * 7 * step;\n    if (day + jump > lastDay || day + jump < firstDay) return undefined;\n    left -= step > 0 ? countAfter(day, day + jump, calendar) : countAfter(day + jump - 1, day - 1, calendar);\n    day += jump;\n  }\n  while (left > 0) {\n    day += step;\n    if (day > lastDay || day < firstDay) return undefined;\n    if (isWorking(day, calendar)) left -= 1;\n  }\n  return dateOfNumber(day);\n}"
  },
  {
    "name": "workingDaysBetween",
    "uses": [
      "countAfter",
      "dayNumber"
    ],
    "text": "/** Working days after the first day up to and with the second; negative when the second is earlier. */\nfunction workingDaysBetween(from, to, calendar) {\n  const start = dayNumber(from);\n  const end = dayNumber(to);\n  if (start === undefined || end === undefined) return undefined;\n  return start <= end ? countAfter(start, end, calendar) : 0 - countAfter(end, start, calendar);\n}"
  },
  {
    "name": "isWorking",
    "uses": [
      "dateOfNumber",
      "weekdayOfNumber"
    ],
    "text": "function isWorking(day, calendar) {\n  if (!calendar.workingDays.includes(weekdayOfNumber(day))) return false;\n  const date = dateOfNumber(day);\n  return !calendar.closed.some((closed) => closed.on === date);\n}"
  },
  {
    "name": "countAfter",
    "uses": [
      "dayNumber",
      "weekdayOfNumber"
    ],
    "text": "/** Working days in (from, to], by whole weeks and a rest of at most six days. */\nfunction countAfter(from, to, calendar) {\n  const weekdays = new Set(calendar.workingDays);\n  const weeks = Math.floor((to - from) / 7);\n  let count = weeks * weekdays.size;\n  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (weekdays.has(weekdayOfNumber(day))) count += 1;\n  for (const on of new Set(calendar.closed.map((closed) => closed.on))) {\n    const closed = dayNumber(on);\n    if (closed !== undefined && closed > from && closed <= to && weekdays.has(weekdayOfNumber(closed))) count -= 1;\n  }\n  return count;\n}"
  },
  {
    "name": "units",
    "uses": [],
    "text": "const units = [\n  \"minutes\",\n  \"hours\",\n  \"days\",\n  \"working-days\",\n  \"weeks\",\n  \"months\",\n  \"years\"\n];"
  },
  {
    "name": "asLength",
    "uses": [
      "isLength"
    ],
    "text": "/** The value as a length when it is one: a record {amount, unit}. */\nfunction asLength(value) {\n  return isLength(value) ? value : undefined;\n}"
  },
  {
    "name": "isLength",
    "uses": [
      "units"
    ],
    "text": "function isLength(value) {\n  if (typeof value !== \"object\" || value === null || !(\"amount\" in value) || !(\"unit\" in value)) return false;\n  return Number.isSafeInteger(value.amount) && typeof value.unit === \"string\" && units.includes(value.unit);\n}"
  },
  {
    "name": "shiftDate",
    "uses": [
      "addDays",
      "addMonths",
      "addWorkingDays",
      "addYears"
    ],
    "text": "/**\n * The day a length after (1) or before (-1) a day; the day itself does not count. Minutes and hours do not move a day:\n * they give nothing, as does anything that leaves the calendar.\n */\nfunction shiftDate(date, length, direction, calendar) {\n  const amount = length.amount * direction;\n  switch (length.unit) {\n    case \"days\": return addDays(date, amount);\n    case \"weeks\": return addDays(date, amount * 7);\n    case \"months\": return addMonths(date, amount, calendar);\n    case \"years\": return addYears(date, amount, calendar);\n    case \"working-days\": return addWorkingDays(date, amount, calendar);\n    case \"minutes\":\n    case \"hours\": return;\n  }\n}"
  },
  {
    "name": "countBetween",
    "uses": [
      "daysBetween",
      "monthsBetween",
      "workingDaysBetween",
      "yearsBetween"
    ],
    "text": "/** Whole units from one day to another; negative when the second is earlier. */\nfunction countBetween(unit, from, to, calendar) {\n  if (unit === \"months\") return monthsBetween(from, to, calendar);\n  if (unit === \"years\") return yearsBetween(from, to, calendar);\n  if (unit === \"working-days\") return workingDaysBetween(from, to, calendar);\n  const days = daysBetween(from, to);\n  return unit === \"weeks\" && days !== undefined ? Math.trunc(days / 7) + 0 : days;\n}"
  },
  {
    "name": "comparableSize",
    "uses": [],
    "text": "const comparableSize = {\n  minutes: [\"clock\", 1],\n  hours: [\"clock\", 60],\n  days: [\"days\", 1],\n  weeks: [\"days\", 7],\n  \"working-days\": [\"working days\", 1],\n  months: [\"months\", 1],\n  years: [\"months\", 12]\n};"
  },
  {
    "name": "compareLengths",
    "uses": [
      "comparableSize"
    ],
    "text": "/** Below zero when the first is shorter, above when it is longer; nothing where they have no common measure (months and days). */\nfunction compareLengths(left, right) {\n  const [family, size] = comparableSize[left.unit];\n  const [otherFamily, otherSize] = comparableSize[right.unit];\n  return family === otherFamily ? left.amount * size - right.amount * otherSize : undefined;\n}"
  },
  {
    "name": "same",
    "uses": [
      "asLength",
      "compareLengths",
      "equal"
    ],
    "text": "/** True when both are there and the same, records and lists part by part. */\nfunction same(left, right) {\n  if (typeof left !== \"object\" || typeof right !== \"object\") return left !== undefined && left === right;\n  const [length, other] = [asLength(left), asLength(right)];\n  return length && other ? compareLengths(length, other) === 0 : equal(left, right);\n}"
  },
  {
    "name": "differ",
    "uses": [
      "asLength",
      "compareLengths",
      "equal"
    ],
    "text": "/** True when both are there and not the same: not the opposite of `same`. */\nfunction differ(left, right) {\n  if (typeof left !== \"object\" || typeof right !== \"object\") return left !== undefined && right !== undefined && left !== right;\n  const [length, other] = [asLength(left), asLength(right)];\n  return length && other ? (compareLengths(length, other) ?? 0) !== 0 : !equal(left, right);\n}"
  },
  {
    "name": "equal",
    "uses": [
      "isList",
      "isRecord"
    ],
    "text": "function equal(left, right) {\n  if (left === right) return true;\n  if (isList(left)) return isList(right) && left.length === right.length && left.every((part, at) => equal(part, right[at]));\n  if (!isRecord(left) || !isRecord(right)) return false;\n  const keys = Object.keys(left);\n  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && equal(left[key], right[key]));\n}"
  },
  {
    "name": "isList",
    "uses": [],
    "text": "function isList(value) {\n  return Array.isArray(value);\n}"
  },
  {
    "name": "compare",
    "uses": [
      "asLength",
      "compareLengths"
    ],
    "text": "/** Below, at or above zero as the first is less, the same or more; nothing for what has no order between the two. */\nfunction compare(left, right) {\n  if (typeof left === \"number\" && typeof right === \"number\") {\n    const difference = left - right;\n    return Number.isNaN(difference) ? undefined : difference;\n  }\n  if (typeof left === \"string\" && typeof right === \"string\") return left < right ? -1 : left > right ? 1 : 0;\n  const [length, other] = [asLength(left), asLength(right)];\n  return length && other ? compareLengths(length, other) : undefined;\n}"
  },
  {
    "name": "under",
    "uses": [
      "compare"
    ],
    "text": "/** True when both are there and the first is less (earlier). */\nfunction under(left, right) {\n  if (typeof left === \"string\" && typeof right === \"string\") return left < right;\n  const order = compare(left, right);\n  return order !== undefined && order < 0;\n}"
  },
  {
    "name": "atMost",
    "uses": [
      "compare"
    ],
    "text": "/** True when both are there and the first is not more (not later). */\nfunction atMost(left, right) {\n  if (typeof left === \"string\" && typeof right === \"string\") return left <= right;\n  const order = compare(left, right);\n  return order !== undefined && order <= 0;\n}"
  },
  {
    "name": "over",
    "uses": [
      "under"
    ],
    "text": "/** True when both are there and the first is more (later). */\nfunction over(left, right) {\n  return under(right, left);\n}"
  },
  {
    "name": "atLeast",
    "uses": [
      "atMost"
    ],
    "text": "/** True when both are there and the first is not less (not earlier). */\nfunction atLeast(left, right) {\n  return atMost(right, left);\n}"
  },
  {
    "name": "judge",
    "uses": [],
    "text": "/** Yes, no or not known, from a test that says yes and one that says no. Neither: not known. */\nfunction judge(yes, no, left, right) {\n  return yes(left, right) ? true : no(left, right) ? false : undefined;\n}"
  },
  {
    "name": "includes",
    "uses": [
      "equal",
      "isList"
    ],
    "text": "/** True when the list is there and holds the value. */\nfunction includes(list, value) {\n  return isList(list) && value !== undefined && list.some((entry) => equal(entry, value));\n}"
  },
  {
    "name": "lacks",
    "uses": [
      "equal",
      "isList"
    ],
    "text": "/** True when the list is there and does not hold the value. */\nfunction lacks(list, value) {\n  return isList(list) && value !== undefined && !list.some((entry) => equal(entry, value));\n}"
  },
  {
    "name": "isOneOf",
    "uses": [
      "same"
    ],
    "text": "/** True when the value is one of these. */\nfunction isOneOf(value, options) {\n  return options.some((option) => same(value, option));\n}"
  },
  {
    "name": "isNoneOf",
    "uses": [
      "differ"
    ],
    "text": "/** True when all are there and the value is none of these. */\nfunction isNoneOf(value, options) {\n  return value !== undefined && options.every((option) => differ(value, option));\n}"
  },
  {
    "name": "matches",
    "uses": [],
    "text": "/** True when the whole text fits the pattern (a regular expression without anchors, flag u); nothing when there is no text. */\nfunction matches(value, pattern) {\n  return typeof value === \"string\" ? pattern.test(value) : undefined;\n}"
  },
  {
    "name": "characters",
    "uses": [],
    "text": "/** How many characters a text has, as people count: an emoji of one code point is one. */\nfunction characters(value) {\n  return typeof value === \"string\" ? [...value].length : undefined;\n}"
  },
  {
    "name": "wordCount",
    "uses": [],
    "text": "/** How many words a text has. */\nfunction wordCount(value) {\n  return typeof value === \"string\" ? value.match(/\\S+/gu)?.length ?? 0 : undefined;\n}"
  },
  {
    "name": "entries",
    "uses": [
      "isList"
    ],
    "text": "/** How many entries a list has. */\nfunction entries(value) {\n  return isList(value) ? value.length : undefined;\n}"
  },
  {
    "name": "datedOn",
    "uses": [
      "isList",
      "isRecord"
    ],
    "text": "/** The date a document bears, as the applicant gave it beside the file; of several files the earliest. */\nfunction datedOn(value) {\n  if (isList(value)) {\n    const dates = value.map((one) => datedOn(one));\n    return dates.every((one) => one !== undefined) ? dates.toSorted()[0] : undefined;\n  }\n  const date = isRecord(value) ? value[\"datedOn\"] : undefined;\n  return typeof date === \"string\" ? date : undefined;\n}"
  },
  {
    "name": "asText",
    "uses": [],
    "text": "/** The value as a day's text when it may be one. */\nfunction asText(value) {\n  return typeof value === \"string\" ? value : undefined;\n}"
  },
  {
    "name": "allOf",
    "uses": [],
    "text": "/** \"and\" of tests that may be open (Kleene): one no settles it. */\nfunction allOf(tests) {\n  if (tests.includes(false)) return false;\n  return tests.every((test) => test === true) ? true : undefined;\n}"
  },
  {
    "name": "anyOf",
    "uses": [],
    "text": "/** \"or\" of tests that may be open (Kleene): one yes settles it. */\nfunction anyOf(tests) {\n  if (tests.includes(true)) return true;\n  return tests.every((test) => test === false) ? false : undefined;\n}"
  },
  {
    "name": "everyOf",
    "uses": [
      "allOf"
    ],
    "text": "/** \"every\" over the tests of a list's items: of none it is no (language.md 3.6.6). */\nfunction everyOf(tests) {\n  return tests.length === 0 ? false : allOf(tests);\n}"
  },
  {
    "name": "opposite",
    "uses": [],
    "text": "/** no for yes and yes for no; what is open stays open. */\nfunction opposite(test) {\n  return typeof test === \"boolean\" ? !test : undefined;\n}"
  },
  {
    "name": "add",
    "uses": [
      "tidy"
    ],
    "text": "/** The sum of two numbers, when both are there. */\nfunction add(left, right) {\n  return typeof left === \"number\" && typeof right === \"number\" ? tidy(left + right) : undefined;\n}"
  },
  {
    "name": "subtract",
    "uses": [
      "tidy"
    ],
    "text": "/** The first less the second, when both are there. */\nfunction subtract(left, right) {\n  return typeof left === \"number\" && typeof right === \"number\" ? tidy(left - right) : undefined;\n}"
  },
  {
    "name": "times",
    "uses": [
      "tidy"
    ],
    "text": "/** The product, when both are there. */\nfunction times(left, right) {\n  return typeof left === \"number\" && typeof right === \"number\" ? tidy(left * right) : undefined;\n}"
  },
  {
    "name": "dividedBy",
    "uses": [
      "tidy"
    ],
    "text": "/** The first divided by the second; by nothing or by zero gives nothing. */\nfunction dividedBy(left, right) {\n  return typeof left === \"number\" && typeof right === \"number\" && right !== 0 ? tidy(left / right) : undefined;\n}"
  },
  {
    "name": "percent",
    "uses": [
      "percentOf"
    ],
    "text": "/** So many percent of an amount, when both are there. */\nfunction percent(share, amount) {\n  return typeof share === \"number\" && typeof amount === \"number\" ? percentOf(share, amount) : undefined;\n}"
  },
  {
    "name": "wholeCoins",
    "uses": [
      "roundHalfUp"
    ],
    "text": "/** An amount of money in whole coins, a half coin rounded up; anything else as it is. */\nfunction wholeCoins(value) {\n  if (typeof value === \"number\") return Number.isInteger(value) ? value + 0 : roundHalfUp(value);\n  return value;\n}"
  },
  {
    "name": "rounded",
    "uses": [
      "roundTo"
    ],
    "text": "/** Rounded to a multiple of `step`, when both are there. */\nfunction rounded(value, mode, step) {\n  return typeof value === \"number\" && typeof step === \"number\" ? roundTo(value, mode, step) : undefined;\n}"
  },
  {
    "name": "neverBelow",
    "uses": [
      "compare"
    ],
    "text": "/** The value, but never below (`least`) another; nothing when one of them is not there. */\nfunction neverBelow(value, least) {\n  const order = compare(value, least);\n  return order === undefined ? undefined : order < 0 ? least : value;\n}"
  },
  {
    "name": "neverAbove",
    "uses": [
      "compare"
    ],
    "text": "/** The value, but never above another; nothing when one of them is not there. */\nfunction neverAbove(value, most) {\n  const order = compare(value, most);\n  return order === undefined ? undefined : order > 0 ? most : value;\n}"
  },
  {
    "name": "highest",
    "uses": [
      "over"
    ],
    "text": "/** The most (latest) of the values that are there; nothing of nothing. */\nfunction highest(values) {\n  return values.reduce((most, value) => most === undefined || over(value, most) ? value : most, undefined);\n}"
  },
  {
    "name": "lowest",
    "uses": [
      "under"
    ],
    "text": "/** The least (earliest) of the values that are there; nothing of nothing. */\nfunction lowest(values) {\n  return values.reduce((least, value) => least === undefined || under(value, least) ? value : least, undefined);\n}"
  },
  {
    "name": "sum",
    "uses": [
      "add"
    ],
    "text": "/** The sum of the numbers that are there; 0 of nothing. */\nfunction sum(values) {\n  return values.reduce((total, value) => typeof value === \"number\" ? add(total, value) : total, 0);\n}"
  },
  {
    "name": "average",
    "uses": [
      "dividedBy",
      "sum"
    ],
    "text": "/** The mean of the numbers that are there; nothing of nothing. */\nfunction average(values) {\n  const numbers = values.filter((value) => typeof value === \"number\");\n  return dividedBy(sum(numbers), numbers.length);\n}"
  },
  {
    "name": "combineRows",
    "uses": [
      "highest",
      "lowest",
      "sum"
    ],
    "text": "/** One value out of the rows of a table that fit; nothing when one of them is not known, `otherwise` when none fits. */\nfunction combineRows(policy, values, otherwise) {\n  if (values.length === 0) return otherwise?.();\n  const known = values.filter((value) => value !== undefined);\n  if (known.length < values.length) return undefined;\n  switch (policy) {\n    case \"highest\": return highest(known);\n    case \"lowest\": return lowest(known);\n    case \"add\": return sum(known);\n    case \"list\": return known;\n  }\n}"
  },
  {
    "name": "createNotes",
    "uses": [],
    "text": "/** Makes a place for notes of one kind. Objects that take no new fields (frozen ones) are noted in a WeakMap. */\nfunction createNotes() {\n  const closed = new WeakMap();\n  let noneClosed = true;\n  class Itself {\n    constructor(object) {\n      return object;\n    }\n  }\n  class Noted extends Itself {\n    #note;\n    constructor(key, note) {\n      super(key);\n      this.#note = note;\n    }\n    static get(key) {\n      if (#note in key) return key.#note;\n      return noneClosed ? undefined : closed.get(key);\n    }\n  }\n  const set = (key, note) => {\n    if (Object.isExtensible(key)) {\n      new Noted(key, note);\n      return;\n    }\n    noneClosed = false;\n    closed.set(key, note);\n  };\n  return {\n    get: Noted.get,\n    set\n  };\n}"
  },
  {
    "name": "noItems",
    "uses": [],
    "text": "/** Around a rule that is asked outside every repeat. */\nconst noItems = Object.freeze({});"
  },
  {
    "name": "unknown",
    "uses": [],
    "text": "/** Has been asked, and gave nothing (yet). */\nconst unknown = Symbol(\"unknown\");"
  },
  {
    "name": "keepResults",
    "uses": [
      "createNotes",
      "noItems",
      "own",
      "unknown"
    ],
    "text": "/**\n * Makes rules that keep their results, each under a number of its own, as long as the facts object lives: so facts must never be\n * changed, only replaced. A rule that reads itself in a circle is unknown there; the compiler refuses such a text long before.\n */\nfunction keepResults() {\n  const notes = createNotes();\n  const knownOf = (facts) => {\n    const present = notes.get(facts);\n    if (present !== undefined) return present;\n    const made = {\n      plain: [],\n      ofItems: []\n    };\n    notes.set(facts, made);\n    return made;\n  };\n  const plain = (slot, run) => (facts) => {\n    const results = knownOf(facts).plain;\n    const kept = results[slot];\n    if (kept !== undefined) return kept === unknown ? undefined : kept;\n    results[slot] = unknown;\n    const value = run(facts, noItems);\n    if (value !== undefined) results[slot] = value;\n    return value;\n  };\n  const ofItem = (slot, run) => (facts, items = noItems) => {\n    const known = knownOf(facts).ofItems;\n    known[slot] ??= {\n      results: new WeakMap(),\n      underWay: false\n    };\n    const own = known[slot];\n    if (own.underWay) return undefined;\n    const kept = own.results.get(items);\n    if (kept !== undefined) return kept.value;\n    const made = { value: undefined };\n    own.results.set(items, made);\n    own.underWay = true;\n    try {\n      made.value = run(facts, items);\n      return made.value;\n    } finally {\n      own.underWay = false;\n    }\n  };\n  return {\n    plain,\n    ofItem\n  };\n}"
  },
  {
    "name": "isIn",
    "uses": [],
    "text": "/** True when the question at the path, or any question of the set at the path, is in the set of dotted paths. */\nfunction isIn(paths, path) {\n  if (paths.has(path)) return true;\n  const start = `${path}.`;\n  for (const other of paths) if (other.startsWith(start)) return true;\n  return false;\n}"
  },
  {
    "name": "hasState",
    "uses": [
      "isIn",
      "prefixOf"
    ],
    "text": "/**\n * Is the question asked (or its prefilled answer corrected)? For a question of a repeat's item the facts may name it\n * with the item's id (members.3f.pay) or, when it is so for all items, without (members.pay).\n */\nfunction hasState(state, path, facts, item) {\n  const paths = facts[state];\n  if (!item) return isIn(paths, path.join(\".\"));\n  const rest = path.length > 0 ? `.${path.join(\".\")}` : \"\";\n  return isIn(paths, prefixOf(item.key, item, true) + rest) || isIn(paths, prefixOf(item.key, item, false) + rest);\n}"
  },
  {
    "name": "prefixOf",
    "uses": [
      "own"
    ],
    "text": "function prefixOf(itemKey, item, withIds) {\n  const place = item.places[itemKey];\n  const around = place?.around === undefined ? \"\" : `${prefixOf(place.around, item, withIds)}.`;\n  const id = own(item.items[itemKey], \"id\");\n  return around + (place?.key ?? itemKey) + (withIds && typeof id === \"string\" ? `.${id}` : \"\");\n}"
  },
  {
    "name": "since",
    "uses": [
      "asText",
      "countBetween",
      "plainWeek"
    ],
    "text": "/** Whole units from one day to another, when both are there. */\nfunction since(unit, from, to, calendar = plainWeek) {\n  const [start, end] = [asText(from), asText(to)];\n  return start === undefined || end === undefined ? undefined : countBetween(unit, start, end, calendar);\n}"
  },
  {
    "name": "shifted",
    "uses": [
      "asLength",
      "asText",
      "plainWeek",
      "shiftDate"
    ],
    "text": "/** The day a length after (1) or before (-1) a day, when both are there. */\nfunction shifted(length, direction, date, calendar = plainWeek) {\n  const by = asLength(length);\n  const day = asText(date);\n  return by && day !== undefined ? shiftDate(day, by, direction, calendar) : undefined;\n}"
  }
];
