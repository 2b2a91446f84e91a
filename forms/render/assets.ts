// The styles and fonts of the theme as files with hashed names, ready to be served for ever. Reads the theme folder; node only.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Which sheet of the theme: forms and portal, or with the desk's parts. */
export type Sheet = "forms" | "desk";

/** Files by name, for example forms.3f9a1c2b.css, and which of them a page links. */
export interface Assets {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The names of the sheets to link, in order, by sheet. */
  readonly styles: Readonly<Record<Sheet, readonly string[]>>;
  /** The names of fonts worth loading early. */
  readonly fonts: readonly string[];
  /** The name of the icon that the browser shows in its tab: the emblem of an agency that brings none. */
  readonly icon: string;
}

const theme = join(dirname(fileURLToPath(import.meta.url)), "../theme");
const require = createRequire(import.meta.url);

/** Builds all assets: the same bytes and names for the same theme. */
export async function readAssets(): Promise<Assets> {
  const files = new Map<string, Uint8Array>();
  const forms = await addSheet(files, "forms", "forms.css");
  const desk = await addSheet(files, "desk", "desk-styles.css");
  const fonts = [...files.keys()].filter((name) => /next-latin-wght-normal\..*woff2$/.test(name));
  const icon = add(files, "icon.svg", new Uint8Array(await readFile(join(theme, "icon.svg"))));
  return { files, styles: { forms: [forms], desk: [forms, desk] }, fonts, icon };
}

async function addSheet(files: Map<string, Uint8Array>, name: string, file: string): Promise<string> {
  const text = await withFonts(await withImports(file), files);
  return add(files, `${name}.css`, new TextEncoder().encode(smaller(text)));
}

async function withImports(file: string): Promise<string> {
  const text = await readFile(join(theme, file), "utf8");
  const parts = await Promise.all(text.split("\n").map((line) => importedText(line)));
  return parts.join("\n");
}

async function importedText(line: string): Promise<string> {
  const imported = /^@import "\.\/([\w-]+\.css)";$/.exec(line)?.[1];
  return imported ? withImports(imported) : line;
}

async function withFonts(text: string, files: Map<string, Uint8Array>): Promise<string> {
  let result = text;
  for (const [whole, path] of text.matchAll(/url\("(@[^"]+\.woff2)"\)/g)) {
    if (!path) continue;
    const bytes = await readFile(require.resolve(path));
    result = result.replace(whole, `url("${add(files, basename(path), new Uint8Array(bytes))}")`);
  }
  return result;
}

function add(files: Map<string, Uint8Array>, name: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
  files.set(hashed, bytes);
  return hashed;
}

/** Without comments and needless spaces; strings are left as they are. */
function smaller(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replaceAll(";}", "}")
    .trim();
}
