// Reads the house's own source files from disk, for the import rules and other checks of the house.
import { glob, readFile } from "node:fs/promises";
import type { Aliases, SourceFile } from "./import-rules.ts";

export const workspaces = ["compiler", "runtime", "forms", "examples", "playground"] as const;

/** All TypeScript files of the workspaces, built and installed ones left out. */
export async function readSourceFiles(top: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const file of glob(
    workspaces.map((room) => `${room}/**/*.ts`),
    { cwd: top, exclude: isNotOurs },
  )) {
    const plain = file.replaceAll("\\", "/");
    files.push({ file: plain, text: await readFile(`${top}/${plain}`, "utf8") });
  }
  return files;
}

function isNotOurs(file: string): boolean {
  return /(^|[\\/])(node_modules|dist|\.formwork)([\\/]|$)/.test(file);
}

/** The `imports` table of each workspace's package.json. */
export async function readAliases(top: string): Promise<Record<string, Aliases>> {
  const tables: Record<string, Aliases> = {};
  for (const room of workspaces) {
    const text = await readFile(`${top}/${room}/package.json`, "utf8");
    const { imports = {} }: { imports?: Aliases } = JSON.parse(text);
    tables[room] = imports;
  }
  return tables;
}
