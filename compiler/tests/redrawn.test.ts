// Whatever is drawn: it becomes a text without errors in its canonical form, whose process comes back to the same route, or it is refused
// at an element, with what to draw instead. `FORMWORK_FUZZ=20000` runs it for longer.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readXml, type XmlElement } from "../bpmn/xml.ts";
import { compile } from "../compile.ts";
import { emitBpmn } from "../emit/bpmn/emit-bpmn.ts";
import { formatText } from "../format/format-tree.ts";
import { decodeXml } from "../import/bpmn/decode.ts";
import { importBpmn } from "../import/bpmn/import-bpmn.ts";
import type { Refusal } from "../import/bpmn/refusal.ts";
import { redraw } from "./redrawn.ts";
import { routeModel } from "./route-model.ts";

const corpus = "compiler/import/corpus";
const files = ["taken", "refused"].flatMap((folder) =>
  readdirSync(path.join(corpus, folder))
    .filter((name) => name.endsWith(".bpmn"))
    .map((name) => path.join(corpus, folder, name)),
);
const own = JSON.parse(readFileSync("examples/winter-warmth-payment/expected/service.json", "utf8"));
const drawings = [
  ...files.flatMap((file) => drawingOf(readFileSync(file))),
  ...drawingOf(Buffer.from(await emitBpmn(own))),
];

function drawingOf(bytes: Uint8Array): XmlElement[] {
  const decoded = decodeXml(bytes);
  const read = "text" in decoded ? readXml(decoded.text) : { problem: decoded.reason };
  return "root" in read ? [read.root] : [];
}

function hasPlace({ id, name, line, reason, instead }: Refusal): boolean {
  return (id !== "" || name !== "" || line > 0) && reason !== "" && instead !== "";
}

function compiled(text: string) {
  const { service, problems } = compile("any.service", new Map([["any.service", text]]));
  return { service, stops: problems.filter(({ severity }) => severity === "stop").map(({ title }) => title) };
}

test("what somebody drew otherwise is a text that holds, or is refused in its place", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...drawings), fc.gen(), async (root, draw) => {
      const bytes = new TextEncoder().encode(redraw(root, (below) => draw(fc.nat, { max: below - 1 })));
      const imported = importBpmn(bytes);
      if ("refusals" in imported) {
        expect(imported.refusals.filter((one) => !hasPlace(one))).toEqual([]);
        expect(imported.refusals.length).toBeGreaterThan(0);
        return;
      }
      const { service, stops } = compiled(imported.text);
      expect(stops).toEqual([]);
      expect(formatText("any.service", imported.text)).toBe(imported.text);
      if (!service?.route) return;
      const again = importBpmn(new TextEncoder().encode(await emitBpmn(service)));
      const back = "text" in again ? compiled(again.text).service : undefined;
      expect(back && routeModel(back)).toEqual(routeModel(service));
    }),
    { numRuns: Number(process.env["FORMWORK_FUZZ"] ?? 150) },
  );
}, 600_000);
