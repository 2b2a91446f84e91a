// What a service says of itself reaches people: its topics, when it is open, who starts it, what is needed, what is not kept.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const rest = `
role clerk "a clerk"
partner tax-agency "Tax Agency"
applicant is a person
  signs in at level low
  must present taxi-licence issued by city
section you "About you"
  ask area "Where do you live?" as text
  ask why "Why do you ask for it?" as text
route
  stage look "We look at it"
    go to granted
outcome granted "Granted"
  send letter
credential taxi-licence "Taxi licence"
  holds why
message letter by email
  subject "Granted"
  attach report
  > Here it is.
document report "Report"
  > You said: {why}
privacy
  purpose "To give grants"
  do not keep area
  share why with tax-agency under "Grants Act, section 4"
assistance reader "Letter reader"
  helps clerk at look
  reads why
  suggests whether it is complete
  person decides, recording suggestion and reason
  registered as "AI-17"
`;
const taxi = `service taxi "Get a taxi licence"
  agency city "City of Ashby"
applicant is a person
  signs in at level low
section you "You"
  ask why "Why do you ask for it?" as text
route
  stage go "Go"
    go to granted
outcome granted "Granted"
  issue taxi-licence
credential taxi-licence "Taxi licence"
  holds why
`;
const service = (name: string, lines: string): string =>
  `service ${name} "${name}"\n  agency city "City of Ashby"\n${lines}${rest}`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(
      path.join(folder, "one"),
      service(
        "open-grant",
        "  owner grants-team\n  topic money, home\n  open from 1 June 2026 to 30 June 2026 at 12:00\n",
      ),
    ),
    await writeText(path.join(folder, "two"), service("later-grant", "  open from 1 July 2026 to 31 July 2026\n")),
    await writeText(path.join(folder, "three"), service("inspection", "  started by clerk\n")),
    await writeText(path.join(folder, "four"), taxi),
  ]);
});
afterAll(() => server.stop());
const citizen = (name: string): TestBrowser => new TestBrowser(server, server.signIn("citizens", name));

test("a service is open in its time, and says until when; before it, it says from when", async () => {
  const browser = citizen("Ann");
  const open = await browser.get("/open-grant");
  expect(open.text).toContain("You can apply until 30 June, 12:00.");
  expect(open.text).toContain("You need your Taxi licence, issued by City of Ashby.");
  expect(open.text).toContain("/open-grant/apply");
  const later = await browser.get("/later-grant");
  expect(later.text).toContain("This service does not take applications yet. You can apply from 1 July to 31 July.");
  expect(later.text).not.toContain("/later-grant/apply");
  expect((await browser.get("/later-grant/apply")).status).toBe(409);
});

test("a service that others start is not in the catalogue and cannot be begun by applicants", async () => {
  const browser = citizen("Bea");
  const catalogue = await browser.get("/");
  expect(catalogue.text).toContain("Topics: Money, Home");
  expect(catalogue.text).not.toContain("inspection");
  expect((await browser.get("/inspection")).text).toContain("You cannot start this yourself");
  expect((await browser.get("/inspection/apply")).status).toBe(409);
});

test("what is not kept is asked and not sent; a document goes along with its message", async () => {
  const browser = citizen("Cat");
  await browser.fill("/taxi/you/why", { why: "To drive" });
  await browser.fill("/taxi/check", {});
  await browser.fill("/open-grant/you/area", { area: "Ashby" });
  await browser.fill("/open-grant/you/why", { why: "A roof" });
  const sent = await browser.fill("/open-grant/check", {});
  expect(sent.location).toMatch(/sent$/);
  const [stored] = await server.installation.store.findCases({ applicant: "Cat", service: "open-grant" });
  expect(stored?.case.answers).toEqual({ why: "A roof" });
  expect(stored?.case.asked).toEqual(["why"]);
  await server.worker.runOnce();
  expect(server.mails.at(-1)?.text).toContain("Here it is.\n\n* * *\n\nReport\n\nYou said: A roof");
});

test("how answers are used: not kept, shared, advised, and who answers for the rules", async () => {
  const { text } = await citizen("Dee").get("/open-grant/how-we-use-your-answers");
  expect(text).toContain("Where do you live?: used while you fill in the form, and not sent with it");
  const shared = text.slice(text.indexOf("Tax Agency (Grants Act, section 4)")).replaceAll(/<[^>]*>/g, " ");
  expect(shared).toMatch(/^Tax Agency \(Grants Act, section 4\):?\s+Why do you ask for it\?/);
  expect(text).toContain("Letter reader. It only advises; a person decides. It is registered as AI-17.");
  expect(text).toContain("Grants team");
});
