import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Service } from "#contract";
import { buildDays } from "#routing/days.ts";
import { dueOf } from "./due.ts";

const fixture = path.resolve(import.meta.dirname, "../../examples/resident-parking-permit/expected/service.json");
const service: Service = JSON.parse(readFileSync(fixture, "utf8"));
const days = buildDays(service);
const task = { openedAt: "2026-06-16T08:00:00Z", dueAt: "2026-06-23T22:59:59.999Z", state: "open" };

test("a due date is told by working days and grouped as the list filters", () => {
  expect(dueOf(task, "2026-06-17", days)).toMatchObject({
    group: "later",
    words: "In 4 working days",
    count: "Day 1 of 5",
    day: "Tue 23 June",
  });
  expect(dueOf(task, "2026-06-19", days).points).toEqual(["gone", "gone", "now", "", "due"]);
  expect(dueOf(task, "2026-06-22", days)).toMatchObject({ group: "soon", words: "Next working day" });
  expect(dueOf(task, "2026-06-23", days)).toMatchObject({ group: "soon", words: "Today" });
});

test("what is late says by how much, and a stopped clock says that", () => {
  expect(dueOf(task, "2026-06-25", days)).toMatchObject({ group: "late", words: "2 days late" });
  expect(dueOf(task, "2026-06-27", days).points.at(-1)).toBe("over");
  expect(dueOf({ ...task, state: "asleep" }, "2026-06-25", days)).toMatchObject({ group: "stopped", points: [] });
  expect(dueOf({ openedAt: task.openedAt, state: "open" }, "2026-06-25", days).words).toBe("No date");
});
