// The language server as a web worker: speaks with the page that started it through messages. It sees the texts that the page opens.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { fillIn, refusedAtDesk } from "#journey/fill-in.ts";
import { openRoute } from "#routing/play.ts";
import type { Clock } from "./problem-board.ts";
import { serve } from "./serve.ts";
import { Sitting } from "./sitting.ts";
import { noSurroundings } from "./workspace.ts";

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

const writer = new BrowserMessageWriter(self);
serve(createConnection(new BrowserMessageReader(self), writer, { messageStrategy: new Sitting(writer) }), {
  surroundings: noSurroundings,
  clock,
  play: { fillIn, openRoute, refusedAtDesk },
});
