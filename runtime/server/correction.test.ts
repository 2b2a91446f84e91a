import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillForm, pdf, sendForm, TestBrowser } from "./tests/browser.ts";
import { startTestServer, type TestServer, writeBundle } from "./tests/installation.ts";

let server: TestServer;
beforeAll(async () => {
  // The example, with the corrected answer shown to the officer.
  server = await startTestServer(async (folder) => [
    await writeBundle(path.join(folder, "bundle"), (service) => ({
      ...service,
      ...(service.route && {
        route: {
          ...service.route,
          stages: service.route.stages.map((stage) =>
            stage.by.length > 0 ? { ...stage, shows: [...stage.shows, "fuel"] } : stage,
          ),
        },
      }),
    })),
  ]);
});
afterAll(() => server.stop());

const caseOf = async (number: string) => (await server.installation.store.readCaseByNumber(number))?.case;

test("a correction of a register's value is marked with its evidence, and accepted by who works the case, once", async () => {
  const applicant = new TestBrowser(server, server.signIn("citizens", "Rhian"));
  await fillForm(applicant, "no");
  const page = "/resident-parking-permit/your-vehicle/vehicle-details";
  await applicant.get(page);
  await applicant.upload(page, { fuel: "electric" }, "proof", "certificate.pdf", pdf);
  const number = await sendForm(applicant);
  await server.worker.runOnce();
  expect((await caseOf(number))?.origins["fuel"]).toMatchObject({ kind: "corrected", old: "petrol" });
  const owen = new TestBrowser(server, server.signIn("officers", "Owen Marsh", { roles: ["parking-officer"] }));
  const where = `/desk/cases/${number}`;
  const seen = await owen.get(where);
  expect(seen.text).toContain("certificate.pdf");
  expect(seen.text).toContain("Not accepted yet");
  // Nobody accepts anything on a case that is not theirs to work.
  expect((await owen.post(`${where}/accept`, { path: "fuel" })).status).toBe(409);
  await owen.get(where);
  await owen.post(`${where}/claim`, { task: (await caseOf(number))?.tasks.at(-1)?.id ?? "" });
  await owen.get(where);
  expect((await owen.post(`${where}/accept`, { path: "zone" })).status).toBe(400);
  await owen.get(where);
  expect((await owen.post(`${where}/accept`, { path: "keeper" })).status).toBe(409);
  await owen.get(where);
  for (let press = 0; press < 2; press += 1)
    expect((await owen.post(`${where}/accept`, { path: "fuel" })).location).toBe(where);
  const after = await caseOf(number);
  expect(after?.accepted).toMatchObject({ fuel: { by: { id: "Owen Marsh" } } });
  expect(after?.history.filter(({ what }) => what === "accepted")).toHaveLength(1);
  expect((await owen.get(where)).text.replaceAll(/<!--.*?-->/g, "")).toMatch(/<b>Accepted<\/b> by Owen Marsh/);
});
