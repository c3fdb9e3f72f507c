export { type Bound, bind, bindConsumer, bindEntry } from "./bind.ts";
export { cursorAt, type Place, pageFrom, placeAt } from "./cursor.ts";
export type { EntryContext } from "./entry.ts";
export { InvalidInput } from "./invalid-input.ts";
