import "./tables.ts";

export { importsApi } from "./api.ts";
export { COUNTIES } from "./counties.ts";
export { withImporter } from "./importers.ts";
export { runImport } from "./run.ts";
export { readWorkbook } from "./store.ts";
