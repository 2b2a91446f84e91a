// Two services of a market town, for tests of licences that a register ends: one issues the permit, the other needs it.
import { createHmac } from "node:crypto";
import { expect } from "vitest";
import type { TestBrowser } from "./browser.ts";
import type { TestServer } from "./installation.ts";

/** Suspended while nobody insures the holder, revoked for fraud. */
export const permit = `service stall-permit "Stall permit"
  agency town "Town of Ashby"
role clerk "a clerk"
partner insurers "Insurers' Bureau"
applicant is a person
  signs in at level low
source insurance-register "Insurance Register"
  run by insurers
  permission "Check my insurance"
  operation find-policy
    needs policy as text
    gives insured as yes or no
    gives fraud as yes or no
    if unavailable ask applicant
section you "You"
  ask policy "What is the number of your policy?" as text
  fetch cover from insurance-register's find-policy using policy
  page details "Your insurance"
    shows policy
  ask goods "What do you sell?" as text
decide insured-no-more when cover's insured is no
route
  stage look "We look" by clerk
    shows policy, goods
    can grant then go to granted
    finish within 10 days otherwise go to granted
outcome granted "Granted"
  issue stall-permit
credential stall-permit "Stall permit"
  holds goods
  valid for 1 year
  suspend when insured-no-more
  revoke when cover's fraud is yes
`;
/** Whoever has the permit can have a stall. */
export const stall = `service stall "Rent a stall"
  agency town "Town of Ashby"
applicant is a person
  signs in at level low
  must present stall-permit issued by town
section stall "Your stall"
  ask metres "How many metres?" as whole number
route
  stage go "Go"
    go to granted
outcome granted "Granted"
credential stall-permit "Stall permit"
  holds goods from identity's email
  valid for 1 year
`;

/** The register says this from now on, and a day passes. */
export async function aDayLater(server: TestServer, record: { insured: boolean; fraud: boolean }): Promise<void> {
  server.register = { state: "present", record };
  server.pass(1.01);
  await server.worker.runOnce();
}

/** Ann applies with her policy, and the clerk grants it: the number of her application, and the address of her permit. */
export async function getPermit(
  server: TestServer,
  ann: TestBrowser,
  clerk: TestBrowser,
): Promise<{ readonly number: string; readonly licence: string }> {
  server.register = { state: "present", record: { insured: true, fraud: false } };
  await ann.fill("/stall-permit/you/policy", { policy: "P-77" });
  await ann.fill("/stall-permit/you/details", {});
  await ann.fill("/stall-permit/you/goods", { goods: "Fruit" });
  const sent = await ann.fill("/stall-permit/check", {});
  const number = /applications\/([^/]+)\/sent/.exec(sent.location ?? "")?.[1] ?? "none";
  const desk = `/desk/cases/${number}`;
  const task = /name="task" value="([^"]+)"/.exec((await clerk.get(desk)).text)?.[1] ?? "";
  expect((await clerk.post(`${desk}/decide`, { task, action: "grant" })).status).toBe(303);
  await server.worker.runOnce();
  const [, licence = ""] = /href="(\/licences\/[^"]+)"/.exec((await ann.get("/licences")).text) ?? [];
  return { number, licence };
}

/** The register tells that a key changed, signed as it should be or with what a test wants to see refused. */
export async function tellChange(
  server: TestServer,
  data: unknown,
  { secret = server.announcementSecret, id = "change-1", source = "insurance-register" } = {},
): Promise<number> {
  const body = JSON.stringify({ type: "changed", data });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const response = await fetch(`${server.address}/webhooks/changes/${source}`, {
    method: "POST",
    headers: { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` },
    body,
  });
  return response.status;
}
