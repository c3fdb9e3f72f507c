import type { TestProjectConfiguration } from "vitest/config";

/** The whole product, as a person meets it: each file a process, as it is in life. They are the longest, so first. */
const PRODUCT = ["tests/browser/*.test.ts", "packages/{sample-city,goodfaith}/src/**/*.test.ts"];

/** The parts share what they import, which would otherwise take longer than the tests; each has a database of its own. */
const PARTS = [
  "packages/{clauses,platform,web}/src/**/*.test.{ts,tsx}",
  "tests/{sql,faults}/*.test.ts",
  "tests/*.test.ts",
  "terms/*.test.ts",
];

/** Tests import the packages' sources, so a test never runs against a stale build. */
const resolve = { conditions: ["source"] };

/** Tests too long for every day are in files named `*.long.test.ts`; `npm run test:long` runs them. */
export const projects = (length: "short" | "long"): TestProjectConfiguration[] => {
  const project = (name: string, isolate: boolean, include: readonly string[]) => ({
    resolve,
    ssr: { resolve },
    test: {
      name,
      isolate,
      include:
        length === "short" ? [...include] : include.map((files) => files.replace(".test.", ".long.test.")),
      exclude: length === "short" ? ["**/*.long.test.ts"] : [],
      testTimeout: 30_000,
      hookTimeout: 120_000,
      globalSetup: ["packages/platform/src/testing/global.ts"],
    },
  });
  return [project("product", true, PRODUCT), project("parts", false, PARTS)];
};
