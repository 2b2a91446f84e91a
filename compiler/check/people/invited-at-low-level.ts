// FW616: somebody who is let in by a link or a weak sign-in is shown a sensitive answer: anybody who gets hold of it sees it too.
import { problems } from "../../diagnostics/generated/problems.ts";
import type { Fix, Problem } from "../../diagnostics/problem.ts";
import { nameAfter, nameAt, wordOf } from "../../model/line.ts";
import type { Model } from "../../model/model.ts";
import { dottedOf } from "../../model/readings.ts";
import type { Line } from "../../syntax/tree.ts";
import { change, insertAt } from "../text-edits.ts";
import { flowOf, overlaps } from "./flow.ts";
import { linesOf, type Named, type NamedPlaces, namedPlaces } from "./named-places.ts";
import { sayWay } from "./say-way.ts";

/** One message for each invitation, at the first sensitive answer that is shown. */
export function checkInvitedAtLowLevel(model: Model): Problem[] {
  const route = model.tree.lines.filter((line) => wordOf(line) === "route");
  const weak = linesOf(route, "invite").filter((line) => !isKnown(line));
  const sensitive = model.data.filter((datum) => datum.sensitive !== undefined).map(dottedOf);
  if (weak.length === 0 || sensitive.length === 0) return [];
  const places = namedPlaces(model);
  const away = flowOf(model).givenAway(sensitive);
  return weak.flatMap((invite) => {
    const shows = invite.parent?.children.filter((line) => wordOf(line) === "shows") ?? [];
    const found = shows.flatMap((line) => places.on(line)).find((named) => away.wayFrom(named.path));
    const way = found && away.wayFrom(found.path);
    return way ? [problemAt(model, places, invite, found, way)] : [];
  });

  function problemAt(model: Model, places: NamedPlaces, invite: Line, named: Named, way: readonly string[]): Problem {
    const answer = sensitive.find((path) => overlaps(path, way.at(-1) ?? "")) ?? named.path;
    const said = sayWay(model, places, way, answer);
    return problems.invitedAtLowLevel(
      named.span,
      { invited: nameAt(invite)?.name ?? "", name: places.said(answer), level: levelIn(invite) },
      {
        related: [...said.related, { span: invite.span }],
        explanation: said.explanation,
        fixes: levelFix(model, invite),
      },
    );
  }
}

/** At these levels it is known who somebody is (language 3.6.16). */
function isKnown(invite: Line): boolean {
  const level = nameAfter(invite, "at", "level")?.name;
  return level === "substantial" || level === "high";
}

function levelIn(invite: Line): string {
  const level = nameAfter(invite, "at", "level")?.name;
  return level === undefined ? "with a link alone" : `at level ${level}`;
}

function levelFix(model: Model, invite: Line): Fix[] {
  const level = nameAfter(invite, "at", "level");
  if (level) return [change(model.trees, level.span, "substantial")];
  const text = " at level substantial";
  return [{ title: `add ${text}`, edits: [insertAt(invite.span, invite.span.end, text)] }];
}
