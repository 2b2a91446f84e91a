// What is said of places that the account may not look into. Tests may run as an account that may read everything: so the disk is played.
import { expect, test } from "vitest";
import { mayBeClosed, mayBeReadOnly } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

const refusing = (code: string) => () => {
  throw Object.assign(new Error(code), { code, path: "services/closed", syscall: "scandir" });
};

test("a closed folder is told in words; any other trouble of the disk is not hidden", () => {
  expect(mayBeClosed(() => ["a.service"])).toEqual(["a.service"]);
  expect(() => mayBeClosed(refusing("EACCES"))).toThrow(
    new UnreadableText(
      "services/closed cannot be opened: the account that runs this may not read it. Ask whoever keeps it, or take a copy that you may read.",
    ),
  );
  expect(() => mayBeClosed(refusing("ELOOP"))).toThrow(
    new UnreadableText("services/closed is a link that leads to itself. Name the file itself."),
  );
  expect(() => mayBeClosed(refusing("ENAMETOOLONG"))).toThrow(UnreadableText);
  expect(() => mayBeClosed(refusing("EIO"))).toThrow("EIO");
});

test("a place that takes no files is told as it was named; any other trouble of the disk is not hidden", () => {
  expect(mayBeReadOnly("cat.service", () => 1)).toBe(1);
  expect(() => mayBeReadOnly("cat.service", refusing("EROFS"))).toThrow(
    new UnreadableText(
      "cat.service could not be written: nothing can be written to this disk. Name a folder on another one.",
    ),
  );
  expect(() => mayBeReadOnly("cat.service", refusing("EACCES"))).toThrow("may not write there");
  expect(() => mayBeReadOnly("cat.service", refusing("EIO"))).toThrow("EIO");
});
