export * from "./context.ts";
export { MigrationError, migrate } from "./migrate.ts";
export { enqueue } from "./outbox.ts";
export { open, type Scope, type Store } from "./store.ts";
export type { Json } from "./tables.ts";
