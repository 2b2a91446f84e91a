// `npm run new check|field|step|emitter <name>`: lays out the code, the page, the sample and the test of a new part under one name.
// What it writes runs and is checked from the first minute, and fails until the part does something.
import { access, mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Layout, scaffolds, type Wish } from "./scaffolds.ts";

const [kind = "", name = "", ...more] = process.argv.slice(2);
const usage = `Usage: npm run new ${Object.keys(scaffolds).join("|")} <name>
For example: npm run new check names/name-used-twice
             npm run new field bank-account`;

function complaintAbout(): string | undefined {
  if (!(kind in scaffolds)) return `There is no part of the kind "${kind}".\n${usage}`;
  if (!/^([a-z]+\/)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `"${name}" is not a name in lower-case words joined by hyphens.\n${usage}`;
  if (more.length > 0) return `Only one name is needed, but there is more: ${more.join(" ")}\n${usage}`;
  return undefined;
}

const complaint = complaintAbout();
if (complaint) refuse(complaint, 2);
const codes = new Set((await readdir("compiler/diagnostics/catalogue")).map((file) => file.slice(0, 5)));
const { files, next } = layOut({ name, codes });
for (const file of Object.keys(files)) {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) refuse(`${file} is there already. Nothing was written.`, 1);
}
for (const [file, text] of Object.entries(files)) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`wrote ${file}`);
}
console.log(`Next:\n${next.map((step, index) => `  ${index + 1}. ${step}`).join("\n")}`);

function layOut(wish: Wish): Layout {
  try {
    return scaffolds[kind as keyof typeof scaffolds](wish);
  } catch (error) {
    if (error instanceof RangeError) refuse(error.message, 2);
    throw error;
  }
}

function refuse(words: string, code: number): never {
  console.error(words);
  process.exit(code);
}
