// A grid reference of Britain or Ireland as an answer: letters of the square, then as many digits east as north.
import { textKind } from "../text/answer.ts";

export const gridReference = textKind({
  atMost: 30,
  code: true,
  tidy: (text) => {
    const together = text.replace(/[\s,]/g, "").toUpperCase();
    const found = /^([A-HJ-Z]{1,2})((?:\d\d){2,5})$/.exec(together);
    const [, square = "", digits = ""] = found ?? [];
    const half = digits.length / 2;
    return found ? `${square} ${digits.slice(0, half)} ${digits.slice(half)}` : undefined;
  },
  wrong: (asking) => asking.setting.words.enterGridReference,
  normal: (text) => text.replace(/\s/g, "").toUpperCase(),
});
