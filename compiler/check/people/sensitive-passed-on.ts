// FW620: a sensitive answer goes further than to the people who work on the case, and no line says that it may: to an AI adviser, to another
// agency, to a service that is started, to everyone, to whoever gets a message, to whoever looks at a licence. What is worked out from it
// counts too (language 3.6.14).
// What somebody must not see at all is told as that (FW602, FW611).
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAt, says, wordOf } from "../../model/line.ts";
import type { Datum, Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line } from "../../syntax/tree.ts";
import { insertAt } from "../text-edits.ts";
import { keptFrom } from "./adviser-sees-too-much.ts";
import { onlySeenBy } from "./answer-not-for-role.ts";
import { flowOf, overlaps } from "./flow.ts";
import { isForRealPeople } from "./for-real-people.ts";
import { linesOf, type Named, type NamedPlaces, namedPlaces, withoutName } from "./named-places.ts";
import { sayWay } from "./say-way.ts";
import { type Shown, shownIn } from "./shown-to.ts";

/** One way out of the service for a value. */
interface PassedOn {
  readonly named: Named;
  /** "the adviser letter-reader reads it" */
  readonly how: string;
  /** How the text says that it may be: with the name of the answer. */
  readonly mend: (answer: string) => string;
  readonly fixes: readonly Fix[];
  /** Answers of which a line says that they may go this way. */
  readonly allowed: readonly string[];
  /** Answers of which another check says that they must not. */
  readonly forbidden: readonly string[];
}

export function checkSensitivePassedOn(model: Model): Problem[] {
  const sensitive = model.data.filter(
    (datum) => datum.sensitive !== undefined && datum.from !== "previous-application",
  );
  if (sensitive.length === 0 || !isForRealPeople(model)) return [];
  const [places, flow] = [namedPlaces(model), flowOf(model)];
  const told = new Set<string>();
  return [...toAdvisers(model, places), ...toOthers(model), ...toHolders(model, places)].flatMap((passed) => {
    const { named, allowed, forbidden } = passed;
    if (flow.givenAway(forbidden).wayFrom(named.path)) return [];
    const place = `${named.span.file} ${named.span.start}`;
    const left = sensitive.filter((datum) => !allowed.some((path) => overlaps(path, dottedOf(datum))));
    const way = flow.givenAway(left.map(dottedOf)).wayFrom(named.path);
    const datum = way && left.find((one) => overlaps(dottedOf(one), way.at(-1) ?? ""));
    // One name in a message to several people is one problem.
    if (!datum || told.has(place) || allowed.some((path) => overlaps(path, named.path))) return [];
    told.add(place);
    return [problemAt(model, places, passed, datum, way)];
  });
}

function problemAt(model: Model, places: NamedPlaces, passed: PassedOn, datum: Datum, way: readonly string[]): Problem {
  const said = sayWay(model, places, way, dottedOf(datum));
  const marked = datum.line?.children.find((line) => wordOf(line) === "sensitive");
  return problems.sensitivePassedOn(
    passed.named.span,
    { name: datum.said, kind: datum.sensitive ?? "", how: passed.how },
    {
      related: [...said.related, ...(marked ? [{ span: marked.span }] : [])],
      explanation: [...said.explanation, passed.mend(datum.said)],
      fixes: passed.fixes,
    },
  );
}

/** `reads …` of an adviser, without a law. */
function toAdvisers(model: Model, places: NamedPlaces): PassedOn[] {
  const advisers = model.tree.lines.filter((line) => line.form === "assistance <n> <t>");
  return advisers.flatMap((adviser) => {
    const forbidden = keptFrom(model, places, adviser).flatMap(({ paths }) => paths);
    const reads = adviser.children.filter((line) => wordOf(line) === "reads");
    const allowed = reads
      .filter((line) => says(line, "under"))
      .flatMap((line) => places.on(line).map(({ path }) => path));
    return reads
      .flatMap((line) => places.on(line))
      .map((named) => ({
        named,
        how: `the AI adviser ${nameAt(adviser)?.name} reads it`,
        mend: (answer: string) =>
          `Where a law lets a machine read it, say so below the adviser:  reads ${answer} under "…"`,
        fixes: [withoutName(model, named)],
        allowed,
        forbidden,
      }));
  });
}

