import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attachmentHeader, cleanName, keepFile, openFile } from "./files.ts";
import { isAccepted, recogniseFile } from "./magic-bytes.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a file is what its bytes say, and its name must say the same", () => {
  expect(recogniseFile(bytes("%PDF-1.7"))?.mediaType).toBe("application/pdf");
  expect(isAccepted("letter.pdf", bytes("%PDF-1.7"), ["pdf"])).toBe(true);
  expect(isAccepted("letter.PDF", bytes("%PDF-1.7"), ["pdf"])).toBe(true);
  expect(isAccepted("letter.pdf", bytes("<html>"), ["pdf"])).toBe(false);
  expect(isAccepted("letter.exe", bytes("%PDF-1.7"), ["pdf"])).toBe(false);
  expect(isAccepted("photo.jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), ["jpg"])).toBe(true);
  expect(isAccepted("letter.docx", Uint8Array.of(0x50, 0x4b, 0x03, 0x04), ["zip"])).toBe(false);
});

test("a name that is shown holds no folder, no control character and is never endless", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const clean = cleanName(name);
      expect(clean).not.toMatch(/[/\\<>"\p{Cc}]/u);
      expect(clean.length).toBeGreaterThan(0);
      expect(clean.length).toBeLessThanOrEqual(100);
      expect(attachmentHeader(clean)).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[^"\r\n\s]*$/);
    }),
    { numRuns: 500 },
  );
});

test("a file is kept whole with its hash or not at all", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "formwork-files-"));
  const limits = { maxBytes: 100, accepted: ["pdf"] };
  const kept = await keepFile(folder, "../../etc/letter.pdf", Readable.from([Buffer.from("%PDF-1.7 hello")]), limits);
  expect(kept).toMatchObject({ file: { name: "letter.pdf", size: 14, mediaType: "application/pdf" } });
  const id = "file" in kept ? kept.file.id : "";
  expect((await openFile(folder, id))?.size).toBe(14);
  expect(await openFile(folder, "../../../etc/passwd")).toBeUndefined();
  expect(await keepFile(folder, "a.pdf", Readable.from([Buffer.alloc(0)]), limits)).toEqual({ refused: "empty" });
  expect(await keepFile(folder, "a.pdf", Readable.from([Buffer.from("%PDF-"), Buffer.alloc(200)]), limits)).toEqual({
    refused: "too-big",
  });
  const failing = Readable.from(
    (async function* () {
      yield Buffer.from("%PDF-");
      throw new Error("the line broke");
    })(),
  );
  await expect(keepFile(folder, "a.pdf", failing, limits)).rejects.toThrow("the line broke");
  expect(await readdir(folder)).toEqual([id]);
  await rm(folder, { recursive: true });
});
