// Makes generated/helpers.ts: the support functions as plain JavaScript text, cut into its declarations, so that an
// emitted conditions.js can carry just those it calls. Runs in `npm run generate` only; emitting itself needs no bundler.
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The generated file, from the top of the house, and how its text is made. */
export const ruleHelpers = {
  file: "compiler/emit/conditions/generated/helpers.ts",
  make: makeRuleHelpers,
};

async function makeRuleHelpers(): Promise<string> {
  const script = await bundle(fileURLToPath(new URL("./rule-helpers.ts", import.meta.url)));
  const pieces = cut(script);
  const names = new Set(pieces.map((piece) => piece.name));
  const helpers = pieces.map(({ name, text }) => ({ name, uses: namesIn(text, names, name), text }));
  return [
    "// Generated from compiler/support by `npm run generate`. Do not edit.",
    "",
    "/** One declaration of the support functions as JavaScript, and the other declarations it needs. */",
    "export interface Helper {",
    "  readonly name: string;",
    "  readonly uses: readonly string[];",
    "  readonly text: string;",
    "}",
    "",
    `export const helpers: readonly Helper[] = ${JSON.stringify(helpers, null, 2)};`,
    "",
  ].join("\n");
}

async function bundle(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    build: { write: false, minify: false, target: "es2022", lib: { entry, formats: ["es"], fileName: "helpers" } },
  });
  const result = Array.isArray(results) ? results[0] : results;
  const chunk = result && "output" in result ? result.output.find((part) => part.type === "chunk") : undefined;
  if (!chunk) throw new Error("The bundler gave no script for the rules' helpers.");
  return chunk.code;
}

/** Cuts a bundled script into its top-level declarations, each with the comment above it. */
function cut(script: string): { name: string; text: string }[] {
  const lines = script.split("\n").filter((line) => !/^\/\/ |^\/\/#|^export /.test(line));
  const pieces: { name: string; lines: string[] }[] = [];
  let above: string[] = [];
  for (const line of lines) {
    const name = /^(?:function|var|const|let) (\w+)/.exec(line)?.[1];
    const inComment = /^\/\*\*|^\* |^\*\/|^\*$/.test(line);
    if (name !== undefined) {
      pieces.push({ name, lines: [...above, line] });
      above = [];
    } else if (inComment) above.push(line.startsWith("*") ? ` ${line}` : line);
    else pieces.at(-1)?.lines.push(line);
  }
  return pieces.map(({ name, lines: text }) => ({ name, text: tidyText(text.join("\n")) }));
}

function tidyText(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replaceAll("void 0", "undefined")
    .replaceAll("/* @__PURE__ */ ", "")
    .replace(/^(\/\*\*.*\*\/\n|\/\*\*[\s\S]*?\*\/\n)?var /, "$1const ")
    .trim();
}

/** The other declarations that a text names in its code: not in comments, not in quotes, not as a part after a dot. */
function namesIn(text: string, names: ReadonlySet<string>, own: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/"[^"\n]*"/g, '""');
  const found = new Set(code.match(/(?<![.\w])[A-Za-z_]\w*/g));
  return [...found].filter((name) => name !== own && names.has(name)).sort();
}
