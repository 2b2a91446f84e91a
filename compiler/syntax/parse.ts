// From text to the lossless tree, line by line (section 4.1): a bad line harms only itself. Never throws, whatever the text holds.
import type { IToken } from "chevrotain";
import { problems as say } from "../diagnostics/generated/problems.ts";
import type { Problem } from "../diagnostics/problem.ts";
import { createLineIndex } from "../source/line-index.ts";
import { buildBlocks, bulletsHeading, fileHeading } from "./blocks.ts";
import type { FileReading } from "./file-reading.ts";
import type { Form } from "./form.ts";
import type { OpenBullets } from "./grammar/base.ts";
import { endOf, readTokens } from "./lexer.ts";

import { LineGrammar, type Reading } from "./line-grammar.ts";
import { type FormsBelow, type FormsBeside, readLineAs } from "./line-reader.ts";
import { tokenAt } from "./mend-tokens.ts";
import { findMixedIndents } from "./mixed-indents.ts";
import { givenNamesOf } from "./names-and-words.ts";
import { createNodes } from "./nodes.ts";
import { findOtherBraces } from "./other-braces.ts";
import { buildOutline, commonColumn, deepestLevel, isRow, type OutlineLine, stepOf } from "./outline.ts";
import { tellMisaligned, tellTooFarRight } from "./placement/misaligned.ts";
import { headingOpenedBy, moveParentFix } from "./placement/moves.ts";
import {
  belongsToNext,
  type Orphans,
  orphansBelow,
  standsBetween,
  swappedWithNext,
  tellNoWordsHeader,
  tellOrphans,
  tellSwapped,
} from "./placement/neighbours.ts";
import { lineMeantBy } from "./placement/other-lines.ts";
import type { Placed } from "./placement/placed.ts";
import { tellWrongStart } from "./placement/wrong-start.ts";
import { reservedOnce } from "./reserved-once.ts";
import * as T from "./tokens.ts";
import type { ConditionNode, Line, Tree } from "./tree.ts";
import { findTurningSigns } from "./turning-signs.ts";

/** The catalogue's blocks, built once; editor services offer lines from them. */
export const blocks = buildBlocks();
/** The one grammar of all lines: building it is dear, so editor services try words on this one too. Read a line whole, then the next. */
export const grammar = new LineGrammar(blocks);

/** How many trial readings one file may cost beyond one per line, before mending stops. */
const trialsPerFile = 10_000;

/** After so many problems the rest of a file is read in silence, and the last problem says so. */
const mostProblems = 500;

/** A file as a tree, with everything that is wrong with its writing. `file` names it: its ending says what kind of file it is. */
export function parseTree(file: string, text: string): { tree: Tree; problems: Problem[] } {
  const { tokens, comments, spaces } = readTokens(text, grammar.words);
  const nodes = createNodes(file);
  const index = createLineIndex(text);
  const isGiven = givenNamesOf(text);
  const budget = { trials: trialsPerFile };
  const kind = kindOf(file) === "words" ? "words" : "other";
  const outline = buildOutline(tokens, text, blocks.mayStandUnder, (above, word) =>
    blocks.mayStandIn(kind, above, word),
  );
  const step = stepOf(outline[0]);
  const reader: FileReading = { file, text, index, nodes, grammar, isGiven, step, problems: [], budget };
  findMixedIndents(reader);
  findOtherBraces(tokens, reader);
  findTurningSigns(tokens, reader);
  const lacksHeader = kindOf(file) === "words" && !hasWordsHeader(outline);
  const [first] = outline;
  if (lacksHeader && first) reader.problems.push(tellNoWordsHeader(first, reader));
  const lines = readLines(
    outline,
    { heading: fileHeading, isSilent: lacksHeader, isTold: false, meantFor: new Set(), answered: { until: 0 } },
    reader,
  );
  const spans = comments.map((comment) => nodes.spanOf(comment));
  const between = comments.concat(
    spaces,
    tokens.filter((token) => token.tokenType === T.Newline),
  );
  return {
    tree: { file, text, index, kind: kindOf(file), lines, comments: spans, between },
    problems: reservedOnce(reader.problems, index),
  };
}

/** `words Welsh for dog-licence version 1`, with a slip in it or not. */
function hasWordsHeader(outline: readonly OutlineLine[]): boolean {
  return outline.some(({ word, tokens }) => word === "words" || tokens[2]?.image === "for");
}

function kindOf(file: string): Tree["kind"] {
  return file.endsWith(".words") ? "words" : file.endsWith(".shared") ? "shared" : "service";
}

