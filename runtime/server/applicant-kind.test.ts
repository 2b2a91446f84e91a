// Who applies and who fills in, over real HTTP: questions that are asked of businesses, of who acts for them, and of officers alone.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf } from "../identity/parts.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

const stall = `service stall "Rent a market stall"
  agency town "Ashby"
  version 1 starts 1 January 2026
  started by clerk, applicant
applicant is a person
  signs in at level low
applicant is a business
  signs in at level substantial
  acting as director, secretary
section stall "Your stall"
  ask turnover "What did your business sell last year?" as money
    show when applicant-kind is business
  ask mandate "Who let you act?" as text
    show when filled-in-by is secretary
  ask desk "At which desk?" as text
    show when filled-in-by is staff
  ask goods "What do you sell?" as text
role clerk "the clerk"
route
  stage look "We look at it" by clerk
    shows goods, turnover, mandate, desk
    can approve then go to rented
    can refuse with reason then go to refused
outcome rented "Rented"
outcome refused "Refused"
privacy
  purpose "To rent out stalls"
  lawful basis public-task "Markets Act"
  keep answers for 1 year after decision
`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(async (folder) => [await writeText(path.join(folder, "stall"), stall)]);
});
afterAll(() => server.stop());

async function asked(browser: TestBrowser, base: string): Promise<Record<string, boolean>> {
  const pages = ["turnover", "mandate", "desk", "goods"];
  const found = await Promise.all(
    pages.map(async (name) => [name, (await browser.get(`${base}/stall/${name}`)).status === 200] as const),
  );
  return Object.fromEntries(found);
}

function citizen(name: string, of: ReturnType<typeof actorOf>): TestBrowser {
  const at = "2026-06-16T08:20:00.000Z";
  const identity = { subject: name, level: "substantial" as const, at, parts: { fullName: name }, ...of };
  return new TestBrowser(server, server.signIn("citizens", name, { identity }));
}

test("each is asked what concerns them", async () => {
  const nobodyElse = { turnover: false, mandate: false, desk: false, goods: true };
  expect(await asked(citizen("Ann", actorOf({ kind: "person" })), "/stall")).toEqual(nobodyElse);
  const director = citizen("Dee", actorOf({ kind: "business", filledInBy: "director" }));
  expect(await asked(director, "/stall")).toEqual({ ...nobodyElse, turnover: true });
  const secretary = citizen("Sal", actorOf({ kind: "business", filledInBy: "secretary" }));
  expect(await asked(secretary, "/stall")).toEqual({ ...nobodyElse, turnover: true, mandate: true });
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  expect(await asked(clerk, "/desk/begin/stall")).toEqual({ ...nobodyElse, desk: true });
});

test("what a register says of the applicant is taken by its words alone", () => {
  expect(actorOf({ kind: "business", filledInBy: "director" })).toEqual({
    kind: "business",
    isKindKnown: true,
    filledInBy: "director",
  });
  expect(actorOf({ kind: "company", filledInBy: 3 })).toEqual({ kind: "person" });
});
