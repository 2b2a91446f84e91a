// What an applicant has from before fills the form in: their own last application, a licence they present; and without a licence that
// must be presented there is a plain page and no application. Over real HTTP and a real store.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";
import { decide, getCard, rentStall, stalls, traders } from "./tests/market.ts";

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

const fleets = `service fleets "Register your vans"
  agency town "Town of Ashby"
applicant is a business
  signs in at level substantial
section vans "Your vans"
  ask vans "How many vans do you have?" as whole number
    prefill from previous-application's vans, correctable
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
    await writeText(path.join(folder, "fleets"), fleets),
  ]);
});
afterAll(() => server.stop());

const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

/** The text of a page without the marks that templates leave in it. */
async function read(browser: TestBrowser, address: string): Promise<string> {
  return (await browser.get(address)).text.replaceAll(/<!--.*?-->|<\?>/g, "").replaceAll("&#39;", "'");
}

test("without the licence there is a plain page with what is missing and what to do, and no page of the form", async () => {
  const browser = citizen("Ann");
  expect((await browser.get("/stalls")).text).toContain("You need your Trader card, issued by Town of Ashby.");
  const page = await browser.get("/stalls/stall/metres");
  expect(page.location).toBe("/stalls/needed-licence");
  const text = await read(browser, "/stalls/needed-licence");
  expect(text).toContain("<h1>You need your Trader card to apply</h1>");
  expect(text).toContain("We found no Trader card of yours, issued by Town of Ashby.");
  expect(text).toContain('<a class="button" href="/traders">Get a trader card</a>');
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
  await decide(server, first);
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
  expect(desk).toContain("Last time: <del>4</del>");
  expect(desk).not.toContain("Not accepted yet");
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

test("whoever acts for two businesses is filled in from what the same business said", async () => {
  const acting = (businessNumber: string): TestBrowser => {
    const at = "2026-06-16T08:20:00.000Z";
    const parts = { legalName: "Vans", businessNumber, email: "jon@vans.example" };
    const identity = { subject: "Jon", level: "substantial", kind: "business", at, parts } as const;
    return new TestBrowser(server, server.signIn("citizens", "Jon", { identity }));
  };
  const one = acting("11111111");
  await one.fill("/fleets/vans/vans", { vans: "5" });
  expect((await one.fill("/fleets/check", {})).location).toMatch(/sent$/);
  expect(await read(acting("22222222"), "/fleets/vans/vans")).not.toContain("What you told us last time");
  expect(await read(acting("11111111"), "/fleets/vans/vans")).toContain("What you told us last time");
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
  await decide(server, /applications\/([^/]+)\/sent/.exec(location ?? "")?.[1] ?? "");
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
  await decide(server, first);
  const second = await rentStall(browser);
  await decide(server, second);
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
