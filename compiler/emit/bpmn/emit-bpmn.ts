// A compiled service's route as BPMN 2.0: a collaboration of the agency, the applicant and other agencies, with its diagram.
// The same service gives the same text. Nothing here can be read by the runtime: it runs the service itself.
//
// Each engine has a file of its own, because what one must read another refuses: Camunda takes a condition for FEEL and stops at "=" missing,
// Flowable takes it for its own language, and each has its own timers, loops and tasks. The steps, ways and picture are the same in all.
import { createHash } from "node:crypto";
import { BpmnModdle } from "bpmn-moddle";
import type { Service } from "#contract";
import { drawPicture } from "./diagram/pools.ts";
import { camunda } from "./engines/camunda.ts";
import type { Engine } from "./engines/engine.ts";
import { flowable } from "./engines/flowable.ts";
import { noEngine } from "./engines/none.ts";
import { formworkPackage } from "./formwork-namespace.ts";
import { marksOf } from "./marks/blocks.ts";
import { withMark } from "./marks/marked-lines.ts";
import { buildProcess } from "./process/build-process.ts";
import { withDiagram } from "./with-diagram.ts";
import { Writer } from "./write.ts";

/** The files by name: process.bpmn for everybody, and one for each engine that Formwork knows. */
export const processFiles = {
  "process.bpmn": noEngine,
  "process.camunda.bpmn": camunda,
  "process.flowable.bpmn": flowable,
} as const satisfies Readonly<Record<string, Engine>>;

export type ProcessFile = keyof typeof processFiles;

/** The text of one of the files: process.bpmn where none is named. */
export async function emitBpmn(service: Service, file: ProcessFile = "process.bpmn"): Promise<string> {
  const [[, text] = ["", ""]] = await emitProcesses(service, [file]);
  return text;
}

/** Names and texts of the files. The process and its picture are worked out once. */
export async function emitProcesses(
  service: Service,
  files: readonly ProcessFile[] = ["process.bpmn", "process.camunda.bpmn", "process.flowable.bpmn"],
): Promise<[string, string][]> {
  const process = buildProcess(service);
  const picture = drawPicture(process);
  // Setting up the meta-model takes long, and half of a file is its diagram: both are made once and serve all files.
  const moddle = new BpmnModdle({ formwork: formworkPackage, ...Object.assign({}, ...files.map(packagesOf)) });
  const common = { moddle, service, hash: hashOf(service), marks: marksOf(service), elements: new Map() };
  const texts: [string, string][] = [];
  let diagram: string | undefined;
  for (const file of files) {
    const writer = new Writer(common, processFiles[file]);
    const { xml } = await moddle.toXML(writer.definitions(process), { format: true });
    diagram ??= (await moddle.toXML(writer.diagram(process, picture), { format: true, preamble: false })).xml;
    texts.push([file, withDiagram(withMark(xml), diagram)]);
  }
  return texts;
}

function packagesOf(file: ProcessFile): Engine["packages"] {
  return processFiles[file].packages;
}

/** The hash by which the manifest knows service.json. */
function hashOf(service: Service): string {
  return createHash("sha256")
    .update(`${JSON.stringify(service, null, 2)}\n`)
    .digest("hex");
}
