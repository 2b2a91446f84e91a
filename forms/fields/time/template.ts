// A time of day: text, so that "2.30pm" is as good as "14:30".
import { textTemplate } from "../text/template.ts";

export const time = textTemplate({ width: "w-3" });
