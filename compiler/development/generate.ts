// Rewrites every generated file. Each room that generates something adds one line here; `--check` reports what is stale.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { compile } from "json-schema-to-typescript";
import { generatedWords } from "../../forms/words/generate-words.ts";
import { renderPages, renderProblems } from "../diagnostics/generate-problems.ts";
import { type Page, readPage } from "../diagnostics/page.ts";
import { ruleHelpers } from "../emit/conditions/generate-helpers.ts";
import { generatedGuide } from "../guide/generate-guide.ts";

/** A file that can be rebuilt from its source: where it stands (from the top of the house) and how its text is made. */
export interface Generated {
  readonly file: string;
  make(): Promise<string>;
}

const contractTypes: Generated = {
  file: "compiler/contract/generated/service.ts",
  async make() {
    const schema = JSON.parse(await readFile("compiler/contract/service.schema.json", "utf8"));
    return compile(withoutNotesOnReferences(schema), "Service", {
      bannerComment: "// Generated from service.schema.json by `npm run generate`. Do not edit.",
      additionalProperties: false,
    });
  },
};

/** A description beside a $ref makes the generator write a second, numbered type; the note is for readers of the schema only. */
function withoutNotesOnReferences<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (_, value) =>
    value && typeof value === "object" && "$ref" in value ? { $ref: value.$ref } : value,
  );
}

/** The pages of the diagnostics catalogue, by code. */
async function readCatalogue(): Promise<Page[]> {
  const folder = "compiler/diagnostics/catalogue";
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md")).sort();
  return Promise.all(files.map(async (file) => readPage(file, await readFile(`${folder}/${file}`, "utf8"))));
}

const problemFunctions: Generated = {
  file: "compiler/diagnostics/generated/problems.ts",
  make: async () => renderProblems(await readCatalogue()),
};

const problemPages: Generated = {
  file: "compiler/diagnostics/generated/pages.ts",
  make: async () => renderPages(await readCatalogue()),
};

const all: readonly Generated[] = [
  contractTypes,
  problemFunctions,
  problemPages,
  ...generatedWords,
  ruleHelpers,
  ...generatedGuide,
];
const checking = process.argv.includes("--check");
for (const generated of all) {
  const text = await generated.make();
  const current = await readFile(generated.file, "utf8").catch(() => "");
  if (current === text) continue;
  if (checking) {
    console.error(`${generated.file} is stale. Run: npm run generate`);
    process.exitCode = 1;
  } else {
    await mkdir(path.dirname(generated.file), { recursive: true });
    await writeFile(generated.file, text);
    console.log(`wrote ${generated.file}`);
  }
}
