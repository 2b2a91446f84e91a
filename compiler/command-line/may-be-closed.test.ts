// What is said of places that the account may not look into. Tests may run as an account that may read everything: so the disk is played.
import { expect, test } from "vitest";
import { mayBeClosed } from "./may-be-closed.ts";
import { UnreadableText } from "./wrong-usage.ts";

const refusing = (code: string) => () => {
  throw Object.assign(new Error(code), { code, path: "services/closed", syscall: "scandir" });
};

test("a closed folder is told in words; any other trouble of the disk is not hidden", () => {
  expect(mayBeClosed(() => ["a.service"])).toEqual(["a.service"]);
  expect(() => mayBeClosed(refusing("EACCES"))).toThrow(
    new UnreadableText("services/closed cannot be opened: the account that runs this may not read it."),
  );
  expect(() => mayBeClosed(refusing("EIO"))).toThrow("EIO");
});
