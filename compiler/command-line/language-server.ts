// `formwork language-server`: answers an editor over standard input and output until the editor goes away.
import { readOptions } from "./options.ts";
import { WrongUsage } from "./wrong-usage.ts";

/**
 * Starts the server. Editors add `--stdio` to say how they speak; it is the only way here, so it changes nothing. `--clientProcessId` is read
 * by the protocol's library: the server ends when the editor is gone.
 */
export async function languageServer(words: readonly string[]): Promise<number> {
  const { subjects } = readOptions(
    words.filter((word) => word !== "--stdio"),
    ["clientProcessId"],
  );
  if (subjects.length > 0) throw new WrongUsage("The language server takes no files: the editor opens them.");
  const server = await import("../language-server/main-node.ts");
  server.serveOverStdio();
  return 0;
}
