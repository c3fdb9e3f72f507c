import type { Json } from "../store/index.ts";
import type { InstructionKind, InstructionStatus } from "./contract.ts";
import type { CoreEvent } from "./model.ts";

export type CoreMode = "built-in" | "files" | "rest" | "shadow";
export interface CoreLinkTable {
  institution_id: string;
  mode: CoreMode;
  url: string | null;
  secret_sealed: string | null;
  resend_minutes: number;
  changed_by: string;
  changed_at: Date;
}
export interface CoreInstructionTable {
  party_id: string;
  instruction_id: string;
  institution_id: string;
  policy_id: string | null;
  kind: InstructionKind;
  content: Json<Readonly<Record<string, unknown>>>;
  idempotency_key: string;
  status: InstructionStatus;
  times_sent: number;
  reference: string | null;
  reason: string | null;
  contradicted: boolean;
  requested_by: string | null;
  requested_by_name: string;
  requested_at: Date;
  changed_at: Date;
  version: number;
}
export interface CoreEventTable {
  party_id: string;
  instruction_id: string;
  seq: number;
  institution_id: string;
  at: Date;
  event: Json<CoreEvent>;
}
export interface CoreMessageTable {
  institution_id: string;
  message_id: string;
  received_at: Date;
}

declare module "../store/context.ts" {
  interface Tables {
    core_link: CoreLinkTable;
    core_instruction: CoreInstructionTable;
    core_event: CoreEventTable;
    core_message: CoreMessageTable;
  }
}