/** A line under way. All lines have the same members in the same order, those left out too: every check walks them, and so walks faster. */
type OpenLine = { -readonly [K in keyof Required<Line>]: Line[K] };

/** The block that lines are read in. Silent: what stands above is broken and reported, so nothing is said about these. */
interface Place {
  readonly heading: string;
  readonly isSilent: boolean;
  /** That these lines do not stand where they belong was told. */
  readonly isTold: boolean;
  readonly parent?: Line;
  /** Headings of blocks that lines here were meant for and have been reported: what else belongs there has the same cause. */
  readonly meantFor: Set<string>;
  /** Lines that begin before this offset were told with the first of them. */
  readonly answered: { until: number };
}

function readLines(outline: readonly OutlineLine[], place: Place, reader: FileReading): Line[] {
  const lines: Line[] = [];
  const headings = outline.find(isRow);
  let toldColumn = -1;
  let silent = place.isSilent;
  for (let at = 0; at < outline.length; at++) {
    const line = outline[at] as OutlineLine;
    if (line.shouldStandAt === undefined) toldColumn = -1;
    const placed = placedAt(outline, at, place.parent);
    const isMisplaced = line.shouldStandAt !== undefined;
    if (isMisplaced && line.indent !== toldColumn && !silent && !swappedWithNext(line, blocks, reader)) {
      toldColumn = line.indent;
      const swapped = belongsToNext(line, blocks, reader);
      const told = swapped
        ? tellSwapped(swapped, line, reader)
        : tellMisaligned(placed, line.shouldStandAt ?? 0, reader);
      reader.problems.push(told);
    }
    if (line.isTooDeep && !silent) {
      silent = true;
      const span = reader.nodes.spanOf(line.tokens[0] as IToken);
      reader.problems.push(say.lineIsTooDeep(span, { limit: `Lines may stand at most ${deepestLevel} levels deep.` }));
    }
    if (reader.problems.length >= mostProblems && !silent) {
      silent = true;
      sayThereAreMore(reader);
    }
    const isQuiet = silent || isMisplaced;
    const own = isQuiet === place.isSilent ? place : { ...place, isSilent: isQuiet };
    lines.push(readLine(placed, own, line === headings, reader));
    // Below a line that has no lines below it, the first says so for all.
    if (place.parent && !place.parent.opens) silent = true;
  }
  return lines;
}

function sayThereAreMore(reader: FileReading): void {
  const last = reader.problems.at(-1);
  const more = "The lines below were not looked at any further: there may be more once these are mended.";
  if (!last || last.explanation.includes(more)) return;
  reader.problems.splice(-1, 1, { ...last, explanation: [...last.explanation, more] });
}

const none: readonly OutlineLine[] = [];

function placedAt(outline: readonly OutlineLine[], at: number, parent: Line | undefined): Placed {
  const line = outline[at] as OutlineLine;
  // Only the first of a run speaks for all: looking ahead from each would take quadratic time.
  const speaks =
    parent && !parent.opens ? at === 0 : line.shouldStandAt !== undefined && outline[at - 1]?.indent !== line.indent;
  if (!speaks) return { line, together: none, parent, above: outline[at - 1], below: outline[at + 1] };
  const together: OutlineLine[] = [];
  for (let next = at + 1; ; next++) {
    const other = outline[next];
    if (!other || other.indent !== line.indent) break;
    together.push(other);
  }
  return { line, together, parent, above: outline[at - 1], below: outline[at + 1] };
}

function readLine(placed: Placed, place: Place, isHeadingRow: boolean, reader: FileReading): Line {
  const outline = placed.line;
  const first = outline.tokens[0] as IToken;
  const reported = reader.problems.length;
  const { reading, heading } = readPlaced(placed, place, isHeadingRow, reader);
  const fits = reading !== undefined && reading.stop === undefined;
  const opens = reading ? blocks.opens(reading.form, heading) : undefined;
  const line: OpenLine = {
    form: fits ? reading.form.text : undefined,
    block: heading,
    opens,
    word: fits ? (reading.form.word ?? outline.word) : outline.word,
    parts: fits ? reading.parts : noLines,
    children: noLines,
    bullets: noLines,
    tokens: writtenIn(outline),
    endMarks: outline.endMarks,
    isReported:
      place.isSilent || place.isTold || !fits || heading !== place.heading || reader.problems.length > reported,
    span: reader.nodes.spanOf(first, outline.tokens.at(-1)),
    indent: outline.indent,
    parent: place.parent,
  };
  const bullets = fits ? reading.openBullets[0] : undefined;
  const below = bullets ? withoutBullets(bullets, outline, line, place.isSilent, reader) : outline;
  if (below.children.length === 0) return line;
  // What stands below a line that is not finished may be its end.
  const isUnfinished = reading?.stop !== undefined && reading.stop >= outline.tokens.length;
  const isSilent = place.isSilent || (!fits && (!opens || isUnfinished));
  line.children = readBelow(below, line, isSilent, reader);
  return line;
}

