// An email address: an input with the keyboard for it.
import { textTemplate } from "../text/template.ts";

export const email = textTemplate({
  type: "email",
  autocomplete: "email",
  inputmode: "email",
  spellcheck: false,
  width: "w-half",
});
