// A phone number: an input with the keyboard for it.
import { textTemplate } from "../text/template.ts";

export const phoneNumber = textTemplate({ type: "tel", autocomplete: "tel", inputmode: "tel", width: "w-half" });
