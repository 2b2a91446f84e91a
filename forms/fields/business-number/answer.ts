// A business's number in its register as an answer: letters and digits in capitals, with the marks people write between them.
import { textKind } from "../text/answer.ts";

export const businessNumber = textKind({
  atMost: 30,
  code: true,
  tidy: (text) => {
    const signs = text.replace(/[^\p{L}\d]/gu, "").length;
    return signs >= 4 && /\d/.test(text) && /^[\p{L}\d][\p{L}\d\s\-/.]*$/u.test(text) ? text.toUpperCase() : undefined;
  },
  wrong: (asking) => asking.setting.words.enterBusinessNumber({ label: asking.label }),
  normal: (text) => text.replace(/[^\p{L}\d]/gu, "").toUpperCase(),
});
