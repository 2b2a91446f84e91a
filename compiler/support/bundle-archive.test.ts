// A packed bundle comes back as it went in; anything else gives a sentence, never an error or a file outside.

import fc from "fast-check";
import { gzipSync } from "fflate";
import { createTar } from "nanotar";
import { expect, test } from "vitest";
import { packBundle, unpackBundle } from "./bundle-archive.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("what was packed comes back, and the same files give the same bytes in any order", () => {
  const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-z.]{1,8}[a-z])?$/);
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.uint8Array({ maxLength: 2000 }), { minKeys: 1, noNullPrototype: true }),
      (record) => {
        const files = new Map(Object.entries(record));
        const packed = packBundle("permit-3", files);
        expect(Buffer.from(packBundle("permit-3", new Map([...files].reverse()))).equals(Buffer.from(packed))).toBe(
          true,
        );
        const back = unpackBundle(packed);
        if (typeof back === "string") throw new Error(back);
        expect(new Map([...back].map(([path, data]) => [path, [...data]]))).toEqual(
          new Map([...files].map(([path, data]) => [path, [...data]])),
        );
      },
    ),
  );
});

test("long names and names in any alphabet come back whole, and names of every length around the limit", () => {
  for (const folder of [
    "a".repeat(29),
    "application-for-a-parking-badge-for-disabled-persons-12",
    "申請".repeat(40),
    "tŷ-newydd-1",
  ])
    for (let length = 40; length <= 90; length++) {
      const files = new Map([
        [`form/${"b".repeat(length)}.js`, bytes("one")],
        ["service.json", bytes("{}")],
      ]);
      expect([folder, length, unpackBundle(packBundle(folder, files))]).toEqual([folder, length, files]);
    }
});

test("any bytes give files or a sentence", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (noise) => typeof unpackBundle(noise) === "string"));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (noise) => unpackBundle(gzipSync(noise)) !== undefined));
});

test.each(["../../etc/passwd", "permit/../../x", "permit\\x", "C:/x", "alone", "/root/x", "permit/a/../../../b"])(
  "a file named %s leads to no place outside",
  (name) => {
    const files = unpackBundle(gzipSync(createTar([{ name, data: bytes("x") }])));
    const names = typeof files === "string" ? [] : [...files.keys()];
    expect(names.filter((one) => /^\/|\\|:|(^|\/)\.\.(\/|$)/.test(one))).toEqual([]);
  },
);

test("a packed bundle that lost or changed any byte of its content or its end is told in one sentence", () => {
  const files = new Map([
    ["a", bytes("one ".repeat(300))],
    ["b.js", bytes("two")],
  ]);
  const packed = packBundle("permit-3", files);
  let told = 0;
  // The bytes before these say when and where it was packed.
  for (let at = 10; at < packed.length; at++) {
    expect([at, typeof unpackBundle(packed.subarray(0, at))]).toEqual([at, "string"]);
    const back = unpackBundle(packed.with(at, (packed[at] ?? 0) ^ 4));
    // A bit behind the end of the last code means nothing: then all is as it was.
    if (typeof back !== "string") expect([at, back]).toEqual([at, files]);
    else expect([at, back]).toEqual([at, expect.stringMatching(/^It (was damaged on its way|is no bundle)/)]);
    if (typeof back === "string") told += 1;
  }
  expect(told).toBeGreaterThan(packed.length - 15);
});

test("a file that swells beyond measure is given up", () => {
  const bomb = gzipSync(new Uint8Array(3_000_000));
  expect(unpackBundle(bomb, 1_000_000)).toBe("It unpacks to more than 1 MB.");
});

test("files that fill the archive to its last byte all come back, an empty last one too", () => {
  const files = new Map(Array.from({ length: 20 }, (_, at) => [`${at + 10}`, new Uint8Array()]));
  const back = unpackBundle(packBundle("permit-3", files));
  expect(typeof back === "string" ? back : [...back.keys()]).toEqual([...files.keys()]);
});
