export { dump } from "./dump.ts";
export { type About, BackupError, type Ending } from "./format.ts";
export { load, type Restored } from "./load.ts";
