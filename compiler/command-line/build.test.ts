// Building and verifying as a developer does: one service and several, packed, signed, and what happens when something is wrong.
import { generateKeyPairSync } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { checkSignature, readTrustedKeys } from "#support/bundle-signature.ts";
import { readPrivateKey, signManifest } from "../emit/bundle/signature.ts";
import { readBundle } from "./read-bundle.ts";
import { createFolder, formwork } from "./tests/formwork-process.ts";
import { textsNamed } from "./texts-named.ts";
import { NotWritten, whyNoFileName, writeBundle, writeWhole } from "./write-bundle.ts";

// Each call is a process that bundles scripts: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const { folder, file } = createFolder();
const text = (name: string) =>
  `service ${name} "${name}"\nsection you "You"\n  ask name "What is your name?" as full name\n`;
const services = path.dirname(file("services/dog.service", text("dog-licence")));
file("services/below/cat.service", text("cat-licence"));
const bundles = path.join(folder, "bundles");

function keys(kind: "ed25519" | "ec") {
  const pair = kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("ed25519");
  return {
    secret: file(`${kind}.pem`, pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString()),
    open: file(`${kind}.pub.pem`, pair.publicKey.export({ type: "spki", format: "pem" }).toString()),
    set: file(`${kind}.json`, JSON.stringify({ keys: [pair.publicKey.export({ format: "jwk" })] })),
  };
}

test("in a folder a link to a text is one, and a link to a text that is there already is not another", () => {
  const linked = path.join(folder, "linked-texts");
  const cat = file("linked-texts/cat.service", text("cat"));
  symlinkSync(path.join(services, "dog.service"), path.join(linked, "dog.service"));
  symlinkSync(cat, path.join(linked, "same-cat.service"));
  symlinkSync("nowhere", path.join(linked, "none.service"));
  symlinkSync(linked, path.join(linked, "circle"));
  const { files } = textsNamed([linked]);
  expect(files.map((one) => path.relative(linked, one))).toEqual(["cat.service", "dog.service"]);
});

test("a folder of texts becomes a bundle each; all are verified; one changed byte is named", () => {
  expect(formwork("build", services, "--out", bundles)).toMatchObject({ code: 0, err: "" });
  expect(readdirSync(bundles).sort()).toEqual(["cat-licence", "dog-licence"]);
  const [cat, dog] = [path.join(bundles, "cat-licence"), path.join(bundles, "dog-licence")];
  expect(formwork("verify", cat, dog)).toEqual({
    code: 0,
    err: "",
    out: `${cat}: whole and as it was built\n${dog}: whole and as it was built\n`,
  });
  const changed = path.join(folder, "changed");
  cpSync(cat, changed, { recursive: true });
  const bytes = readFileSync(path.join(changed, "conditions.js"));
  bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
  writeFileSync(path.join(changed, "conditions.js"), bytes);
  expect(formwork("verify", changed, dog)).toMatchObject({
    code: 1,
    out: expect.stringContaining("conditions.js is not as it was built. Build the service again"),
  });
});

test("packed and signed, twice the same file, and verified with the key that signed it", () => {
  const [ours, theirs] = [keys("ed25519"), keys("ec")];
  const [one, two] = [path.join(folder, "one"), path.join(folder, "two")];
  const dog = path.join(services, "dog.service");
  for (const out of [one, two])
    expect(formwork("build", dog, "--out", out, "--tgz", "--sign", ours.secret).code).toBe(0);
  const packed = path.join(one, "dog-licence-1.tgz");
  expect(readFileSync(packed).equals(readFileSync(path.join(two, "dog-licence-1.tgz")))).toBe(true);
  const good = formwork("verify", packed, "--keys", ours.set);
  expect(good.out).toBe(`${packed}: whole and as it was built, signed by a trusted key\n`);
  const wrong = formwork("verify", packed, path.join(bundles, "dog-licence"), "--keys", theirs.open);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain("none of the keys that are trusted here");
  expect(wrong.out).toContain("The bundle is not signed.");
});

test.each(["ed25519", "ec"] as const)(
  "a signature by %s holds for its manifest and its key alone, in every form of key",
  async (kind) => {
    const [ours, theirs] = [keys(kind), keys(kind === "ec" ? "ed25519" : "ec")];
    const manifest = Buffer.from("{}");
    const signature = Buffer.from(await signManifest(manifest, readPrivateKey(readFileSync(ours.secret, "utf8"))));
    const check = async (bytes: Uint8Array, signed: Uint8Array, key: string) =>
      checkSignature(bytes, signed, await readTrustedKeys(readFileSync(key, "utf8")));
    for (const key of [ours.open, ours.set]) expect(await check(manifest, signature, key)).toBeUndefined();
    expect(await check(Buffer.from("{ }"), signature, ours.open)).toContain("changed after it was signed");
    expect(await check(manifest, signature, theirs.open)).toContain("none of the keys");
    for (const noise of ["", "a.b.c", "..", "eyJhbGciOiJub25lIn0..", "x..y"])
      expect(await check(manifest, Buffer.from(noise), ours.open), noise).toBeDefined();
  },
);

