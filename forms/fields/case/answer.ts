// The number of a case of another service as an answer: letters and digits in capitals, with hyphens as we write them.
import { textKind } from "../text/answer.ts";

export const caseNumber = textKind({
  atMost: 40,
  code: true,
  tidy: (text) => {
    const plain = text.replace(/[\s\u2010-\u2015]+/g, "-").toUpperCase();
    return /^[\p{L}\d]+(-[\p{L}\d]+)*$/u.test(plain) && /\d/.test(plain) ? plain : undefined;
  },
  wrong: (asking) => asking.setting.words.enterCaseNumber({ label: asking.label }),
  normal: (text) => text.replace(/[^\p{L}\d]/gu, "").toUpperCase(),
});
