// Words that are shown and hold no answer: guidance, warning, help; and a page with no way on.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed } from "../building.ts";
import { nameAt, proseUnder, quotedAt, wordOf } from "../line.ts";
import type { Notice, Stop } from "../shapes.ts";
import { numbered, numberOf } from "../words/slots.ts";
import { wordsOf } from "../words/words-book.ts";
import { type PageContext, showWhenUnder } from "./page-context.ts";

const kinds = { guidance: "guidance", warning: "warning", help: "help" } as const;

/** A notice; `owner` is the named thing it stands under, where its translation is looked up. */
export function buildNotice(building: Building, line: Line, context: PageContext, owner: string): Notice {
  const kind = wordOf(line) === "help" ? kinds.help : wordOf(line) === "warning" ? kinds.warning : kinds.guidance;
  const title = quotedAt(line);
  const prose = proseBelow(building, line);
  const showWhen = showWhenUnder(building, line, context, `${owner}/${kind}`);
  const key = { text: context.scope.text, owner };
  const slot = numbered(kind, numberOf(line));
  return placed(building, line.span, {
    kind,
    ...(title && { title: wordsOf(building.words, { ...key, slot }, title) }),
    ...(prose && { prose: wordsOf(building.words, { ...key, slot: `${slot} prose` }, prose) }),
    ...(showWhen !== undefined && { showWhen }),
  });
}

/** The prose below a line, its lines marked as read. */
export function proseBelow(building: Building, line: Line): ReturnType<typeof proseUnder> {
  for (const child of line.children) if (wordOf(child) === ">") building.read.add(child);
  return proseUnder(line);
}

/** `stop <n> <t>`: back works, the draft stays, the application cannot be sent. */
export function buildStop(building: Building, line: Line, context: PageContext): Stop | undefined {
  const name = nameAt(line);
  const title = quotedAt(line);
  if (!name || !title) return undefined;
  building.stops.add(name.name);
  const owner = `stop ${name.name}`;
  const prose = proseBelow(building, line);
  const showWhen = showWhenUnder(building, line, context, owner);
  const key = { text: context.scope.text, owner };
  return placed<Stop>(building, line.span, {
    kind: "stop",
    name: name.name,
    title: wordsOf(building.words, { ...key, slot: "title" }, title),
    ...(prose && { prose: wordsOf(building.words, { ...key, slot: "prose" }, prose) }),
    ...(showWhen !== undefined && { showWhen }),
  });
}
