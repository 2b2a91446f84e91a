// Messages to people: channels, subject and text with values in braces.

import type { Line } from "../../syntax/tree.ts";
import { type Building, placed, readLines } from "../building.ts";
import { nameAt, namesAfter, proseUnder, quotedAt } from "../line.ts";
import { findName, notFound } from "../names/names.ts";
import type { Message } from "../shapes.ts";
import { wordsOf } from "../words/words-book.ts";

const channels = ["email", "text-message", "letter", "inbox"] as const;

/** `message <n> by <ns>` with its subject and prose. */
export function buildMessage(building: Building, line: Line): void {
  const name = nameAt(line);
  if (!name) return;
  building.read.add(line);
  const key = { text: building.service, owner: `message ${name.name}` };
  const prose = proseUnder(line);
  const message: Message = {
    channels: namesAfter(line, "by").flatMap((word) => {
      const channel = channels.find((known) => known === word.name);
      if (!channel)
        notFound(
          building,
          "words",
          word.name,
          word.span,
          channels.map((known) => ({ name: known, what: "channel" })),
        );
      return channel ?? [];
    }),
    subject: { [building.words.tag]: "" },
    body: prose ? wordsOf(building.words, { ...key, slot: "prose" }, prose) : { [building.words.tag]: "" },
  };
  readLines(building, line.children, {
    "subject <t>": (below) => {
      message.subject = wordsOf(building.words, { ...key, slot: "subject" }, quotedAt(below));
    },
    "attach <n>": (below) => {
      const document = findName(building, "message", nameAt(below));
      if (document !== undefined) message.attach = [...(message.attach ?? []), document];
    },
    "<prose>": () => {},
  });
  building.messages.set(name.name, placed(building, line.span, message));
}
