// A web address: an input with the keyboard for it.
import { textTemplate } from "../text/template.ts";

export const webAddress = textTemplate({ autocomplete: "url", inputmode: "url", spellcheck: false });
