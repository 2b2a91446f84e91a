// One problem, one message: every line of the parking service is broken in turn, in four ways, and the messages are counted.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseTree } from "../syntax/parse.ts";

const text = readFileSync("examples/resident-parking-permit/parking.service", "utf8");

const breaks: Readonly<Record<string, (line: string) => string>> = {
  "first word dropped": (line) => line.replace(/^(\s*)\S+ ?/, "$1"),
  "first word misspelt": (line) => line.replace(/^(\s*)(\w)(\w)(\w*)/, "$1$2$3$3$4"),
  "last word dropped": (line) => line.replace(/\s+\S+\s*$/, ""),
  "closing quote dropped": (line) => line.replace(/"([^"]*)$/, "$1"),
};

test("a broken line gives one message, nearly always", () => {
  const counts = { none: 0, one: 0, more: 0 };
  const lines = text.split("\n");
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    for (const spoil of Object.values(breaks)) {
      const spoilt = spoil(line);
      if (spoilt === line) continue;
      const { problems } = parseTree("parking.service", lines.with(at, spoilt).join("\n"));
      if (problems.length === 0) counts.none++;
      else if (problems.length === 1) counts.one++;
      else counts.more++;
    }
  }
  const reported = counts.one + counts.more;
  console.log(
    `broken lines: ${counts.one} with one message, ${counts.more} with more, ${counts.none} still right or for later checks`,
  );
  expect(counts.one / reported).toBeGreaterThan(0.97);
});