/** One for all lines that have none below them, and no parts: most of a text. */
const noLines: readonly never[] = [];

/** Puts the bullets below a line into its condition; what else stands below it comes back. */
function withoutBullets(
  bullets: OpenBullets,
  outline: OutlineLine,
  line: OpenLine,
  isSilent: boolean,
  reader: FileReading,
): OutlineLine {
  // Its bullets stand below the line that it changed places with.
  const isQuiet = isSilent || (outline.children.length === 0 && swappedWithNext(outline, blocks, reader) !== undefined);
  const { rest, taken } = takeBullets(bullets, outline.children, isQuiet ? silenced(reader) : reader);
  line.bullets = taken;
  return { ...outline, children: rest };
}

/** Reads what stands below a line: as what belongs to it, but for the first lines that lost the one they belong to. */
function readBelow(outline: OutlineLine, line: Line, isSilent: boolean, reader: FileReading): Line[] {
  const heading = line.opens ?? "";
  const place = { isSilent, isTold: false, parent: line, meantFor: new Set<string>(), answered: { until: 0 } };
  const between = isSilent ? undefined : standsBetween(outline, blocks, reader);
  if (between) {
    reader.problems.push(tellSwapped(between, outline, reader));
    const other = blockOf(between.owner, line.block, reader);
    const count = between.lower === outline ? outline.children.length : 1;
    return [
      ...readLines(outline.children.slice(0, count), { ...place, ...toldIn(other) }, reader),
      ...readLines(outline.children.slice(count), { ...place, heading }, reader),
    ];
  }
  const canBeRead = (one: OutlineLine) => formsFor(heading, one.word).some(readsWhole(one, reader));
  const orphans = isSilent ? undefined : orphansBelow(outline, heading, blocks, reader, canBeRead);
  if (!orphans) return readLines(outline.children, { ...place, heading }, reader);
  const wanted = headingOfOrphans(orphans, line, reader);
  return [
    ...readLines(standing(orphans.lines), { ...place, ...toldIn(wanted) }, reader),
    ...readLines(standing(outline.children.slice(orphans.lines.length)), { ...place, heading }, reader),
  ];
}

function toldIn(heading: string | undefined): Pick<Place, "heading" | "isSilent" | "isTold"> {
  return { heading: heading ?? "", isSilent: heading === undefined, isTold: true };
}

/** Says that they lost the line they belong to, and which block that would have opened. */
function headingOfOrphans(orphans: Orphans, line: Line, reader: FileReading): string | undefined {
  const heading = line.opens ?? "";
  if (orphans.owner) return blockOf(orphans.owner, heading, reader);
  const [first] = orphans.lines;
  const other = first && orphans.lines.length === 1 ? belongsToNext(first, blocks, reader) : undefined;
  const told = other ? tellSwapped(other, other.upper, reader) : tellOrphans(orphans, line, reader);
  if (told && !line.isReported) reader.problems.push(told);
  return other ? blockOf(other.owner, heading, reader) : orphans.heading;
}

/** The block that a line would open below this heading. */
function blockOf(line: OutlineLine, heading: string, reader: FileReading): string | undefined {
  const form = formsFor(heading, line.word).find((one) => readsWhole(line, reader)(one));
  return form ? blocks.opens(form, heading) : headingOpenedBy(line, blocks);
}

/** The column of these lines, once those that stood among them by mistake do not count. */
function standing(lines: readonly OutlineLine[]): OutlineLine[] {
  const column = commonColumn(lines);
  return lines.map((line) => ({ ...line, shouldStandAt: line.indent === column ? undefined : column }) as OutlineLine);
}

function readsWhole(line: OutlineLine, reader: FileReading): (form: Form) => boolean {
  return (form) => {
    if (reader.budget.trials <= 0) return true;
    reader.budget.trials--;
    return reader.grammar.read(form, line.tokens, reader.nodes, false).stop === undefined;
  };
}

/** Reads on without saying or mending anything. */
function silenced(reader: FileReading): FileReading {
  return { ...reader, problems: [], budget: { trials: 0 }, isSilent: true };
}

