// `npm test`: all three projects side by side, then one plain closing line that people and CI can read: "N passed, N failed".
// Words behind it go to vitest: `npm test -- compiler/syntax` runs one folder.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

const folder = await mkdtemp(path.join(tmpdir(), "formwork-test-"));
const reportFile = path.join(folder, "report.json");
const vitest = path.resolve("node_modules/vitest/vitest.mjs");
const args = [
  vitest,
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
];
const code = await new Promise<number>((resolve) => {
  spawn(process.execPath, args, { stdio: "inherit" }).on("close", (exit) => resolve(exit ?? 1));
});
const text = await readFile(reportFile, "utf8").catch(() => undefined);
await rm(folder, { recursive: true, force: true });
process.exitCode = code;
if (text === undefined) {
  console.error("The tests ended without a report: see the messages above.");
  process.exitCode = code || 1;
} else {
  const report: Report = JSON.parse(text);
  if (!report.success && report.numFailedTests === 0)
    console.error(`${report.numFailedTestSuites} test files could not be run.`);
  if (!report.success) process.exitCode = 1;
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : "";
  console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped}`);
}
