// One cause, one message: problems that only follow from another one are held back until that one is mended.
// Knows only codes and places; what follows from what stands in the table below, each line with its reason.
import type { Problem } from "../diagnostics/problem.ts";
import { declaredBy } from "./names/missing-heading.ts";

/** Lines whose place in the text cannot be right: what stands below them belongs to something else than was meant. */
const placement: readonly string[] = ["FW102", "FW105", "FW115", "FW119", "FW120"];
const nameMissing = "FW201";
const nameTwice = "FW202";

/** What is said of ways through the route. */
const ofTheRoute: readonly string[] = [
  ...["FW501", "FW502", "FW503", "FW506", "FW507", "FW508", "FW509", "FW510", "FW511", "FW512"],
  ...["FW513", "FW514", "FW515", "FW516", "FW517", "FW518", "FW519", "FW520"],
];

/** Is it said with all these others? */
interface Held {
  readonly codes: readonly string[];
  /** Whether this one follows from the others. */
  follows(problem: Problem, others: Others): boolean;
}

/** All problems but the one that is asked about. Not a list of its own: a text of nothing but mistakes has many. */
interface Others {
  /** Whether one of them is such a one. Looked through once for each question, which therefore knows nothing of the problem asked about. */
  some(isSuch: (problem: Problem) => boolean): boolean;
  /** Whether one with this code is such a one. */
  has(code: string, isIt?: (problem: Problem) => boolean): boolean;
}

