// The page follows its template and is otherwise left alone: random lists of questions shown one after another in a real Chromium.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { launchBrowser } from "@formwork/compiler/development/browser.ts";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const forms = dirname(createRequire(import.meta.url).resolve("@formwork/forms/package.json"));

/** What the page is made of: questions by number, some with a problem, a choice with what it opens, notes without ids. */
const scene = `
import { html, nothing } from "lit";
import { LiveTree } from "${join(forms, "element/live-tree.ts").replaceAll("\\\\", "/")}";
const row = ({ id, problem, opened }) => html\`<div class=\${problem ? "row wrong" : "row"}><div class="on">
  <div class="field" data-field=\${id}><label for=\${id}>\${id}</label>
    \${problem ? html\`<p class="problem" id=\${id + "-problem"}>\${problem}</p>\` : nothing}
    <input id=\${id} name=\${id} aria-invalid=\${problem ? "true" : nothing}>
    \${opened ? html\`<div class="reveal"><div data-field=\${id + "x"}><textarea id=\${id + "x"}></textarea></div></div>\` : nothing}
  </div></div>\${problem ? nothing : html\`<p>note</p>\`}</div>\`;
const page = (rows) => html\`<form>\${rows.length > 2 ? html\`<p>many</p>\` : nothing}\${rows.map(row)}<div class="row"><button>Continue</button></div></form>\`;
const element = document.querySelector("main");
let tree;
window.show = (rows) => {
  if (tree) tree.show(page(rows));
  else tree = new LiveTree(element, page(rows));
};
window.fresh = (rows) => {
  const other = document.createElement("div");
  new LiveTree(other, page(rows));
  return other.innerHTML;
};
window.seen = () => element.innerHTML;
window.type = () => element.querySelectorAll("input, textarea").forEach((one) => { one.value = "typed in " + one.id; });
window.typed = (ids) => ids.filter((id) => document.getElementById(id)?.value !== "typed in " + id);
`;

let browser: Browser;
let script = "";
beforeAll(async () => {
  browser = await launchBrowser();
  const built = await build({
    root: forms,
    configFile: false,
    logLevel: "error",
    resolve: { alias: [{ find: /^lit$/, replacement: join(forms, "element/small-lit.ts") }] },
    plugins: [
      {
        name: "scene",
        resolveId: (id) => (id.endsWith("virtual:scene") ? "\0virtual:scene" : undefined),
        load: (id) => (id === "\0virtual:scene" ? scene : undefined),
      },
    ],
    build: { write: false, target: "es2022", lib: { entry: "virtual:scene", formats: ["es"] } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  script = chunk?.type === "chunk" ? chunk.code : "";
}, 60_000);
afterAll(() => browser.close());

const question = fc.record({
  number: fc.integer({ min: 1, max: 6 }),
  problem: fc.constantFrom("", "", "Look again"),
  opened: fc.boolean(),
});
/** Questions in the order of the text, each at most once: questions come and go, but never change places. */
const rows = fc
  .uniqueArray(question, { selector: ({ number }) => number, maxLength: 5 })
  .map((all) =>
    all
      .toSorted((one, other) => one.number - other.number)
      .map(({ number, ...rest }) => ({ id: `q${number}`, ...rest })),
  );

test("whatever comes and goes, the page says what the template says, and what was typed in a question that stays is kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rows, { minLength: 2, maxLength: 6 }), async (scenes) => {
      const page = await browser.newPage();
      await page.setContent("<!doctype html><main></main>");
      await page.addScriptTag({ content: script, type: "module" });
      await page.waitForFunction("window.show");
      const lost = await page.evaluate((all) => {
        const found: unknown[] = [];
        let before: string[] = [];
        for (const one of all) {
          window.show(one);
          const ids = one.flatMap(({ id, opened }) => (opened ? [id, `${id}x`] : [id]));
          found.push(...window.typed(ids.filter((id) => before.includes(id))));
          if (window.seen() !== window.fresh(one)) found.push([window.seen(), window.fresh(one)]);
          window.type();
          before = ids;
        }
        return found;
      }, scenes);
      await page.close();
      expect(lost).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 120_000);

interface Row {
  readonly id: string;
  readonly opened: boolean;
}

declare global {
  interface Window {
    show(rows: readonly Row[]): void;
    fresh(rows: readonly Row[]): string;
    seen(): string;
    type(): void;
    typed(ids: readonly string[]): string[];
  }
}
