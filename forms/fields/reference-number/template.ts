// A reference: set in mono, so that 0 and O are never confused.
import { textTemplate } from "../text/template.ts";

export const referenceNumber = textTemplate({ spellcheck: false, width: "w-reg" });
