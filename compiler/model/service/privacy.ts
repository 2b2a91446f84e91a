// Why answers are asked for, on which basis, how long they are kept, who sees them.

import type { Line, PathNode, Word } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { lengthAfter, nameAfter, nameAt, namesAfter, pathsAfter, quotedAt, says } from "../line.ts";
import { serviceScope } from "../names/declare.ts";
import { findDatum, findName } from "../names/names.ts";
import type { Keep, Privacy } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";
import { durationOf } from "./duration.ts";

/** The `privacy` block. */
export function buildPrivacy(building: Building, line: Line): Privacy {
  building.read.add(line);
  const privacy: Privacy = { lawfulBases: [], specialCategories: [], keep: [], visibility: [] };
  const key = { text: building.service, owner: "privacy" };
  const law = (below: Line, slot: string) => wordsOf(building.words, { ...key, slot, mayStay: true }, quotedAt(below));
  readLines(building, line.children, {
    "purpose <t>": (below) => {
      privacy.purpose = wordsOf(building.words, { ...key, slot: "purpose" }, quotedAt(below));
    },
    "lawful basis <n> <t>": (below) => {
      const name = nameAt(below)?.name ?? "";
      privacy.lawfulBases.push(placed(building, below.span, { name, law: law(below, `basis ${name}`) }));
    },
    "special category <n> under <t>": (below) => {
      const name = nameAt(below)?.name ?? "";
      privacy.specialCategories.push(placed(building, below.span, { name, under: law(below, `category ${name}`) }));
    },
    "keep <ps> for <d> after (<n> ends|sent|decision|end)": (below) => {
      const keep = keepOf(building, below);
      if (keep) privacy.keep.push(keep);
    },
    "only <ns> can see <ps>": (below) => {
      const roles = namesAfter(below, "only").flatMap(
        (word) => findName(building, "role", word, ["partner", ...startedAs(building, word)]) ?? [],
      );
      privacy.visibility.push(
        placed(building, below.span, { roles, paths: paths(building, pathsAfter(below, "can", "see")) }),
      );
    },
    "do not keep <ps>": (below) => {
      privacy.doNotKeep = [...(privacy.doNotKeep ?? []), ...paths(building, pathsAfter(below, "keep"))];
    },
    "share <ps> with <n> under <t>": (below) => {
      const whom = nameAfter(below, "with");
      const partner = findName(building, "partner", whom, startedAs(building, whom));
      if (partner === undefined) return;
      const under = law(below, `share with ${partner}`);
      const shared = { paths: paths(building, pathsAfter(below, "share")), with: partner, under };
      privacy.shares = [...(privacy.shares ?? []), placed(building, below.span, shared)];
    },
  });
  return placed(building, line.span, privacy);
}

/** A service that a case starts is another agency's, or has another purpose: what it gets needs a law too. */
function startedAs(building: Building, word: Word | undefined): "awaited"[] {
  return building.names.awaited.get(word?.name ?? "")?.what === "service that is started" ? ["awaited"] : [];
}

function keepOf(building: Building, line: Line): Keep | undefined {
  const length = durationOf(building, lengthAfter(line, "for"));
  if (!length) return undefined;
  const named = pathsAfter(line, "keep");
  const isAll = named.length === 1 && named[0]?.words.length === 1 && named[0].words[0]?.name === "answers";
  const kept = isAll ? [] : paths(building, named);
  const after = (["sent", "decision", "end"] as const).find((word) => says(line, "after", word));
  const credential = after ? undefined : findName(building, "credential", nameAfter(line, "after"));
  return placed<Keep>(building, line.span, {
    paths: kept,
    for: length,
    after: after ?? "credential-ends",
    ...(credential !== undefined && { credential }),
  });
}

/** Dotted paths of names. */
export function paths(building: Building, nodes: readonly PathNode[]): string[] {
  return nodes.flatMap((node) => {
    const datum = findDatum(building, node, serviceScope(building));
    return datum ? [[...(datum.item?.list ?? []), ...datum.path].join(".")] : [];
  });
}
