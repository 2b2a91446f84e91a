// Writes process.bpmn of a service and a plain picture of it, to be looked at: node look.ts <service.json> <out.bpmn> <out.svg>
import { readFileSync, writeFileSync } from "node:fs";
import type { Service } from "#contract";
import { emitBpmn } from "../emit-bpmn.ts";
import { readDiagram } from "./read.ts";
import { svgOf } from "./svg.ts";

const [input = "", bpmn = "", svg = ""] = process.argv.slice(2);
const service: Service = JSON.parse(readFileSync(input, "utf8"));
const xml = await emitBpmn(service);
writeFileSync(bpmn, xml);
writeFileSync(svg, svgOf(await readDiagram(xml)));
