// What an applicant has from before fills the form in: their own last application, a licence they present; and without a licence that
// must be presented there is a plain page and no application. Over real HTTP and a real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const traders = `service traders "Get a trader card"
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

const stalls = `service stalls "Rent a market stall"
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

const fairs = `service fairs "Come to the fair"
  agency fair-office "Fair Office"
  contact "fair@ashby.example"
applicant is a person
  signs in at level low
  must present food-card issued by food-agency
section fair "Your fair"
  ask goods "What do you sell?" as text
route
  stage go "Go"
    go to granted
outcome granted "Granted"
`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "traders"), traders),
    await writeText(path.join(folder, "stalls"), stalls),
    await writeText(path.join(folder, "fairs"), fairs),
  ]);
});
afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

async function getCard(browser: TestBrowser, goods: string): Promise<void> {
  await browser.fill("/traders/you/goods", { goods });
  expect((await browser.fill("/traders/check", {})).location).toMatch(/sent$/);
}

/** The text of a page without the marks that templates leave in it. */
async function read(browser: TestBrowser, address: string): Promise<string> {
  return (await browser.get(address)).text.replaceAll(/<!--.*?-->|<\?>/g, "").replaceAll("&#39;", "'");
}

/** Answers one question with what is typed, or leaves what stands in it. */
async function answer(browser: TestBrowser, name: string, typed: string | undefined): Promise<void> {
  const { text } = await browser.get(`/stalls/stall/${name}`);
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? "";
  await browser.post(`/stalls/stall/${name}`, { [name]: typed ?? /value="([^"]*)"/.exec(input)?.[1] ?? "" });
}

/** Rents a stall with what is typed; what is not given is sent as it is shown. */
async function rentStall(browser: TestBrowser, typed: { metres?: string; secret?: string } = {}): Promise<string> {
  await answer(browser, "metres", typed.metres);
  await browser.fill("/stalls/stall/goods", {});
  await answer(browser, "secret", typed.secret);
  await browser.fill("/stalls/stall/helpers", {});
  const { location } = await browser.fill("/stalls/check", {});
  expect(location).toMatch(/sent$/);
  return /applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? "";
}

async function decide(number: string): Promise<void> {
  const { store, commands } = server.installation;
  const stored = await store.readCaseByNumber(number);
  const task = stored?.case.tasks[0];
  const by = { kind: "officer", id: "clerk", roles: ["clerk"] } as const;
  await commands.claim(stored?.caseId ?? "", by, task?.id ?? "");
  const chosen = await commands.choose(stored?.caseId ?? "", by, { taskId: task?.id ?? "", action: "grant" });
  expect(chosen.ok).toBe(true);
}

test("without the licence there is a plain page with what is missing and what to do, and no page of the form", async () => {
  const browser = citizen("Ann");
  expect((await browser.get("/stalls")).text).toContain("You need your Trader card, issued by Town of Ashby.");
  const page = await browser.get("/stalls/stall/metres");
  expect(page.location).toBe("/stalls/needed-licence");
  const text = await read(browser, "/stalls/needed-licence");
  expect(text).toContain("<h1>You need your Trader card to apply</h1>");
  expect(text).toContain("We found no Trader card of yours, issued by Town of Ashby.");
  expect(text).toContain('<a href="/traders">Get a trader card</a>');
  await getCard(browser, "Bread");
  expect((await browser.get("/stalls/needed-licence")).location).toBe("/stalls/apply");
  expect((await browser.get("/stalls/stall/metres")).status).toBe(200);
});

test("a licence of an agency whose services run elsewhere cannot be shown, and the page says whom to ask", async () => {
  const text = await read(citizen("Ann"), "/fairs/needed-licence");
  expect(text).toContain("You need your Food card to apply");
  expect(text).toContain("Licences of Food agency cannot be shown here yet.");
  expect(text).toMatch(/Ask Fair Office what you can do\.<br>\s*fair@ashby\.example/);
});

test("the last application that was decided fills the form in; the person sees it, changes it, and the officer sees both", async () => {
  const browser = citizen("Bea");
  await getCard(browser, "Cheese");
  const first = await rentStall(browser, { metres: "4", secret: "brie" });
  // Not decided yet: nothing is filled in.
  expect((await browser.get("/stalls/stall/metres")).text).not.toContain("What you told us last time");
  await decide(first);
  const again = await browser.get("/stalls/stall/metres");
  expect(again.text).toContain("What you told us last time");
  expect(again.text).toContain(`In your application ${first}, sent on 16 June 2026.`);
  expect(again.text).toContain("If it has changed, change it here.");
  expect(again.text).toMatch(/name="metres"[^>]*value="4"|value="4"[^>]*name="metres"/);
  const goods = await browser.get("/stalls/stall/goods");
  expect(goods.text).toContain("Your licence: Trader card");
  expect(goods.text).toContain("Only Town of Ashby can change it.");
  const second = await rentStall(browser, { metres: "6" });
  const stored = await server.installation.store.readCaseByNumber(second);
  expect(stored?.case.answers).toMatchObject({ metres: 6, goods: "Cheese", secret: "brie" });
  expect(stored?.case.origins["metres"]).toMatchObject({
    kind: "corrected",
    source: "previous-application",
    carries: "previous-application",
    number: first,
    old: 4,
  });
  const officer = new TestBrowser(server, server.signIn("officers", "clerk", { roles: ["clerk"] }));
  const desk = await read(officer, `/desk/cases/${second}`);
  expect(desk).toContain(`Changed by the applicant since application ${first}`);
  expect(desk).toContain(`The applicant's application ${first}`);
  expect(desk).toContain(", sent 16 June 2026, not changed");
  expect(desk).toContain("presented: issued 16 June 2026");
});

