// How many pages a second one core renders, against a floor: joining the same HTML from strings that are there already.
// Run: npx node forms/bench/render.bench.ts
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { Bench } from "tinybench";
import type { Service } from "#contract";
import { readPosted } from "../journey/read-posted.ts";
import { emptyDraft, walk } from "../journey/walk.ts";
import { readAssets } from "../render/assets.ts";
import type { FormPlace } from "../render/page-view.ts";
import { renderPage } from "../render/render-page.ts";
import { buildForm } from "../tests/build-form.ts";
import { rulesOf, settingOf } from "../tests/services.ts";

const service: Service = JSON.parse(
  readFileSync(new URL("../../examples/resident-parking-permit/expected/service.json", import.meta.url), "utf8"),
);
const rulebook = rulesOf(service);
const setting = settingOf(service);
const link = { text: "x", href: "/x" };
const place: FormPlace = {
  language: "en",
  languages: [link],
  agency: { name: "Agency", href: "/" },
  styles: ["/a.css"],
  script: "/a.js",
  tools: [link],
  footer: [link],
  csrf: "t",
  base: "/apply",
  home: link,
};
const first = walk(service, rulebook, emptyDraft, setting);
const { draft } = readPosted(first, "eligibility/zone", { zone: "zone-b" });
const journey = walk(service, rulebook, draft, setting);
const address = "about-you/home-address";
const html = renderPage({ kind: "question", address, journey, place });
const pieces = html.match(/[\s\S]{1,40}/g) ?? [];

const bench = new Bench({ time: 1500, warmupTime: 300 });
let length = 0;
bench
  .add("render", () => {
    length = renderPage({ kind: "question", address, journey, place }).length;
  })
  .add("walk and render", () => {
    length = renderPage({ kind: "question", address, journey: walk(service, rulebook, draft, setting), place }).length;
  })
  .add("floor", () => {
    let text = "";
    for (const piece of pieces) text += piece;
    length = Buffer.byteLength(text);
  });
await bench.run();
const perSecond = (name: string) => {
  const result = bench.getTask(name)?.result;
  return result && "throughput" in result ? result.throughput.mean : Number.NaN;
};
const floor = perSecond("floor");
for (const name of ["render", "walk and render"])
  console.log(
    `${name} a page of 4 questions (${length} bytes): ${Math.round(perSecond(name))} pages/s, floor (joining the same HTML) ${Math.round(floor)} pages/s, ratio ${(floor / perSecond(name)).toFixed(1)}`,
  );

const sizes = (files: ReadonlyMap<string, Uint8Array>, names: readonly string[]) =>
  names.reduce((sum, name) => sum + brotliCompressSync(files.get(name) ?? new Uint8Array()).length, 0);
const form = await buildForm(service);
const manifest = JSON.parse(new TextDecoder().decode(form.get("manifest.json")));
const assets = await readAssets();
console.log(
  `script of ${service.name} in English: ${sizes(form, [manifest.script, manifest.languages.en])} bytes, floor (the goal) 15000 bytes, ratio ${(sizes(form, [manifest.script, manifest.languages.en]) / 15_000).toFixed(2)}`,
);
console.log(
  `styles of forms: ${sizes(assets.files, assets.styles.forms)} bytes, floor (the goal) 8000 bytes, ratio ${(sizes(assets.files, assets.styles.forms) / 8_000).toFixed(2)}`,
);
