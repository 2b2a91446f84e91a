// A national identity number: set in mono, and never filled in or spell-checked by the browser.
import { textTemplate } from "../text/template.ts";

export const nationalId = textTemplate({ spellcheck: false, width: "w-half" });
