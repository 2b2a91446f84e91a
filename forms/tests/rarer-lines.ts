// The text of rarer-lines.service, compiled: a form with the lines that few services need. For tests only, so the compiler
// is named as text.
import { readFileSync } from "node:fs";
import type { Service } from "#contract";

/** The compiled service. Throws with the problems when the text has any that stop it. */
export async function rarerLines(): Promise<Service> {
  const folder = new URL("./", import.meta.url);
  const names = ["rarer-lines.service", "survey-kit.shared"];
  const files = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
  const compiler: {
    compile(entry: string, files: ReadonlyMap<string, string>): { service?: Service; problems: readonly unknown[] };
  } = await import(new URL("../../compiler/compile.ts", folder).href);
  const { service, problems } = compiler.compile("rarer-lines.service", files);
  if (!service) throw new Error(JSON.stringify(problems, null, 2));
  return service;
}
