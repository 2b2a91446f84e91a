// Digital licences: what they hold, how long, who accepts them, when they end early.

import type { Line, PathNode } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { saidDifferently } from "../expressions/kinds.ts";
import { readDatum } from "../expressions/reading.ts";
import { conditionRule } from "../form/page-context.ts";
import { lengthAfter, nameAt, namesAfter, pathsAfter, quotedAt, says } from "../line.ts";
import type { Datum } from "../model.ts";
import { serviceScope } from "../names/declare.ts";
import { findDatum, findName } from "../names/names.ts";
import { ruleSituation } from "../route/rule-situation.ts";
import type { Credential } from "../shapes.ts";
import { sourceText } from "../source-text.ts";
import { wordsOf } from "../words/words-book.ts";
import { durationOf } from "./duration.ts";

/** `credential <n> <t>` with the lines below it. */
export function buildCredential(building: Building, line: Line): void {
  const name = nameAt(line);
  if (!name) return;
  building.read.add(line);
  const owner = `credential ${name.name}`;
  const key = { text: building.service, owner, slot: "title" };
  const credential: Credential = { title: wordsOf(building.words, key, quotedAt(line)), holds: [], acceptedBy: [] };
  const when = (below: Line, what: string) =>
    conditionRule(building, below, ruleSituation(building, below), `${owner}/${what}`);
  const ends = line.children.filter(({ word }) => word === "revoke" || word === "suspend");
  const saidTo = (below: Line) => {
    const quoted = quotedAt(below);
    const slot = `say ${ends.filter((one) => quotedAt(one)).indexOf(below) + 1}`;
    return quoted && wordsOf(building.words, { text: building.service, owner, slot }, quoted);
  };
  readLines(building, line.children, {
    "holds <n> from <p> [, shared only if holder agrees]": (below) => {
      const path = pathsAfter(below, "from")[0];
      const datum = path && held(building, path, below);
      const onlyIfHolderAgrees = says(below, "agrees");
      if (datum)
        credential.holds.push({
          name: nameAt(below)?.name ?? "",
          path: datum.path.join("."),
          ...(onlyIfHolderAgrees && { onlyIfHolderAgrees }),
        });
    },
    "holds <ps>": (below) => {
      for (const path of below.parts.flatMap((part) => (part.slot === "ps" ? part.paths : []))) {
        const datum = held(building, path, below);
        if (datum) credential.holds.push({ name: path.words.at(-1)?.name ?? "", path: datum.path.join(".") });
      }
    },
    "valid for <d>": (below) => {
      const length = durationOf(building, lengthAfter(below, "for"));
      if (length) credential.validFor = length;
    },
    "renew from <d> before end [, keeping answers]": (below) => {
      const from = durationOf(building, lengthAfter(below, "from"));
      if (from) credential.renew = { from, keepingAnswers: says(below, "keeping", "answers") };
    },
    "revoke when <c> [say <t>]": (below) => {
      const rule = when(below, "revoke when");
      if (rule !== undefined) credential.revokeWhen = rule;
      const say = saidTo(below);
      if (say) credential.revokeSay = say;
    },
    "suspend when <c> [say <t>]": (below) => {
      const rule = when(below, "suspend when");
      if (rule !== undefined) credential.suspendWhen = rule;
      const say = saidTo(below);
      if (say) credential.suspendSay = say;
    },
    "accepted by (every agency|<ns>)": (below) => {
      if (says(below, "every", "agency")) credential.acceptedBy = ["every-agency"];
      for (const word of namesAfter(below, "by")) {
        const partner = findName(building, "partner", word);
        if (partner !== undefined) credential.acceptedBy.push(partner);
      }
    },
    "type <t>": (below) => {
      const type = quotedAt(below)?.words;
      if (type !== undefined) credential.type = type;
    },
    "start <n> every <d>": (below) => {
      const service = nameAt(below)?.name;
      const length = lengthAfter(below, "every");
      const every = durationOf(building, length);
      if (service !== undefined) building.started.add(service);
      // Nothing would ever come between one case and the next.
      if (every && length && every.amount < 1) {
        const written = sourceText(building.trees, length.span);
        saidDifferently(building, {
          written,
          meant: "every 6 months, or any other length from 1 minute up",
          span: length.span,
        });
        return;
      }
      if (service !== undefined && every)
        credential.starts = [...(credential.starts ?? []), placed(building, below.span, { service, every })];
    },
  });
  building.credentials.set(name.name, placed(building, line.span, credential));
}

function held(building: Building, path: PathNode, line: Line): Datum | undefined {
  const datum = findDatum(building, path, serviceScope(building));
  if (datum) readDatum(building, datum, path.span, ruleSituation(building, line));
  return datum;
}
