// A first word that is not known where it stands (FW104), or belongs elsewhere (FW105). Lists come from the catalogue; nothing is read here.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { kindredWords, otherStarts } from "../block-words.ts";
import type { Block, Blocks } from "../blocks.ts";
import { joinWithOr } from "../expected.ts";
import type { FileReading } from "../file-reading.ts";
import { endOf, plainName } from "../lexer.ts";
import { nearestWord } from "../spelling.ts";
import { Pipe } from "../tokens.ts";
import type { Span } from "../tree.ts";
import { tellBelowCalculation } from "./below-calculation.ts";
import { tellBesideWords } from "./beside-words.ts";
import { canBeRead } from "./can-be-read.ts";
import { tellChoices } from "./choices.ts";
import { tellConditionAbove } from "./condition-above.ts";
import { behindAbove, givenList } from "./end-of-line-above.ts";
import { shownWhen } from "./hidden-when.ts";
import { meantWord, others } from "./meant-word.ts";
import { moveFixes, moveIntoBlock, moveParentFix } from "./moves.ts";
import { wordsFileBegins } from "./neighbours.ts";
import { lineMeantBy } from "./other-lines.ts";
import { firstToken, type Placed } from "./placed.ts";
import { agencyGets, saidElsewhere, saidOtherwise } from "./said-elsewhere.ts";
import { capital, listWords, nameOfBlock, shownLineWord, shownWord, wordsOf } from "./shown.ts";
import { tellWaysInRoute } from "./ways-in-route.ts";

/** FW104 when no block knows the word, FW105 when another does. `meant` is the word to read on with, `until` what is answered for. */
export function tellWrongStart(
  placed: Placed,
  word: string,
  block: Block | undefined,
  blocks: Blocks,
  reader: FileReading,
): { problem: Problem; meant?: string; until?: number } {
  const span = reader.nodes.spanOf(firstToken(placed.line));
  const canRead = (heading: string, line: string) => canBeRead(line, blocks.byHeading.get(heading), reader);
  const calculation = block?.heading === "calculate" ? tellBelowCalculation(placed, reader, canRead) : undefined;
  if (calculation) return calculation;
  const lacksOf = word === "-" ? tellMissingOf(placed, reader) : undefined;
  const told = lacksOf ?? tellOtherSign(placed, block, reader);
  if (told) return { problem: told };
  const first = firstToken(placed.line);
  const headings = blocks.headingsWith(word).filter((heading) => isForThisFile(heading, reader));
  const beside = block?.heading === "file" ? tellBesideWords(placed, reader) : undefined;
  if (beside) return beside;
  const choices = block?.byWord.has("-") ? tellChoices(placed, block, reader) : undefined;
  if (choices) return choices;
  const ways = block?.heading === "route" ? tellWaysInRoute(placed, reader) : undefined;
  if (ways) return ways;
  const shownTogether =
    block && /^(?:section|page|group|repeat|for each)$/.test(block.heading)
      ? tellConditionAbove(placed, capital(nameOfBlock(block.heading)), reader, (line) => canRead("ask", line))
      : undefined;
  if (shownTogether) return { problem: shownTogether };
  const elsewhere = saidElsewhere[block?.heading ?? ""]?.[word];
  if (elsewhere !== undefined)
    return { problem: tellWith(placed, block, elsewhere, reader, behindAbove(placed, reader)) };
  const other = block && otherStart(placed, word, block, reader);
  if (other) return other;
  const meant = block && headings.length === 0 ? meantWord(placed, word, block, reader) : undefined;
  const isWordsFile = block?.heading === "file" && reader.file.endsWith(".words");
  const whole = block ? [`${capital(nameOfBlock(block.heading))} can have: ${listWords(block)}.`] : [];
  const list = [...(isWordsFile ? [wordsFileBegins] : block?.heading === "words" ? [asInService(first)] : whole)];
  if (headings.length > 0) return { problem: tellElsewhere(placed, word, headings, block, list, blocks, reader) };
  const shown = shownWord(reader.text.slice(span.start, span.end));
  const fixes =
    meant === undefined
      ? wholeLineFixes(placed, block, reader)
      : [{ title: `change  ${shown}  to  ${meant}`, edits: [{ span, text: meant }] }];
  const guess = meant === undefined ? [] : [`Did you mean  ${meant} ?`];
  const A = block ? capital(nameOfBlock(block.heading)) : `A line that starts with "${placed.parent?.word ?? ""}"`;
  if (!block && placed.parent)
    list.push(`Nothing stands below  ${placed.parent.word}.${moreAbout(placed.parent.word)}`);
  const problem = say.lineStartsWithUnknownWord(span, { A, word: shown }, { explanation: [...guess, ...list], fixes });
  return { problem, ...(meant !== undefined && { meant }) };
}

