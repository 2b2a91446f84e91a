// A date of birth as an answer: a date before today, within a long life.
import { dateKind } from "../date/answer.ts";

export const dateOfBirth = dateKind({
  wrong: (asking) => asking.setting.words.enterDateOfBirth({ example: "31 3 1980" }),
  refuse: (date, { setting }) => {
    if (date >= setting.today) return setting.words.birthInThePast;
    return date < "1890-01-01" ? setting.words.enterDateOfBirth({ example: "31 3 1980" }) : undefined;
  },
});
