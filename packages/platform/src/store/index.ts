export { type Config, ConfigError, readConfig, SETTINGS } from "./config.ts";
export * from "./context.ts";
export { copyForComparison } from "./copy.ts";
export { DatabaseError, type OpenDatabase, openDatabase, reachDatabase } from "./database.ts";
export { FolderTakenError } from "./embedded/claim.ts";
export { MigrationError, migrate } from "./migrate.ts";
export { enqueue } from "./outbox.ts";
export { open, type Scope, type Store } from "./store.ts";
export type { Json } from "./tables.ts";
