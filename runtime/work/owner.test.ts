// Who holds a lease, and whether they are surely gone.
import { expect, test } from "vitest";
import { isGone, isProcessAlive, type Owner, ownerName } from "./owner.ts";

const self: Owner = { machine: "desk 1/a", process: 7, id: "new" };
const named = (owner: Partial<Owner>): string => ownerName({ ...self, ...owner });

test("a holder is gone when nothing runs under its number here, or when the number is ours now", () => {
  expect(isGone(named({ process: 8, id: "old" }), self, () => false)).toBe(true);
  expect(isGone(named({ id: "old" }), self, () => true)).toBe(true);
});

test("what runs, what runs elsewhere, ourselves and a name that says nothing are never gone", () => {
  expect(isGone(named({ process: 8, id: "old" }), self, () => true)).toBe(false);
  expect(isGone(named({ machine: "desk 2", process: 8, id: "old" }), self, () => false)).toBe(false);
  expect(isGone(named({}), self, () => false)).toBe(false);
  for (const name of ["", "died", "desk%201%2Fa", "desk%201%2Fa/x/old"])
    expect(isGone(name, self, () => false)).toBe(false);
});

test("the system is asked whether a process runs", () => {
  expect(isProcessAlive(process.pid)).toBe(true);
  expect(isProcessAlive(2 ** 30)).toBe(false);
});
