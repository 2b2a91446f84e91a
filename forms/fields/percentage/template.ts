// A percentage: a number with its sign after it.
import { textTemplate } from "../text/template.ts";

export const percentage = textTemplate({ inputmode: "decimal", width: "w-2", unit: "%" });
