import "./tables.ts";

export { coreApi } from "./api.ts";
export type { InstructionKind, InstructionStatus } from "./contract.ts";
export { readLink } from "./link.ts";
export { viewOf } from "./list.ts";
export { type CoreListener, onCoreChanged } from "./listener.ts";
export { requestInstruction } from "./request.ts";
export { coreJobs } from "./rest.ts";
export { fromRow, type NewInstruction, type StoredInstruction } from "./store.ts";
