// Two services of a market town, for tests of what applicants have from before: one issues a card, the other needs it.
import { expect } from "vitest";
import type { TestBrowser } from "./browser.ts";
import type { TestServer } from "./installation.ts";

/** Issues the card that renting a stall needs. */
export const traders = `service traders "Get a trader card"
  agency town "Town of Ashby"
  contact "0300 123 4567"
applicant is a person
  signs in at level low
section you "You"
  ask goods "What do you sell?" as text
role clerk "a clerk"
route
  stage go "Go"
    go to granted
outcome granted "Granted"
  issue trader-card
  can suspend by clerk with reason within 90 days then go to withdrawn
outcome withdrawn "Withdrawn"
  suspend trader-card
credential trader-card "Trader card"
  holds goods
  valid for 1 year
`;

/** Fills in what was said last time, and what stands on the card. */
export const stalls = `service stalls "Rent a market stall"
  agency town "Town of Ashby"
role clerk "a clerk"
applicant is a person
  signs in at level low
  must present trader-card issued by town
section stall "Your stall"
  ask metres "How many metres do you need?" as whole number
    prefill from previous-application's metres, correctable
    must be at most 20
  ask goods "What do you sell?" as text
    prefill from trader-card's goods, locked
  ask secret "A word only we know" as text
    prefill from previous-application's secret, correctable with evidence
  repeat helpers each helper "Who helps you?"
    from 0 to 3 times
    prefill from previous-application's helpers, correctable
    ask helper-name "Full name" as full name
route
  stage look "We look at it" by clerk
    shows metres, goods, secret, helpers
    can grant then go to granted
    can refuse with reason then go to refused
    finish within 10 days otherwise go to refused
outcome granted "Granted"
outcome refused "Refused"
privacy
  purpose "To let stalls"
  lawful basis public-task "Markets Act 1990"
  keep secret for 10 days after decision
  keep answers for 100 days after decision
credential trader-card "Trader card"
  holds goods
  valid for 1 year
`;

/** Applies for the card, which is issued at once. */
export async function getCard(browser: TestBrowser, goods: string): Promise<void> {
  await browser.fill("/traders/you/goods", { goods });
  expect((await browser.fill("/traders/check", {})).location).toMatch(/sent$/);
}

/** Answers one question with what is typed, or leaves what stands in it. */
async function answer(browser: TestBrowser, name: string, typed: string | undefined): Promise<void> {
  const { text } = await browser.get(`/stalls/stall/${name}`);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? "";
  await browser.post(`/stalls/stall/${name}`, { [name]: typed ?? /value="([^"]*)"/.exec(input)?.[1] ?? "" });
}

/** Rents a stall with what is typed; what is not given is sent as it is shown. */
export async function rentStall(
  browser: TestBrowser,
  typed: { metres?: string; secret?: string } = {},
): Promise<string> {
  await answer(browser, "metres", typed.metres);
  await browser.fill("/stalls/stall/goods", {});
  await answer(browser, "secret", typed.secret);
  await browser.fill("/stalls/stall/helpers", {});
  const { location } = await browser.fill("/stalls/check", {});
  expect(location).toMatch(/sent$/);
  return /applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? "";
}

/** The clerk grants it. */
export async function decide(server: TestServer, number: string): Promise<void> {
  const { store, commands } = server.installation;
  const stored = await store.readCaseByNumber(number);
  const task = stored?.case.tasks[0];
  const by = { kind: "officer", id: "clerk", roles: ["clerk"] } as const;
  await commands.claim(stored?.caseId ?? "", by, task?.id ?? "");
  const chosen = await commands.choose(stored?.caseId ?? "", by, { taskId: task?.id ?? "", action: "grant" });
  expect(chosen.ok).toBe(true);
}
