// A month of a year: text, for month inputs are not in every browser.
import { textTemplate } from "../text/template.ts";

export const month = textTemplate({ width: "w-money" });
