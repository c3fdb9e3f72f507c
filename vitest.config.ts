import { defineConfig } from "vitest/config";

/** Tests import the packages' sources, so a test never runs against a stale build. */
const resolve = { conditions: ["source"] };

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Files share what they import: each has a database of its own, and importing everything anew took half the time.
    isolate: false,
    globalSetup: ["packages/platform/src/testing/global.ts"],
    include: ["packages/*/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts", "terms/**/*.test.ts"],
  },
});