function tellWith(
  placed: Placed,
  block: Block | undefined,
  hint: string,
  reader: FileReading,
  fixes: readonly Fix[] = [],
): Problem {
  const first = firstToken(placed.line);
  const A = block ? capital(nameOfBlock(block.heading)) : "This place";
  const span = reader.nodes.spanOf(first);
  return say.lineStartsWithUnknownWord(span, { A, word: first.image }, { explanation: [hint], fixes });
}

/** `site "Où ?"` in a words file. */
function asInService({ image }: { readonly image: string }): string {
  return `A line begins as in the service, and then comes the name that it has there:  ask ${image} "…"  or  section ${image} "…".`;
}

function moreAbout(word: string): string {
  return word === "role"
    ? ` ${otherAgency}`
    : word === "partner"
      ? ` ${agencyGets}`
      : word === "given"
        ? ` ${itemsGiven}`
        : "";
}

const itemsGiven =
  "Several items of a list are rows:  given children are,  below it  | born | school |  and a row for each.";

const otherAgency =
  'Another agency is a partner:  partner court "District Court",  and what its people look at is a check:  check court-check at court by judge.';

/** Limits as other tools name them. */
const limits: Readonly<Record<string, "most" | "least">> = {
  max: "most",
  maximum: "most",
  min: "least",
  minimum: "least",
};

/** Lines that begin with the author's own name: `fee is £20` is a calculation, `approve go to paid` is what an officer can do. */
function wholeLineFixes({ line }: Placed, block: Block | undefined, reader: FileReading): Fix[] {
  const [first, second, third] = line.tokens;
  if (!first || !second) return [];
  const span = reader.nodes.spanOf(first, second);
  if (["is", "=", ":"].includes(second.image) && block?.byWord.has("calculate")) {
    const text = `calculate ${first.image} =`;
    return [{ title: `begin the line with  ${text}`, edits: [{ span, text }] }];
  }
  const limit = limits[first.image.toLowerCase()];
  if (limit !== undefined && block?.byWord.has("must")) {
    const counted = line.tokens.at(-1)?.image.toLowerCase() ?? "";
    const text = `must ${/^(characters|words|files|choices)$/.test(counted) ? "have" : "be"} at ${limit}`;
    return [{ title: `begin the line with  ${text}`, edits: [{ span: reader.nodes.spanOf(first), text }] }];
  }
  const last = line.tokens.at(-1) ?? second;
  const isGuard = block?.byWord.has("when") && reader.isGiven(plainName(first.image));
  // `keeper is no go to review`
  if (isGuard && canBeRead(`when ${reader.text.slice(first.startOffset, endOf(last))}`, block, reader)) {
    const place = { ...span, end: span.start };
    return [{ title: "begin the line with  when", edits: [{ span: place, text: "when " }] }];
  }
  const leads = second.image === "then" ? third?.image : `${second.image} ${third?.image}`;
  if (!/^go( to)?$/.test(leads ?? "") || !block?.byWord.has("can")) return [];
  const text = `can ${first.image} then ${second.image === "then" ? "" : second.image}`.trimEnd();
  return [{ title: `begin the line with  can ${first.image} then`, edits: [{ span, text }] }];
}

