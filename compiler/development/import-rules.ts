// Who may import whom (design: architecture section 3), read off the import lines of every source file.
// Knows only text: it neither runs nor type-checks what it reads.
import path from "node:path";

/** One source file: where it stands from the top of the house ("compiler/syntax/lexer.ts") and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** An import that stays inside the house. `to` is the file it reaches. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** Aliases of one workspace: the `imports` table of its package.json ("#support/*" → "./support/*"). */
export type Aliases = Readonly<Record<string, string>>;

const importLine =
  /(?:^|\n)\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"']+)["']|(?:^|[^\w.])import\s*\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g;

/** All imports of other files of the house; packages are left out. `aliases` by workspace folder. */
export function readImports(source: SourceFile, aliases: Readonly<Record<string, Aliases>>): Import[] {
  const workspace = source.file.split("/")[0] ?? "";
  const found: Import[] = [];
  for (const match of source.text.matchAll(importLine)) {
    const specifier = match[1] ?? match[2] ?? match[3] ?? "";
    const to = resolve(source.file, specifier, aliases[workspace] ?? {});
    if (to) found.push({ from: source.file, to, line: source.text.slice(0, match.index).split("\n").length });
  }
  return found;
}

function resolve(from: string, specifier: string, aliases: Aliases): string | undefined {
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  const workspace = from.split("/")[0] ?? "";
  if (specifier.startsWith("#")) {
    const target = aliasTarget(specifier, aliases);
    if (!target) return undefined;
    return target.startsWith("./") ? `${workspace}/${target.slice(2)}` : ofPackage(target);
  }
  return ofPackage(specifier);
}

function aliasTarget(specifier: string, aliases: Aliases): string | undefined {
  if (aliases[specifier]) return aliases[specifier];
  for (const [pattern, target] of Object.entries(aliases)) {
    if (!pattern.endsWith("*")) continue;
    const start = pattern.slice(0, -1);
    if (specifier.startsWith(start)) return target.replace("*", specifier.slice(start.length));
  }
  return undefined;
}

const packageFiles: Readonly<Record<string, string>> = {
  "compiler/contract": "compiler/contract/generated/service.ts",
  "compiler/compile": "compiler/compile.ts",
};

function ofPackage(specifier: string): string | undefined {
  if (!specifier.startsWith("@formwork/")) return undefined;
  const inside = specifier.slice("@formwork/".length);
  return packageFiles[inside] ?? inside;
}

/** Rooms inside the compiler, each with the rooms it may import. A phase imports earlier phases only. */
const compilerRooms: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  support: ["contract"],
  source: ["diagnostics", "syntax/tree.ts"],
  diagnostics: ["source", "syntax/tree.ts"],
  syntax: ["support", "source", "diagnostics", "contract"],
  model: ["contract", "support", "source", "syntax", "diagnostics"],
  compare: ["source", "syntax", "diagnostics", "model", "format"],
  locks: ["source", "syntax", "diagnostics", "model", "compare"],
  translate: ["source", "syntax", "diagnostics", "model", "locks"],
  check: ["contract", "support", "source", "syntax", "diagnostics", "model", "compare", "locks"],
  emit: ["contract", "support", "source", "syntax", "diagnostics", "model", "bpmn"],
  bpmn: [],
  import: ["contract", "support", "source", "syntax", "diagnostics", "bpmn"],
  format: ["source", "syntax", "diagnostics"],
  why: ["contract", "support"],
  "compile.ts": ["contract", "support", "source", "syntax", "diagnostics", "model", "locks", "check", "emit"],
  guide: ["*"],
  "language-server": ["*"],
  "command-line": ["*"],
  development: ["*"],
  bench: ["*"],
  tests: ["*"],
};

/** What of a neighbouring workspace each workspace may import. Examples and tests may import everything: they stand outside. */
const betweenWorkspaces: Readonly<Record<string, readonly string[]>> = {
  forms: ["compiler/contract", "compiler/support"],
  runtime: ["compiler/contract", "compiler/support", "forms/journey", "forms/render", "forms/parts", "forms/theme"],
  playground: ["compiler", "forms", "runtime/routing"],
  examples: ["compiler", "forms", "runtime", "playground"],
};

/** Compiler files that may reach over the wall: they hand the players of examples over, or start the runtime. */
const compilerEntryPoints =
  /^compiler\/(command-line\/|language-server\/main-(node|browser)\.ts|bench\/|development\/|tests\/)/;

/** Says in words why this import is not allowed, or nothing. */
export function violationOf({ from, to }: Import): string | undefined {
  if (isOutside(from)) return undefined;
  const [home = "", room = ""] = from.split("/");
  const [other = "", otherRoom = ""] = to.split("/");
  if (home === other) return home === "compiler" ? insideCompiler(room, otherRoom, to) : purity(from, to);
  // The forms' words are turned into functions by the same `npm run generate` as everything else.
  if (from === "compiler/development/generate.ts" && to === "forms/words/generate-words.ts") return undefined;
  if (home === "compiler") {
    const allowed = compilerEntryPoints.test(from) && /^(forms\/journey|runtime\/(routing|server\/serve\.ts))/.test(to);
    return allowed ? undefined : `the compiler never imports ${other} (architecture 3.2)`;
  }
  const may = betweenWorkspaces[home] ?? [];
  if (may.some((start) => to === start || to.startsWith(`${start}/`))) return purity(from, to);
  return `${home} may import only ${may.join(", ")} of other rooms, not ${to}`;
}

function insideCompiler(room: string, otherRoom: string, to: string): string | undefined {
  if (room === otherRoom) return undefined;
  const may = compilerRooms[room];
  if (!may) return `compiler/${room} is a room that the import rules do not know yet: add it to compilerRooms`;
  if (may.includes("*") || may.includes(otherRoom) || may.some((file) => to === `compiler/${file}`)) return undefined;
  return `compiler/${room} may import only ${may.join(", ") || "nothing"}, not ${to}`;
}

/** The pure part of forms: the journey, what each kind of answer means, and the words to say it in. No HTML, no clock. */
const pureForms = /^forms\/(journey\/|words\/|fields\/([\w-]+\/answer|answer-kinds?)\.ts$)/;

/** routing and journey are pure: they reach nothing but the contract, support and themselves (architecture 3.4). */
function purity(from: string, to: string): string | undefined {
  if (/^compiler\/(contract|support)\//.test(to)) return undefined;
  if (from.startsWith("runtime/routing/") && !to.startsWith("runtime/routing/"))
    return `runtime/routing is pure and may import only contract and support, not ${to}`;
  if (pureForms.test(from) && !pureForms.test(to))
    return `forms/journey, answers and words are pure and may import only each other, contract and support, not ${to}`;
  return undefined;
}

/** Tests, benchmarks and examples may look into every room. */
function isOutside(file: string): boolean {
  return /\.test\.ts$|^compiler\/development\/|\/bench\/|\/tests?\/|^examples\/|vite\.config\.ts$/.test(file);
}

/** Every circle of imports, each as the list of files along it; type-only imports count. */
export function findCircles(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) next.set(from, (next.get(from) ?? new Set()).add(to));
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      circles.push([...trail.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return circles;
}
