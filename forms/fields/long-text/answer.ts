// Text of several lines as an answer.
import { textKind } from "../text/answer.ts";

export const longText = textKind({ lines: true, atMost: 10_000 });
