// Words files that are written are words files that are read: every line that a text can say has its line, and refreshing loses nothing.
import { expect, test } from "vitest";
import { parking } from "../bench/parking.ts";
import { compile, readModel } from "../compile.ts";
import { translationsIn } from "../model/words/words-book.ts";
import { newWordsFile, refreshWordsFile } from "./refresh-words.ts";

/** A service that says something in every line that people can see. */
const talkative = `service talk "Talk"
  languages English, Welsh
  about
    > What it is.
    > Who it is for.
  contact "Ring 020 7946 0000"
role officer "an officer"
partner agency-two "Agency two"
applicant is a person
source register "The register"
  run by agency-two
  permission "Look me up"
  operation find
    needs number-of-card as text
    gives colour as text
    if unavailable ask applicant
type card-number "Card number"
  like text
  must match "AA99" otherwise say "Two letters and two digits."
list sizes
  - small "Small"
    hint "Up to 5"
  - large "Large"
eligibility "Can you apply?"
  ask adult "Are you an adult?" as yes or no
  require adult is yes otherwise say "Adults only."
section one "One"
  page first "First"
    guidance "Before you start"
      > Read this.
    guidance
      > And this.
    warning
      > Careful.
    help "What is a card?"
      > A small thing.
    ask card "Card" as card-number
      short name "Card no."
      hint "On the back"
    ask weight "Weight" as number
      unit "kg"
      warn when weight is over 100 say "That is a lot."
      must be at least 1 otherwise say "At least one."
    group sizes-group "Sizes"
      ask size "Size" as one of sizes
  stop too-big "Too big"
    > Go elsewhere.
    show when size is large
  repeat children each child "Children"
    hint "All of them"
    add another "Add a child"
    ask born "When?" as date of birth
section finish "Finish"
  check weight is under 500 otherwise say "Too heavy."
  declare truth "It is true"
    > All of it.
route
  stage look "We look" by officer
    can approve then go to done
    can refuse with reason then go to refused
    finish within 5 days otherwise tell officer
outcome done "Done"
  issue paper
  send letter-one
outcome refused "Refused"
credential paper "Paper"
  holds card
message letter-one by email
  subject "Done"
  > It is done.
privacy
  purpose "To do it"
  lawful basis public-task "The Act"
  keep answers for 1 year after end
`;

const wordsFile = "talk.cy.words";

function missingIn(words: string): string[] {
  const files = new Map([
    ["talk.service", talkative],
    [wordsFile, words],
  ]);
  const { problems } = compile("talk.service", files);
  const ofWords = problems.filter(({ at, code }) => at.file === wordsFile || code === "FW802");
  return ofWords.map(({ code, title, explanation }) => [code, title, ...explanation].join(": "));
}

function linesOf(words: string) {
  const { model } = readModel(
    "talk.service",
    new Map([
      ["talk.service", talkative],
      [wordsFile, words],
    ]),
  );
  const file = model?.wordsFiles[0];
  if (!model || !file) throw new RangeError("no model");
  return { model, lines: translationsIn(file, model.said) };
}

const empty = "words Welsh for talk version 1\n";
const ready = newWordsFile({ name: "talk", version: 1, lines: linesOf(empty).lines }, "Welsh");

/** As a translator does it: the signs away, other words in. */
function translated(words: string): string {
  return words.replace(/^(\s*)# (?!Every|Names)/gm, "$1").replace(/^(\s+)#.*\n/gm, "");
}

test("a new words file has a line for everything, and translated it is complete", () => {
  expect(ready).toContain('#   say 2 "At least one."');
  expect(missingIn(ready)[0]).toContain("Welsh has no words for");
  expect(missingIn(translated(ready))).toEqual([]);
});

test("a file that lacks lines gets them where they belong, as comments, and refreshing again changes nothing", () => {
  const whole = translated(ready).split("\n");
  for (const [at, row] of whole.entries()) {
    if (at === 0 || row.trim() === "") continue;
    const indent = row.search(/\S/);
    const end = whole.findIndex((other, index) => index > at && other.trim() !== "" && other.search(/\S/) <= indent);
    const cut = whole.toSpliced(at, (end < 0 ? whole.length - 1 : end) - at).join("\n");
    const once = refreshWordsFile(wordsFile, cut, linesOf(cut));
    if (!once.includes("has no words yet")) expect(missingIn(translated(once)), row).toEqual([]);
    expect(refreshWordsFile(wordsFile, once, linesOf(once))).toBe(once);
  }
});

test("what a translator wrote stays, ready lines of translated words go", () => {
  const half = ready.replace('# section one "One"', 'section one "Un"').replace("# ask card", "# ask card: look up");
  const once = refreshWordsFile(wordsFile, half, linesOf(half));
  expect(once).toContain('section one "Un"');
  expect(once).not.toContain('# section one "One"');
  expect(once).toContain("# ask card: look up");
});

test("a file whose lines end as on Windows keeps them", () => {
  const half = ready.replace('# section one "One"', 'section one "Un"').replaceAll("\n", "\r\n");
  const once = refreshWordsFile(wordsFile, half, linesOf(half));
  const plain = half.replaceAll("\r\n", "\n");
  expect(once).toBe(refreshWordsFile(wordsFile, plain, linesOf(plain)).replaceAll("\n", "\r\n"));
  expect(once).not.toBe(half);
});

test("the parking service is complete in Welsh, and stays so when refreshed", () => {
  const { model } = readModel(parking.entry, parking.files);
  const file = model?.wordsFiles.find((one) => one.for === model.name);
  const text = parking.files.get("parking.cy.words") ?? "";
  if (!model || !file) throw new RangeError("no words file");
  expect(refreshWordsFile("parking.cy.words", text, { lines: translationsIn(file, model.said) })).toBe(text);
});
