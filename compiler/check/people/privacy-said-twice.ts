// FW607: two lines about people's data say the same thing about the same answer, so one of them does not count or counts for nothing.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem, Span } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import type { Line } from "../../syntax/tree.ts";
import { lineNumber, removeLine } from "../text-edits.ts";
import { keepLines, keepsAll } from "./kept-without-limit.ts";
import { linesOf, type NamedPlaces, namedPlaces, withoutName } from "./named-places.ts";

/** One thing that is said: `key` is the same for what must not be said twice. */
interface Said {
  readonly key: string;
  /** How long keeper-letter is kept. */
  readonly what: string;
  readonly span: Span;
  readonly line: Line;
}

export function checkPrivacySaidTwice(model: Model): Problem[] {
  const places = namedPlaces(model);
  const first = new Map<string, Said>();
  return saidIn(model, places).flatMap((said) => {
    const before = first.get(said.key);
    if (!before) {
      first.set(said.key, said);
      return [];
    }
    const line = lineNumber(model.trees, before.span);
    const named = places.on(said.line).find((one) => one.span.start === said.span.start);
    const fix = named
      ? withoutName(model, named)
      : { title: "remove this line", edits: [removeLine(model.trees, said.line)] };
    return [
      problems.privacySaidTwice(
        said.span,
        { what: said.what, line },
        { related: [{ span: before.span, words: "said first" }], fixes: [fix] },
      ),
    ];
  });
}

function saidIn(model: Model, places: NamedPlaces): Said[] {
  const privacy = model.tree.lines.filter((line) => line.form === "privacy");
  return [
    ...keepLines(privacy).flatMap((line) => keptIn(line, places)),
    ...linesOf(privacy, "only").flatMap((line) => namesIn(line, places, "only", (name) => `Who may see ${name}`)),
    ...linesOf(privacy, "special").flatMap((line) => {
      const name = nameAt(line);
      return name ? [{ key: `special ${name.name}`, what: `The law for ${name.name}`, span: name.span, line }] : [];
    }),
    ...model.tree.lines.flatMap((line) => sharedIn(line, places)),
  ];
}

function keptIn(line: Line, places: NamedPlaces): Said[] {
  const what = (name: string) => `How long ${name} may be kept`;
  if (keepsAll(line)) return [{ key: "keep answers", what: "How long answers are kept", span: line.span, line }];
  return namesIn(line, places, "keep", what);
}

/** Shared with the same agency in the same stage or outcome. */
function sharedIn(block: Line, places: NamedPlaces): Said[] {
  const owners = ["outcome", "privacy"].includes(wordOf(block))
    ? [block]
    : wordOf(block) === "route"
      ? block.children
      : [];
  return owners.flatMap((owner) =>
    owner.children
      .filter((line) => wordOf(line) === "share")
      .flatMap((line) => {
        const partner = nameAfter(line, "with")?.name ?? "";
        return namesIn(
          line,
          places,
          `${owner.span.start} share ${partner}`,
          (name) => `That ${name} is shared with ${partner}`,
        );
      }),
  );
}

function namesIn(line: Line, places: NamedPlaces, key: string, what: (name: string) => string): Said[] {
  return places.on(line).map(({ said, path, span }) => ({ key: `${key} ${path}`, what: what(said), span, line }));
}
