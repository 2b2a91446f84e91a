// The compiled parking service and applications for it, for the tests of the emitters. Used by tests only.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Service } from "#contract";
import type { Answers } from "#contract/facts.ts";

const file = new URL("../../../examples/resident-parking-permit/expected/service.json", import.meta.url);

/** The compiled parking service. */
export const parking: Service = JSON.parse(readFileSync(file, "utf8"));

/** A module from its text, as a browser would load it. */
export async function loadModule(text: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** Answers that a driver could send. */
export const complete: Answers = {
  zone: "zone-b",
  mainHome: true,
  home: { line1: "14 Canal Street", town: "Ashby", postcode: "AS1 4QT" },
  blueBadge: false,
  registration: "AB12 CDE",
  make: "Volt",
  fuel: "electric",
  keeper: true,
  permitsHeld: 0,
  answersTrue: true,
};

/** A file as the answer to an upload. */
export const letter: Answers = {
  id: "f1",
  name: "letter.pdf",
  size: 1200,
  mediaType: "application/pdf",
  sha256: "a".repeat(64),
};

/** Anything that JSON can hold, small, with names and values that the service knows more often than chance would have it. */
const anything = fc.oneof(
  fc.constantFrom("zone-a", "electric", "", "AS1 4QT", -1, 0, 3, 4, 2.5, true, false),
  fc.constant(letter),
  fc.constant({ ...letter, size: 20_000_000 }),
  fc.dictionary(fc.constantFrom("line1", "town", "postcode", "extra"), fc.constantFrom("a", "", 1), { maxKeys: 4 }),
  fc.jsonValue({ maxDepth: 1 }),
);

/** Complete answers with some put in, taken away or spoiled. */
export const randomApplication = fc
  .array(
    fc.tuple(fc.constantFrom(...Object.keys(complete), "keeperLetter", "phone", "constructor"), fc.option(anything)),
    {
      maxLength: 4,
    },
  )
  .map((changes): unknown => {
    const answers = new Map<string, unknown>(Object.entries(complete));
    for (const [key, value] of changes) {
      if (value === null) answers.delete(key);
      else answers.set(key, value);
    }
    return Object.fromEntries(answers);
  });
