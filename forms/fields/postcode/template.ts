// A postcode: a short input that browsers can fill in.
import { textTemplate } from "../text/template.ts";

export const postcode = textTemplate({ autocomplete: "postal-code", spellcheck: false, width: "w-post" });
