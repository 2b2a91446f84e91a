// `npm start`: everything on this machine, with its addresses. `npm run dev` (--watch) compiles again when a text changes.
import path from "node:path";
import { parseArgs } from "node:util";
import type { Addresses } from "./addresses.ts";
import { findServiceTexts } from "./bundles.ts";
import { PartFailed } from "./part.ts";
import { projectFolder } from "./parts.ts";
import { PortTaken, partNames } from "./ports.ts";
import type { Running } from "./running.ts";
import { startAll } from "./start-all.ts";
import { watchTexts } from "./watch.ts";

const help = `Starts the example services with everything they need on this machine.

  npm start                     start and print the addresses
  npm run dev                   the same, and compile again whenever a text changes
  npm start -- --ports free     use any free ports instead of 4400 to 4407
  npm start -- --control        registers can be taken down and brought back (examples/registers/README.md)
  npm start -- --data <folder>  keep cases, files, payments and mail there (.formwork when not said)
`;

const { values } = readArguments();
if (values.help) {
  console.log(help);
  process.exit(0);
}

const began = Date.now();
const dataFolder = path.resolve(values.data ?? path.join(projectFolder, ".formwork"));
try {
  const running = await startAll({
    ports: values.ports === "free" ? "free" : "default",
    dataFolder,
    control: values.control,
    say: (line) => console.log(`${seconds()}  ${line}`),
    onDeath: (part, lastWords) => {
      console.error(
        `\nThe ${partNames[part]} ended by itself. Its last words:\n\n${lastWords}\n\nEverything else goes on. Ctrl-C stops it; start again to have it back.`,
      );
    },
  });
  stopOnSignals(running);
  console.log(
    `\nReady in ${seconds().trim()}.\n\n${describeAddresses(running.addresses)}\n\nCtrl-C stops everything. What was kept stands in ${path.relative(process.cwd(), dataFolder) || "."}.`,
  );
  if (values.watch) {
    const watched = {
      folder: path.join(projectFolder, "examples"),
      findTexts: findServiceTexts,
      into: path.join(dataFolder, "bundles"),
    };
    watchTexts(running, watched, (line) => console.log(line));
    console.log("\nWatching the texts in examples: save one, and it is compiled and served again.");
  }
} catch (error) {
  if (!(error instanceof PortTaken) && !(error instanceof PartFailed)) throw error;
  console.error(`\n${error.message}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        ports: { type: "string", default: "default" },
        data: { type: "string" },
        control: { type: "boolean", default: false },
        watch: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(2);
  }
}

function seconds(): string {
  return `${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s`;
}

function describeAddresses(addresses: Addresses): string {
  return [
    `  ${addresses.runtime}        apply for a permit, follow an application`,
    `  ${addresses.runtime}/desk   decide applications, as an officer`,
    `  ${addresses.mail}        read the mail that was sent`,
    `  ${addresses.vehicles}        end the tax of a vehicle: its permit is revoked`,
    `  ${addresses.playground}        write a service and see it at once`,
    "",
    `  Beside them: test sign-in ${addresses.signIn}, identity and address register ${addresses.people},`,
    `  payment provider ${addresses.payment}, SMTP ${addresses.smtp}`,
  ].join("\n");
}

/** The first Ctrl-C stops in order; the parts get it too and end by themselves. A second one ends at once. */
function stopOnSignals(running: Running): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    console.log("\nStopping …");
    void running.stop().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
