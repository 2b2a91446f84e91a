// `npm run check`: types, lint and format, stale generated files; the import rules run with the tests and here.
import { spawn } from "node:child_process";

/** One tool and what to do when it complains. */
interface Inspection {
  readonly name: string;
  readonly command: readonly string[];
  readonly mend: string;
}

const inspections: readonly Inspection[] = [
  { name: "Types", command: ["tsc", "--noEmit"], mend: "follow the messages above" },
  {
    name: "Lint and format",
    command: ["biome", "ci", "--colors=off", "--error-on-warnings", "."],
    mend: "npm run format",
  },
  {
    name: "Generated files",
    command: ["node", "compiler/development/generate.ts", "--check"],
    mend: "npm run generate",
  },
  {
    name: "Import rules",
    command: ["vitest", "run", "--project", "pure", "compiler/development"],
    mend: "see architecture, section 3",
  },
];

function run(inspection: Inspection): Promise<boolean> {
  const [program = "", ...args] = inspection.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => {
      output += error.message;
      resolve(false);
    });
    child.on("close", (code) => {
      const good = code === 0;
      if (!good) console.error(output.trimEnd());
      console.log(good ? `${inspection.name}: good` : `${inspection.name}: not good. To mend it: ${inspection.mend}`);
      resolve(good);
    });
  });
}

const results = await Promise.all(inspections.map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;
