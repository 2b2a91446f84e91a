// A month of a year as an answer: typed "4 2026" or "2026-04", kept as "2026-04".
import { textKind } from "../text/answer.ts";

export const month = textKind({
  atMost: 20,
  tidy: (text) => {
    const match = /^(\d{4})-(\d{1,2})$/.exec(text) ?? /^(?:\d{1,2})[\s/.-](?:\d{4})$/.exec(text);
    if (!match) return undefined;
    const [first = "", second = ""] = text.split(/[\s/.-]/);
    const [year, number] = first.length === 4 ? [first, Number(second)] : [second, Number(first)];
    return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : undefined;
  },
  wrong: (asking) => asking.setting.words.enterMonth({ example: "4 2026" }),
});