const table: readonly Held[] = [
  // Words, translations and lines without effect are looked at when the text itself can be read.
  {
    codes: ["FW802", "FW803", "FW808", "FW809", "FW810", "FW811", "FW812", "FW813", "FW814", "FW815", "FW816", "FW817"],
    follows: (_, others) => others.some(isStop),
  },
  // A translation of words that were changed since is read again anyway; a hint that was taken away leaves its translation behind.
  {
    codes: ["FW810"],
    follows: ({ at }, others) => others.has("FW802", (one) => isSamePlace(one.at, at)),
  },
  {
    codes: ["FW809"],
    follows: ({ args }, others) => others.has("FW815", (one) => args["line"] === `ask ${one.args["name"]}: hint`),
  },
  // A way that leads to an unknown place, or out of one that is there twice, may be the missing one.
  {
    codes: [...ofTheRoute],
    follows: (_, others) => others.some(isOfWriting) || has(others, nameMissing, nameTwice, "FW210"),
  },
  // What should follow a stage without a way out is not reached for that reason.
  { codes: ["FW501", "FW502"], follows: (_, others) => has(others, "FW503") },
  // What nothing leads to comes after nothing.
  { codes: ["FW506", "FW508", "FW516", "FW518"], follows: (_, others) => has(others, "FW501", "FW503", "FW509") },
  // A line that is never taken as it stands, or has no place, is looked at again when that is mended.
  {
    codes: ["FW501", "FW502", "FW503", "FW509"],
    follows: (_, others) => has(others, "FW511", "FW512", "FW513", "FW515"),
  },
  // An appeal that leads to nobody is no way to another look.
  { codes: ["FW506", "FW508"], follows: (_, others) => has(others, "FW517") },
  // Two blocks of one name: the lines of the second may be those that the first lacks.
  { codes: ["FW207", "FW504"], follows: (_, others) => has(others, nameTwice, ...placement) },
  {
    codes: ["FW302"],
    follows: ({ args }, others) => others.has(nameTwice, (one) => one.args["name"] === args["list"]),
  },
  // A case that cannot get somewhere cannot get there in an example.
  { codes: ["FW701", "FW702", "FW703"], follows: (_, others) => has(others, "FW501", "FW503") },
  // A calendar line that stands in the wrong place, or cannot be read, is no calendar line.
  { codes: ["FW305", "FW311"], follows: (_, others) => others.some(isOfWriting) },
  // A name that nothing resembles was declared by a line that is not where it should be.
  { codes: [nameMissing], follows: (problem, others) => has(others, ...placement) && !hasNearName(problem) },
  // The choices of a list that is not there are names of nothing.
  {
    codes: [nameMissing],
    follows: (problem, others) =>
      problem.args["nothing"] === "nothing" && !hasNearName(problem) && others.some(isOfNoList),
  },
  // Lines of a block whose first line is missing stand in the block above, some of them for the second time; and what follows from them there.
  {
    codes: ["FW211"],
    follows: ({ args }, others) =>
      others.has(nameMissing, (one) => !hasNearName(one) && isDeclaredBy(one, args["above"])),
  },
  {
    codes: ["FW505"],
    follows: (_, others) =>
      others.has(nameMissing, (one) => !hasNearName(one) && one.args["nothing"] === "no stage or outcome"),
  },
  // A line that stands too often in one block is the one that the block above lacks.
  {
    codes: ["FW504", "FW519"],
    follows: ({ at }, others) =>
      others.has("FW211", (one) => String(one.args["words"]).startsWith("finish") && isBehind(one.at, at)),
  },
  {
    codes: ["FW207"],
    follows: ({ args, at }, others) =>
      others.has("FW211", (one) => one.args["words"] === args["word"] && isBehind(at, one.at)),
  },
  // Nobody can choose anything where nobody works.
  {
    codes: ["FW617"],
    follows: ({ args }, others) => others.has("FW515", (one) => one.args["stage"] === args["stage"]),
  },
  // A table without its first row has no result, whatever that was called.
  {
    codes: [nameMissing],
    follows: (problem, others) =>
      problem.args["nothing"] === "nothing" && !hasNearName(problem) && has(others, "FW419"),
  },
  // A name that is missing as itself and as a part of something, or in the words beside the text, is missing once.
  {
    codes: [nameMissing],
    follows: ({ args, at }, others) =>
      others.has(
        nameMissing,
        (one) =>
          one.args["name"] === args["name"] &&
          ((isService(one.at.file) && !isService(at.file)) ||
            (one.args["nothing"] === "no part" && args["nothing"] === "nothing")),
      ),
  },
  // What says that a line is missing, or that two do not fit, may speak of the one that cannot be read.
  { codes: ["FW504", "FW804", "FW418", "FW419"], follows: (_, others) => others.some(isOfWriting) },
  { codes: ["FW804"], follows: (_, others) => has(others, nameMissing) },
  // A library whose text cannot be read lacks what it should have; what only its names lead to is not used for that reason.
  { codes: ["FW801"], follows: (_, others) => others.some(isOfWritingElsewhere) },
  { codes: ["FW604"], follows: (_, others) => has(others, "FW801") },
  // A choice in the wrong place is no choice of its list; a decision that is never yes opens no way.
  { codes: ["FW302"], follows: (_, others) => has(others, ...placement) },
  { codes: ["FW509"], follows: (_, others) => has(others, "FW405") },
  // A name that is a word of the language means that word where it is compared.
  {
    codes: ["FW301"],
    follows: ({ args }, others) => others.has("FW204", (one) => Object.values(args).includes(one.args["word"] ?? "")),
  },
  // What is said differently than the language says it is one mistake, whatever name stands in it.
  {
    codes: [nameMissing],
    follows: ({ at }, others) => others.has("FW308", (one) => holds(one.at, at)),
  },
  // Words that are never shown are those that another line lacks.
  {
    codes: ["FW802"],
    follows: ({ at }, others) => others.has("FW809", (one) => one.at.file === at.file),
  },
  // Words for a name that stands twice in the service cannot be told apart; parts of a record come from its operation.
  {
    codes: [nameMissing],
    follows: ({ at, args }, others) =>
      (!isService(at.file) && others.has(nameTwice, (one) => one.args["name"] === args["name"])) ||
      (args["nothing"] === "no part" && has(others, "FW207")),
  },
  // Without its first line nothing in a service stands where it should.
  { codes: placement, follows: (_, others) => has(others, "FW206") },
  // Proofs speak of texts that can be read, whose names are known.
  {
    codes: ["FW405", "FW407", "FW409", "FW411", "FW412", "FW413", "FW414", "FW415", "FW416"],
    follows: (_, others) => others.some(stopsProofs),
  },
  // A row that should end where the next begins leaves a gap below it and lies over the next: one change mends both.
  {
    codes: ["FW412"],
    follows: ({ related }, others) =>
      others.has(
        "FW411",
        (one) =>
          (one.fixes[0]?.title ?? "").includes(" to under ") &&
          related.some(({ span }) => one.related.some((other) => holds(span, other.span))),
      ),
  },
  // A value that may be missing leaves rows without an answer to fit: both are mended where it is missing.
  {
    codes: ["FW411"],
    follows: (problem, others) =>
      has(others, "FW403") && problem.explanation.some((line) => line.includes("has no answer")),
  },
  // What is read of people's data is known when all lines and names are: a misspelt name may be the missing law, role or use.
  {
    codes: [
      "FW601",
      "FW602",
      "FW603",
      "FW604",
      "FW605",
      "FW606",
      "FW607",
      "FW608",
      "FW609",
      "FW611",
      "FW613",
      "FW614",
      "FW616",
      "FW617",
      "FW618",
      "FW620",
    ],
    follows: (_, others) => others.some(stopsWhatIsRead),
  },
  // What is looked up and then asked for again is used once the question is filled in from it.
  {
    codes: ["FW604"],
    follows: ({ args }, others) =>
      args["collected"] === "looked up" && others.has("FW603", (one) => one.args["name"] === args["name"]),
  },
  // Who is shown the answer itself learns nothing more from a question that depends on it.
  {
    codes: ["FW618"],
    follows: ({ args }, others) =>
      others.has("FW602", (one) => one.args["role"] === args["role"] && one.args["name"] === args["name"]),
  },
  // A way out that a suggestion decides is no way out; what it read is not looked at either.
  {
    codes: ["FW501", "FW503", "FW507", "FW604", "FW701", "FW702", "FW703"],
    follows: (_, others) => has(others, "FW612"),
  },
  // A calendar of a library that the route does not count by is told once, with what it says.
  {
    codes: ["FW808"],
    follows: ({ at }, others) => others.has("FW311", (one) => isSamePlace(one.at, at)),
  },
  // A library's names are used twice when the set is included twice.
  {
    codes: [nameTwice],
    follows: ({ at }, others) => others.has(nameTwice, (one) => isService(one.at.file) && one.at.file !== at.file),
  },
];