test("what is no bundle and no key is told as what it is", () => {
  const noise = file("noise.tgz", "no archive");
  expect(formwork("verify", noise)).toMatchObject({ code: 1, out: expect.stringContaining("not a gzip file") });
  expect(formwork("verify", path.join(folder, "nowhere"))).toMatchObject({
    code: 2,
    err: expect.stringContaining("no bundle"),
  });
  const weak = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
  const service = path.join(services, "dog.service");
  for (const [key, said] of [
    [file("weak.pem", weak.toString()), "This kind of key is not used"],
    [file("noise.pem", "key"), "no private key in PEM or JWK"],
    [path.join(folder, "none.pem"), "There is no file"],
    [folder, "is a folder. Name one file."],
    [path.join(noise, "key.pem"), "There is no file"],
  ] as const) {
    const wrong = { code: 2, err: expect.stringContaining(said) };
    expect(formwork("build", service, "--out", path.join(folder, "x"), "--sign", key)).toMatchObject(wrong);
  }
  for (const [key, said] of [
    [folder, "is a folder. Name one file."],
    [path.join(noise, "keys.json"), "There is no file"],
  ] as const)
    expect(formwork("verify", noise, "--keys", key)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  expect(existsSync(path.join(folder, "x"))).toBe(false);
});

test("a bundle is read through links, and what is no folder and no file is not read at all", () => {
  const bundle = path.join(folder, "linked");
  mkdirSync(path.join(bundle, "form"), { recursive: true });
  file("linked/manifest.json", "{}");
  symlinkSync(file("elsewhere.js", "x"), path.join(bundle, "form/a.js"));
  symlinkSync("nowhere", path.join(bundle, "b.js"));
  symlinkSync("linked", path.join(folder, "current"));
  for (const place of [bundle, path.join(folder, "current")])
    expect([...readBundle(place)].map(([name]) => name)).toEqual(["form/a.js", "manifest.json"]);
  symlinkSync("loop", path.join(folder, "loop"));
  for (const nothing of [path.join(folder, "loop"), path.join(bundle, "manifest.json/x"), path.join(bundle, "b.js")])
    expect(() => readBundle(nothing)).toThrow("There is no bundle");
  if (process.platform !== "win32") expect(readBundle("/dev/zero")).toBe("It is neither a folder nor a file.");
});

test("two texts of one service name, and a name that no file can have, are told; the others are built", () => {
  file("many/a.service", text("dog-licence"));
  file("many/b.service", text("dog-licence"));
  file("many/c.service", text("con"));
  const out = path.join(folder, "many-out");
  const { code, err } = formwork("build", path.join(folder, "many"), "--out", out);
  expect(code).toBe(1);
  expect(err).toContain("has the same service name, so only that one was written.");
  expect(err).toContain("con is a name that Windows keeps for a device");
  expect(readdirSync(out)).toEqual(["dog-licence"]);
});

test("a place that cannot be written is told, and what stood there stays whole", () => {
  const blocked = file("blocked", "a file");
  const { code, err } = formwork("build", path.join(services, "dog.service"), "--out", path.join(blocked, "below"));
  expect([code, err]).toEqual([1, expect.stringContaining("A part of that path is a file, not a folder.")]);
  const target = path.join(folder, "full");
  writeBundle(new Map([["manifest.json", Buffer.from("old")]]), target);
  // A disk that is full after the first file.
  const full = new Map([["manifest.json", Buffer.from("new")]]);
  full.entries = function* () {
    yield ["manifest.json", Buffer.from("new")];
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  } as typeof full.entries;
  Object.defineProperty(full, Symbol.iterator, { value: full.entries });
  expect(() => writeBundle(full, target)).toThrow(NotWritten);
  expect(() => writeBundle(full, target)).toThrow("The disk is full. Make room");
  expect(readFileSync(path.join(target, "manifest.json"), "utf8")).toBe("old");
  writeWhole(Buffer.from("x"), path.join(folder, "new.tgz"));
  expect(readdirSync(folder).filter((name) => name.startsWith("full.") || name.startsWith("new.tgz."))).toEqual([]);
});

test.each([["con"], ["NUL.txt"], ["a:b"], ["what?"], ["end."], ["end "], [""], ["a\u0001b"]])(
  "%j is no file name everywhere",
  (name) => expect(whyNoFileName(name)).toBeDefined(),
);

test.each([["console"], ["dog-licence-3.tgz"], ["tŷ-newydd"], ["com10"]])("%j is one", (name) =>
  expect(whyNoFileName(name)).toBeUndefined(),
);
