// A case from sending to the end, through store, routing and the worker, and what happens when the outside fails.
import { afterEach, beforeEach, expect, test } from "vitest";
import { replay } from "#routing/advance.ts";
import type { Case } from "#routing/case.ts";
import { mayOpenCase, visibleAnswers } from "../cases/access.ts";
import { openHouse, owen, rhian } from "./tests/house.ts";

let house: Awaited<ReturnType<typeof openHouse>>;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

async function sent(members = {}): Promise<string> {
  const done = await house.send(members);
  if (!done.ok) throw new Error(done.refused.words);
  return done.caseId;
}

async function present(caseId: string): Promise<Case> {
  const stored = await house.store.readCase(caseId);
  if (!stored) throw new Error("There is no case.");
  return stored.case;
}

test("confirmed by the check, paid, granted: message sent, licence there, sharing held, log whole and replayable", async () => {
  const { worker, outside, store, commands } = house;
  const caseId = await sent();
  expect((await present(caseId)).place).toMatchObject({ stage: "pay" });
  await worker.runOnce();
  const payment = (await present(caseId)).payments[0];
  expect(payment).toMatchObject({ amount: 12000, state: "requested" });
  const notice = { providerId: payment?.providerId ?? "", state: "paid", amount: 12000 } as const;
  expect(await commands.paymentNotice(notice)).toMatchObject({ ok: true });
  expect(await commands.paymentNotice(notice)).toMatchObject({ ok: true });
  await worker.runOnce();
  const after = await present(caseId);
  expect(after.place).toMatchObject({ outcome: "granted" });
  expect(after.reached.at(-1)?.notifiedAt).toBe(house.clock.now);
  const letter = outside.messages.find(({ subject }) => subject.includes("AB12"));
  expect(letter?.text).toContain("£120");
  expect(letter?.text).toContain("1 June 2027");
  expect(await store.findIssued("rhian")).toMatchObject([
    { credential: "parking-permit", status: "valid", endDate: "2027-06-01" },
  ]);
  expect(outside.shared).toMatchObject([{ values: { registration: "AB12 CDE", zone: "zone-b" } }]);
  expect(await store.findHeld()).toMatchObject([{ to: "parking-enforcement" }]);
  expect(await store.verifyChain(caseId)).toBeUndefined();
  const log = (await store.readEvents(caseId)).flatMap(({ values, at }) =>
    values ? [{ happening: JSON.parse(values), at }] : [],
  );
  expect(JSON.parse(JSON.stringify(replay(house.service, house.definition.rulebook, log)))).toEqual(after);
});

test("pressing send twice makes one case, at the same moment too", async () => {
  const both = await Promise.all([house.send(), house.send()]);
  expect(both.map((one) => one.ok && one.caseId)).toEqual([both[0].ok && both[0].caseId, both[0].ok && both[0].caseId]);
  expect(await house.store.countCases("resident-parking-permit")).toBe(1);
});

test("an officer refuses with a reason; the letter gives it and the day until which the driver can appeal", async () => {
  const { commands, worker, outside, store } = house;
  const caseId = await sent({ keeper: false });
  const [task] = await store.findTasks({ roles: ["parking-officer"] });
  expect(task).toMatchObject({ caseId, dueAt: "2026-06-08T22:59:59.999Z" });
  const taskId = task?.taskId ?? "";
  expect(await commands.choose(caseId, owen, { taskId, action: "refuse" })).toMatchObject({
    refused: { code: "reason-missing" },
  });
  expect(await commands.choose(caseId, rhian, { taskId, action: "approve" })).toMatchObject({
    refused: { code: "not-your-role" },
  });
  expect(
    await commands.choose(caseId, owen, { taskId, action: "refuse", reason: "The letter is not signed." }),
  ).toMatchObject({ ok: true });
  await worker.runOnce();
  expect(outside.messages.at(-1)?.text).toContain("The letter is not signed.");
  expect(outside.messages.at(-1)?.text).toContain("29 June 2026");
  expect(await store.findTasks({ roles: ["parking-officer"] })).toEqual([]);
  expect(await commands.useRight(caseId, rhian, "appeal")).toMatchObject({
    ok: true,
    case: { place: { stage: "appeal" } },
  });
});

test("two officers press at once: one wins, the other is told in words", async () => {
  const { commands, store } = house;
  const caseId = await sent({ keeper: false });
  const [task] = await store.findTasks({ roles: ["parking-officer"] });
  const sam = { ...owen, id: "sam" };
  const choice = { taskId: task?.taskId ?? "", action: "approve" };
  const both = await Promise.all([commands.choose(caseId, owen, choice), commands.choose(caseId, sam, choice)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refused: { code: "task-over" } });
});

test("a lost notice: the provider is asked, and one payment is made however often it is tried", async () => {
  const { worker, outside, later } = house;
  const caseId = await sent();
  outside.broken.add("requestPayment");
  await worker.runOnce();
  outside.broken.clear();
  later(1_000);
  await worker.runOnce();
  outside.settle();
  later(60_000);
  await worker.runOnce();
  expect((await present(caseId)).place).toMatchObject({ outcome: "granted" });
  expect(outside.payments.size).toBe(1);
});

