import { never } from "../../kernel/never.ts";
import type { RecoveryEvent } from "./decide.ts";
import type { Recovery } from "./model.ts";

/** The recovery after one more of its events; null where the event cannot follow. */
export const recovered = (recovery: Recovery | null, event: RecoveryEvent): Recovery | null => {
  const stamp = { by: event.by, at: event.at };
  if (event.type === "recovery-requested")
    return recovery
      ? null
      : {
          amount: event.amount,
          reason: event.reason,
          requested: stamp,
          promise: null,
          receipts: [],
          proposal: null,
          writtenOff: null,
        };
  if (!recovery || recovery.writtenOff) return null;
  switch (event.type) {
    case "recovery-promised":
      return { ...recovery, promise: { ...stamp, on: event.on, note: event.note } };
    case "recovery-received":
      return {
        ...recovery,
        receipts: [...recovery.receipts, { ...stamp, amount: event.amount, reference: event.reference }],
      };
    case "write-off-proposed":
      return { ...recovery, proposal: { ...stamp, reason: event.reason } };
    case "written-off":
      return { ...recovery, writtenOff: { ...stamp, amount: event.amount } };
    default:
      return never(event);
  }
};
