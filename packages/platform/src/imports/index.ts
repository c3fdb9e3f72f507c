import "./tables.ts";

export { importsApi } from "./api.ts";
export { COUNTIES } from "./counties.ts";
export { withImporter } from "./importers.ts";
export { mapHeader } from "./mapping.ts";
export { type RunOptions, runImport } from "./run.ts";
export { readDifferences, readWorkbook } from "./store.ts";
export { importsJobs } from "./work/index.ts";
