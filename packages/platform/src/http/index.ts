export { type Bound, bind, bindConsumer, bindEntry } from "./bind.ts";
export type { EntryContext } from "./entry.ts";