test("a locked answer of a licence cannot be posted over", async () => {
  const browser = citizen("Bea");
  expect((await browser.fill("/stalls/stall/goods", { goods: "Gold" })).status).toBe(400);
});

test("somebody who has none is asked, without any fault; another person's application is never read", async () => {
  const browser = citizen("Cat");
  await getCard(browser, "Cheese");
  const page = await browser.get("/stalls/stall/metres");
  expect(page.status).toBe(200);
  expect(page.text).not.toContain("What you told us last time");
  expect(page.text).not.toContain('value="6"');
  await rentStall(browser, { metres: "2", secret: "own" });
  const [kept] = await server.installation.store.findCases({ applicant: "Cat", service: "stalls" });
  expect(kept?.case.carried?.["previousApplication"]).toBeUndefined();
});

test("a list is filled in item by item, and only what is read is carried", async () => {
  const browser = citizen("Dan");
  await getCard(browser, "Fish");
  await browser.get("/stalls/apply");
  await browser.fill("/stalls/stall/metres", { metres: "3" });
  await browser.fill("/stalls/stall/goods", {});
  await browser.fill("/stalls/stall/secret", { secret: "cod" });
  const added = await browser.fill("/stalls/stall/helpers", { _do: "add" });
  await browser.fill(added.location ?? "", { [controlIn(added.location)]: "Eve Eel" });
  await browser.fill("/stalls/stall/helpers", {});
  const { location } = await browser.fill("/stalls/check", {});
  await decide(/applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? "");
  const list = await browser.get("/stalls/stall/helpers");
  expect(list.text).toContain("Eve Eel");
  expect(list.text).toContain("What you told us last time");
  const number = await rentStall(browser);
  const stored = await server.installation.store.readCaseByNumber(number);
  expect(stored?.case.answers["helpers"]).toEqual([{ id: "previousApplication-1", helperName: "Eve Eel" }]);
  expect(stored?.case.carried?.["previousApplication"]?.record).toEqual({
    metres: 3,
    secret: "cod",
    helpers: [{ helperName: "Eve Eel" }],
  });
});

function controlIn(location: string | undefined): string {
  const id = /helpers\/([^/]+)\//.exec(location ?? "")?.[1] ?? "";
  return `helpers.${id}.helperName`;
}

test("what is deleted in time fills nothing in any more, and is not kept as what filled something in", async () => {
  const browser = citizen("Flo");
  await getCard(browser, "Flowers");
  const first = await rentStall(browser, { metres: "5", secret: "rose" });
  await decide(first);
  const second = await rentStall(browser);
  await decide(second);
  server.pass(11);
  await server.worker.runOnce();
  expect((await browser.get("/stalls/stall/secret")).text).not.toContain("rose");
  expect((await browser.get("/stalls/stall/metres")).text).toContain("What you told us last time");
  const stored = await server.installation.store.readCaseByNumber(second);
  expect(JSON.stringify(stored?.case)).not.toContain("rose");
  server.pass(100);
  await server.worker.runOnce();
  expect((await browser.get("/stalls/stall/metres")).text).not.toContain("What you told us last time");
});

test("a licence that was suspended while the form was open stops the sending, and says why", async () => {
  const browser = citizen("Gus");
  await getCard(browser, "Game");
  await browser.get("/stalls/apply");
  await browser.fill("/stalls/stall/metres", { metres: "1" });
  await browser.fill("/stalls/stall/goods", {});
  await browser.fill("/stalls/stall/secret", { secret: "hare" });
  await browser.fill("/stalls/stall/helpers", {});
  const [card] = await server.installation.store.findCases({ applicant: "Gus", service: "traders" });
  const by = { kind: "officer", id: "clerk", roles: ["clerk"] } as const;
  const used = await server.installation.commands.useOfficerRight(card?.caseId ?? "", by, "suspend", {
    reason: "Late",
  });
  expect(used.ok).toBe(true);
  const sent = await browser.fill("/stalls/check", {});
  expect(sent.location).toBe("/stalls/needed-licence");
  const text = await read(browser, "/stalls/needed-licence");
  expect(text).toContain("Your Trader card is suspended");
  expect(text).toContain("What you have filled in is kept until");
  expect(text).not.toContain('href="/traders"');
  expect(await server.installation.store.findCases({ applicant: "Gus", service: "stalls" })).toEqual([]);
});

test("a licence that is over says when it ended, and where to get a new one", async () => {
  const browser = citizen("Hal");
  await getCard(browser, "Honey");
  server.pass(400);
  const text = await read(browser, "/stalls/needed-licence");
  expect(text).toMatch(/Your Trader card ended on \d+ \w+ 20\d\d\./);
  expect(text).toContain('href="/traders"');
});
