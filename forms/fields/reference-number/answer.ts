// A reference, licence or membership number as an answer: letters, digits and the marks between them, in capitals.
import { textKind } from "../text/answer.ts";

export const referenceNumber = textKind({
  atMost: 60,
  code: true,
  tidy: (text) => (/^[\p{L}\d][\p{L}\p{M}\d\s\-/.]*$/u.test(text) ? text.toUpperCase() : undefined),
  wrong: (asking) => asking.setting.words.enterReference({ label: asking.label }),
  normal: (text) => text.replace(/[\s\-/.]/g, "").toUpperCase(),
});