/** Everything written in a line, in the order of the text. */
function writtenIn({ tokens, endMarks }: OutlineLine): Line["tokens"] {
  if (endMarks.length === 0) return tokens;
  return [...tokens, ...endMarks].sort((left, right) => left.startOffset - right.startOffset);
}

/** Reads a line where it stands; when its first word does not belong there, says so and reads it as what it was meant to be. */
function readPlaced(
  placed: Placed,
  place: Place,
  isHeadingRow: boolean,
  reader: FileReading,
): { reading: Reading | undefined; heading: string } {
  const { line } = placed;
  const { heading, parent, isSilent } = place;
  const first = line.tokens[0] as IToken;
  const { word } = line;
  if (first.startOffset < place.answered.until) return { reading: undefined, heading };
  const quiet = isSilent ? silenced(reader) : reader;
  const swapped = swappedWithNext(line, blocks, reader);
  if (swapped) {
    if (!place.isTold) quiet.problems.push(tellSwapped(swapped, line, reader));
    const own = headingOpenedBy(swapped.lower, blocks) ?? "";
    return { reading: readLineAs(formsFor(own, word), line.tokens, quiet, false, below(own)), heading: own };
  }
  const isOther = isOtherWord(line, heading, reader) || isBesideWords(placed, heading, reader);
  const forms = isOther ? [] : formsFor(heading, word);
  if (forms.length > 0) {
    const lost = isSilent ? undefined : lostLike(line, forms, place, reader);
    if (lost !== undefined)
      return { reading: readLineAs(formsFor(lost, word), line.tokens, { ...reader, problems: [] }), heading: lost };
    if (parent && place.meantFor.size > 0 && !isMeantFor(place, word)) place.meantFor.clear();
    const reading = readLineAs(forms, line.tokens, quiet, isHeadingRow, below(heading), beside(heading));
    return { reading, heading };
  }
  if (isSilent) return { reading: undefined, heading };
  const outer = parent?.block ?? "";
  const wanted = blocks.headingsWith(word);
  const isSameCause = place.isTold || parent?.isReported === true || wanted.some((other) => place.meantFor.has(other));
  if (parent && !parent.opens && formsFor(outer, word).length > 0) {
    // What belongs under this line stands where it should, once this line is moved.
    const [next] = placed.together;
    const isAlone = next && blocks.mayStandUnder(word, next.word) === true;
    const moved = isAlone ? { ...placed, together: [] } : placed;
    if (!isSameCause) quiet.problems.push(tellTooFarRight(moved, parent, quiet));
    return { reading: readLineAs(formsFor(outer, word), line.tokens, { ...reader, problems: [] }), heading: outer };
  }
  const isMovedLeft = !isSameCause && moveParentFix(placed, word, blocks, reader).length > 0;
  const other = isSameCause || isMovedLeft ? undefined : belongsToNext(line, blocks, reader);
  if (other) {
    quiet.problems.push(tellSwapped(other, line, reader));
    const own = headingOpenedBy(other.owner, blocks) ?? "";
    return { reading: readLineAs(formsFor(own, word), line.tokens, { ...reader, problems: [] }), heading: own };
  }
  const told = isSameCause ? undefined : tellWrongStart(placed, word, blocks.byHeading.get(heading), blocks, quiet);
  if (told) quiet.problems.push(told.problem);
  place.answered.until = told?.until ?? 0;
  const meant = told?.meant;
  const elsewhere = meant === undefined ? wanted[0] : heading;
  const isElsewhere = meant === undefined && told?.problem.code !== "FW104";
  if (isElsewhere) for (const other of wanted) place.meantFor.add(other);
  // Once nothing is tried any more, what stands in the wrong place is not read either: such a text is not one of ours.
  if (elsewhere === undefined || reader.budget.trials <= 0) return { reading: undefined, heading };
  const tokens = meant === undefined ? line.tokens : [wordToken(meant, first), ...line.tokens.slice(1)];
  const mended = readLineAs(formsFor(elsewhere, meant ?? word), tokens, { ...reader, problems: [] }, isHeadingRow);
  const opened = mended && blocks.opens(mended.form, elsewhere);
  if (opened !== undefined && meant === undefined) place.meantFor.add(opened);
  return { reading: mended, heading: elsewhere };
}

function isMeantFor({ meantFor }: Place, word: string): boolean {
  return [...meantFor].some((other) => formsFor(other, word).length > 0);
}

