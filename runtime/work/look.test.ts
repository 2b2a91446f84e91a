// Looks at a licence through store and worker: once a day, at once when a register tells of a change, and what a silent register does.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Case } from "#routing/case.ts";
import { digestOf } from "../cases/looks.ts";
import { openHouse } from "./tests/house.ts";

const hour = 3_600_000;
const vehicle = { make: "Fiat", fuel: "petrol", keeperPostcode: "AS1 4QT" };

let house: Awaited<ReturnType<typeof openHouse>>;
let caseId: string;
beforeEach(async () => {
  house = await openHouse();
  caseId = await permit();
  house.outside.register = { state: "present", record: { ...vehicle, taxed: true } };
});
afterEach(() => house.remove());

/** A permit that is paid for and issued. */
async function permit(onceKey = "once"): Promise<string> {
  const sent = await house.send({}, undefined, onceKey);
  if (!sent.ok) throw new Error(sent.refused.words);
  await house.worker.runOnce();
  const [payment] = (await present(sent.caseId)).payments;
  await house.commands.paymentNotice({ providerId: payment?.providerId ?? "", state: "paid", amount: 12000 });
  await house.worker.runOnce();
  return sent.caseId;
}

async function present(id = caseId): Promise<Case> {
  const stored = await house.store.readCase(id);
  if (!stored) throw new Error("There is no case.");
  return stored.case;
}

const status = async (id = caseId) => (await present(id)).issued[0]?.status;
const key = (registration: string) => [{ need: "registration", digest: digestOf(registration) }];

test("a day after it was issued the register is asked what it was asked before; nothing changes, and nothing is kept of it", async () => {
  const { worker, outside, later, store } = house;
  const log = await store.readEvents(caseId);
  later(23 * hour);
  await worker.runOnce();
  expect(outside.asked).toEqual([]);
  later(2 * hour);
  await worker.runOnce();
  expect(outside.asked).toEqual([{ registration: "AB12 CDE" }]);
  expect(await status()).toBe("valid");
  expect(await store.readEvents(caseId)).toEqual(log);
  expect(await store.readLook(caseId, (await present()).issued[0]?.id ?? "")).toBe(house.clock.now);
  later(25 * hour);
  await worker.runOnce();
  expect(outside.asked).toHaveLength(2);
});

test("its tax has ended: the permit is revoked, the holder is told why, and nobody asks any more", async () => {
  const { worker, outside, later, store } = house;
  outside.register = { state: "present", record: { ...vehicle, taxed: false } };
  later(25 * hour);
  await worker.runOnce();
  expect(await status()).toBe("revoked");
  const mail = outside.messages.at(-1);
  expect(mail?.text).toContain("Your vehicle is not taxed.");
  expect(mail?.text).toContain("write to us, and to whoever keeps this register: National Vehicle Register");
  expect((await store.readInbox("rhian"))[0]?.body).toBe(mail?.text);
  expect(await store.verifyChain(caseId)).toBeUndefined();
  later(50 * hour);
  await worker.runOnce();
  expect(outside.asked).toHaveLength(1);
  expect(await store.findIssued("rhian", "2026-06-03")).toEqual([]);
});

test("a register that does not answer changes nothing; it is asked again ever more rarely, and one incident is told for all licences", async () => {
  const { worker, outside, later, store } = house;
  const other = await permit("second");
  outside.register = { state: "unavailable" };
  later(25 * hour);
  for (let round = 0; round < 40; round += 1) {
    await worker.runOnce();
    later(5 * 60_000);
  }
  expect([await status(), await status(other)]).toEqual(["valid", "valid"]);
  const incidents = await store.findIncidents();
  expect(incidents.map(({ what }) => what)).toEqual([expect.stringContaining("vehicle-register does not answer")]);
  expect(outside.asked.length).toBeLessThan(20);
  outside.register = { state: "present", record: { ...vehicle, taxed: false } };
  later(hour);
  await worker.runOnce();
  expect([await status(), await status(other)]).toEqual(["revoked", "revoked"]);
});

test("a register that tells of a change has the licence looked at at once, however its key is written, and no other", async () => {
  const { worker, outside, store, clock } = house;
  expect(await store.wakeWatched("vehicle-register", key("XY99 ZZZ"), clock.now)).toBe(0);
  expect(await store.wakeWatched("company-register", key("AB12 CDE"), clock.now)).toBe(0);
  await worker.runOnce();
  expect(outside.asked).toEqual([]);
  expect(await store.wakeWatched("vehicle-register", key("ab12cde"), clock.now)).toBe(1);
  await worker.runOnce();
  expect(outside.asked).toHaveLength(1);
});

test("a change that comes while the register is being asked has it asked once more", async () => {
  const { worker, outside, store, clock, later } = house;
  const ask = outside.callSource.bind(outside);
  let told = 0;
  outside.callSource = async (request) => {
    const before = await ask(request);
    if (told++ === 0) {
      outside.register = { state: "present", record: { ...vehicle, taxed: false } };
      await store.wakeWatched("vehicle-register", key("AB12 CDE"), clock.now);
    }
    return before;
  };
  later(25 * hour);
  await worker.runOnce();
  expect(outside.asked).toHaveLength(2);
  expect(await status()).toBe("revoked");
});

test("answers that were deleted before the permit is over: nobody is asked, and an administrator is told once", async () => {
  const { worker, outside, store, later, clock } = house;
  const stored = await store.readCase(caseId);
  if (!stored) throw new Error("There is no case.");
  const deleted = [{ at: clock.now, paths: [] }];
  const { version } = stored;
  const less = { ...stored.case, fetched: {}, deleted };
  await store.transition(caseId, {
    ...{ expectedVersion: version, events: [], case: less, at: clock.now, due: [], tasks: [] },
  });
  for (let day = 0; day < 3; day += 1) {
    later(25 * hour);
    await worker.runOnce();
  }
  expect(outside.asked).toEqual([]);
  expect(await status()).toBe("valid");
  expect(await store.findIncidents()).toMatchObject([
    { what: expect.stringContaining("cannot be looked at any more") },
  ]);
});
