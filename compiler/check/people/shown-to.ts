// Who is shown what: the `shows` lines of people's stages and checks, what officers may correct, what is shared with other agencies,
// handed to a service that is started, put into messages to somebody else than the applicant, or published. Reads the lines, so that each name can be marked.
import type { Span } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, namesAfter, pathsAfter, says, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line, Word } from "../../syntax/tree.ts";
import { madeOnce } from "../made-once.ts";
import { linesOf, type Named, type NamedPlaces, namedPlaces, pathNodesOf } from "./named-places.ts";

/** One value that is put before one role, another agency, or everyone. */
export interface Shown {
  /** A role, a partner, or a service that is started; "everyone" for what is published. */
  readonly to: string;
  readonly named: Named;
  /** Whether the name stands in a list that it can be taken out of. */
  readonly inList: boolean;
}

/** Those who see their own: what the applicant and who helps them sees is not kept from them. */
const applicants: ReadonlySet<string> = new Set(["applicant", "representative", "appointee"]);

/** Everything that is shown to somebody else than the applicant, in the order of the text. */
export const shownIn = madeOnce((model: Model): readonly Shown[] => {
  const places = namedPlaces(model);
  return [
    ...shownInStages(model, places),
    ...shared(model, places),
    ...started(model, places),
    ...sent(model, places),
  ].filter(({ to }) => !applicants.has(to));
});

function shownInStages(model: Model, places: NamedPlaces): Shown[] {
  return model.tree.lines.flatMap((route) =>
    wordOf(route) === "route" ? route.children.flatMap((stage) => shownBelow(stage, places)) : [],
  );
}

/** Below a stage, and below the checks in it, each to those who do it. */
function shownBelow(line: Line, places: NamedPlaces): Shown[] {
  const who = workersOf(line);
  return line.children.flatMap((child) => {
    if (wordOf(child) === "at" || wordOf(child) === "check") return shownBelow(child, places);
    const isShown = wordOf(child) === "shows" || child.form?.startsWith("can correct ") === true;
    if (!isShown) return [];
    return places.on(child).flatMap((named) => who.map((to) => ({ to, named, inList: true })));
  });
}

/**
 * Everybody who works there and is shown what it shows: its people, who is invited, who confirms, who is asked for advice, who gets
 * the work when the time is over. For a check without any, the agency it is asked of.
 */
export function workersOf(line: Line): string[] {
  const people = [line, ...line.children].flatMap((one) => peopleOf(one, line)).map((word) => word.name);
  if (people.length > 0 || wordOf(line) !== "check") return [...new Set(people)];
  return pathsAfter(line, "at").flatMap((path) => path.words[0]?.name ?? []);
}

function peopleOf(one: Line, owner: Line): readonly Word[] {
  if (one === owner) return namesAfter(one, "by");
  const invited = wordOf(one) === "invite" ? nameAt(one) : undefined;
  if (invited) return [invited];
  if (one.form?.startsWith("needs second approval") === true) return namesAfter(one, "by");
  if (one.form?.startsWith("can consult ") === true) return namesAfter(one, "consult");
  return wordOf(one) === "finish" ? namesAfter(one, "give", "to") : [];
}

function shared(model: Model, places: NamedPlaces): Shown[] {
  return linesOf(ofCase(model), "share")
    .flatMap((line) => {
      const to = nameAfter(line, "with")?.name;
      return to === undefined ? [] : places.on(line).map((named) => ({ to, named, inList: true }));
    })
    .concat(
      linesOf(ofCase(model), "publish").flatMap((line) =>
        places.on(line).map((named) => ({ to: "everyone", named, inList: true })),
      ),
    );
}

/** To whoever works in a service that is started. It needs something to start with, so that the only name of a line cannot go. */
function started(model: Model, places: NamedPlaces): Shown[] {
  return linesOf(ofCase(model), "start").flatMap((line) => {
    const to = nameAt(line)?.name ?? "";
    const names = pathNodesOf(line);
    const only = names.length === 1 ? names[0] : undefined;
    if (only?.words.length !== 1 || only.words[0]?.name !== "answers")
      return places.on(line).map((named) => ({ to, named, inList: names.length > 1 }));
    return model.data
      .filter(({ from }) => from === "question")
      .map((datum) => ({
        to,
        named: { said: datum.said, path: dottedOf(datum), span: only.span, line },
        inList: false,
      }));
  });
}

/** Stages, outcomes and privacy: what happens with a case. */
function ofCase(model: Model): Line[] {
  return model.tree.lines.filter((line) => ["route", "outcome", "privacy"].includes(wordOf(line)));
}

function sent(model: Model, places: NamedPlaces): Shown[] {
  const isText = (line: Line) => wordOf(line) === "message" || wordOf(line) === "document";
  const texts = Map.groupBy(model.tree.lines.filter(isText), (line) => nameAt(line)?.name);
  return linesOf(ofCase(model), "send").flatMap((send) => {
    if (!says(send, "to")) return [];
    const filled = textsSent(texts, nameAt(send)?.name).flatMap((text) => filledIn(model, text, places));
    return namesAfter(send, "to").flatMap(({ name }) => filled.map((named) => ({ to: name, named, inList: false })));
  });
}

/** The message or document of this name, and what is attached to it. */
function textsSent(all: ReadonlyMap<string | undefined, readonly Line[]>, name: string | undefined): Line[] {
  const texts = all.get(name) ?? [];
  const attached = linesOf(texts, "attach").flatMap((line) => all.get(nameAt(line)?.name) ?? []);
  return [...texts, ...attached.filter((line) => wordOf(line) === "document")];
}

/** The names in braces in the words below a line. */
function filledIn(model: Model, line: Line, places: NamedPlaces): Named[] {
  return line.children.flatMap((child) => [
    ...child.parts.flatMap((part) => {
      const words = part.slot === "t" ? part.quoted.words : part.slot === "prose" ? part.words : "";
      return [...words.matchAll(/\{([^{}]+)\}/g)].flatMap(([braced, text = ""]): Named[] => {
        const datum = model.fills.get(text);
        if (!datum) return [];
        return [{ said: datum.said, path: dottedOf(datum), span: inBraces(model, part.span, braced), line: child }];
      });
    }),
    ...filledIn(model, child, places),
  ]);
}

function inBraces(model: Model, span: Span, braced: string): Span {
  const text = model.trees.find((tree) => tree.file === span.file)?.text ?? "";
  const at = text.indexOf(braced, span.start);
  return at < 0 || at > span.end ? span : { file: span.file, start: at + 1, end: at + braced.length - 1 };
}