/** The block that a line was meant for, with those above it that were told, where it can be read there and not here. */
function lostLike(line: OutlineLine, forms: readonly Form[], place: Place, reader: FileReading): string | undefined {
  if (place.meantFor.size === 0) return undefined;
  const { word } = line;
  const others = [...place.meantFor].filter((other) => formsFor(other, word).length > 0);
  if (others.length === 0 || forms.some(readsWhole(line, reader))) return undefined;
  return others.find((other) => formsFor(other, word).some(readsWhole(line, reader)));
}

/** `refuse -> refused`: what officers can do, and not `refuse automatically`, which begins with the same word. */
function isOtherWord({ tokens }: OutlineLine, heading: string, reader: FileReading): boolean {
  const first = tokens[0];
  if (first?.image.toLowerCase() !== "refuse" || tokens[1]?.image.toLowerCase() === "automatically") return false;
  const { start, end } = reader.nodes.spanOf(first, tokens.at(-1));
  return lineMeantBy(heading, reader.text.slice(start, end)) !== undefined;
}

/** In a words file, a line at the margin that should stand below the first one. */
function isBesideWords({ line, above }: Placed, heading: string, { file }: FileReading): boolean {
  if (heading !== fileHeading || !file.endsWith(".words") || !above) return false;
  return above.word === "words" && line.word !== "words";
}

function wordToken(word: string, place: IToken): IToken {
  const type = grammar.words.get(word) ?? T.Word;
  return tokenAt(type, word, place.startOffset, endOf(place));
}

/** Adds the bullets below a condition to it; gives back the lines that are no bullets, and the bullets as lines. */
function takeBullets(
  open: OpenBullets,
  children: readonly OutlineLine[],
  reader: FileReading,
): { rest: OutlineLine[]; taken: Line[] } {
  const taken: Line[] = [];
  const isBullet = ({ word }: OutlineLine): boolean => word === "-";
  for (const child of children) {
    if (!isBullet(child)) continue;
    const { condition, line } = readBullet(child, reader);
    open.parts.push(condition);
    taken.push(line);
  }
  if (open.parts.length === 0) {
    const end = { ...open.span, start: open.span.end };
    const explanation = [
      `After  ${open.mode} of  comes a list: a line for each condition, further to the right, starting with -`,
    ];
    reader.problems.push(say.lineIsNotFinished(end, {}, { explanation }));
  }
  return { rest: children.filter((line) => !isBullet(line)), taken };
}

function readBullet(outline: OutlineLine, reader: FileReading): { condition: ConditionNode; line: Line } {
  const reported = reader.problems.length;
  const column = outline.shouldStandAt;
  if (column !== undefined) reader.problems.push(tellMisaligned({ line: outline, together: [] }, column, reader));
  const reading = readLineAs(formsFor(bulletsHeading, "-"), outline.tokens, reader);
  const part = reading?.parts.at(-1);
  const span = reader.nodes.spanOf(outline.tokens[0] as IToken, outline.tokens.at(-1));
  const fits = reading !== undefined && reading.stop === undefined && part?.slot === "c";
  const line: OpenLine = {
    form: fits ? reading.form.text : undefined,
    block: bulletsHeading,
    opens: undefined,
    word: "-",
    parts: fits ? reading.parts : [],
    children: [],
    bullets: [],
    tokens: writtenIn(outline),
    endMarks: outline.endMarks,
    isReported: !fits || reader.problems.length > reported,
    span,
    indent: outline.indent,
    parent: undefined,
  };
  const open = fits ? reading.openBullets[0] : undefined;
  const { rest, taken } = open ? takeBullets(open, outline.children, reader) : { rest: outline.children, taken: [] };
  line.bullets = taken;
  line.children = readLines(
    rest,
    { heading: "", isSilent: !fits, isTold: false, parent: line, meantFor: new Set(), answered: { until: 0 } },
    reader,
  );
  return { condition: fits ? part.condition : { kind: "broken", span }, line };
}

/** What may stand below the lines of a block. */
function below(heading: string): FormsBelow {
  return around.get(heading)?.below ?? noForms;
}

/** What else may stand in a block. */
function beside(heading: string): FormsBeside {
  return around.get(heading)?.beside ?? noForms;
}

const noForms = (): readonly Form[] => [];

/** Both for every block: each line asks for them. */
const around: ReadonlyMap<string, { readonly below: FormsBelow; readonly beside: FormsBeside }> = new Map(
  [...blocks.byHeading.keys()].map((heading) => [
    heading,
    {
      below: (form, word) => formsFor(blocks.opens(form, heading) ?? "", word),
      beside: (word) => formsFor(heading, word),
    },
  ]),
);

function formsFor(heading: string, word: string): readonly Form[] {
  return blocks.byHeading.get(heading)?.byWord.get(word) ?? [];
}
