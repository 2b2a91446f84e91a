import { expect, test } from "vitest";
import { largestFile, readOpened, textName } from "./opened-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a text is taken as it is, Welsh letters and all", () => {
  expect(readOpened("dŵr.service", bytes("service dŵr"))).toEqual({
    kind: "text",
    name: "dŵr.service",
    text: "service dŵr",
  });
});

test("a picture, a film and a text in another encoding are each refused in words that help", () => {
  const words = [
    readOpened("photo.png", Uint8Array.of(0x89, 0x50, 0, 0x1a)),
    readOpened("film.mp4", new Uint8Array(largestFile + 1)),
    readOpened("old.service", Uint8Array.of(0x64, 0xfb, 0x72)),
  ].map((opened) => (opened.kind === "refused" ? opened.why : "taken"));
  expect(words[0]).toContain("is not a text");
  expect(words[1]).toContain("2.0 MB");
  expect(words[2]).toContain("UTF-8");
});

test("a file without an ending of ours becomes a service", () => {
  expect(textName("notes.txt")).toBe("notes.service");
  expect(textName(".txt")).toBe("my.service");
  expect(textName("a.cy.words")).toBe("a.cy.words");
});
