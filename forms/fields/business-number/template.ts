// A business's number: set in mono, so that 0 and O are never confused.
import { textTemplate } from "../text/template.ts";

export const businessNumber = textTemplate({ spellcheck: false, width: "w-half" });
