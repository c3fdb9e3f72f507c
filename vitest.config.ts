import { defineConfig } from "vitest/config";

/** Tests import the packages' sources, so a test never runs against a stale build. */
const resolve = { conditions: ["source"] };

const project = (name: string, isolate: boolean, include: string[], exclude: string[] = []) => ({
  resolve,
  ssr: { resolve },
  test: {
    name,
    isolate,
    include,
    exclude,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ["packages/platform/src/testing/global.ts"],
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // The whole product, as a person meets it: each file a process, as it is in life. They are the longest, so first.
      project("product", true, [
        "tests/browser/*.test.ts",
        "packages/{sample-city,goodfaith}/src/**/*.test.ts",
      ]),
      // The parts share what they import, which would otherwise take longer than the tests; each has a database of its own.
      project("parts", false, [
        "packages/{clauses,platform,web}/src/**/*.test.{ts,tsx}",
        "tests/sql/*.test.ts",
        "tests/*.test.ts",
        "terms/*.test.ts",
      ]),
    ],
  },
});
