// `npm run bench`: runs every <room>/bench/*.bench.ts, one after the other so that they do not disturb each other.
// Each prints what it measured, the floor it stands on, and the ratio of the two from the same run.
import { spawn } from "node:child_process";
import { glob } from "node:fs/promises";
import { workspaces } from "./source-files.ts";

const wanted = process.argv.slice(2);
const files: string[] = [];
for await (const file of glob(workspaces.map((room) => `${room}/bench/*.bench.ts`))) {
  if (wanted.length === 0 || wanted.some((word) => file.includes(word))) files.push(file);
}
for (const file of files.sort()) {
  console.log(`\n${file}`);
  const code = await new Promise<number>((resolve) => {
    spawn(process.execPath, [file], { stdio: "inherit" }).on("close", (exit) => resolve(exit ?? 1));
  });
  if (code !== 0) process.exitCode = 1;
}
if (files.length === 0) {
  console.error(`There is no benchmark whose name contains ${wanted.join(" or ")}.`);
  process.exitCode = 2;
}
