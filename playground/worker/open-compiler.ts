// Starts the compiler's worker. The only file that knows the worker's address.
import type { WorkerMessage } from "./messages.ts";
import address from "./read-text.ts?worker&url";
import type { Compiler } from "./reader.ts";
import { trustedWorkerAddress } from "./trusted-address.ts";

/** A function that starts a fresh compiler each time it is called. */
export function compilerOpener(): () => Compiler {
  // A policy may be made only once in a page, so the address is made trusted once.
  const trusted = trustedWorkerAddress(address);
  return () => {
    const worker = new Worker(trusted, { type: "module", name: "Formwork compiler" });
    return {
      postMessage: (request) => worker.postMessage(request),
      terminate: () => worker.terminate(),
      onMessage: (listen) =>
        worker.addEventListener("message", (event: MessageEvent<WorkerMessage>) => listen(event.data)),
      onFailure: (listen) =>
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          listen(event.message || "The compiler could not be loaded.");
        }),
    };
  };
}
