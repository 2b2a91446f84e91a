// An email address as an answer. Checks only what every mail server would refuse.
import { textKind } from "../text/answer.ts";

export const email = textKind({
  atMost: 254,
  tidy: (text) => (/^[^\s@<>(),;:"]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : undefined),
  wrong: (asking) => asking.setting.words.enterEmail,
});
