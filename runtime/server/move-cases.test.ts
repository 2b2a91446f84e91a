// Running cases move to a version that has started, over the real store; one that cannot is told to administrators and at the desk.
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveCases } from "./move-cases.ts";
import { TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeText } from "./tests/installation.ts";

let server: TestServer;
const text = (version: string, stage: string) => `service permit "Permit"
  agency city "City of Ashby"
${version}
role clerk "a clerk"
applicant is a person
  signs in at level low
section you "About you"
  ask plate "Registration" as text
  ask kind "Is it a van?" as yes or no
route
  stage look "We look at it" by clerk
    shows plate
    when kind is yes go to ${stage}
    can approve then go to granted
    finish within 10 days
  stage ${stage} "We weigh it" by clerk
    shows plate
    can approve then go to granted
    finish within 10 days
outcome granted "Granted"
`;

beforeAll(async () => {
  server = await startTestServer(async (folder) => [
    await writeText(path.join(folder, "one"), text("  version 1 starts 1 January 2026", "weigh")),
    await writeText(
      path.join(folder, "two"),
      text("  version 2 starts 1 July 2026\n  running cases move to this version", "measure"),
    ),
  ]);
});
afterAll(() => server.stop());

async function send(name: string, kind: string): Promise<string> {
  const citizen = new TestBrowser(server, server.signIn("citizens", name));
  await citizen.fill("/permit/you/plate", { plate: "AB12" });
  await citizen.fill("/permit/you/kind", { kind });
  const sent = await citizen.fill("/permit/check", {});
  return /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
}

test("nothing moves before the version starts; then what can moves, and what cannot is told", async () => {
  const { installation } = server;
  const [moves, stays] = [await send("Ann", "no"), await send("Bea", "yes")];
  expect(await moveCases(installation)).toEqual({ moved: 0, stay: 0 });
  server.pass(20);
  expect(await moveCases(installation)).toEqual({ moved: 1, stay: 1 });
  expect(await moveCases(installation)).toEqual({ moved: 0, stay: 1 });
  const clerk = new TestBrowser(server, server.signIn("officers", "Cleo", { roles: ["clerk"] }));
  const look = async (number: string): Promise<string> =>
    (await clerk.get(`/desk/cases/${number}`)).text.replaceAll(/<!--.*?-->/g, "");
  expect(await look(moves)).toContain("Moved to version 2 of the service");
  expect(await look(moves)).toContain("Version 2");
  const kept = await look(stays);
  expect(kept).toContain("This case stays with version 1: the stage it is in, “We weigh it”, is no more in version 2.");
  expect(kept).toContain("What do you decide?");
  const told = (await installation.store.findIncidents()).map(({ what }) => what);
  expect(told).toEqual([
    `${stays} stays with version 1 of its service: the stage it is in, “We weigh it”, is no more in version 2.`,
  ]);
  const number = (await installation.store.readCaseByNumber(moves))?.caseId ?? "";
  expect(await installation.store.verifyChain(number)).toBeUndefined();
});
