import { defineConfig } from "vitest/config";

/** Tests import the packages' sources, so a test never runs against a stale build. */
const resolve = { conditions: ["source"] };
const shared = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        ssr: { resolve },
        test: {
          ...shared,
          // Pure: nothing that one file leaves behind could reach another, so they share what they import.
          name: "pure",
          isolate: false,
          include: ["packages/clauses/src/**/*.test.ts", "terms/**/*.test.ts"],
        },
      },
      {
        resolve,
        ssr: { resolve },
        test: {
          ...shared,
          name: "whole",
          globalSetup: ["packages/platform/src/testing/global.ts"],
          include: [
            "packages/{platform,web,sample-city,goodfaith}/src/**/*.test.{ts,tsx}",
            "tests/**/*.test.ts",
          ],
        },
      },
    ],
  },
});