/** What is left to be told. `writing` are the problems of reading, `meaning` those of the checks. */
export function withoutFollowOns(problems: readonly Problem[]): Problem[] {
  const byCode = Map.groupBy(problems, ({ code }) => code);
  const such = new Map<(problem: Problem) => boolean, readonly Problem[]>();
  const suchOnes = (isSuch: (problem: Problem) => boolean): readonly Problem[] => {
    const found = such.get(isSuch) ?? problems.filter(isSuch);
    such.set(isSuch, found);
    return found;
  };
  return problems.filter((problem) => {
    const isOther = (one: Problem) => one !== problem;
    const others: Others = {
      some: (isSuch) => suchOnes(isSuch).some(isOther),
      has: (code, isIt) => byCode.get(code)?.some((one) => isOther(one) && (!isIt || isIt(one))) ?? false,
    };
    return !(heldBy.get(problem.code) ?? []).some((held) => held.follows(problem, others));
  });
}

/** The lines of the table that speak of a code. */
const heldBy: ReadonlyMap<string, readonly Held[]> = new Map(
  [...new Set(table.flatMap(({ codes }) => codes))].map((code) => [
    code,
    table.filter(({ codes }) => codes.includes(code)),
  ]),
);

/** Whether what is missing is declared by a line like the one above: `stage review` for a stage. */
function isDeclaredBy({ args }: Problem, above: Problem["args"][string] | undefined): boolean {
  const [word = ""] = String(above ?? "").split(" ");
  return declaredBy(args["nothing"]).includes(word);
}

/** Whether it stands further down in the same text. */
function isBehind(one: Problem["at"], other: Problem["at"]): boolean {
  return one.file === other.file && one.start > other.start;
}

function isStop({ severity }: Problem): boolean {
  return severity === "stop";
}

function isOfNoList({ args }: Problem): boolean {
  return args["nothing"] === "no list";
}

/** A name, a line or a kind is wrong, or a condition can be read two ways. */
function stopsWhatIsRead({ severity, code }: Problem): boolean {
  return severity === "stop" && code < "FW403";
}

/** The text cannot be read, a name or a kind is wrong, or a table is not whole. */
function stopsProofs({ severity, code }: Problem): boolean {
  return severity === "stop" && (code < "FW403" || code === "FW418" || code === "FW419" || code === "FW420");
}

function isSamePlace(one: Problem["at"], two: Problem["at"]): boolean {
  return one.file === two.file && one.start === two.start;
}

function has(problems: Others, ...codes: string[]): boolean {
  return codes.some((code) => problems.has(code));
}

/** A line that could not be read is missing from everything that would lead through it. */
function isOfWriting({ code, severity }: Problem): boolean {
  return code < "FW2" && severity === "stop";
}

function isOfWritingElsewhere(problem: Problem): boolean {
  return isOfWriting(problem) && !isService(problem.at.file);
}

function hasNearName({ fixes }: Problem): boolean {
  return fixes.some(({ title }) => title.startsWith("change"));
}

function holds(outer: Problem["at"], inner: Problem["at"]): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

function isService(file: string): boolean {
  return file.endsWith(".service");
}
