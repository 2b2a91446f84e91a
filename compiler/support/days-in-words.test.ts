// Days in words, against what the platform says where it knows the language.
import { expect, test } from "vitest";
import { monthName, sayDay, shortWeekday, spokenLocale } from "./days-in-words.ts";

test("days are said day first, with nothing between", () => {
  expect(sayDay("2026-06-24", "en", { weekday: "long", year: true })).toBe("Wednesday 24 June 2026");
  expect(sayDay("2026-06-24", "cy", { weekday: "long", year: true })).toBe("dydd Mercher 24 Mehefin 2026");
  expect(sayDay("2026-06-24", "cy", {})).toBe("24 Mehefin");
  expect(shortWeekday("2026-06-24", "cy")).toBe("Mer");
  expect(monthName(10, "cy")).toBe("Hydref");
  expect(sayDay("2026-06-24", "fr")).toBe("24 juin 2026");
  expect(sayDay("no day", "en")).toBe("no day");
});

test("numbers of a language that browsers leave out are written as in British English", () => {
  expect(["en", "cy", "en-US", "fr"].map(spokenLocale)).toEqual(["en-GB", "en-GB", "en-US", "fr"]);
});

test("our Welsh agrees with a platform that knows Welsh", () => {
  const months = new Intl.DateTimeFormat("cy", { month: "long", timeZone: "UTC" });
  expect(Intl.DateTimeFormat.supportedLocalesOf(["cy"])).toEqual(["cy"]);
  for (let month = 1; month <= 12; month++)
    expect(monthName(month, "cy")).toBe(months.format(Date.UTC(2026, month - 1, 15)));
});