/** To other agencies, to services that are started, to everyone, and in messages to somebody who is not shown it. */
function toOthers(model: Model): PassedOn[] {
  const limits = onlySeenBy(model);
  const shown = shownIn(model).filter(({ named }) => named.line.parent?.form !== "privacy");
  const inOwnStage = shown.filter(({ named }) => isOfStage(named.line));
  const partners = new Set(
    model.tree.lines.flatMap((line) => (wordOf(line) === "partner" ? (nameAt(line)?.name ?? []) : [])),
  );
  return shown.flatMap((one): PassedOn[] => {
    const { to, named, inList } = one;
    const isPartner = partners.has(to) || isStart(named.line);
    if (isOfStage(named.line) && !isPartner) return [];
    const lawful = (model.privacy?.shares ?? []).filter((share) => share.with === to).flatMap(({ paths }) => paths);
    const own = inOwnStage.filter((other) => other.to === to && !isPartner).map((other) => other.named.path);
    const seen = limits.filter(({ roles }) => roles.includes(to)).flatMap(({ paths }) => paths);
    return [
      {
        named,
        how: howWords(one),
        mend: (answer) => mendWords(to, isPartner, answer),
        fixes: inList ? [withoutName(model, named)] : [],
        allowed: [...lawful, ...own, ...seen],
        forbidden: limits.filter(({ roles }) => !roles.includes(to)).flatMap(({ paths }) => paths),
      },
    ];
  });
}

function isOfStage(line: Line): boolean {
  return wordOf(line) === "shows" || wordOf(line) === "can";
}

function isStart(line: Line): boolean {
  return wordOf(line) === "start";
}

function howWords({ to, named }: Shown): string {
  if (isStart(named.line)) return `the service ${to} is started with it`;
  if (to === "everyone") return "it is published";
  return isOfStage(named.line) || wordOf(named.line) === "share" ? `${to} is given it` : `a message says it to ${to}`;
}

function mendWords(to: string, isPartner: boolean, answer: string): string {
  if (to === "everyone") return "Nobody needs to know this of one person. Publish counts instead, below  measures .";
  if (isPartner) return `Where a law lets them have it, say so below  privacy :  share ${answer} with ${to} under "…"`;
  return `Whoever needs it to work on the case sees it there:  shows ${answer}  in a stage of theirs. A message can be read on the way.`;
}

/** What a licence says to everybody it is shown to. */
function toHolders(model: Model, places: NamedPlaces): PassedOn[] {
  const credentials = model.tree.lines.filter((line) => wordOf(line) === "credential");
  const agrees = "shared only if holder agrees";
  return linesOf(credentials, "holds").flatMap((line) => {
    if (says(line, "agrees")) return [];
    const isList = line.form === "holds <ps>";
    return places.on(line).map((named): PassedOn => {
      const text = `holds ${named.said.split("'s ").at(-1)} from ${named.said}, ${agrees}`;
      const isAlone = places.on(line).length === 1;
      const below = insertAt(line.span, line.span.end, `\n${" ".repeat(line.indent)}${text}`);
      const edits = !isList
        ? [insertAt(line.span, line.span.end, `, ${agrees}`)]
        : isAlone
          ? [{ span: line.span, text }]
          : [...withoutName(model, named).edits, below];
      return {
        named,
        how: `${nameAt(line.parent ?? line)?.name} shows it to everybody who checks it`,
        mend: () => "Whoever holds it can decide each time whether they show this.",
        fixes: [{ title: `let the holder decide: ${agrees}`, edits }, withoutName(model, named)],
        allowed: [],
        forbidden: [],
      };
    });
  });
}
