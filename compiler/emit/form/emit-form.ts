// Builds the form's script with vite: one small module for the service and one for each of its languages, names made from
// their content. Names the forms package as text for the bundler only; node only. The same service gives the same bytes.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Service } from "#contract";
import {
  asksLongLists,
  linesNeeded,
  readScriptText,
  rulesUsed,
  withOnlyKinds,
  withOnlyRules,
  withOnlyWords,
} from "./only-what-is-used.ts";

/** What form/manifest.json says: names of files in the form folder. */
export interface FormManifest {
  /** The module script to link. */
  readonly script: string;
  /** Modules of each language, loaded when the page is in it. */
  readonly languages: Readonly<Record<string, string>>;
  /** The tag of the element. */
  readonly element: string;
}

const entry = "virtual:form";
const conditions = "virtual:conditions";
const spoken = "virtual:language/";

/** The files of the bundle's form folder, by path inside it. Throws when the bundler does: that is a defect of ours. */
export async function emitForm(service: Service, conditionsText: string): Promise<Map<string, Uint8Array>> {
  const { build } = await import("vite");
  const forms = dirname(createRequire(import.meta.url).resolve("@formwork/forms/package.json"));
  const texts = modulesOf(service, conditionsText, forms);
  const scriptText = await readScriptText(forms, service);
  const result = await build({
    root: forms,
    configFile: false,
    logLevel: "error",
    publicDir: false,
    envDir: false,
    resolve: { conditions: ["browser", "production", "module", "import", "default"] },
    plugins: [
      {
        name: "formwork-form",
        enforce: "pre",
        resolveId: (id: string) => {
          const name = id.slice(Math.max(0, id.indexOf("virtual:")));
          return texts.has(name) ? `\0${name}` : undefined;
        },
        load: (id: string) => texts.get(id.slice(1)),
        transform: (code: string, id: string) => {
          const needed = linesNeeded(id, service);
          if (needed) return withOnlyKinds(code, needed);
          return /forms[\\/]words[\\/]generated[\\/]\w+\.ts$/.test(id) ? withOnlyWords(code, scriptText) : undefined;
        },
      },
    ],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      // As a library: no helper for loading styles of chunks, which we have none of.
      lib: { entry, formats: ["es"] },
      copyPublicDir: false,
      rolldownOptions: {
        preserveEntrySignatures: false,
        treeshake: {
          moduleSideEffects: (id: string) => id.startsWith("\0virtual:form") || id.includes("@lit-labs/ssr-client"),
        },
        output: {
          entryFileNames: "form.[hash].js",
          chunkFileNames: "[name].[hash].js",
          codeSplitting: true,
          minify: true,
        },
      },
    },
  });
  return filesOf(result, service);
}

/** The modules that stand only in memory: the entry, the rules, and one for each language. */
function modulesOf(service: Service, conditionsText: string, forms: string): Map<string, string> {
  const path = (file: string) => JSON.stringify(`${forms}/${file}`.replaceAll("\\", "/"));
  const loaders = service.languages.map(({ tag }) => `${JSON.stringify(tag)}: () => import("${spoken}${tag}")`);
  const lists = asksLongLists(service) ? `import { typeInLongLists } from ${path("element/long-list.ts")};\n` : "";
  const texts = new Map([
    [
      entry,
      `import { defineForm } from ${path("element/form-element.ts")};\nimport { rulebook } from "${conditions}";\n${lists}defineForm(${JSON.stringify(elementName(service.name))}, { rulebook, ${lists ? "longLists: typeInLongLists, " : ""}languages: { ${loaders.join(", ")} } });\n`,
    ],
    [conditions, withOnlyRules(conditionsText, rulesUsed(service))],
  ]);
  for (const { tag } of service.languages) {
    const [file, name] = tag.split("-")[0] === "cy" ? ["cy", "welsh"] : ["en", "english"];
    texts.set(
      `${spoken}${tag}`,
      `export { ${name} as words } from ${path(`words/generated/${file}.ts`)};
`,
    );
  }
  return texts;
}

/** The same as forms/render: letters, digits and hyphens of the service's name, then -form. */
function elementName(service: string): string {
  const plain = service
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .replace(/^[^a-z]+/, "");
  return `${plain || "service"}-form`;
}

type Built = Awaited<ReturnType<typeof import("vite").build>>;

function filesOf(result: Built, service: Service): Map<string, Uint8Array> {
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ("output" in one ? one.output : []));
  const files = new Map<string, Uint8Array>();
  const languages: Record<string, string> = {};
  let script = "";
  for (const output of outputs) {
    if (output.type !== "chunk") continue;
    files.set(output.fileName, new TextEncoder().encode(output.code));
    if (output.isEntry) script = output.fileName;
    const language = output.facadeModuleId?.split(spoken)[1];
    if (language) languages[language] = output.fileName;
  }
  const manifest: FormManifest = { script, languages, element: elementName(service.name) };
  files.set("manifest.json", new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}
