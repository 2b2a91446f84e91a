import { defineConfig } from "vitest/config";

// A busy machine makes tests slow, not wrong: the waiting times are long. Three projects that run side by side: pure rooms, the runtime with its stores and servers, and people's stories in a real Chromium.
export default defineConfig({
  test: {
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
        },
      },
      {
        test: {
          name: "runtime",
          setupFiles: ["compiler/development/property-seed.ts"],
          include: ["runtime/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: ["**/node_modules/**", "runtime/routing/**", "**/*.browser.test.ts"],
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
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
    ],
  },
});
