#!/usr/bin/env node
// Starts the command line. An older Node than the house needs is exchanged for the one that npm carried into node_modules.
import { existsSync } from "node:fs";
import * as modules from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

// The whole module by one name: an older Node has no enableCompileCache, and would not even start a file that asks for it by name.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major >= 24) {
  // What was compiled once is not compiled again at the next start: that is most of the time a short check takes. Kept among the user's own
  // files, where nobody else can write; a home that cannot be written to only means that each start compiles anew.
  if (process.env.NODE_COMPILE_CACHE === undefined)
    modules.enableCompileCache(path.join(homedir(), ".cache", "formwork"));
  const quick = await openQuickStart();
  if (quick) {
    process.exitCode = await quick.start(process.argv.slice(2));
  } else {
    // Our own files name each other by path and ending: Node need not look for each on the disk, which takes longer than reading it.
    modules.registerHooks({
      resolve: (name, context, next) =>
        name.startsWith(".") && name.endsWith(".ts")
          ? { url: new URL(name, context.parentURL).href, format: "module-typescript", shortCircuit: true }
          : next(name, context),
    });
    await import("./formwork.ts");
  }
} else {
  const carried = findCarriedNode();
  if (!carried) {
    console.error("formwork needs Node 24 or newer. Run npm install in the project: it brings one along.");
    process.exit(2);
  }
  const script = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "formwork.js");
  // Only here: loading it takes longer than everything else this file does.
  const { spawn } = await import("node:child_process");
  const run = spawn(carried, [script, ...process.argv.slice(2)], { stdio: "inherit" });
  // Who ends this process means the one it started, which says itself how it ends.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
  run.on("close", (code) => process.exit(code ?? 1));
}

/**
 * The script that `npm install` made of all sources of the check: most of its time goes by with loading and compiling them one by one. Undefined
 * for other commands, and when a source has changed since. FORMWORK_QUICK_START names another folder that keeps one; "no": the sources are loaded.
 */
async function openQuickStart() {
  const folder = process.env.FORMWORK_QUICK_START;
  if (process.argv[2] !== "check" || folder === "no") return undefined;
  const { findQuickStart, quickStartFolder } = await import("./quick-start/kept.ts");
  const project = fileURLToPath(new URL("../..", import.meta.url));
  const kept = findQuickStart(folder || quickStartFolder(project), project);
  if (!kept) return undefined;
  const { load } = await import("./quick-start/load.ts");
  return load(kept.script, kept.code).started;
}

/** The Node binary of the package for this machine; undefined when npm did not install it. */
function findCarriedNode() {
  const require = modules.createRequire(import.meta.url);
  const system = process.platform === "win32" ? "win" : process.platform;
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    try {
      const folder = path.dirname(require.resolve(`${name}/package.json`));
      const binary = path.join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
      if (existsSync(binary)) return binary;
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return undefined;
}