/** FW104: `question`, `compute`, `visible if`: the word of another tool, and the one that says it here. */
function otherStart(
  placed: Placed,
  word: string,
  block: Block,
  reader: FileReading,
): { problem: Problem; meant?: string } | undefined {
  const [first, second] = placed.line.tokens;
  const A = capital(nameOfBlock(block.heading));
  if (!first) return undefined;
  const span = reader.nodes.spanOf(first);
  const shown = word === "hide" ? shownWhen(placed, block, reader) : undefined;
  if (shown) return { problem: say.lineStartsWithUnknownWord(span, { A, word: first.image }, shown) };
  const hint = block.heading === "ask" ? saidOtherwise[word] : undefined;
  if (hint !== undefined) {
    const alone = placed.line.tokens.length === 1 && word !== "hide";
    const start = reader.index.startOf(reader.index.positionAt(span.start).line) - 1;
    const fixes = alone ? [{ title: `remove  ${first.image}`, edits: [{ span: { ...span, start }, text: "" }] }] : [];
    return { problem: say.lineStartsWithUnknownWord(span, { A, word: first.image }, { explanation: [hint], fixes }) };
  }
  const meant = otherStarts[word]?.find((words) => block.byWord.has(words.split(" ")[0] ?? words));
  if (meant === undefined) return undefined;
  const isWhen = meant === "show" && second !== undefined && /^(if|when)$/i.test(second.image);
  const words = isWhen ? "show when" : meant;
  const whole = isWhen ? reader.nodes.spanOf(first, second) : span;
  const title = `change  ${reader.text.slice(whole.start, whole.end)}  to  ${words}`;
  const fixes = [{ title, edits: [{ span: whole, text: words }] }];
  const explanation = [`It is written  ${words}.`];
  const problem = say.lineStartsWithUnknownWord(span, { A, word: first.image }, { explanation, fixes });
  return { problem, meant: meant.split(" ")[0] ?? meant };
}

/** FW104: a comment, a bullet, a rule of dashes, prose or a row in the way of another tool. */
function tellOtherSign(placed: Placed, block: Block | undefined, reader: FileReading): Problem | undefined {
  const { tokens } = placed.line;
  const first = firstToken(placed.line);
  const { start } = reader.nodes.spanOf(first);
  const { line } = reader.index.positionAt(start);
  const written = reader.text.slice(start, reader.index.endOf(line)).trimEnd();
  const A = block ? capital(nameOfBlock(block.heading)) : "This place";
  const [own = ""] = written.split(" #", 1);
  const isSecond = block?.heading === "message" && plainName(placed.above?.tokens[0]?.image ?? "") === "subject";
  // Words below the subject of a message are its text.
  const meant =
    isSecond && /^"[^"]+"$/.test(own.trimEnd())
      ? `> ${own.trim().slice(1, -1)}`
      : block && lineMeantBy(block.heading, own.trimEnd());
  if (meant !== undefined && canBeRead(meant, block, reader)) {
    const span = { file: reader.file, start, end: start + own.trimEnd().length };
    const fixes = [{ title: `change the line to  ${meant}`, edits: [{ span, text: meant }] }];
    const explanation = [`It is written  ${meant}.`];
    const word = first.image.replace(/^"|"$/g, "");
    return say.lineStartsWithUnknownWord(reader.nodes.spanOf(first), { A, word }, { explanation, fixes });
  }
  const tell = (sign: string, text: string, title: string, explanation: string): Problem => {
    const span = { file: reader.file, start, end: start + sign.length };
    const fixes = [{ title, edits: [{ span, text }] }];
    return say.lineStartsWithUnknownWord(span, { A, word: sign }, { explanation: [explanation], fixes });
  };
  const [comment] = /^(?:\/\/|--+|\/\*|;+|'|%|REM(?=\s))/.exec(written) ?? [];
  if (comment !== undefined && block?.byWord.has(comment) !== true)
    return tell(comment, "#", `change  ${comment}  to  #`, "A comment begins with  #.");
  const [bullet] = /^(?:[+o](?=\s)|\d+[.)](?=\s)|[✓✔➢➤](?=\s))/.exec(written) ?? [];
  if (bullet !== undefined && block?.byWord.has("-"))
    return tell(bullet, "-", `change  ${bullet}  to  -`, "A bullet begins with  -.");
  if (block?.byWord.has("|") && tokens.some(({ tokenType }) => tokenType === Pipe))
    return tell(
      first.image,
      `| ${first.image}`,
      `add  |  before  ${first.image}`,
      "A row of a table begins with a bar.",
    );
  const second = tokens[1];
  const word = plainName(first.image);
  if (word === "else" && second && plainName(second.image) === "say")
    return tell(first.image, "otherwise", `change  ${first.image}  to  otherwise`, "It is written  otherwise say.");
  if (word === "only" && second && block?.byWord.has(plainName(second.image)))
    return tell(`${first.image} `, "", `remove  ${first.image}`, `The line begins with  ${second.image}.`);
  const isProse =
    saidElsewhere[block?.heading ?? ""]?.[word] === undefined &&
    block?.byWord.has(">") &&
    tokens.length > 2 &&
    !block.byWord.has(word);
  if (block && isProse && nearestWord(plainName(first.image), wordsOf(block)) === undefined)
    return tell(first.image, `> ${first.image}`, `add  >  before  ${first.image}`, "Longer text begins with  >.");
  return undefined;
}

