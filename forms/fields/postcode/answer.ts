// A postcode as an answer: capitals, and the space before the last three where it is a British one.
import { textKind } from "../text/answer.ts";

export const postcode = textKind({
  atMost: 12,
  code: true,
  tidy: (text) => {
    const together = text.replace(/[\s-]/g, "").toUpperCase();
    if (/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(together)) return `${together.slice(0, -3)} ${together.slice(-3)}`;
    // Other countries: digits, or letters and digits, 3 to 10 of them, at least one digit.
    return /^[A-Z\d]{3,10}$/.test(together) && /\d{3}/.test(together) ? text.toUpperCase() : undefined;
  },
  wrong: (asking) => asking.setting.words.enterPostcode,
  normal: (text) => text.replace(/[\s-]/g, "").toUpperCase(),
});
