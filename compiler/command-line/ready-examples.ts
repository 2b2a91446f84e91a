// Examples for what none of a text's own reaches, ready to paste. Each is put into the text and played before the next is looked for: what is
// shown comes out as it says, and reaches what was not reached before.
import type { CoveredPart } from "../check/examples/coverage.ts";
import { reportExamples } from "../check/examples/report-examples.ts";
import { compile } from "../compile.ts";
import { applyEdits } from "../source/edits.ts";
import { play } from "./play.ts";
import type { ReadService } from "./read-service.ts";

/** What there is to paste. */
export interface ReadyExamples {
  /** Blocks that begin with `example "…"`, in the order of the problems that ask for them. */
  readonly texts: readonly string[];
  /** What is not reached even then: no way to it was found. */
  readonly left: readonly CoveredPart[];
}

/** More rounds than this are needed by no text that people read. */
const mostRounds = 40;

/** The problems that say what no example reaches. */
const codes: ReadonlySet<string> = new Set(["FW702", "FW703"]);

/** Looks for them; `parts` is what is not reached as the text stands. */
export function findReady({ entry, files }: ReadService, parts: readonly CoveredPart[]): ReadyExamples {
  const texts: string[] = [];
  let [all, left] = [files, missedIn(parts)];
  for (let round = 0; round < mostRounds && left.length > 0; round++) {
    const next = offersIn(entry, all).flatMap((offer) => {
      const taken = new Map([...all, [entry, applyEdits(all.get(entry) ?? "", offer.edits)]]);
      const missed = reachedWith(entry, taken);
      return missed && missed.length < left.length ? [{ taken, missed, offer }] : [];
    })[0];
    if (!next) break;
    texts.push(...next.offer.edits.flatMap(({ text }) => text.split(/\n{2,}/).filter((block) => block.trim() !== "")));
    [all, left] = [next.taken, next.missed];
  }
  return { texts, left };
}

function missedIn(parts: readonly CoveredPart[]): CoveredPart[] {
  return parts.filter(({ reached }) => !reached);
}

function offersIn(entry: string, files: ReadonlyMap<string, string>) {
  const { problems } = compile(entry, files, { play });
  return problems.flatMap(({ code, fixes: [fix] }) => (codes.has(code) && fix ? [fix] : []));
}

/** What is still not reached; undefined when an example does not come out as it says. */
function reachedWith(entry: string, files: ReadonlyMap<string, string>): CoveredPart[] | undefined {
  const { model, service } = compile(entry, files);
  const report = model && service && reportExamples(model, service, play);
  const isGood = report?.examples.every(({ problem }) => problem === undefined) === true;
  return report && isGood ? missedIn(report.parts) : undefined;
}
