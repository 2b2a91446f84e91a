// A full name: one input that browsers can fill in.
import { textTemplate } from "../text/template.ts";

export const fullName = textTemplate({ autocomplete: "name", spellcheck: false });
