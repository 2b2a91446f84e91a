// Durable case transitions a second through cases, routing and store; the floor is the same SQL without the engine, in the same run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openHouse, owen } from "../work/tests/house.ts";

const cases = 400;
/** Cases that move at the same time: what the store's grouping sees. */
const groups = [1, 16];

for (const width of groups) {
  const engine = await measureEngine(width);
  const floor = await measureFloor(width, engine.rows);
  const ratio = (floor / engine.perSecond).toFixed(1);
  console.log(
    `transitions, ${width} at once: ${Math.round(engine.perSecond)} a second, floor (same SQL, no engine) ${Math.round(floor)} a second, ratio ${ratio}`,
  );
}

/** Sends cases and has an officer claim and give back the work of each: three durable transitions a case. */
async function measureEngine(width: number): Promise<{ perSecond: number; rows: Row[] }> {
  const house = await openHouse();
  let done = 0;
  const one = async (number: number): Promise<void> => {
    const sent = await house.send({ keeper: false }, { fullName: "Rhian Evans" }, `once-${number}`);
    if (!sent.ok) throw new Error(sent.refused.words);
    const taskId = sent.case.tasks[0]?.id ?? "";
    for (const act of [house.commands.claim, house.commands.release]) {
      const acted = await act(sent.caseId, owen, taskId);
      if (!acted.ok) throw new Error(acted.refused.words);
    }
    done += 3;
  };
  const started = performance.now();
  await inLanes(width, cases, one);
  const seconds = (performance.now() - started) / 1000;
  const stored = await house.store.findCases({ limit: 1 });
  const events = await house.store.readEvents(stored[0]?.caseId ?? "");
  await house.remove();
  const content = JSON.stringify(stored[0]?.case ?? {});
  const perStep = Math.max(1, Math.round(events.length / 3));
  const event = JSON.stringify({ ...events[0], values: undefined });
  const values = events[0]?.values ?? "";
  return { perSecond: done / seconds, rows: [{ content, event, values, perStep }] };
}

interface Row {
  readonly content: string;
  readonly event: string;
  readonly values: string;
  readonly perStep: number;
}

/** The same rows of the same sizes: read the case, append the events and their values, write the case, one due row, one task. */
async function measureFloor(width: number, rows: readonly Row[]): Promise<number> {
  const row = rows[0];
  if (!row) throw new Error("The engine wrote nothing.");
  const folder = await mkdtemp(path.join(tmpdir(), "formwork-floor-"));
  const database = new DatabaseSync(path.join(folder, "floor.db"));
  database.exec("pragma journal_mode = wal; pragma synchronous = full");
  database.exec(`create table cases (id text primary key, version integer, content text) strict;
    create table events (id text, number integer, line text, primary key (id, number)) strict, without rowid;
    create table event_values (id text, number integer, line text, primary key (id, number)) strict, without rowid;
    create table due (key text primary key, at integer) strict, without rowid;
    create table tasks (id text primary key, line text) strict, without rowid`);
  const read = database.prepare("select version, content from cases where id = ?");
  const put = database.prepare("insert or replace into cases (id, version, content) values (?, ?, ?)");
  const event = database.prepare("insert into events (id, number, line) values (?, ?, ?)");
  const values = database.prepare("insert into event_values (id, number, line) values (?, ?, ?)");
  const due = database.prepare("insert or replace into due (key, at) values (?, ?)");
  const task = database.prepare("insert or replace into tasks (id, line) values (?, ?)");
  const step = (id: string, version: number): void => {
    read.get(id);
    for (let at = 0; at < row.perStep; at += 1) event.run(id, version * 100 + at, row.event);
    values.run(id, version * 100, row.values);
    put.run(id, version, row.content);
    due.run(id, version);
    task.run(id, row.event);
  };
  const started = performance.now();
  for (let number = 0; number < cases; number += width) {
    for (let version = 1; version <= 3; version += 1) {
      database.exec("begin immediate");
      for (let at = 0; at < width; at += 1) step(`case-${number + at}`, version);
      database.exec("commit");
    }
  }
  const seconds = (performance.now() - started) / 1000;
  database.close();
  await rm(folder, { recursive: true });
  return (cases * 3) / seconds;
}

async function inLanes(width: number, count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}
