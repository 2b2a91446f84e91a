import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// vitest's own choice leaves one core free, which on two cores runs every file alone: here all cores work, and at least two files run side by side.
const workers = Math.max(2, availableParallelism());

// A busy machine makes tests slow, not wrong: the waiting times are long. Three projects, one after the other, each with its files side by side:
// people's stories in a real Chromium, pure rooms, the runtime with its stores and servers. Files share a process where one runs after the other
// (`isolate: false`): nothing of ours is kept in a module, and to read every room anew for each file took longer than most files.
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
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
