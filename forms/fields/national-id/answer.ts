// A national identity number as an answer: letters and digits in capitals, as it stands on official letters. Countries write
// theirs in many ways, so only what no country has is refused; a `type` of the author's own may say more.
import { textKind } from "../text/answer.ts";

export const nationalId = textKind({
  atMost: 30,
  code: true,
  tidy: (text) => {
    const signs = text.replace(/[^\p{L}\d]/gu, "").length;
    return signs >= 4 && /^[\p{L}\d][\p{L}\d\s\-+/.]*$/u.test(text) && /\d/.test(text) ? text.toUpperCase() : undefined;
  },
  wrong: (asking) => asking.setting.words.enterNationalId({ label: asking.label }),
  normal: (text) => text.replace(/[^\p{L}\d]/gu, "").toUpperCase(),
});
