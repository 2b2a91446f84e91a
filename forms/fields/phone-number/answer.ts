// A phone number as an answer: kept as typed, for people write numbers so that they can read them back.
import { textKind } from "../text/answer.ts";

export const phoneNumber = textKind({
  atMost: 40,
  tidy: (text) => {
    const digits = text.replace(/\D/g, "").length;
    return /^[+(]?[\d\s().\-/+]+( ?(x|ext\.?) ?\d+)?$/i.test(text) && digits >= 6 && digits <= 18 ? text : undefined;
  },
  wrong: (asking) => asking.setting.words.enterPhone,
  normal: (text) => text.replace(/\D/g, "").replace(/^(00|0)/, ""),
});
