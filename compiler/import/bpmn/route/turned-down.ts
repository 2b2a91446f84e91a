// Ways that a rule alone takes and that turn the applicant down: a text must name the law that allows it. A process names none, so a line
// that asks for it stands there.
import type { Place } from "../text.ts";
import type { Building } from "./building.ts";

const adverse = /(^|-)(refused|rejected|dismissed|excluded|suspended|revoked|denied)$/;
const because = 'because "To be written: the law that allows a rule alone to decide this"';

/** Rewrites the ways out of stages without people that lead to a refusal. */
export function turnedDownByRules(building: Building): void {
  const stages = building.places.filter(({ kind }) => kind === "stage");
  const against = againstTheApplicant(building.places, stages);
  stages.forEach((place) => {
    if (
      place.by !== undefined ||
      !place.lines.some((line) => line.startsWith("when ") && line.includes(" is yes go to "))
    )
      return;
    if (!place.lines.some((line) => against.has(leadsTo(line)))) return;
    rewrite(building, place, against);
  });
}

/** Outcomes by their name, and stages that do nothing but lead to one. */
function againstTheApplicant(places: readonly Place[], stages: readonly Place[]): ReadonlySet<string> {
  const against = new Set(
    places.filter(({ kind, name }) => kind === "outcome" && adverse.test(name)).map(({ name }) => name),
  );
  const passing = stages.filter(({ by }) => by === undefined);
  for (let size = -1; size !== against.size; ) {
    size = against.size;
    for (const { name, lines } of passing) {
      const ways = new Set(lines.map(leadsTo).filter((place) => place !== ""));
      if (ways.size === 1 && [...ways].every((way) => against.has(way))) against.add(name);
    }
  }
  return against;
}

function leadsTo(line: string): string {
  return line.startsWith("#") ? "" : (/go to (\S+)$/.exec(line)?.[1] ?? "");
}

function rewrite(building: Building, place: Place, against: ReadonlySet<string>): void {
  const guard = /^when (\S+) is yes go to (\S+)$/;
  const guards = place.lines.flatMap((line) => {
    const [, question = "", to = ""] = guard.exec(line) ?? [];
    return question === "" ? [] : [{ line, question, to }];
  });
  const lastAt = place.lines.findLastIndex((line) => /^(otherwise )?go to /.test(line));
  const last = leadsTo(place.lines[lastAt] ?? "");
  const kept = guards.filter(({ to }) => !against.has(to)).at(-1);
  if (against.has(last) && !kept) {
    confirmed(building, place);
    return;
  }
  const refusing = (question: string, to: string, is: "yes" | "no"): string =>
    `refuse automatically ${because} when ${question} is ${is} then go to ${to}`;
  const lines = place.lines.map((line, at) => {
    const found = guards.find((one) => one.line === line);
    if (found && against.has(found.to)) return refusing(found.question, found.to, "yes");
    if (at === lastAt && against.has(last) && kept) return `otherwise go to ${kept.to}`;
    if (found === kept && kept && against.has(last)) {
      const none = guards.map(({ question }) => `${question} is no`).join(" and ");
      return `refuse automatically ${because} when ${none} then go to ${last}`;
    }
    return line;
  });
  // What comes after the line that is left over now stands before it, so that it is still tried first.
  if (kept && against.has(last)) moveBehind(lines, none(lines), lastAt);
  place.lines.splice(0, place.lines.length, ...lines);
}

function none(lines: readonly string[]): number {
  return lines.findIndex((line) => line.startsWith("refuse automatically") && / is no( and | then )/.test(line));
}

function moveBehind(lines: string[], from: number, to: number): void {
  const [line] = lines.splice(from, 1);
  if (line !== undefined) lines.splice(to - 1, 0, line);
}

/** All ways turn the applicant down: a person has to confirm it. */
function confirmed(building: Building, place: Place): void {
  const at = building.places.indexOf(place);
  const lines = place.lines.map((line) =>
    line
      .replace(/^when (\S+) is yes go to (\S+)$/, "can choose-$1 with reason then go to $2")
      .replace(/^(otherwise )?go to (\S+)$/, "can confirm with reason then go to $2"),
  );
  const comments = [
    "Rules alone turn the case down here, whatever they say. No person may be passed by so: somebody confirms it.",
    ...place.comments,
  ];
  building.places[at] = { ...place, by: "staff", comments, lines };
}
