// `npm run dev`: when a service text, a library or words change, compiles again and serves the new bundle.
// A text with problems is printed and its last good bundle stays in service.
import { watch } from "node:fs";
import path from "node:path";
import { buildBundle, findServiceTexts } from "./bundles.ts";
import { projectFolder } from "./parts.ts";
import type { Running } from "./running.ts";

/** Watches the examples until the process ends. Changes close together are compiled once. */
export function watchTexts(running: Running, dataFolder: string, say: (line: string) => void): void {
  const into = path.join(dataFolder, "bundles");
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  watch(path.join(projectFolder, "examples"), { recursive: true }, (_event, file) => {
    if (!file || !/\.(service|shared|words)$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working
        .then(() => rebuild(running, into, say))
        .catch((error: unknown) => say(`Could not serve the new bundle: ${String(error)}`));
    }, 150);
  });
  say("\nWatching the texts in examples: save one, and it is compiled and served again.");
}

async function rebuild(running: Running, into: string, say: (line: string) => void): Promise<void> {
  const built = [];
  for (const text of findServiceTexts()) built.push(await buildBundle(text, into));
  for (const { text, problems } of built) {
    if (problems) say(`\n${text} needs another look; what was served before goes on:\n\n${problems}`);
  }
  const bundles = built.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  if (built.every(({ problems }) => problems !== "") || bundles.length === 0) return;
  await running.restartRuntime(bundles);
  say(`\nCompiled and served again at ${new Date().toLocaleTimeString("en-GB")}.`);
}
