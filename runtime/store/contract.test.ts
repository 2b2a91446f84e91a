// The contract suite on SQLite, a process killed in the middle of writing, and a log that somebody edited.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openSqliteStore } from "./sqlite.ts";
import { checkStore } from "./tests/contract.ts";
import { step } from "./tests/steps.ts";

checkStore({
  name: "SQLite",
  async open() {
    const folder = await mkdtemp(path.join(tmpdir(), "formwork-store-"));
    const file = path.join(folder, "store.db");
    const store = openSqliteStore({ file });
    return {
      store,
      reopen: async () => openSqliteStore({ file }),
      async remove() {
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
});

async function withFile(work: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "formwork-store-"));
  try {
    await work(path.join(folder, "store.db"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("kill -9 while writing: everything acknowledged is there, every chain is whole", async () => {
  await withFile(async (file) => {
    for (let round = 0; round < 3; round += 1) {
      const child = spawn(
        process.execPath,
        [path.join(import.meta.dirname, "tests", "writer.ts"), file, String(round)],
        {
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      const acknowledged: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.push(line);
        if (acknowledged.length === 150) child.kill("SIGKILL");
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(150);
      const store = openSqliteStore({ file });
      for (const caseId of acknowledged) {
        expect(await store.readCase(caseId), caseId).toBeDefined();
        expect(await store.verifyChain(caseId)).toBeUndefined();
      }
      await store.close();
    }
  });
});

test("a log that was edited is found, and the place is named", async () => {
  await withFile(async (file) => {
    const store = openSqliteStore({ file });
    for (let version = 0; version < 4; version += 1) await store.transition("one", step(version));
    const forger = new DatabaseSync(file);
    expect(() => forger.exec("update events set type = 'granted' where number = 3")).toThrow(/never changed/);
    forger.exec("drop trigger events_stay; update events set type = 'granted' where number = 3");
    expect(await store.verifyChain("one")).toBe(3);
    forger.exec(
      "update events set type = 'sent' where number = 3; update event_values set content = '{}' where number = 2",
    );
    expect(await store.verifyChain("one")).toBe(2);
    // Values that were erased, salt and all, leave the proof standing.
    forger.exec("delete from event_values");
    expect(await store.verifyChain("one")).toBeUndefined();
    forger.close();
    await store.close();
  });
});

test("a file of a newer release is left alone, in words", async () => {
  await withFile(async (file) => {
    await openSqliteStore({ file }).close();
    const newer = new DatabaseSync(file);
    newer.exec("pragma user_version = 99");
    newer.close();
    expect(() => openSqliteStore({ file })).toThrow(/newer release/);
  });
});
