// What a public body must be able to show, worked out from the text: the record of processing, the notice in each language, the advisers.
import { readFileSync } from "node:fs";
import { parse } from "parse5";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { compile } from "../../compile.ts";
import { parking } from "../tests/parking.ts";
import { emitAlgorithmRecords } from "./algorithms.ts";
import { writeNotice } from "./notice.ts";
import { emitNoticePage } from "./notice-page.ts";
import { emitProcessingRecord } from "./record.ts";

const record = emitProcessingRecord(parking);
const warmth: Service = JSON.parse(readFileSync("examples/winter-warmth-payment/expected/service.json", "utf8"));

function pageOf(service: Service, tag: string): string {
  return emitNoticePage(writeNotice(service, emitProcessingRecord(service), tag), tag);
}

test("the notice says how long, whom we ask and whom we tell, each in a sentence", () => {
  const { chapters } = writeNotice(parking, record, "en");
  const lines = Object.fromEntries(chapters.map((one) => [one.heading, one.lines]));
  expect(lines).toMatchObject({
    "What is especially protected": ["Health: substantial public interest"],
    "How long we keep it": [
      "Your answers: 2 years after your Resident parking permit ends, or after your case is closed if you get none",
      "Upload a letter from the registered keeper: 6 months after the decision",
    ],
  });
  expect(chapters.find(({ heading }) => heading === "Whom we tell")?.groups).toEqual([
    {
      heading: "Parking Enforcement Service (to check permits on the street)",
      lines: ["What is the vehicle's registration number?", "Which zone do you live in?"],
    },
  ]);
});

test("what is asked of each item of a list stands behind the list, and kinds of answers have words of the notice's language", () => {
  const { chapters } = writeNotice(warmth, emitProcessingRecord(warmth), "en");
  expect(chapters.flatMap(({ groups = [] }) => groups.flatMap(({ lines }) => lines))).toEqual(
    expect.arrayContaining([
      "Who else lives with you: What is their full name?",
      "Who else lives with you: Do you look after them because of an illness or disability? (especially protected: health)",
    ]),
  );
  expect(pageOf(parking, "cy")).toContain("(wedi’i ddiogelu’n arbennig: iechyd)");
  expect(pageOf(parking, "cy")).toContain("<p>Iechyd: ");
});

test("words in the text that look like parts of a page are shown as they are", () => {
  const agency = { ...parking.agency, title: { en: "<b>Council</b> & Sons" } };
  expect(pageOf({ ...parking, agency }, "en")).toContain("<p>&lt;b&gt;Council&lt;/b&gt; &amp; Sons</p>");
});

test("a register on which a licence hangs is asked again, and the notice says so in each language", () => {
  expect(record.registers).toMatchObject([{ name: "vehicle-register", askedAgainFor: ["parking-permit"] }]);
  expect(pageOf(parking, "en")).toContain(
    "National Vehicle Register. We ask again at least once a day while you have this: Resident parking permit.",
  );
  expect(pageOf(parking, "cy")).toContain("Rydym yn gofyn eto o leiaf unwaith y dydd");
  expect(emitProcessingRecord({ ...parking, credentials: {} }).registers[0]).not.toHaveProperty("askedAgainFor");
});

test("each answer says where it comes from, who sees it and how long it stays", () => {
  const answer = (path: string) => record.answers.find((one) => one.path === path);
  expect(answer("blueBadge")).toMatchObject({ sensitive: "health", onlySeenBy: ["parking-officer"], shownAt: [] });
  expect(answer("make")).toMatchObject({ from: "vehicle", shownAt: [{ stage: "review", roles: ["parking-officer"] }] });
  expect(answer("keeperLetter")?.kept).toEqual({ for: { amount: 6, unit: "months" }, after: "decision" });
  expect(answer("zone")?.kept).toEqual({
    for: { amount: 2, unit: "years" },
    after: "credential-ends",
    credential: "parking-permit",
  });
  expect(record.answers.every(({ kept }) => kept !== "not-said")).toBe(true);
});

test("what comes from the last application or a licence says so, in each language", () => {
  const text = `service stall "Rent a market stall"
  agency town "Town"
  languages English, Welsh
applicant is a person
  signs in at level low
  must present trader-card issued by town
section stall "Your stall"
  ask metres "How many metres?" as whole number
    prefill from previous-application's metres, correctable
  ask trader "Your name as a trader" as text
    prefill from trader-card's trader, locked
credential trader-card "Trader card"
  holds trader
`;
  const { service } = compile("stall.service", new Map([["stall.service", text]]));
  if (!service) throw new Error("the text does not compile");
  const stall = emitProcessingRecord(service);
  expect(stall.answers.map(({ from, carries, credential }) => [from, carries, credential])).toEqual([
    ["previousApplication", "previous-application", undefined],
    ["traderCard", "credential", "trader-card"],
  ]);
  expect(pageOf(service, "en")).toMatch(/Your last application.*Trader card/s);
  expect(pageOf(service, "cy")).toContain("Eich cais diwethaf");
});

test("whoever is told something outside is named, with what and why", () => {
  expect(record.recipients).toEqual([
    expect.objectContaining({
      name: "parking-enforcement",
      answers: ["registration", "zone"],
      because: expect.objectContaining({ en: "to check permits on the street" }),
    }),
  ]);
  expect(record.registers[0]).toMatchObject({ name: "vehicle-register", asked: ["registration"] });
  expect(record.published).toEqual([{ what: "figures", hideGroupsUnder: 10 }]);
});

test.each(["en", "cy"])(
  "the notice in %s is whole HTML that needs no repair, in that language, and says all there is",
  (tag) => {
    const page = pageOf(parking, tag);
    const mistakes: string[] = [];
    parse(page, { onParseError: ({ code }) => mistakes.push(code) });
    expect(mistakes).toEqual([]);
    expect(page).toContain(`<html lang="${tag}" dir="ltr">`);
    expect(page).toContain(parking.privacy?.purpose?.[tag] ?? "no purpose");
    for (const { label } of record.answers) expect(page).toContain((label[tag] ?? "").replaceAll("&", "&amp;"));
    expect(page).not.toMatch(/undefined|\[object/);
  },
);

test("words of the author cannot leave their place in the page", () => {
  const title = { en: '<script>alert("1")</script> & "more"' };
  const page = pageOf({ ...parking, title }, "en");
  expect(page).not.toContain("<script>");
  expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &quot;more&quot;");
});

test("an adviser's record says what it reads, what it never sees, and that it does not decide", () => {
  expect(emitAlgorithmRecords(parking)).toEqual([
    expect.objectContaining({
      name: "letter-reader",
      helps: { role: "parking-officer", stage: "review" },
      reads: ["keeperLetter", "registration"],
      neverSees: ["blueBadge"],
      decides: false,
    }),
  ]);
});
