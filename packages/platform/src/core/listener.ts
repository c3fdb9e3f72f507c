import type { Context } from "../store/index.ts";
import type { StoredInstruction } from "./store.ts";

/** Hears, in the transaction that notes it, that the core acknowledged, settled or refused an instruction. */
export type CoreListener = (context: Context, instruction: StoredInstruction) => Promise<void>;

let listeners: readonly CoreListener[] = [];

/** Whoever asks the core for something follows it here; called once, where the program is put together. */
export const onCoreChanged = (...given: readonly CoreListener[]): void => {
  listeners = given;
};

export const tellChanged = async (context: Context, instruction: StoredInstruction): Promise<void> => {
  for (const listener of listeners) await listener(context, instruction);
};
