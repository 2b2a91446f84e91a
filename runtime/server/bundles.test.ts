import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { FlattenedSign } from "jose";
import { expect, test } from "vitest";
import { packBundle } from "#support/bundle-archive.ts";
import { readTrustedKeys } from "#support/bundle-signature.ts";
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

test("where only signed bundles are served, an unsigned one is told; a packed one that a trusted key signed is served", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "formwork-bundles-"));
  try {
    const place = await writeBundle(path.join(folder, "one"));
    const pair = generateKeyPairSync("ed25519");
    const keys = await readTrustedKeys(pair.publicKey.export({ type: "spki", format: "pem" }).toString());
    const keep = path.join(folder, "kept");
    const refused = await loadBundles([place], keep, keys);
    expect(refused.given.size).toBe(0);
    expect(refused.broken[0]?.problems[0]).toContain("It is not signed");
    const manifest = await readFile(path.join(place, "manifest.json"));
    const header = await new FlattenedSign(manifest).setProtectedHeader({ alg: "EdDSA" }).sign(pair.privateKey);
    await writeFile(path.join(place, "manifest.jws"), `${header.protected}..${header.signature}`);
    const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const files = await Promise.all(
      names.map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        return [path.relative(place, file), await readFile(file)] as const;
      }),
    );
    const packed = path.join(folder, "one.tgz");
    await writeFile(packed, packBundle("one", new Map(files)));
    const noise = path.join(folder, "noise.tgz");
    await writeFile(noise, "noise");
    const served = await loadBundles([packed, noise], keep, keys);
    expect([...served.given.keys()]).toEqual(["resident-parking-permit"]);
    expect(served.broken).toMatchObject([{ name: "noise.tgz" }]);
    expect((await readdir(keep)).filter((name) => name.startsWith("."))).toEqual([]);
    await writeFile(path.join(place, "manifest.jws"), "x..y");
    expect((await loadBundles([place], keep, keys)).broken[0]?.problems[0]).toContain("none of the keys");
  } finally {
    await rm(folder, { recursive: true });
  }
});
