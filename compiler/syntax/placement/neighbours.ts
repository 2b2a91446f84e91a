// Lines that lost the line they belong to: it stands right below or right above instead of between (FW119), or it is not there at all (FW120).
// What the columns show is asked first, because it costs nothing and is hardly ever so; then what the words say.
import { problems as say } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { type Blocks, bulletsHeading } from "../blocks.ts";
import { joinWithOr, leadingWords } from "../expected.ts";
import type { FileReading } from "../file-reading.ts";
import type { Form } from "../form.ts";
import type { OutlineLine } from "../outline.ts";
import { Minus } from "../tokens.ts";
import type { Line } from "../tree.ts";
import { firstToken } from "./placed.ts";
import { countSpaces, nameOfOutline } from "./shown.ts";

/** Two lines of which the upper should stand below the lower, or the other way round. */
export interface Swapped {
  readonly upper: OutlineLine;
  readonly lower: OutlineLine;
  /** What the other, or what stands below them, belongs to: one of the two, or the line above both. */
  readonly owner: OutlineLine;
}

/**
 * Whether this line and the next have changed places: what stands two steps to the right below the next belongs to this one, and this one to
 * the next.
 */
export function swappedWithNext(line: OutlineLine, blocks: Blocks, { step, file }: FileReading): Swapped | undefined {
  const { next } = line;
  const below = next?.next;
  if (!next || !below || next.indent !== line.indent - step || below.indent < next.indent + 2 * step) return undefined;
  if (!takes(blocks, file, next, line) || !takes(blocks, file, line, below)) return undefined;
  return { upper: line, lower: next, owner: line };
}

/** Whether a line that cannot stand where it stands belongs to the next line, one step to the left. */
export function belongsToNext(line: OutlineLine, blocks: Blocks, { step, file }: FileReading): Swapped | undefined {
  const { previous, next } = line;
  if (!next || line.children.length > 0 || next.indent !== line.indent - step) return undefined;
  // The line it belongs to stands right above it, a step too far to the right.
  if (previous?.indent === line.indent && takes(blocks, file, previous, line)) return undefined;
  return takes(blocks, file, next, line) ? { upper: line, lower: next, owner: next } : undefined;
}

/**
 * Whether this line stands between a line and what belongs to that one: all that stands below it, when the two have changed places; or the
 * first line only, when that one has changed places with this.
 */
export function standsBetween(line: OutlineLine, blocks: Blocks, { file }: FileReading): Swapped | undefined {
  const [below, second] = line.children;
  if (!below || takes(blocks, file, line, below)) return undefined;
  const above = lineBeside(line);
  if (!above || !takes(blocks, file, above, below)) return undefined;
  if (second && takes(blocks, file, line, second))
    return below.children.length === 0 ? { upper: line, lower: below, owner: above } : undefined;
  // Where this line belongs below that one too, it was only moved to the left.
  const isBeside = above === line.previous && !takes(blocks, file, above, line);
  return isBeside ? { upper: above, lower: line, owner: above } : undefined;
}

/** The nearest line above that stands in the same column. */
function lineBeside(line: OutlineLine): OutlineLine | undefined {
  let above = line.previous;
  for (let left = 50; left > 0 && above && above.indent > line.indent; left--) above = above.previous;
  return above?.indent === line.indent ? above : undefined;
}

function takes(blocks: Blocks, file: string, above: OutlineLine, line: OutlineLine): boolean {
  if (firstToken(line).tokenType === Minus && endsWithOf(above)) return true;
  const kind = file.endsWith(".words") ? "words" : "other";
  return blocks.mayStandIn(kind, above.word, line.word) === true;
}

/** `show when any of`: conditions stand below it. */
function endsWithOf({ tokens }: OutlineLine): boolean {
  const [word, of] = tokens.slice(-2).map(({ image }) => image.toLowerCase());
  return of === "of" && ["all", "any", "none"].includes(word ?? "");
}

/** FW119: said at the line that is in the way. */
export function tellSwapped({ upper, lower, owner }: Swapped, at: OutlineLine, reader: FileReading): Problem {
  const [first, second] = [numberOf(upper, reader), numberOf(lower, reader)];
  const below =
    owner === upper
      ? `What stands below line ${second} belongs to it`
      : `Line ${owner === lower ? first : second} belongs below it`;
  const other = owner === lower ? [` Or a line is missing above line ${first}.`] : [];
  return say.linesTheWrongWayRound(
    reader.nodes.spanOf(firstToken(at)),
    { upper: nameOfOutline(upper), lower: nameOfOutline(lower) },
    {
      related: [{ span: reader.nodes.spanOf(firstToken(at === upper ? lower : upper)) }],
      explanation: [`Line ${numberOf(owner, reader)} is  ${nameOfOutline(owner)}. ${below}.${other.join("")}`],
      fixes: [swapFix(upper, lower, reader)],
    },
  );
}

