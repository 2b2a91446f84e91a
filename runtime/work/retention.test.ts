// Answers are deleted when their time is over: on a real store, by the worker, with a clock that is moved by hand.
import { readFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Case } from "#routing/case.ts";
import { visibleAnswers } from "../cases/access.ts";
import { openHouse, owen, rhian } from "./tests/house.ts";

let house: Awaited<ReturnType<typeof openHouse>>;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

const letter = { id: "file-1", name: "letter.pdf", size: 3, mediaType: "application/pdf", sha256: "x" };

async function present(caseId: string): Promise<Case> {
  const stored = await house.store.readCase(caseId);
  if (!stored) throw new Error("There is no case.");
  return stored.case;
}

/** Refused on 1 June 2026; the driver is told at once. */
async function refused(): Promise<string> {
  const { commands, worker, store } = house;
  const sent = await house.send({ keeper: false, keeperLetter: letter });
  if (!sent.ok) throw new Error(sent.refused.words);
  const [task] = await store.findTasks({ roles: ["parking-officer"] });
  await commands.choose(sent.caseId, owen, { taskId: task?.taskId ?? "", action: "refuse", reason: "Not signed." });
  await worker.runOnce();
  return sent.caseId;
}

async function at(instant: string): Promise<void> {
  house.clock.now = instant;
  await house.worker.runOnce();
}

test("a refused application: the letter goes after six months, everything else two years after the end; the log stays whole", async () => {
  const { store } = house;
  const caseId = await refused();
  expect(await store.readInbox("rhian")).not.toEqual([]);
  await at("2026-12-01T22:00:00.000Z");
  expect((await present(caseId)).answers["keeperLetter"]).toEqual(letter);
  expect(await store.isFileHeld("file-1")).toBe(true);
  await at("2026-12-02T00:00:00.000Z");
  expect((await present(caseId)).answers).toMatchObject({ registration: "AB12 CDE" });
  expect((await present(caseId)).answers["keeperLetter"]).toBeUndefined();
  expect(await store.isFileHeld("file-1")).toBe(false);

  // No permit was issued: two years count from the end, which comes when the 28 days to appeal are over.
  await at("2028-06-28T08:00:00.000Z");
  expect((await present(caseId)).answers).toMatchObject({ registration: "AB12 CDE" });
  await at("2028-06-29T23:00:00.000Z");
  const after = await present(caseId);
  expect(after).toMatchObject({
    answers: {},
    place: { outcome: "refused" },
    deleted: [{ paths: ["keeperLetter"] }, { paths: [] }],
  });
  expect(await store.readInbox("rhian")).toEqual([]);
  expect(visibleAnswers(house.service, after, owen)).toEqual({});
  expect(await store.verifyChain(caseId)).toBeUndefined();
  const log = await store.readEvents(caseId);
  expect(log.flatMap(({ values }) => values ?? []).join()).not.toContain("AB12");
  expect(log.filter(({ type }) => type === "answers deleted").map(({ details }) => details["what"])).toEqual([
    "keeperLetter",
    "all",
  ]);
  expect(await house.worker.runOnce()).toBe(0);
});

test("nothing personal is left in any table, nor in free pages of the file", async () => {
  await refused();
  await at("2026-12-02T00:00:00.000Z");
  await at("2028-06-29T23:00:00.000Z");
  const personal = /Rhian|AB12|Canal|rhian@|Not signed|letter\.pdf/;
  const database = new DatabaseSync(house.file);
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
  const rows = tables.flatMap(({ name }) => database.prepare(`select * from "${name}"`).all());
  database.exec("pragma wal_checkpoint(truncate)");
  database.close();
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toMatch(personal);
  expect(await readFile(house.file, "latin1")).not.toMatch(personal);
});

test("an appeal puts the deletion off until the case is decided again", async () => {
  const { commands } = house;
  const caseId = await refused();
  expect(await commands.useRight(caseId, rhian, "appeal")).toMatchObject({ ok: true });
  await at("2026-12-02T00:00:00.000Z");
  expect((await present(caseId)).answers["keeperLetter"]).toEqual(letter);
  expect(
    (await present(caseId)).deadlines.filter(({ kind, state }) => kind === "deletion" && state === "running"),
  ).toEqual([]);
});

test("a case that was decided before this could be done is planned when it is next looked at", async () => {
  const { store } = house;
  const caseId = await refused();
  const stored = await store.readCase(caseId);
  if (!stored) throw new Error("There is no case.");
  const before = { ...stored.case, deadlines: stored.case.deadlines.filter(({ kind }) => kind !== "deletion") };
  const wake = { key: `${caseId}/clock`, kind: "clock" as const, caseId, at: house.clock.now, payload: "" };
  await store.transition(caseId, {
    expectedVersion: stored.version,
    at: house.clock.now,
    case: before,
    events: [],
    due: [wake],
    tasks: [],
  });
  await house.worker.runOnce();
  expect((await present(caseId)).deadlines.filter(({ kind }) => kind === "deletion")).toHaveLength(2);
});
