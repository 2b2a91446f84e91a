// A vehicle's registration as an answer: letters and digits, in capitals, spaced as people read it.
import { textKind } from "../text/answer.ts";

export const vehicleRegistration = textKind({
  atMost: 20,
  code: true,
  tidy: (text) => {
    const together = text.replace(/[\s-]/g, "").toUpperCase();
    if (!/^[A-Z\d]{2,10}$/.test(together)) return undefined;
    const current = /^([A-Z]{2}\d{2})([A-Z]{3})$/.exec(together);
    return current ? `${current[1]} ${current[2]}` : text.toUpperCase();
  },
  wrong: (asking) => asking.setting.words.enterRegistration,
  normal: (text) => text.replace(/[\s-]/g, "").toUpperCase(),
});
