import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findGivesCheck, loadBundles } from "./bundles.ts";
import { writeBundle } from "./tests/installation.ts";

test("a register's answer is checked by the checks of the very service that asks", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "formwork-bundles-"));
  try {
    const bundles = await loadBundles([await writeBundle(path.join(folder, "one"))], path.join(folder, "kept"));
    const service = [...bundles.byHash.values()][0]?.service;
    if (!service) throw new Error("The bundle is not there.");
    const [source, operation] = Object.entries(service.sources).flatMap(([name, { operations }]) =>
      Object.keys(operations).map((one) => [name, one] as const),
    )[0] ?? ["", ""];
    const check = findGivesCheck(bundles)(service, `${source}/${operation}`);
    expect(check?.({ make: 7 })).toBe(false);
    expect(findGivesCheck(bundles)(service, "constructor")).toBeUndefined();
    expect(findGivesCheck(bundles)({ ...service }, `${source}/${operation}`)).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
