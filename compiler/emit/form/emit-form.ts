// Builds the form's script with vite: one small module for the service and one for each of its languages, names made from
// their content. Names the forms package as text for the bundler only; node only. The same service gives the same bytes.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Service } from "#contract";
import { byDay } from "#support/day-constants.ts";
import { anyAddress, embedSnippet } from "#support/embed-snippet.ts";
import { wordsIn } from "#support/words.ts";
import { emitConditions } from "../conditions/conditions.ts";
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
  /** Scripts and tag for showing the form in a page of another website: the one that is pasted there, and the one in the frame. */
  readonly embed: { readonly script: string; readonly framed: string; readonly element: string };
  /** The prerendered first page of each language. */
  readonly firstPages: Readonly<Record<string, string>>;
  /** Subresource Integrity: sha384 of each file that a page links. */
  readonly integrity: Readonly<Record<string, string>>;
}

const entry = "virtual:form";
const conditions = "virtual:conditions";
const embed = "virtual:embed";
const spoken = "virtual:language/";

/** The files of the bundle's form folder, by path inside it. Throws when the bundler does: that is a defect of ours. */
export async function emitForm(service: Service): Promise<Map<string, Uint8Array>> {
  const { build } = await import("vite");
  const forms = dirname(createRequire(import.meta.url).resolve("@formwork/forms/package.json"));
  const texts = modulesOf(service, forms);
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
      lib: { entry: { form: entry, embed, framed: join(forms, "embed/framed.ts") }, formats: ["es"] },
      copyPublicDir: false,
      rolldownOptions: {
        preserveEntrySignatures: false,
        treeshake: {
          moduleSideEffects: (id: string) => /^\0virtual:(form|embed)/.test(id) || id.endsWith("embed/framed.ts"),
        },
        output: {
          entryFileNames: "[name].[hash].js",
          chunkFileNames: "[name].[hash].js",
          codeSplitting: true,
          minify: true,
        },
      },
    },
  });
  const built = filesOf(result);
  const pages = await firstPages(service, forms);
  const files = new Map([...built.files, ...pages.files]);
  const manifest: FormManifest = {
    script: built.scripts.form,
    languages: built.languages,
    element: elementName(service.name),
    embed: { script: built.scripts.embed, framed: built.scripts.framed, element: embedName(service.name) },
    firstPages: pages.firstPages,
    integrity: integrityOf(files),
  };
  files.set("embed.html", new TextEncoder().encode(snippetOf(service, manifest)));
  files.set("manifest.json", new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The lines to paste into another website, with an address that is to be replaced by one's own. */
function snippetOf(service: Service, { embed: { script, element }, integrity }: FormManifest): string {
  const language = service.languages[0]?.tag ?? "en";
  const title = wordsIn(service.title, language, language);
  return embedSnippet(anyAddress, {
    script,
    element,
    integrity: integrity[script] ?? "",
    service: service.name,
    title,
  });
}

/** How forms renders pages, by the shape that is used here: it is loaded by name, as the bundler loads it. */
interface Render {
  readAssets(): Promise<{
    readonly files: ReadonlyMap<string, Uint8Array>;
    readonly styles: { readonly forms: readonly string[] };
    readonly fonts: readonly string[];
    readonly icon: string;
  }>;
  renderFirstPage(service: Service, language: string, files: object): string;
}

/** The first page of each language with what it links: the styles of forms, their fonts and the icon. */
async function firstPages(
  service: Service,
  forms: string,
): Promise<Pick<FormManifest, "firstPages"> & { readonly files: Map<string, Uint8Array> }> {
  const load = (file: string): Promise<Render> => import(pathToFileURL(join(forms, "render", file)).href);
  const [{ readAssets }, { renderFirstPage }] = await Promise.all([load("assets.ts"), load("first-page.ts")]);
  const assets = await readAssets();
  const styles = new Set(assets.styles.forms);
  const files = new Map([...assets.files].filter(([name]) => !name.endsWith(".css") || styles.has(name)));
  const integrity = integrityOf(files);
  const fileOf = (language: string): string => `first-page.${language}.html`;
  const tags = service.languages.map(({ tag }) => tag);
  for (const tag of tags)
    files.set(fileOf(tag), new TextEncoder().encode(renderFirstPage(service, tag, { assets, integrity, fileOf })));
  return { files, firstPages: Object.fromEntries(tags.map((tag) => [tag, fileOf(tag)])) };
}

/** Of scripts and styles, by file name. */
function integrityOf(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  const linked = [...files].filter(([name]) => /\.(js|css)$/.test(name));
  return Object.fromEntries(
    linked.map(([name, bytes]) => [name, `sha384-${createHash("sha384").update(bytes).digest("base64")}`]),
  );
}

/** The modules that stand only in memory: the entry, the rules, and one for each language. */
function modulesOf(service: Service, forms: string): Map<string, string> {
  const path = (file: string) => JSON.stringify(`${forms}/${file}`.replaceAll("\\", "/"));
  const loaders = service.languages.map(({ tag }) => `${JSON.stringify(tag)}: () => import("${spoken}${tag}")`);
  const lists = asksLongLists(service) ? `import { typeInLongLists } from ${path("element/long-list.ts")};\n` : "";
  const texts = new Map([
    [
      entry,
      `import { defineForm } from ${path("element/form-element.ts")};\nimport { rulebook } from "${conditions}";\n${lists}defineForm(${JSON.stringify(elementName(service.name))}, { rulebook, ${lists ? "longLists: typeInLongLists, " : ""}languages: { ${loaders.join(", ")} } });\n`,
    ],
    [
      embed,
      `import { defineEmbed } from ${path("embed/embed.ts")};\ndefineEmbed(${JSON.stringify(embedName(service.name))}, ${JSON.stringify(encodeURIComponent(service.name))}, new URL(import.meta.url).origin);\n`,
    ],
    [conditions, rulesText(service)],
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

/** The rules that change while one fills in a page; what rests on the day alone comes with the page. */
function rulesText(service: Service): string {
  return withOnlyRules(emitConditions({ ...service, rules: byDay(service).rules }), rulesUsed(service));
}

/** The same as forms/render: letters, digits and hyphens of the service's name, then -form. */
function elementName(service: string): string {
  return `${tagStart(service)}-form`;
}

/** The tag that is pasted into pages of others. */
function embedName(service: string): string {
  return `${tagStart(service)}-embed`;
}

function tagStart(service: string): string {
  const plain = service
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "-")
    .replace(/^[^a-z]+/, "");
  return plain || "service";
}

type Built = Awaited<ReturnType<typeof import("vite").build>>;

/** The scripts that pages link. */
interface Scripts {
  readonly form: string;
  readonly embed: string;
  readonly framed: string;
}

function filesOf(result: Built): {
  readonly scripts: Scripts;
  readonly languages: FormManifest["languages"];
  readonly files: Map<string, Uint8Array>;
} {
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ("output" in one ? one.output : []));
  const files = new Map<string, Uint8Array>();
  const languages: Record<string, string> = {};
  const scripts = { form: "", embed: "", framed: "" };
  for (const output of outputs) {
    if (output.type !== "chunk") continue;
    files.set(output.fileName, new TextEncoder().encode(output.code));
    const { name } = output;
    if (output.isEntry && (name === "form" || name === "embed" || name === "framed")) scripts[name] = output.fileName;
    const language = output.facadeModuleId?.split(spoken)[1];
    if (language) languages[language] = output.fileName;
  }
  return { files, scripts, languages };
}
