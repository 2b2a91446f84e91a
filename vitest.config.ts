import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// vitest's own choice leaves one core free, which on two cores runs every file alone: here all cores work, and at least two files run side by side.
const workers = Math.max(2, availableParallelism());

// A busy machine makes tests slow, not wrong: the waiting times are long. Files of the first two projects share a process where one runs after
// the other: nothing of ours is kept in a module, and to read every room anew for each file took longer than most files. Three projects that run side by side: pure rooms, the runtime with its stores and servers, and people's stories in a real Chromium.
export default defineConfig({
  test: {
    maxWorkers: workers,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        test: {
          name: "pure",
          setupFiles: ["compiler/development/property-seed.ts"],
          include: [
            "compiler/**/*.test.ts",
            "forms/**/*.test.ts",
            "playground/**/*.test.ts",
            "runtime/routing/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/*.browser.test.ts"],
          testTimeout: 120_000,
          isolate: false,
        },
      },
      {
        test: {
          name: "runtime",
          setupFiles: ["compiler/development/property-seed.ts"],
          include: ["runtime/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: ["**/node_modules/**", "runtime/routing/**", "**/*.browser.test.ts"],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["**/*.browser.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
