// A grid reference: set in mono, as maps print it.
import { textTemplate } from "../text/template.ts";

export const gridReference = textTemplate({ spellcheck: false, width: "w-half" });