/** FW109: bullets below a condition that ends with `all`: the `of` is missing or misspelt. */
function tellMissingOf({ parent }: Placed, reader: FileReading): Problem | undefined {
  const words = parent?.tokens.slice(-2) ?? [];
  const at = words.findIndex(({ image }) => ["all", "any", "none"].includes(image.toLowerCase()));
  const [word, rest] = [words[at], words[at + 1]];
  if (!parent || !word || (rest && rest.image.length > 4)) return undefined;
  const end = word.startOffset + word.image.length;
  const span = { file: reader.file, start: end, end: parent.span.end };
  const explanation = [`Above a list of conditions the line ends with  ${word.image} of.`];
  const fixes = [{ title: `end the line with  ${word.image} of`, edits: [{ span, text: " of" }] }];
  return say.lineIsNotFinished({ ...span, start: span.end }, {}, { explanation, fixes });
}

function tellElsewhere(
  placed: Placed,
  word: string,
  headings: readonly string[],
  block: Block | undefined,
  list: readonly string[],
  blocks: Blocks,
  reader: FileReading,
): Problem {
  const { parent } = placed;
  const span = reader.nodes.spanOf(firstToken(placed.line));
  const places = [...new Set([...headings].sort((left, right) => rank(left) - rank(right)).map(nameOfBlock))];
  const given = givenList(placed, word, reader);
  if (given) return given;
  const atMargin = headings.includes("file");
  const shown = atMargin ? "at the left margin" : `under ${joinWithOr(places.slice(0, 2))}`;
  const where = !parent
    ? "at the left margin"
    : block
      ? `under ${nameOfBlock(block.heading)}`
      : `under a line that starts with "${parent.word}"`;
  const fixes = [
    ...kindredFixes(span, word, block),
    ...moveFixes(placed, word, blocks, reader),
    ...moveParentFix(placed, word, blocks, reader),
    ...(parent ? [] : moveIntoBlock(placed, headings, reader)),
  ];
  return say.lineStandsInWrongPlace(
    span,
    { word: shownLineWord(word), belongs: shown, where },
    {
      related: parent ? [{ span: parent.span }] : [],
      // All that a file can have is said to nobody who only has to move a line.
      explanation: block?.heading === "file" ? [] : list,
      fixes,
    },
  );
}

/** The places people meet most come first. */
const commonBlocks = [
  "ask",
  "page",
  "section",
  "stage",
  "route",
  "outcome",
  "table",
  "calculate",
  "source",
  "operation",
  "list",
];

function rank(heading: string): number {
  const at = commonBlocks.indexOf(heading);
  return at < 0 ? commonBlocks.length : at;
}

function kindredFixes(span: Span, word: string, block: Block | undefined): Fix[] {
  const kin = [...(kindredWords.find((words) => words.includes(word)) ?? []), ...others(word)];
  const isKnown = (words: string): boolean => block?.byWord.has(words.split(" ")[0] ?? "") === true;
  const other = kin.find((candidate) => candidate !== word && isKnown(candidate));
  if (!other || !block) return [];
  return [
    { title: `change it to ${other}, which ${nameOfBlock(block.heading)} can have`, edits: [{ span, text: other }] },
  ];
}

function isForThisFile(heading: string, reader: FileReading): boolean {
  const isWords = heading === "words" || heading === "under words";
  return heading === "file" || isWords === reader.file.endsWith(".words");
}
