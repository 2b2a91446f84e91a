// A compiled service's route as BPMN 2.0: a collaboration of the agency, the applicant and other agencies, with its diagram.
// The same service gives the same text. Nothing here can be read by the runtime: it runs the service itself.
import { createHash } from "node:crypto";
import type { Service } from "#contract";
import { drawPicture } from "./diagram/pools.ts";
import { buildProcess } from "./process/build-process.ts";
import { Writer } from "./write.ts";

/** The text of process.bpmn. */
export async function emitBpmn(service: Service): Promise<string> {
  const process = buildProcess(service);
  return new Writer(service, hashOf(service)).write(process, drawPicture(process));
}

/** The hash by which the manifest knows service.json. */
function hashOf(service: Service): string {
  return createHash("sha256")
    .update(`${JSON.stringify(service, null, 2)}\n`)
    .digest("hex");
}