function swapFix(upper: OutlineLine, lower: OutlineLine, reader: FileReading): Fix {
  const { index, text, file } = reader;
  const [one, two] = [upper, lower].map((line) => {
    const last = line.tokens.at(-1)?.startOffset ?? 0;
    const end = index.endOf(index.positionAt(last).line);
    return { file, start: index.startOf(numberOf(line, reader)), end };
  });
  if (!one || !two) return { title: "", edits: [] };
  return {
    title: `swap lines ${numberOf(upper, reader)} and ${numberOf(lower, reader)}`,
    edits: [
      { span: one, text: text.slice(two.start, two.end) },
      { span: two, text: text.slice(one.start, one.end) },
    ],
  };
}

function numberOf(line: OutlineLine, reader: FileReading): number {
  return reader.index.positionAt(firstToken(line).startOffset).line;
}

/** The first lines below another that stand so far to the right that the line they belong to must be missing or stand elsewhere. */
export interface Orphans {
  readonly lines: readonly OutlineLine[];
  /** The line they belong to, where it stands right above the line they stand below; that was told there (FW119). */
  readonly owner: OutlineLine | undefined;
  /** The block that the missing line would open; undefined where it may be one of several. */
  readonly heading: string | undefined;
  /** What the missing line can begin with. */
  readonly words: readonly string[];
}

/** What stands two steps to the right of the line it stands below. `canBeRead`: whether a line may stand there all the same. */
export function orphansBelow(
  above: OutlineLine,
  heading: string,
  blocks: Blocks,
  { step, file }: FileReading,
  canBeRead: (line: OutlineLine) => boolean,
): Orphans | undefined {
  const { previous } = above;
  const [first] = above.children;
  if (!first || first.indent < above.indent + 2 * step) return undefined;
  const end = above.children.findIndex((line) => line.indent < first.indent);
  const lines = end < 0 ? above.children : above.children.slice(0, end);
  const isOwned =
    previous?.indent === above.indent + step &&
    takes(blocks, file, above, previous) &&
    takes(blocks, file, previous, first);
  if (!isOwned && lines.every(canBeRead)) return undefined;
  const words = new Set(lines.map(({ word }) => word));
  const between = (blocks.byHeading.get(heading)?.forms ?? []).flatMap((form) => {
    const opened = endsWithCondition(form) ? bulletsHeading : blocks.opens(form, heading);
    const block = opened === undefined ? undefined : blocks.byHeading.get(opened);
    return block && [...words].every((word) => block.byWord.has(word)) ? [{ opened: block.heading, form }] : [];
  });
  // Nothing that may stand here takes them all: each is wrong by itself.
  if (!isOwned && between.length === 0) return undefined;
  const headings = new Set(between.map(({ opened }) => opened));
  const leads = between.map(({ form }) => leadingWords(form)).filter((lead) => /^[a-z]/.test(lead));
  return {
    lines,
    owner: isOwned ? previous : undefined,
    heading: headings.size === 1 && !headings.has(bulletsHeading) ? [...headings][0] : undefined,
    words: [...new Set(leads)].sort(),
  };
}

function endsWithCondition({ items }: Form): boolean {
  const last = items.at(-1);
  return last?.kind === "slot" && last.slot === "c";
}

/** FW120 */
export function tellOrphans({ lines, words }: Orphans, owner: Line, reader: FileReading): Problem | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const [from, to] = [numberOf(first, reader), numberOf(last, reader)];
  const begins = words.length === 0 ? "a line" : `a line that starts with  ${joinWithOr(words.slice(0, 5))}`;
  return say.lineAboveIsMissing(
    reader.nodes.spanOf(firstToken(first)),
    { word: firstToken(first).image },
    {
      related: [{ span: owner.span }],
      beside: countSpaces(first.indent),
      explanation: [
        `The line it stands below starts ${startOf(owner.indent)}. Between them belongs ${begins}, after ${countSpaces(first.indent - reader.step)}.`,
        ...(to > from ? [`Lines ${from} to ${to} belong below that line.`] : []),
      ],
    },
  );
}

function startOf(indent: number): string {
  return indent === 0 ? "at the left margin" : `after ${countSpaces(indent)}`;
}

/** FW120: a words file without its first line. Nothing in it means anything then, so nothing else is said. */
export function tellNoWordsHeader(line: OutlineLine, { nodes }: FileReading): Problem {
  const first = firstToken(line);
  return say.lineAboveIsMissing(nodes.spanOf(first), { word: first.image }, { explanation: [wordsFileBegins] });
}

/** How a words file begins, for messages. */
export const wordsFileBegins =
  "A words file begins with a line like  words Welsh for dog-licence version 1, and everything else stands below it.";
