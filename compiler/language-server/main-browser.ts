// The language server as a web worker: speaks with the page that started it through messages. It sees the texts that the page opens.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./serve.ts";
import { noSurroundings } from "./workspace.ts";

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), noSurroundings, {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
