// `npm run accept`: runs the tests that compare with expected files and lets them write what they found.
// Nothing is good because it was accepted: the diff is the review.
import { spawn } from "node:child_process";
import path from "node:path";

const vitest = path.resolve("node_modules/vitest/vitest.mjs");
const where = process.argv.slice(2);
const folders = where.length > 0 ? where : ["compiler/tests", "compiler/language-server", "examples"];
spawn(process.execPath, [vitest, "run", "--project", "pure", "--project", "runtime", ...folders], {
  stdio: "inherit",
  env: { ...process.env, FORMWORK_ACCEPT: "1" },
}).on("close", (code) => {
  console.log("Look at what changed: git diff");
  process.exitCode = code ?? 1;
});
