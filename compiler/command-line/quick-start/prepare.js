// `npm install` and `npm run prepare`: makes the quick start of `formwork check`. Without it everything works as well, only later: an older Node
// makes none, and what goes wrong is said and stops no installation.
import path from "node:path";

const [major = 0] = process.versions.node.split(".").map(Number);
if (major >= 24) {
  try {
    const { makeQuickStart } = await import("./make.ts");
    const { quickStartFolder } = await import("./kept.ts");
    const project = path.resolve(import.meta.dirname, "../../..");
    const entry = "compiler/command-line/quick-start/script.ts";
    await makeQuickStart({ project, entry, folder: quickStartFolder(project) });
  } catch (error) {
    console.error(`formwork check will start without its quick start, which could not be made: ${error}`);
  }
}