test("notice and asking agree, in either order and at the same moment: paid once, granted once, nothing to give back", async () => {
  const { worker, outside, commands, store, later } = house;
  for (const order of ["notice first", "asking first", "together"] as const) {
    const caseId = await sent({ onceKey: order });
    await worker.runOnce();
    const notice = (): ReturnType<typeof commands.paymentNotice> =>
      present(caseId).then(({ payments }) =>
        commands.paymentNotice({ providerId: payments[0]?.providerId ?? "", state: "paid", amount: 12000 }),
      );
    outside.settle();
    if (order === "notice first") await notice();
    if (order === "together") await Promise.all([notice(), worker.checkPayment(caseId)]);
    else await worker.checkPayment(caseId);
    await notice();
    later(60_000);
    await worker.runOnce();
    const after = await present(caseId);
    expect(after.place, order).toMatchObject({ outcome: "granted", time: 1 });
    expect(
      after.history.filter(({ what }) => what === "paid"),
      order,
    ).toHaveLength(1);
    expect(after.payments[0]?.giveBack, order).toBeUndefined();
  }
  expect(await store.findIncidents()).toEqual([]);
});

test("a worker that died in the middle of asking for a payment: another one takes over, and nothing is asked twice", async () => {
  const { store, outside, later, newWorker, clock } = house;
  const caseId = await sent();
  const claims = await store.claimDue("died", clock.now, 60_000, 10);
  const asked = claims.find(({ payload }) => payload.includes("request-payment"));
  await outside.requestPayment({
    idempotencyKey: `${caseId}/${(await present(caseId)).payments[0]?.id}`,
    amount: 12000,
    currency: "GBP",
    reference: "",
    description: "",
    returnAddress: "",
  });
  const second = newWorker("two");
  await second.runOnce();
  expect((await present(caseId)).payments[0]?.state).toBe("wanted");
  later(60_000);
  await second.runOnce();
  expect((await present(caseId)).payments[0]?.state).toBe("requested");
  expect(outside.payments.size).toBe(1);
  expect(asked && (await store.finishDue(asked))).toBe(false);
});

test("mail that never goes out ends as one incident, the case hears it, and a person has it tried again", async () => {
  const { worker, outside, store, later, commands, clock } = house;
  const caseId = await sent({ keeper: false });
  const [task] = await store.findTasks({ roles: ["parking-officer"] });
  outside.broken.add("sendMessage");
  await commands.choose(caseId, owen, { taskId: task?.taskId ?? "", action: "refuse", reason: "No." });
  for (let tries = 0; tries < 5; tries += 1) {
    await worker.runOnce();
    later(600_000);
  }
  expect((await present(caseId)).sendings).toMatchObject([{ state: "failed" }]);
  const [incident] = await store.findIncidents();
  expect(incident?.what).toContain("3 tries");
  outside.broken.clear();
  await store.retryIncident(incident?.id ?? "", clock.now);
  await worker.runOnce();
  expect((await present(caseId)).sendings).toMatchObject([{ state: "handed-over" }]);
  expect((await present(caseId)).reached.at(-1)?.notifiedAt).toBe(clock.now);
});

test("nobody pays: the time runs out by the worker's clock alone; a clock that jumped back does not lose it", async () => {
  const { worker, store, clock } = house;
  const caseId = await sent();
  await worker.runOnce();
  const real = clock.now;
  clock.now = "2026-06-15T23:00:00.000Z";
  const [held] = await store.claimDue("quick", clock.now, 1, 1);
  clock.now = real;
  if (held) await store.postponeDue(held, real);
  await worker.runOnce();
  expect((await present(caseId)).place).toMatchObject({ stage: "pay" });
  clock.now = "2026-06-15T23:00:00.000Z";
  await worker.runOnce();
  expect((await present(caseId)).place).toMatchObject({ outcome: "lapsed" });
});

test("the loop wakes by itself and stops cleanly", async () => {
  const caseId = await sent();
  house.worker.start();
  for (let tries = 0; tries < 200 && (await present(caseId)).payments[0]?.state !== "requested"; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await house.worker.stop();
  expect((await present(caseId)).payments[0]?.state).toBe("requested");
});

test("a role sees what its stage shows, less what privacy keeps to others; a neighbour sees nothing", async () => {
  const caseId = await sent({ keeper: false });
  const now = await present(caseId);
  expect(Object.keys(visibleAnswers(house.service, now, owen)).sort()).toEqual([
    "home",
    "keeper",
    "make",
    "permitsHeld",
    "registration",
  ]);
  const judge = { kind: "officer", id: "a", roles: ["appeals-officer"] } as const;
  expect(visibleAnswers(house.service, now, judge)).toEqual({});
  expect(mayOpenCase(house.service, now, judge).allowed).toBe(false);
  expect(mayOpenCase(house.service, now, { kind: "applicant", id: "neighbour" }).allowed).toBe(false);
});

test("a pilot that is full takes no more, and says the answers are kept", async () => {
  house.clock.now = "2026-10-01T08:00:00.000Z";
  expect(await house.send()).toMatchObject({
    ok: false,
    refused: { code: "closed", words: expect.stringContaining("kept") },
  });
});

test("the log of events holds no personal data", async () => {
  const caseId = await sent({ keeper: false });
  const [task] = await house.store.findTasks({ roles: ["parking-officer"] });
  await house.commands.choose(caseId, owen, {
    taskId: task?.taskId ?? "",
    action: "refuse",
    reason: "A secret reason",
  });
  const lines = (await house.store.readEvents(caseId)).map(({ values: _apart, ...event }) => event);
  const text = JSON.stringify(lines);
  for (const value of ["Rhian", "Owen", "AB12", "Canal", "secret"]) expect(text).not.toContain(value);
});
