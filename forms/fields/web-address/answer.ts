// A web address as an answer; https is added where it was left out.
import { textKind } from "../text/answer.ts";

export const webAddress = textKind({
  atMost: 2000,
  tidy: (text) => {
    const whole = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    return URL.canParse(whole) && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(whole) ? whole : undefined;
  },
  wrong: (asking) => asking.setting.words.enterWebAddress,
});
