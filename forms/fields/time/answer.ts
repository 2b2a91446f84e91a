// A time of day as an answer: "14:30".
import { textKind } from "../text/answer.ts";

export const time = textKind({
  atMost: 12,
  tidy: (text) => {
    const match = /^(\d{1,2})[:.h]?(\d{2})?\s*(am|pm)?$/i.exec(text.replace(/\s+/g, " "));
    if (!match) return undefined;
    const half = match[3]?.toLowerCase();
    const typed = Number(match[1]);
    if (half && (typed < 1 || typed > 12)) return undefined;
    const hour = half ? (typed % 12) + (half === "pm" ? 12 : 0) : typed;
    const minute = Number(match[2] ?? "0");
    if (hour > 23 || minute > 59) return undefined;
    return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  },
  wrong: (asking) => asking.setting.words.enterTime,
});
