// Brings a file to the newest tables, one numbered step after another, each in its own transaction. Never goes back.
import type { DatabaseSync } from "node:sqlite";
import { first } from "./migrations/001-first.ts";
import { filesOfCases } from "./migrations/002-files-of-cases.ts";
import { retention } from "./migrations/003-retention.ts";
import { looks } from "./migrations/004-looks.ts";

/** In order; the number of a step is its place here, from 1. */
const migrations: readonly string[] = [first, filesOfCases, retention, looks];

/** Runs what is still to be run. Throws when the file was written by a newer release: it must not be touched. */
export function migrate(database: DatabaseSync): void {
  const present = Number(database.prepare("pragma user_version").get()?.["user_version"] ?? 0);
  if (present > migrations.length) {
    throw new Error(
      `The database was written by a newer release (its tables have number ${present}, this release knows ${migrations.length}). Start the newer release.`,
    );
  }
  for (const [at, sql] of migrations.entries()) {
    if (at < present) continue;
    database.exec("begin immediate");
    try {
      // Two processes that start together: the one that waited finds the work done.
      const now = Number(database.prepare("pragma user_version").get()?.["user_version"] ?? 0);
      if (now <= at) {
        database.exec(sql);
        database.exec(`pragma user_version = ${at + 1}`);
      }
      database.exec("commit");
    } catch (error) {
      database.exec("rollback");
      throw error;
    }
  }
}
