// IBANs by ISO 13616: the published examples pass, and no slip of one sign does.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isIban } from "./answer.ts";

const examples = ["GB33BUKB20201555555555", "DE89370400440532013000", "FR1420041010050500013M02606", "NO9386011117947"];

test("the published examples are IBANs", () => {
  expect(examples.filter((iban) => !isIban(iban))).toEqual([]);
});

test("an IBAN with one digit typed wrongly, or two that are swapped, is none", () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, place, more) => {
      const at = 4 + (place % (iban.length - 4));
      const sign = iban.charAt(at);
      fc.pre(/\d/.test(sign));
      const other = String((Number(sign) + more) % 10);
      expect(isIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBe(false);
      const next = iban.charAt(at + 1);
      fc.pre(/\d/.test(next) && next !== sign);
      expect(isIban(iban.slice(0, at) + next + sign + iban.slice(at + 2))).toBe(false);
    }),
  );
});
