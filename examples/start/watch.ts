// `npm run dev`: when a service text, a library or words change, compiles again and serves the new bundle.
// A text with problems is printed and its last good bundle stays in service.
import { watch } from "node:fs";
import { buildBundle } from "./bundles.ts";
import type { Running } from "./running.ts";

/** What is watched. */
export interface Watched {
  /** Every change of a text below this folder counts. */
  readonly folder: string;
  /** The service texts to compile, found anew each time. */
  readonly findTexts: () => readonly string[];
  /** Where bundles go. */
  readonly into: string;
}

/** Watches until the returned function is called. Changes close together are compiled once, one after the other. */
export function watchTexts(
  running: Pick<Running, "restartRuntime">,
  watched: Watched,
  say: (line: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const watcher = watch(watched.folder, { recursive: true }, (_event, file) => {
    if (!file || !/\.(service|shared|words)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working
        .then(() => rebuild(running, watched, say))
        .catch((error: unknown) =>
          say(`The new bundle could not be served: ${error instanceof Error ? error.message : error}`),
        );
    }, 150);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function rebuild(
  running: Pick<Running, "restartRuntime">,
  watched: Watched,
  say: (line: string) => void,
): Promise<void> {
  const built = [];
  for (const text of watched.findTexts()) built.push(await buildBundle(text, watched.into));
  for (const { text, problems } of built) {
    if (problems) say(`\n${text} needs another look; what was served before goes on:\n\n${problems}`);
  }
  const bundles = built.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  if (built.every(({ problems }) => problems !== "") || bundles.length === 0) return;
  await running.restartRuntime(bundles);
  say(`\nCompiled and served again at ${new Date().toLocaleTimeString("en-GB")}.`);
}
