// A person's full name as one answer: any letters, any order, never split.
import { textKind } from "../text/answer.ts";

export const fullName = textKind({
  atMost: 200,
  tidy: (text) => (/\p{L}/u.test(text) ? text : undefined),
  wrong: (asking) => asking.setting.words.enterFullName,
});
