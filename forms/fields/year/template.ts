// A year: text with the numeric keyboard.
import { textTemplate } from "../text/template.ts";

export const year = textTemplate({ inputmode: "numeric", width: "w-3" });
